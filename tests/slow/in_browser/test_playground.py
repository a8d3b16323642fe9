"""The playground in a browser: what authors see of a text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

LINE = "ERROR INV-0042: Account code '41100' is not a vald code for this document."


@pytest.fixture
def playground(page: Page, home: str) -> Page:
    page.goto(f"{home}playground/")
    return page


def test_an_example_is_explained_at_once(playground: Page) -> None:
    expect(playground.get_by_label("Paste a text, or type")).not_to_be_empty()
    expect(playground.get_by_role("status")).to_contain_text("CIN7-0001.")


def test_a_text_is_explained_as_it_is_typed(playground: Page) -> None:
    playground.get_by_label("Paste a text, or type").fill(LINE)
    expect(playground.get_by_role("status")).to_have_text("Looks like XERO-0054.")
    expect(playground.get_by_text("'vald' is only like 'valid'.")).to_be_visible()
    expect(playground.get_by_role("row", name="{code} 41100")).to_be_visible()
    expect(playground.get_by_role("row", name=re.compile(r"^valid [0-9.]+"))).to_contain_text("vald ≈ 0.92")
    expect(playground.get_by_role("listitem").filter(has_text="≈ valid 0.92")).to_be_visible()


def test_a_text_of_which_only_the_beginning_is_explained_says_so(playground: Page) -> None:
    box = playground.get_by_label("Paste a text, or type")
    box.fill(f"{LINE}\n" + "Nothing to see here\n" * 1_000)
    words = "Only the beginning is explained. Looks like XERO-0054."
    expect(playground.get_by_role("status").first).to_have_text(words)


def test_an_entry_is_one_click_away(playground: Page, home: str) -> None:
    playground.get_by_label("Paste a text, or type").fill(LINE)
    playground.get_by_role("heading", name="XERO-0054").get_by_role("link").click()
    expect(playground).to_have_url(f"{home}errors/xero/account-code-not-valid-for-document/")


def test_a_code_is_said_to_be_one(playground: Page) -> None:
    playground.get_by_label("Paste a text, or type").fill("XERO-0001")
    expect(playground.get_by_role("status")).to_have_text(
        "This is XERO-0001. Found by a code or an id, so no words are compared."
    )


def test_markup_in_a_text_stays_text(playground: Page) -> None:
    playground.get_by_label("Paste a text, or type").fill("Account <img src=x onerror=alert(1)> code")
    expect(playground.get_by_role("heading", name="Words and weights")).to_be_visible()
    assert playground.locator("[data-eb=play-results] img").count() == 0


def test_it_fits_a_phone(playground: Page) -> None:
    playground.set_viewport_size({"width": 390, "height": 800})
    playground.get_by_label("Paste a text, or type").fill(LINE)
    expect(playground.get_by_role("status")).to_have_text("Looks like XERO-0054.")
    width = playground.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_each_table_that_scrolls_has_a_name(playground: Page) -> None:
    scrollers = playground.locator(".eb-play__scroll")
    expect(scrollers.first).to_be_visible()
    names = [scroller.get_attribute("aria-label") for scroller in scrollers.all()]
    assert len(names) >= 2
    assert all(names)
    assert len(set(names)) == len(names)
