// Links within a page: the focus goes along, as it does to what can have it anyway.

/** Let a link put the focus on its target, so that keys work there and it is read aloud. */
export function startFragmentLinks() {
  const lead = (/** @type {MouseEvent} */ { target }) => {
    const link = target instanceof Element && target.closest("a");
    if (!link || !link.hash || link.href.split("#")[0] !== location.href.split("#")[0]) return;
    const aim = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!aim || aim.tabIndex >= 0 || aim.hasAttribute("tabindex")) return;
    // The browser itself goes to what may have the focus. No click in its text should, later on.
    aim.tabIndex = -1;
    aim.addEventListener("blur", () => aim.removeAttribute("tabindex"), { once: true });
  };
  // Before instant navigation, which takes the click over.
  addEventListener("click", lead, { capture: true });
}
