"""Every page and state, for all: axe, paper, a narrow window, right to left, forced colours, Tab."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import axe
import printing
import pytest
from playwright.sync_api import Page, TimeoutError, ViewportSize
from states import STATES
from walking import walk

DESKTOP, PHONE = ViewportSize(width=1280, height=860), ViewportSize(width=390, height=844)
# What a window of 1280 by 1024 shows at 400 %.
MAGNIFIED = ViewportSize(width=320, height=256)
COLOURS = "scheme => { document.body.dataset.mdColorScheme = scheme }"
# What a reader sets whose browser has letters twice the usual size; the page's root has 125 % of them.
LARGE_LETTERS = "letters => { document.documentElement.style.fontSize = letters }"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Numbers and boxes that stand on the words of their step.
COVERED = """() => [...document.querySelectorAll(".eb-step")].flatMap((step) => {
  const own = (name) => [...step.children].filter((part) => part.matches(name) && part.checkVisibility());
  const boxes = own(".eb-step__number, .eb-step__tick").map((part) => part.getBoundingClientRect());
  const words = own("p").flatMap((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return [...range.getClientRects()];
  });
  const over = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 &&
    one.top < other.bottom - 1 && other.top < one.bottom - 1;
  return boxes.some((box) => words.some((word) => over(box, word))) ? [step.id] : [];
})"""
# Controls that nothing sets off from the words around them once all colours are the reader's own.
UNFRAMED = """() => [...document.querySelectorAll(
  ".eb-button, .eb-chip, .eb-answer__label, .eb-step__number, .eb-lookup__box, .eb-chart__picture rect"
)].filter((part) => part.checkVisibility()).filter((part) => {
  const style = getComputedStyle(part);
  return part.localName === "rect" ? style.stroke === "none" || style.stroke === style.fill
    : style.borderStyle === "none" && style.outlineStyle === "none";
}).map((part) => part.outerHTML.slice(0, 120))"""

# Signs that are cut out of a colour, where that is the page's own.
CUT_OUT = """() => {
  const page = getComputedStyle(document.body).backgroundColor;
  const parts = [...document.querySelectorAll("*")].filter((part) => part.checkVisibility());
  return parts.flatMap((part) => ["::before", "::after"].flatMap((sign) => {
    const {content, display, maskImage, backgroundColor} = getComputedStyle(part, sign);
    const drawn = content !== "none" && content !== "normal" && display !== "none" && maskImage !== "none";
    return drawn && backgroundColor === page ? [part.outerHTML.slice(0, 120) + sign] : [];
  }));
}"""


def _wider(page: Page) -> int:
    """Return how much wider a page is than its window, once the theme has moved its search there."""
    with suppress(TimeoutError):
        page.wait_for_function(f"({WIDER})() <= 0", timeout=3000)
    wider: int = page.evaluate(WIDER)
    return wider


@pytest.fixture(autouse=True)
def as_it_was(page: Page) -> Iterator[None]:
    """Give the next test the window and the media of a desktop."""
    page.set_viewport_size(DESKTOP)
    page.emulate_media(reduced_motion="reduce")
    yield
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")


@pytest.mark.parametrize("name", STATES)
def test_a_state_is_for_everybody(page: Page, home: str, name: str) -> None:
    STATES[name].enter(page, home)
    found = {f"desktop, light: {each}" for each in axe.violations(page)}
    page.set_viewport_size(PHONE)
    page.evaluate(COLOURS, "slate")
    found |= {f"phone, dark: {each}" for each in axe.violations(page)}
    printing.on_paper(page)
    found |= {f"paper: {each}" for each in printing.pale(page)}
    printing.off_paper(page)
    page.set_viewport_size(MAGNIFIED)
    for direction in ("ltr", "rtl"):
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        page.evaluate("direction => { document.body.dir = direction }", direction)
        found |= {f"{direction}: {wider} px wider" for wider in [_wider(page)] if wider > 0}
        found |= {f"{direction}: {step} is covered" for step in page.evaluate(COVERED)}
        page.evaluate(LARGE_LETTERS, "250%")
        found |= {f"{direction}, large letters: {wider} px wider" for wider in [_wider(page)] if wider > 0}
        page.evaluate(LARGE_LETTERS, "")
    page.emulate_media(forced_colors="active")
    found |= {f"forced colours: {part}" for part in page.evaluate(UNFRAMED)}
    found |= {f"forced colours, unseen: {part}" for part in page.evaluate(CUT_OUT)}
    assert sorted(found) == []


@pytest.mark.parametrize(
    "name", ["home", "several errors", "error with everything open", "index with a filter", "playground"]
)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page, home: str, name: str) -> None:
    STATES[name].enter(page, home)
    stops, missed = walk(page)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert missed == []
