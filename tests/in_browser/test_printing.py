"""What comes out on paper: dark on white whatever the screen shows, and the answers that were taken."""

from __future__ import annotations

from collections.abc import Iterator

import printing
import pytest
from browsing import OWED, Lookup, come_near
from playwright.sync_api import Browser, Page, expect
from states import ENTRY, STATES

TAKEN = "The customer really paid too much"
OTHER = "The amount was mistyped"
LABELS = "() => [...document.querySelectorAll('.eb-answer__label')].filter((one) => one.checkVisibility())"
MARKED = f"""() => ({LABELS})().map((label) => label.firstElementChild)
  .filter((words) => getComputedStyle(words, "::before").content.includes("✓"))
  .map((words) => words.textContent)"""
USELESS = (
    "button.eb-button, .eb-ways, .eb-filter, .eb-batch__drop, .eb-batch__filters, .eb-elsewhere, "
    ".md-code__nav"
)
STATES_ON_PAPER = (
    "card with an answer",
    "error with everything open",
    "embedding with an answer",
    "batch with tickets",
    "contact",
)
# Its picture is taller than paper by far.
TALL = "errors/quickbooks/duplicate-document-number/"
FOLDS = "() => [...document.querySelectorAll('details')].map((one) => one.open)"
CHOOSE_DARK = """() => {
  while (document.body.dataset.mdColorScheme !== "slate")
    document.querySelector(".md-header label[for^=__palette]:not([hidden])").click();
}"""


@pytest.fixture(autouse=True)
def as_it_was(page: Page) -> Iterator[None]:
    """Give the next test a page for screens."""
    yield
    page.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference")


@pytest.fixture
def entry(page: Page, home: str) -> Page:
    page.goto(home + ENTRY)
    page.wait_for_selector("html.eb-scripted")
    return page


@pytest.mark.parametrize("name", STATES_ON_PAPER)
def test_paper_is_white_where_a_reader_chose_dark(page: Page, home: str, name: str) -> None:
    page.goto(home)
    page.evaluate(CHOOSE_DARK)
    STATES[name].enter(page, home)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    printing.on_paper(page)
    assert printing.pale(page) == []


def test_paper_is_white_where_the_device_is_dark(page: Page, home: str) -> None:
    page.emulate_media(color_scheme="dark")
    STATES["guide"].enter(page, home)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(20, 33, 31)"
    printing.on_paper(page)
    assert printing.pale(page) == []
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(20, 33, 31)"


def test_a_box_to_tick_is_white_on_paper(entry: Page) -> None:
    entry.emulate_media(color_scheme="dark")
    come_near(entry)
    tick = entry.locator(".eb-step__tick input").first
    expect(tick).to_be_visible()
    printing.on_paper(entry)
    # Material says "dark" in the page's head; only a word of our own is stronger.
    assert tick.evaluate("tick => getComputedStyle(tick).colorScheme") == "light"


def test_paper_shows_the_answer_that_was_taken(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#a=2.2")
    expect(page.locator(".eb-path__answer")).to_have_text([TAKEN])
    folds, address = page.evaluate(FOLDS), page.url
    printing.on_paper(page)
    assert page.evaluate(MARKED) == [TAKEN]
    assert len(page.evaluate(f"() => ({LABELS})().map((label) => label.textContent)")) == 1
    expect(page.get_by_text("Do not record a second payment.")).to_be_visible()
    printing.off_paper(page)
    assert (page.evaluate(FOLDS), page.url) == (folds, address)
    expect(page.locator(".eb-path__answer")).to_have_text([TAKEN])


@pytest.mark.parametrize("near", [False, True])
def test_paper_shows_every_answer_where_none_was_taken(entry: Page, near: bool) -> None:
    if near:
        come_near(entry)
        expect(entry.get_by_role("button", name="Copy reply")).to_be_attached()
    folds, address = entry.evaluate(FOLDS), entry.url
    printing.on_paper(entry)
    assert entry.evaluate(MARKED) == []
    hidden = ".eb-resolution :is(.eb-answer__label, .eb-step > p)"
    assert entry.locator(hidden).evaluate_all("all => all.every((one) => one.checkVisibility())")
    assert entry.locator(hidden).count() > 20
    printing.off_paper(entry)
    assert (entry.evaluate(FOLDS), entry.url) == (folds, address)


def test_a_question_left_open_below_an_answer_shows_all_of_its_own(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#a=2.3")
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    printing.on_paper(page)
    assert len(page.evaluate(MARKED)) == 1
    inner = page.locator("[data-question='step-2.3.1'] > summary")
    assert inner.count() == 3
    assert inner.evaluate_all("all => all.every((one) => one.checkVisibility())")


def test_printing_leaves_the_page_as_it_was(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#a=2.2")
    expect(page.locator(".eb-path__answer")).to_have_text([TAKEN])
    folds, address = page.evaluate(FOLDS), page.url
    page.pdf()
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    assert (page.evaluate(FOLDS), page.url) == (folds, address)
    expect(page.locator(".eb-path__answer")).to_have_text([TAKEN])


def test_every_answer_is_on_paper_without_scripts(chromium: Browser, home: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home + ENTRY)
        page.emulate_media(media="print")
        for words in (OTHER, TAKEN):
            expect(page.locator(".eb-answer__label", has_text=words)).to_be_visible()
        steps = page.locator(".eb-resolution .eb-step > p")
        assert steps.count() > 20
        for number in range(steps.count()):
            expect(steps.nth(number)).to_be_visible()


@pytest.mark.parametrize(
    "name", ["error with everything open", "index", "batch with tickets", "adding an error"]
)
def test_paper_has_nothing_that_only_a_screen_can_do(page: Page, home: str, name: str) -> None:
    STATES[name].enter(page, home)
    parts = page.locator(USELESS)
    expect(parts.first).to_be_attached()
    printing.on_paper(page)
    assert parts.locator("visible=true").count() == 0


def test_paper_shows_an_answer_without_a_card(page: Page, home: str) -> None:
    STATES["unknown"].enter(page, home)
    printing.on_paper(page)
    expect(page.get_by_role("heading", name="We don't know this one")).to_be_visible()
    expect(page.locator("#find-it-another-way")).to_be_hidden()


def test_paper_tells_the_addresses_of_sources(entry: Page) -> None:
    source = entry.locator(".eb-sources a").first
    printing.on_paper(entry)
    made = source.evaluate("link => getComputedStyle(link, '::after').content")
    assert source.get_attribute("href") in made


def test_paper_shows_the_answer_and_nothing_else(lookup: Lookup) -> None:
    page = lookup.page
    lookup.paste(f"Not quite: {OWED.replace('exceeds', 'exceds')}")
    taken = "The customer really paid too much"
    page.locator("summary", has_text=taken).click()
    page.emulate_media(media="print")
    expect(lookup.card().locator("summary", has_text=taken)).to_be_visible()
    expect(lookup.card().get_by_text("Do not record a second payment.")).to_be_visible()
    off = ["The amount was mistyped", "Find it another way", "Not this error?", "See what is copied"]
    for words in off:
        expect(page.get_by_text(words).first).to_be_hidden()
    page.goto(page.url.partition("#")[0] + "errors/xero/payment-exceeds-amount-outstanding/")
    expect(page.get_by_text("The amount was mistyped", exact=True).first).to_be_visible()
    shown = page.locator(".eb-elsewhere, .eb-beside, .eb-crumbs, .eb-permalink__plain, .eb-tools")
    assert shown.evaluate_all("all => all.map(one => one.checkVisibility())") == [False] * shown.count()
    assert shown.count() >= 4


@pytest.mark.parametrize(
    ("url", "shown"), [(ENTRY, True), (f"{ENTRY}#a=2.2", False), (TALL, False)], ids=["all", "one", "tall"]
)
def test_a_picture_of_all_ways_is_on_paper_where_it_is_of_use(
    page: Page, home: str, url: str, shown: bool
) -> None:
    page.goto(home + url)
    picture = page.locator(".eb-chart__picture")
    if "#" in url:
        expect(page.locator(".eb-path__answer")).to_have_count(1)
    printing.on_paper(page)
    expect(page.locator(".eb-chart")).to_be_visible(visible=shown)
    if shown:
        # With its heading, on a page of A4 or Letter.
        expect(page.locator(".eb-chart")).to_have_css("break-inside", "avoid")
        box = picture.bounding_box()
        assert box
        assert box["height"] <= 21 * 96 / 2.54 + 1


def test_a_table_is_on_paper_with_all_its_columns(page: Page, home: str) -> None:
    page.goto(f"{home}contributing/platforms/")
    page.set_viewport_size({"width": 560, "height": 800})
    printing.on_paper(page)
    tables = page.locator(".md-typeset table")
    beyond = "all => all.map((one) => Math.max(one.scrollWidth - one.clientWidth, one.offsetWidth - 560))"
    widths = tables.evaluate_all(beyond)
    page.set_viewport_size({"width": 1280, "height": 860})
    assert len(widths) == 2
    assert max(widths) <= 0
