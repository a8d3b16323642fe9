// Links within a page: the focus goes along, as it does to what can have it anyway.

import { lendFocus } from "../base/dom.js";

/** Let a link put the focus on its target, so that keys work there and it is read aloud. */
export function startFragmentLinks() {
  const lead = (/** @type {MouseEvent} */ { target }) => {
    const link = target instanceof Element && target.closest("a");
    if (!link || !link.hash || link.href.split("#")[0] !== location.href.split("#")[0]) return;
    const aim = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    // The browser itself goes to what may have the focus.
    if (aim) lendFocus(aim);
  };
  // Before instant navigation, which takes the click over.
  addEventListener("click", lead, { capture: true });
}
