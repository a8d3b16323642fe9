"""Links: to a page with its values, to a page that has moved, to the lookup with a text."""

from __future__ import annotations

from browsing import OWED, OWED_TITLE, come_near
from playwright.sync_api import Page, expect

OWED_URL = "errors/xero/payment-exceeds-amount-outstanding/"
ARCHIVED = (
    "Account code '{}' has been archived, or has been deleted. Each line item must reference a valid account."
)
ARCHIVED_URL = "errors/xero/account-archived-or-deleted/"
LINKED = "Values came from the link; check them against your own error."


def test_a_crafted_link_shows_text_and_nothing_else(page: Page, home: str) -> None:
    for value in ("%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "call%20%2B1%20800%20555%200100", "x" * 300):
        page.goto(f"{home}{ARCHIVED_URL}#v.code={value}&v.account={value}&v.__proto__=1")
        page.reload()
        expect(page.get_by_role("button", name="Copy reply")).to_be_visible()
        assert page.locator("article img[src=x]").count() == 0
        expect(page.locator("article")).not_to_contain_text("800 555")
        for values in page.locator("article bdi").all_inner_texts():
            assert len(values) <= 201
        assert page.locator(":is(h1, h2, h3, a, button) bdi").count() == 0


def test_a_page_without_values_in_its_link_says_nothing_of_them(page: Page, home: str) -> None:
    page.goto(f"{home}{ARCHIVED_URL}#sources")
    come_near(page)
    expect(page.get_by_role("button", name="Copy reply")).to_be_visible()
    expect(page.get_by_text(LINKED)).to_have_count(0)


def test_old_addresses_lead_to_the_page_and_take_the_fragment_along(page: Page, changed_home: str) -> None:
    # The steps of an error that was merged into another are not those of its page.
    for old, fragment in (
        ("e/XERO-0001/", "#step-1"),
        ("e/xero-0001/", "#step-1"),
        ("errors/xero/paid-too-much/", "#step-1"),
        ("e/XERO-0056/", ""),
    ):
        page.goto(f"{changed_home}{old}#step-1")
        page.wait_for_url(f"{changed_home}{OWED_URL}{fragment}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(OWED_TITLE)


def test_a_link_looks_a_text_up_and_leaves_the_address_clean(page: Page, home: str) -> None:
    page.goto(f"{home}#q=Payment+amount+exceeds%20the%20amount%20outstanding%20on%20this%20document")
    expect(page.locator(".eb-card__title")).to_have_text([OWED_TITLE])
    assert page.url == home
    page.evaluate("text => { location.hash = `q=${encodeURIComponent(text)}` }", ARCHIVED.format(200))
    expect(page.locator(".eb-card__id")).to_have_text(["XERO-0055"])


def test_the_bookmark_looks_the_selection_up(page: Page, home: str) -> None:
    page.goto(f"{home}support/bookmarklet/")
    address = page.get_by_role("link", name="Look up this error").get_attribute("href") or ""
    assert address.startswith("javascript:")
    page.goto("about:blank")
    page.set_content(f"<p>Ticket 7: <b>{OWED}</b></p>")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('b'))")
    with page.context.expect_page() as opened:
        page.evaluate("address => { location.href = address }", address)
    answer = opened.value
    expect(answer.locator(".eb-card__title")).to_have_text([OWED_TITLE])
    assert answer.url == home
    assert answer.evaluate("[opener, document.referrer]") == [None, ""]
