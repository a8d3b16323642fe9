"""The lookup in another site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import browsing
import pytest
from browsing import LINES, OWED, OWED_TITLE, PILE, pasted
from playwright.sync_api import Locator, Page, expect

OWED_URL = "errors/xero/payment-exceeds-amount-outstanding/"


@pytest.fixture
def other_site(tmp_path: Path, home: str) -> Iterator[str]:
    """The address of a page on another origin that embeds the lookup under a strict policy."""
    (tmp_path / "index.html").write_text(
        f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title>
        <h1>Portal</h1><div data-errorbook></div>
        <script src="{home}assets/errorbook/embed.js" async></script></html>""",
        "utf-8",
    )
    policy = f"default-src 'none'; script-src {home}; base-uri 'none'; form-action 'none'"
    with browsing.serve(tmp_path, policy) as address:
        yield address


def embedded(page: Page) -> Locator:
    return page.locator("[data-errorbook]")


def test_another_site_embeds_the_lookup(page: Page, other_site: str, home: str) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(other_site)
    box = embedded(page).get_by_label("Paste the error message")
    box.fill(f"INV-7 {OWED}")
    expect(embedded(page).get_by_role("heading")).to_have_text([OWED_TITLE])
    expect(embedded(page).get_by_role("status")).to_have_text(f"1 problem found: {OWED_TITLE}")
    link = embedded(page).get_by_role("link", name="How to fix it")
    assert link.evaluate("link => link.href") == f"{home}e/XERO-0001/"
    assert [text for text in refused if "favicon" not in text] == []
    # Its own styles apply, although the page's policy allows none of the page's.
    assert box.evaluate("box => getComputedStyle(box).display") == "block"
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_url(home + OWED_URL)


def test_an_embedded_lookup_says_where_reading_stopped(page: Page, other_site: str) -> None:
    page.goto(other_site)
    box = embedded(page).get_by_label("Paste the error message")
    box.evaluate(
        "(box, text) => { box.value = text; box.dispatchEvent(new Event('input')) }",
        f"{OWED}\n" + "Nothing to see here\n" * 60_000,
    )
    expect(embedded(page).get_by_role("heading")).to_have_text([OWED_TITLE])
    limit = "Looked at the first 1,000,000 characters. If the error is further down, paste that part."
    expect(embedded(page).get_by_role("status")).to_have_text(f"{limit} 1 problem found: {OWED_TITLE}")


def test_an_embedded_lookup_keeps_nothing_and_sends_nothing(page: Page, other_site: str) -> None:
    page.goto(other_site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    embedded(page).get_by_label("Paste the error message").fill(f"{OWED} Kestrel")
    expect(embedded(page).get_by_role("heading")).to_have_count(1)
    assert [url for url in asked if "Kestrel" in unquote(url)] == []
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.hash]")
    assert kept == [0, 0, "", ""]


def test_an_embedded_lookup_names_what_may_be_described(page: Page, other_site: str) -> None:
    page.goto(other_site)
    told = "someone archived the sales account, now xero bounces every line that uses it"
    embedded(page).get_by_label("Paste the error message").fill(told)
    expect(embedded(page).get_by_role("status")).to_have_text("You describe")
    first = embedded(page).get_by_role("list").first.get_by_role("link")
    expect(first).to_have_count(1)
    expect(first).to_contain_text("archived or deleted in Xero")
    expect(embedded(page)).to_contain_text("Or perhaps")


def test_an_embedded_lookup_with_nothing_in_it_asks_for_a_message(page: Page, other_site: str) -> None:
    page.goto(other_site)
    embedded(page).get_by_role("button", name="Find the fix").click()
    expect(embedded(page).get_by_role("status")).to_have_text("Paste a message first.")
    expect(embedded(page).get_by_label("Paste the error message")).to_be_focused()


def test_marks_piled_up_on_a_letter_do_not_hold_up_an_embedded_lookup(page: Page, other_site: str) -> None:
    page.goto(other_site)
    box = embedded(page).get_by_label("Paste the error message")
    assert pasted(page, box, PILE) < 2
    expect(embedded(page).get_by_role("heading")).to_have_text([OWED_TITLE])
    assert len(box.input_value()) == len(OWED) + 100


def test_very_many_lines_do_not_hold_up_an_embedded_lookup(page: Page, other_site: str) -> None:
    page.goto(other_site)
    box = embedded(page).get_by_label("Paste the error message")
    assert pasted(page, box, LINES) < 4
    expect(embedded(page).get_by_role("heading")).to_have_text([OWED_TITLE])
    assert box.get_attribute("dir") is None
    expect(box).to_have_css("unicode-bidi", "plaintext")


def test_an_embedded_lookup_says_what_it_does_not_know(page: Page, other_site: str) -> None:
    page.goto(other_site)
    embedded(page).get_by_label("Paste the error message").fill("Three apples and two eggs make a cake")
    expect(embedded(page).get_by_role("status")).to_have_text("We don't know this one")
