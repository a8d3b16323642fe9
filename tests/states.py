"""Every kind of page of the built site, and every state that people bring it into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from browsing import NOISE, OWED, PAID, PASTE, come_near, search
from playwright.sync_api import FilePayload, Page

ENTRY = "errors/xero/payment-exceeds-amount-outstanding/"
BROKEN = f"It says {OWED[:-12]} on ths documnt"
TOLD = "the money the customer paid is more than what the invoice still needs"
TICKETS = f'Id,Message\n1,{OWED}\n2,{PAID}\n3,"{NOISE}"\n'
QUESTION = "A payment or credit is already on the invoice"


def _opened(_: Page) -> None:
    """Leave a page as it comes."""


def _pasted(text: str) -> Callable[[Page], None]:
    def paste(page: Page) -> None:
        page.evaluate(PASTE, [page.locator("[data-eb=paste]").element_handle(), text])
        page.wait_for_selector(".eb-lookup--answered")

    return paste


def _typed(page: Page) -> None:
    page.get_by_label("Paste the error message").fill("locked per")
    page.wait_for_selector(".eb-lookup--answered")


def _answered(page: Page) -> None:
    _pasted(OWED)(page)
    page.locator("summary", has_text=QUESTION).click()


def _unfolded(page: Page) -> None:
    come_near(page)
    page.get_by_role("button", name="Copy reply").wait_for()
    page.locator("summary", has_text=QUESTION).click()
    page.get_by_text("See all ways at a glance").click()


def _compared(page: Page) -> None:
    _pasted(BROKEN)(page)
    page.get_by_text("Compare the two").click()


def _filtered(page: Page) -> None:
    page.get_by_label("Filter by words").fill("lock date")
    page.locator(".eb-filter__count", has_text="of").wait_for()


def _searched(page: Page) -> None:
    search(page, "locked period").first.wait_for()


def _batched(page: Page) -> None:
    file = FilePayload(name="tickets.csv", mimeType="text/csv", buffer=TICKETS.encode())
    page.locator("[data-eb=batch-file]").set_input_files(file)
    page.locator("[data-eb=batch-results] table").first.wait_for()


def _explained(page: Page) -> None:
    page.locator("[data-eb=play-paste]").fill(BROKEN)
    page.locator("[data-eb=play-status]", has_text="Looks like").wait_for()


def _without_steps(page: Page) -> None:
    page.route("**/cards/*", lambda route: route.abort())
    _pasted(OWED)(page)
    page.get_by_text("The steps could not be loaded here").wait_for()
    page.unroute("**/cards/*")


def _embedded(page: Page) -> None:
    page.get_by_label("Paste the error message").fill(BROKEN)
    page.locator("[data-errorbook]").get_by_role("heading").wait_for()


def _copied(page: Page) -> None:
    come_near(page)
    page.get_by_role("button", name="Copy reply").click()
    page.get_by_text("See what is copied").click()


def _helped(page: Page) -> None:
    page.locator("h1").click()
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()


def _nothing_left(page: Page) -> None:
    page.get_by_label("Filter by words").fill("apples")
    page.locator(".eb-filter__count--none").wait_for()


def _drafted(page: Page) -> None:
    page.locator("[name=messages]").fill(OWED)
    page.get_by_role("button", name="Show what it changes").click()
    page.locator(".eb-trial__changes").scroll_into_view_if_needed()


@dataclass(frozen=True, slots=True)
class State:
    """Where a page is, and what is done there."""

    address: str
    reach: Callable[[Page], None] = _opened

    def enter(self, page: Page, home: str) -> None:
        """Open the page anew and bring it into this state."""
        page.goto("about:blank")
        page.goto(home + self.address)
        page.wait_for_selector("html.eb-scripted", state="attached")
        self.reach(page)


STATES = {
    "home": State(""),
    "suggestions": State("", _typed),
    "card": State("", _pasted(OWED)),
    "card with an answer": State("", _answered),
    "card that is like": State("", _compared),
    "card without its steps": State("", _without_steps),
    "several errors": State("", _pasted(f"{OWED}\n{PAID}\n{OWED}")),
    "unknown": State("", _pasted(NOISE)),
    "description": State(
        "", _pasted("the money the customer paid is more than what the invoice still needs")
    ),
    "search": State("", _searched),
    "error": State(ENTRY),
    "error with everything open": State(ENTRY, _unfolded),
    "error with a reply to copy": State(ENTRY, _copied),
    "error with the help on keys": State(ENTRY, _helped),
    "index": State("errors/xero/"),
    "index with a filter": State("errors/", _filtered),
    "index with nothing left": State("errors/xero/", _nothing_left),
    "codes": State("errors/by/code/"),
    "guide": State("guides/lock-dates/"),
    "where": State("where/"),
    "privacy": State("privacy/"),
    "contact": State("contact/"),
    "about": State("about/"),
    "batch": State("support/batch/"),
    "batch with tickets": State("support/batch/", _batched),
    "bookmark": State("support/bookmarklet/"),
    "embedding": State("support/embedding/"),
    "embedding with an answer": State("support/embedding/", _embedded),
    "playground": State("playground/", _explained),
    "playground with a draft": State("playground/", _drafted),
    "for programs": State("api/"),
    "adding an error": State("contributing/adding-an-error/"),
    "missing page": State("404.html"),
}
"""All of them by name."""
