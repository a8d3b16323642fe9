"""Many errors at once, in a browser: a table first, then cards of which one is open."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browsing import ROOT, Lookup
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from errorbook.catalogue import reader

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def rows() -> str:
    """Twelve rows of a sync log, each with another error, and one of them twice."""
    entries = [entry for entry in reader.load(ROOT / "errors").entries if entry.system == "xero"]
    pastes = [entry.examples[-1].paste.replace("\n", " ") for entry in entries if entry.status == "active"]
    lines = [f"INV-{9000 + number}\tInvoice\tFailed\t{paste}" for number, paste in enumerate(pastes[:11])]
    return "\n".join([*lines, f"INV-9999\tInvoice\tFailed\t{pastes[0]}"])


@pytest.fixture
def phone(chromium: Browser, home: str) -> Iterator[Lookup]:
    with chromium.new_context(viewport=PHONE, has_touch=True) as context:
        yield Lookup(context.new_page(), home)


def open_cards(lookup: Lookup) -> Locator:
    return lookup.page.locator(".eb-card:has(.eb-step:visible)")


def test_twelve_rows_are_a_table_within_two_screens(phone: Lookup, rows: str) -> None:
    phone.paste(rows)
    table = phone.page.get_by_role("table")
    assert table.get_by_role("row").count() >= 8
    bottom = table.evaluate("table => table.getBoundingClientRect().bottom")
    assert bottom <= 2 * PHONE["height"]
    expect(table).to_contain_text("2 times")
    expect(table).to_contain_text("INV-9000, INV-9999")
    expect(table).to_contain_text("Fix them in this order.")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_value_of_the_message_is_no_document_unless_it_is_one(phone: Lookup) -> None:
    number = "Duplicate Document Number Error : You must specify a different number. This number has already"
    phone.paste(
        "INV-7005 Failed: Item code 'KB-77' is not valid\n"
        f"{number} been used. DocNumber=SO-10733 is assigned to TxnType=Invoice with TxnId=48211"
    )
    cells = phone.page.locator("td[data-name=Documents]")
    expect(cells).to_have_count(2)
    assert sorted(cells.all_inner_texts()) == ["INV-7005", "SO-10733"]


def test_a_row_that_is_not_sure_says_so(phone: Lookup) -> None:
    sure = "Current invoice has been paid in Xero and cannot be updated. "
    sure += "Please remove payment in Xero and then try to export the invoice."
    both = "Required parameter Line is missing in the request"
    phone.paste(f"{sure}\n\nPayment amount exceds the amount outstanding on this document\n\n{both}")
    rows = phone.page.locator(".eb-overview__link").all_inner_texts()
    titles = [re.sub(r"^(Looks like|Perhaps): ", "", row) for row in rows]
    assert sorted(row.removesuffix(title) for row, title in zip(rows, titles, strict=True)) == [
        "",
        "Looks like: ",
        "Perhaps: ",
    ]
    assert any(title.count("; ") == 1 for title in titles)
    expect(phone.status).to_have_text("Looks like 3 different problems")


def test_one_card_is_open_and_another_takes_its_place(phone: Lookup, rows: str) -> None:
    phone.paste(rows)
    expect(open_cards(phone)).to_have_count(1)
    second = phone.page.locator(".eb-overview__link").nth(1)
    title = second.inner_text()
    second.click()
    expect(open_cards(phone)).to_have_count(1)
    expect(open_cards(phone).locator(".eb-card__title")).to_have_text(title)
    expect(open_cards(phone).locator(".eb-card__title")).to_be_focused()
    expect(open_cards(phone).locator(".eb-step").first).to_be_in_viewport()
    phone.page.get_by_role("button", name=title).last.click()
    expect(open_cards(phone)).to_have_count(0)


def test_the_last_row_leads_to_a_card_that_was_not_shown_yet(phone: Lookup, rows: str) -> None:
    phone.paste(rows)
    last = phone.page.locator(".eb-overview__link").last
    title = last.inner_text()
    last.click()
    expect(open_cards(phone).locator(".eb-card__title")).to_have_text([title])


def test_one_problem_needs_no_table(phone: Lookup) -> None:
    phone.paste("Payment amount exceeds the amount outstanding on this document")
    expect(phone.page.get_by_role("table")).to_have_count(0)
    expect(open_cards(phone)).to_have_count(1)
