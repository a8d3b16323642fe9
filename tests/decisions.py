"""The decision of one error, as tests in a browser take its answers."""

from __future__ import annotations

from browsing import Lookup
from playwright.sync_api import Locator, Page, expect

ENTRY = "errors/xero/payment-exceeds-amount-outstanding/"
OUTER = "A payment or credit is already on the invoice"
INNER = "It is right, but the payment in Cin7 Core came on top of it"


def answer(scope: Page | Locator, words: str) -> Locator:
    """Return what is pressed to take an answer."""
    return scope.locator("summary", has_text=words)


def take_both(scope: Page | Locator) -> None:
    """Take an answer, and one to the question that follows from it."""
    answer(scope, OUTER).click()
    answer(scope, INNER).click()


def expect_progress(lookup: Lookup, answers: int, ticked: bool) -> None:
    """Expect so many answers taken, and the first step ticked or not."""
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(answers)
    expect(lookup.card().locator(".eb-step__tick input").first).to_be_checked(checked=ticked)
