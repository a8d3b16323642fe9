"""The first screen in a browser: after a paste and on an error's page it shows the first step."""

from __future__ import annotations

import pytest
from browsing import OWED, OWED_TITLE, Lookup, until
from playwright.sync_api import Browser, Page, ViewportSize, expect

LONG = "\n".join(f"2026-11-02 09:14:{second} INFO sync is going on" for second in range(10, 40))
LIKE = "the document dat cannot be befor the period lock"
WINDOWS = {"phone": (390, 844), "desktop": (1280, 800)}
SHIFTS = """
  globalThis.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({value}) => value)))
    .observe({type: "layout-shift", buffered: true});
"""
# The markup of a decision without what differs by place: ids and the words around a value.
OUTLINE = """(list) =>
  [...list.querySelectorAll(":not(.eb-step__tick, .eb-step__tick *)")].map(({tagName, className, dataset}) =>
    [tagName, className, dataset.question, dataset.answer].join(" "))"""


@pytest.fixture(params=list(WINDOWS))
def size(request: pytest.FixtureRequest) -> ViewportSize:
    width, height = WINDOWS[request.param]
    return {"width": width, "height": height}


@pytest.fixture
def window(page: Page, size: ViewportSize) -> Page:
    page.set_viewport_size(size)
    return page


@pytest.mark.parametrize("paste", [OWED, f"{LONG}\n{OWED}", LIKE], ids=["short", "long", "like"])
def test_a_paste_folds_and_the_first_step_is_on_the_screen(window: Page, home: str, paste: str) -> None:
    lookup = Lookup(window, home)
    lookup.paste(paste)
    expect(lookup.card().locator(".eb-step").first).to_be_in_viewport(ratio=1)
    line = lookup.page.locator(".eb-lookup__box")
    expect(line).to_be_in_viewport(ratio=1)
    assert line.evaluate("box => box.offsetHeight") < 60
    expect(lookup.box).to_have_value(paste)
    # The focus moves when somebody asks for the answer, and not before.
    expect(lookup.box).to_be_focused()
    lookup.page.get_by_role("button", name="Find the fix").click()
    expect(lookup.titles.first).to_be_focused()
    expect(lookup.card().locator(".eb-step").first).to_be_in_viewport(ratio=1)


def test_nothing_jumps(chromium: Browser, size: ViewportSize, home: str) -> None:
    # For somebody who was never here: what is there already cannot come late.
    with chromium.new_context(viewport=size) as context:
        context.add_init_script(SHIFTS)
        lookup = Lookup(context.new_page(), home)
        lookup.page.wait_for_timeout(300)
        lookup.paste(f"{LONG}\n{OWED}")
        lookup.page.wait_for_timeout(300)
        assert lookup.page.evaluate("shifts.reduce((sum, shift) => sum + shift, 0)") <= 0.1


def test_nothing_covers_the_folded_box_before_the_reader_scrolls(window: Page, home: str) -> None:
    lookup = Lookup(window, home)
    lookup.paste(OWED)
    lookup.page.locator("summary", has_text="A payment or credit is already on the invoice").click()
    window.mouse.wheel(0, 900)
    until(window, "() => scrollY > 600")
    # The browser goes back to where the reader was, and the answer up from there to its box.
    window.reload()
    expect(lookup.titles).to_have_count(1)
    until(window, "() => !document.querySelector('.md-top').hidden")
    pill = window.locator(".md-top")
    expect(pill).to_have_css("opacity", "0")
    expect(pill).to_have_css("pointer-events", "none")
    window.mouse.wheel(0, 900)
    until(window, "() => document.querySelector('.md-top').hidden")
    window.mouse.wheel(0, -300)
    expect(pill).to_have_css("opacity", "1")


def test_the_rest_of_the_page_is_back_below_the_answer(window: Page, home: str) -> None:
    lookup = Lookup(window, home)
    lookup.paste(OWED)
    rest = window.get_by_role("heading", name="Find it another way")
    expect(rest).to_be_visible()
    expect(rest).not_to_be_in_viewport()


def test_an_error_page_begins_with_the_fix(window: Page, home: str) -> None:
    window.goto(f"{home}errors/xero/payment-exceeds-amount-outstanding/")
    expect(window.locator(".eb-step").first).to_be_in_viewport(ratio=1)
    expect(window.get_by_role("link", name="Not this error?")).to_be_in_viewport(ratio=1)
    headings = [name.strip("¶\n ") for name in window.locator("article h2").all_inner_texts()]
    wanted = ["How to fix it", "Why it happens", "Where it shows", "What you might see"]
    assert [name for name in headings if name in wanted] == wanted


@pytest.mark.parametrize("letters", ["125%", "250%"])
def test_no_page_scrolls_sideways_on_a_phone(page: Page, home: str, letters: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for url in ("", "errors/xero/payment-exceeds-amount-outstanding/", "contributing/matching-design/"):
        page.goto(home + url, wait_until="networkidle")
        page.evaluate("letters => { document.documentElement.style.fontSize = letters }", letters)
        # The theme moves its search there.
        until(page, "() => document.documentElement.scrollWidth <= innerWidth")


def test_a_folded_paste_is_edited(lookup: Lookup) -> None:
    lookup.paste(f"{LONG}\n{OWED}")
    lookup.page.get_by_role("button", name="Edit").click()
    expect(lookup.box).to_be_focused()
    assert lookup.box.evaluate("box => box.offsetHeight") > 100
    expect(lookup.titles).to_have_text([OWED_TITLE])
    expect(lookup.page.locator("[data-eb=clear]")).to_be_visible()


def test_what_is_typed_folds_nothing_until_somebody_asks(lookup: Lookup) -> None:
    lookup.box.focus()
    lookup.page.keyboard.insert_text(OWED)
    expect(lookup.titles).to_have_text([OWED_TITLE])
    find = lookup.page.get_by_role("button", name="Find the fix")
    expect(lookup.page.get_by_role("button", name="Edit")).to_be_hidden()
    find.click()
    expect(lookup.page.get_by_role("button", name="Edit")).to_be_visible()
    lookup.box.press("x")
    expect(lookup.page.get_by_role("button", name="Edit")).to_be_hidden()


def test_a_paste_on_the_folded_line_takes_its_place(lookup: Lookup) -> None:
    lookup.paste("Three apples, two eggs and a spoon of sugar make the dough of this recipe")
    lookup.page.evaluate("text => navigator.clipboard.writeText(text)", OWED)
    lookup.box.press("Control+v")
    expect(lookup.titles).to_have_text([OWED_TITLE])
    expect(lookup.box).to_have_value(OWED)


def test_a_decision_is_made_alike_on_a_card_and_on_a_page(lookup: Lookup, home: str) -> None:
    lookup.paste(OWED)
    steps = ".eb-resolution > .eb-steps"
    on_card = lookup.card().locator(steps).evaluate(OUTLINE)
    lookup.page.goto(f"{home}errors/xero/payment-exceeds-amount-outstanding/")
    assert lookup.page.locator(steps).evaluate(OUTLINE) == on_card
    assert any("eb-answer" in line for line in on_card)


def test_the_wordings_of_a_doubtful_answer_are_compared_on_request(lookup: Lookup) -> None:
    lookup.paste("Payment amount exceds the amount outstanding on this document")
    differs = lookup.card().locator(".eb-mark--differs").first
    expect(differs).to_be_hidden()
    lookup.card().get_by_text("Compare the two").click()
    expect(differs).to_be_visible()
