"""A walk through a page by keyboard: where the focus stops, whether one sees it, what of ours it misses."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import Page

# What Tab should come to: all in sight that takes the focus; of a group of choices one is enough. Returns how
# often Tab may be pressed until then.
MARK = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
  let number = 0;
  for (const element of document.querySelectorAll(`article :is(${kinds})`)) {
    if (element.tabIndex < 0 || element.disabled || element.type === "hidden" || element.type === "radio")
      continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    element.dataset.walked = String(number++);
  }
  // Begin at the page's top, wherever the focus was.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  return document.querySelectorAll(kinds).length;
}"""
# What has the focus, and whether somebody sees that it does: inside the window, with an outline or its like.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const plain = (kind) => ["outlineStyle", "outlineColor", "boxShadow", "borderColor", "backgroundColor",
    "stroke", "color", "textDecorationLine"].map((name) => getComputedStyle(kind)[name]).join();
  const shown = [element, element.parentElement, element.closest("form, .eb-lookup__box, li, label")];
  // Material's: the choice of colours is drawn by its label.
  const drawn = element.matches(".md-option");
  const parts = [...shown, element.querySelector("rect, span"), element.nextElementSibling].filter(Boolean);
  const focused = parts.map(plain);
  const box = element.getBoundingClientRect();
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  element.blur();
  const changed = parts.some((part, place) => plain(part) !== focused[place]);
  element.focus({ preventScroll: true, focusVisible: true });
  const name = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
  const walked = element.dataset.walked;
  delete element.dataset.walked;
  return { name: `${element.localName} ${element.className.baseVal ?? element.className} ${name}`,
    seen: drawn || (inside && changed), walked: walked ?? "" };
}"""
# What has the focus, where something else is in front of it or it is out of the window.
UNSEEN = """() => {
  const reached = document.activeElement;
  const [{left, top, width, height}] = reached.getClientRects();
  const shown = document.elementFromPoint(left + width / 2, top + height / 2);
  return reached.contains(shown) ? null : reached.outerHTML;
}"""
LEFT = """() => [...document.querySelectorAll("[data-walked]")].map(
  (element) => `${element.localName} ${element.textContent.trim().slice(0, 40)}`)"""


class Stop(TypedDict):
    """A place where the focus stopped."""

    name: str
    seen: bool
    walked: str


def walk(page: Page) -> tuple[list[Stop], list[str]]:
    """Go through a page with Tab; return the stops, and what never got the focus."""
    page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
    stops: list[Stop] = []
    for _ in range(page.evaluate(MARK)):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None and stops:
            break
        if stop is not None:
            stops.append(stop)
    return stops, page.evaluate(LEFT)
