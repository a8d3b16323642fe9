"""Letters of twice the usual size in a narrow window: what is read has its room."""

from __future__ import annotations

from collections.abc import Iterator

import browser
import pytest
from browsing import NOISE, OWED, Lookup
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

NARROW = ViewportSize(width=320, height=640)
# For half of a window a line of text is too short, however large its letters.
ROOM = """texts => texts.filter((text) => text.checkVisibility())
  .map((text) => text.getBoundingClientRect().width).filter((width) => width < 150)"""

BEYOND = """(all, width) => all.filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().right > width).map((one) => one.textContent.slice(0, 60))"""


@pytest.fixture(scope="module")
def large(chromium: Browser) -> Iterator[Browser]:
    """A browser whose user chose twice the usual size of letters."""
    options = browser.launch_options()
    options["args"] = [*options["args"], "--blink-settings=defaultFontSize=32"]
    started = chromium.browser_type.launch(**options)
    yield started
    started.close()


@pytest.fixture
def narrow(large: Browser) -> Iterator[Page]:
    with large.new_context(viewport=NARROW) as context:
        yield context.new_page()


def cramped(steps: Locator) -> list[float]:
    widths: list[float] = steps.evaluate_all(ROOM)
    assert steps.count() > 5
    return widths


def test_steps_have_the_width_of_the_card(narrow: Page, home: str) -> None:
    lookup = Lookup(narrow, home)
    lookup.paste(OWED)
    expect(lookup.card()).to_be_visible()
    assert cramped(narrow.locator(".eb-card .eb-step__do")) == []


def test_steps_have_the_width_of_the_page(narrow: Page, home: str) -> None:
    narrow.goto(f"{home}errors/xero/payment-exceeds-amount-outstanding/#a=2.1")
    expect(narrow.locator(".eb-path__answer")).to_be_attached()
    assert cramped(narrow.locator(".eb-resolution .eb-step__do")) == []


def test_the_menu_leaves_a_finger_of_the_page(narrow: Page, home: str) -> None:
    narrow.goto(home)
    narrow.get_by_role("button", name="Menu", exact=True).click()
    menu = narrow.locator(".md-sidebar--primary")
    expect(menu).to_be_in_viewport(ratio=1)
    box = menu.bounding_box()
    assert box
    assert box["width"] <= 320 - 44
    assert narrow.evaluate("document.documentElement.scrollWidth") == 320


# A web address, a word and a code, each longer than a phone is wide.
LONG = (
    "https://inventory.dearsystems.com/ExternalXero/Export/a1b2c3d4-0000-4444-8888-1234567890ab?err=boom",
    70 * "x",
    20 * "ERR_",
    f"{OWED} {70 * 'x'}",
    f"The account code '{70 * 'x'}' has been archived, or is set to not accept payments",
    f"{NOISE}\n{70 * 'x'}\n{OWED}",
)


@pytest.mark.parametrize("text", LONG, ids=["address", "word", "code", "beside", "value", "left"])
@pytest.mark.parametrize("large_letters", [False, True], ids=["phone", "large"])
def test_a_long_word_of_the_paste_stays_on_the_screen(
    request: pytest.FixtureRequest, page: Page, home: str, text: str, large_letters: bool
) -> None:
    shown = request.getfixturevalue("narrow") if large_letters else page
    width = 320 if large_letters else 390
    shown.set_viewport_size({"width": width, "height": 844})
    lookup = Lookup(shown, home)
    lookup.paste(text)
    expect(lookup.results).not_to_be_empty()
    for summary in lookup.results.locator(".eb-more > summary").all():
        summary.click()
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    # Nor is it cut off where nothing shows that the page is wider.
    assert lookup.results.locator("button, bdi, li, p").evaluate_all(BEYOND, width) == []
