"""The way back in a browser: it undoes one answer at a time, and never loses what was pasted."""

from __future__ import annotations

import re

import pytest
from browsing import OWED, Lookup
from decisions import ENTRY, INNER, OUTER, answer, expect_progress, take_both
from playwright.sync_api import Page, expect


def test_the_way_back_undoes_one_answer_at_a_time(entry: Page) -> None:
    entry.locator("a[href='#why-it-happens']").first.click()
    take_both(entry)
    expect(entry).to_have_url(re.compile(r"#a=2\.3\.1\.2$"))
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(1)
    expect(answer(entry, OUTER)).to_be_focused()
    entry.go_forward()
    expect(entry.locator(".eb-path__answer")).to_have_count(2)
    entry.get_by_role("button", name="Start again").click()
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(2)


def test_the_way_back_to_the_page_as_it_came_gives_all_answers_up(entry: Page) -> None:
    answer(entry, OUTER).click()
    expect(entry).to_have_url(re.compile(r"#a=2\.3$"))
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    expect(answer(entry, OUTER)).to_be_focused()
    assert entry.url.endswith(ENTRY)


def test_the_way_back_on_the_lookup_keeps_the_text(lookup: Lookup, home: str) -> None:
    text = f"Kestrel 8841 {OWED}"
    lookup.paste(text)
    take_both(lookup.card())
    page = lookup.page
    expect(page).to_have_url(f"{home}#e=XERO-0001&a=2.3.1.2")
    for answers in (1, 0):
        page.go_back()
        expect(page.locator(".eb-path__answer")).to_have_count(answers)
        expect(lookup.box).to_have_value(text)
    # The error stays named, so that a reload shows it.
    expect(page).to_have_url(f"{home}#e=XERO-0001")
    page.go_forward()
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    expect(lookup.box).to_have_value(text)


TWO = (
    "INV-2231\tInvoice\tThe TaxType code 'OUTPUT3' does not exist or cannot be used for this type of"
    " transaction.\nPO-118\tBill\tThe document date cannot be before the end of year lock date"
)


def open_and_answer(lookup: Lookup, number: int) -> str:
    """Take the first answer of the card with this number among two; return its entry."""
    card = lookup.card(number)
    if "eb-card--open" not in (card.get_attribute("class") or ""):
        card.locator(".eb-card__toggle").click()
    card.locator(".eb-answer__label").first.click()
    expect(card.locator(".eb-path__answer")).to_have_count(1)
    entry = card.get_attribute("data-entry") or ""
    expect(lookup.page).to_have_url(re.compile(f"#e={entry}&a="))
    return entry


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["first-card-first", "second-card-first"])
def test_the_way_back_undoes_the_last_answer_of_whichever_card(
    lookup: Lookup, order: tuple[int, int]
) -> None:
    page = lookup.page
    lookup.paste(TWO)
    expect(lookup.titles).to_have_count(2)
    first, last = order
    begun = open_and_answer(lookup, first)
    open_and_answer(lookup, last)

    def expect_answers(of_first: int, of_last: int) -> None:
        expect(lookup.card(first).locator(".eb-path__answer")).to_have_count(of_first)
        expect(lookup.card(last).locator(".eb-path__answer")).to_have_count(of_last)
        expect(lookup.box).to_have_value(TWO)

    page.go_back()
    expect_answers(1, 0)
    expect(page).to_have_url(re.compile(f"#e={begun}&a="))
    page.go_back()
    expect_answers(0, 0)
    expect(page).to_have_url(re.compile(f"#e={begun}$"))
    page.go_forward()
    expect_answers(1, 0)
    page.go_forward()
    expect_answers(1, 1)
    # Where one is given up, the way back takes it again.
    lookup.card(last).get_by_role("button", name="Back", exact=True).click()
    expect_answers(1, 0)
    page.go_back()
    expect_answers(1, 1)


def test_what_the_way_back_shows_is_shown_after_a_reload(lookup: Lookup, home: str) -> None:
    page = lookup.page
    lookup.paste(OWED)
    answer(lookup.card(), OUTER).click()
    expect_progress(lookup, 1, False)
    page.go_back()
    expect_progress(lookup, 0, False)
    page.reload()
    expect_progress(lookup, 0, False)
    answer(lookup.card(), OUTER).click()
    expect_progress(lookup, 1, False)
    lookup.card().get_by_label("Step 1 is done").check()
    page.go_back()
    expect_progress(lookup, 0, True)
    page.reload()
    expect_progress(lookup, 0, True)
    assert page.url == f"{home}#e=XERO-0001"


def test_ticks_that_the_way_back_shows_on_a_page_are_shown_after_a_reload(entry: Page) -> None:
    answer(entry, OUTER).click()
    expect(entry).to_have_url(re.compile(r"#a=2\.3$"))
    first = entry.get_by_label("Step 1 is done")
    first.check()
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    expect(first).to_be_checked()
    entry.reload()
    entry.mouse.move(300, 300)
    expect(first).to_be_checked()


def test_a_heading_between_two_answers_is_no_answer(lookup: Lookup) -> None:
    page = lookup.page
    lookup.paste(OWED)
    answer(lookup.card(), OUTER).click()
    expect_progress(lookup, 1, False)
    page.evaluate("location.hash = 'guides'")
    answer(lookup.card(), INNER).click()
    expect_progress(lookup, 2, False)
    for answers in (1, 1, 0):
        page.go_back()
        expect_progress(lookup, answers, False)
        expect(lookup.box).to_have_value(OWED)


def test_the_way_back_to_answers_for_another_text_shows_their_error_alone(lookup: Lookup) -> None:
    lookup.paste(f"INV-0912 {OWED}")
    take_both(lookup.card())
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(2)
    lookup.paste(f"INV-0977 {OWED}")
    expect(lookup.card()).to_contain_text("INV-0977")
    lookup.page.go_back()
    expect(lookup.box).to_have_value("XERO-0001")
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(1)
    expect(lookup.card()).not_to_contain_text("INV-0977")


@pytest.mark.parametrize("address", ["#e=XERO-0001&a=2.3.1.2,9.9", f"{ENTRY}#a=2.3.1.2,9.9"])
def test_an_address_with_answers_adds_no_step_to_the_way_back(page: Page, home: str, address: str) -> None:
    page.goto(home + address)
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"a=2\.3\.1\.2$"))
    # The empty page and this one.
    assert page.evaluate("history.length") == 2


def test_an_answer_in_a_frame_is_no_step_of_the_page_around_it(page: Page, home: str) -> None:
    page.goto(home)
    page.evaluate(
        "address => { document.body.innerHTML = `<iframe src=${address} height=900>` }", home + ENTRY
    )
    frame = page.frame_locator("iframe")
    before = page.evaluate("history.length")
    label = frame.locator("summary", has_text=OUTER)
    label.click()
    expect(frame.locator(".eb-path__answer")).to_have_count(1)
    label.click()
    expect(frame.locator(".eb-path__answer")).to_have_count(0)
    assert page.evaluate("history.length") == before


def test_the_way_back_from_a_heading_keeps_answers_and_focus(entry: Page) -> None:
    answer(entry, "The amount was mistyped").click()
    expect(entry).to_have_url(re.compile(r"#a=2\.1$"))
    entry.locator("a[href='#why-it-happens']").first.click()
    expect(entry).to_have_url(re.compile(r"#why-it-happens$"))
    tick = entry.get_by_label("Step 2.1.1 is done")
    tick.focus()
    entry.go_back()
    expect(entry).to_have_url(re.compile(r"#a=2\.1$"))
    expect(entry.locator(".eb-path__answer")).to_have_count(1)
    expect(tick).to_be_focused()


def test_the_full_page_and_the_way_back_keep_the_path(lookup: Lookup, home: str) -> None:
    lookup.paste(f"Kestrel 8841 {OWED}")
    take_both(lookup.card())
    page = lookup.page
    expect(page).to_have_url(f"{home}#e=XERO-0001&a=2.3.1.2")
    page.get_by_role("link", name="Open the full page").click()
    expect(page).to_have_url(f"{home}{ENTRY}#a=2.3.1.2")
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    page.go_back()
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    page.reload()
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    # The path, and never the paste.
    expect(page.locator("[data-eb=paste]")).to_have_value("XERO-0001")
    assert "Kestrel" not in page.url
