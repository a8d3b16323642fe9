"""The focus of somebody at a keyboard stays in the page when what it was on goes away."""

from __future__ import annotations

import pytest
from browsing import OWED, Lookup
from playwright.sync_api import Page, expect


def give(page: Page, text: str) -> None:
    page.get_by_label("Choose files of tickets").set_input_files(
        {"name": "tickets.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )


def test_arrow_keys_go_on_through_the_columns_that_may_hold_the_text(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, f"Description,note,more\nThree apples,nothing,{OWED}\n")
    status = page.get_by_role("status").first
    expect(status).to_contain_text("0 matched")
    column = page.get_by_label("Text is in")
    column.focus()
    for name in ("note", "more"):
        page.keyboard.press("ArrowDown")
        expect(page.locator("option:checked")).to_have_text(name)
        expect(column).to_be_focused()
    expect(status).to_contain_text("1 matched")
    expect(column).to_be_focused()


def test_who_cancels_many_tickets_hears_what_was_found(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, "id,text\n" + "".join(f"{number},Ticket {number}: {OWED}\n" for number in range(10_000)))
    page.get_by_role("button", name="Cancel").press("Enter")
    status = page.get_by_role("status").first
    expect(status).to_contain_text("Cancelled:")
    expect(status).to_be_focused()


def test_who_waits_at_the_button_that_stops_a_trial_is_led_to_its_result(page: Page, home: str) -> None:
    page.goto(f"{home}playground/")
    page.locator("[name=messages]").fill(OWED)
    page.get_by_role("button", name="Show what it changes").click()
    page.get_by_role("button", name="Stop").focus()
    page.locator("[data-eb=trial-results] li").first.wait_for(timeout=60_000)
    expect(page.locator("[data-eb=trial-status]")).to_be_focused()


@pytest.mark.parametrize("files", ["**/match-index.*", "**/cards/*"])
def test_who_tries_again_in_vain_can_do_it_once_more(page: Page, home: str, files: str) -> None:
    page.route(files, lambda route: route.abort())
    lookup = Lookup(page, home)
    lookup.paste(OWED)
    again = lookup.results.get_by_role("button", name="Try again")
    for _ in range(2):
        expect(again).to_be_visible()
        again.evaluate("button => button.focus()")
        with page.expect_event("requestfailed"):
            page.keyboard.press("Enter")
        page.wait_for_timeout(300)
        expect(again).to_be_focused()
