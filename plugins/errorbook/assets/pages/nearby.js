// What stands at a page's end is loaded when somebody comes near it: most readers find their fix before.

import { setSource } from "../base/trust.js";

const TWO_SCREENS = "200% 0px";

/**
 * Load the script of a part when it comes near or somebody begins to use the page; at once where the link
 * brings values or answers.
 * @param {HTMLElement} element
 */
export function startNearby(element) {
  const { script: address = "" } = element.dataset;
  const signs = new AbortController();
  const load = () => {
    if (signs.signal.aborted) return;
    signs.abort();
    watch.disconnect();
    const script = document.createElement("script");
    setSource(script, new URL(address, document.baseURI).href);
    for (const end of ["load", "error"]) script.addEventListener(end, () => script.remove());
    // Instant navigation may have gone on to another page.
    if (element.isConnected) document.head.append(script);
  };
  const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && load(), {
    rootMargin: TWO_SCREENS,
  });
  if (/=|^#step-/.test(location.hash)) return load();
  watch.observe(element);
  // A screen reader moves the focus and presses without keys or a pointer.
  for (const sign of ["keydown", "pointerdown", "pointermove", "scroll", "focusin", "click"])
    addEventListener(sign, load, { signal: signs.signal });
}
