"""What the lookup says where no error is sure: it looks like one, is described, or is not known."""

from __future__ import annotations

import re

import pytest
from browsing import NOISE, OWED, OWED_TITLE, Lookup
from playwright.sync_api import expect

UNKNOWN = "We don't know this one"
DESCRIPTION = "someone archived the sales account, now xero bounces every line that uses it"
VAGUE = "shopify orders have stopped coming in"


def test_a_changed_wording_is_said_with_doubt_and_compared(lookup: Lookup) -> None:
    lookup.paste("Payment amount exceds the amount outstanding on this document")
    assert lookup.answers() == [f"Looks like {OWED_TITLE}"]
    marked = lookup.card().locator(".eb-mark--differs")
    expect(marked).to_have_text(["exceeds", "exceds"])


@pytest.mark.parametrize(
    "text", ["Google Calendar sync failed: invalid_grant Token has been expired or revoked.", "Error 500"]
)
def test_of_several_that_share_a_code_none_is_said_to_be_yours(lookup: Lookup, text: str) -> None:
    lookup.paste(text)
    assert [each.split(" ")[0] for each in lookup.answers()] == ["Looks", "Looks"]
    expect(lookup.status).to_have_text("Looks like one of 2 problems")
    expect(lookup.results).to_contain_text("Yours may be one of these, or another:")
    expect(lookup.card()).to_contain_text("Found by the error code in your paste, not by its words.")
    expect(lookup.results).not_to_contain_text(re.compile("is yours|share the words|words of the message"))


def test_noise_is_not_dressed_up_as_an_answer(lookup: Lookup) -> None:
    lookup.paste(NOISE)
    assert lookup.answers() == []
    expect(lookup.status).to_have_text(UNKNOWN)
    expect(lookup.page.get_by_role("heading", name=UNKNOWN)).to_be_visible()
    expect(lookup.results.get_by_role("link", name="Look through all errors")).to_be_visible()
    expect(lookup.results).not_to_contain_text("Not a match, but close")


def test_what_a_heading_announces_is_looked_up_as_a_description(lookup: Lookup) -> None:
    lookup.paste("Business Validation Error: the date lies in a closed period of your books")
    expect(lookup.status).to_contain_text("Looks like: QuickBooks refused the record")
    told = lookup.results.get_by_role("region", name="Your text may tell of one of these")
    expect(told.get_by_role("link").first).to_have_text("The books are closed for the date of the record")
    lookup.paste(OWED)
    expect(told).to_have_count(0)


def test_a_description_gets_entries_and_no_answer(lookup: Lookup) -> None:
    asked: list[str] = []
    lookup.page.on("request", lambda request: asked.append(request.url))
    lookup.paste(OWED)
    assert len([url for url in asked if "/descriptions." in url]) == 1
    lookup.paste(DESCRIPTION)
    title = "A line uses an account that was archived or deleted in Xero"
    expect(lookup.status).to_have_text(f"You describe: {title}")
    expect(lookup.results.get_by_role("link", name=title)).to_be_visible()
    expect(lookup.results).not_to_contain_text("This is")
    expect(lookup.card()).to_have_count(0)
    assert 1 <= lookup.results.locator("h2 a, .eb-near li").count() <= 5
    # Nothing of it is loaded before somebody asks, and then once, whatever is asked.
    lookup.paste("why is my stock not what shopify shows")
    expect(lookup.results).to_contain_text(re.compile("You describe|Perhaps one of these"))
    assert len([url for url in asked if "/descriptions." in url]) == 1


def test_what_fits_several_entries_alike_is_said_of_none_for_sure(lookup: Lookup) -> None:
    lookup.paste(VAGUE)
    expect(lookup.status).to_contain_text("Perhaps one of these")
    expect(lookup.results.locator(".eb-near li")).to_have_count(5)
    expect(lookup.results).not_to_contain_text("You describe")


def test_without_its_index_a_description_is_not_known(lookup: Lookup) -> None:
    lookup.page.route("**/descriptions.*", lambda route: route.abort())
    lookup.paste(DESCRIPTION)
    expect(lookup.status).to_have_text(UNKNOWN)
    lookup.page.unroute("**/descriptions.*")
    lookup.paste(f"{DESCRIPTION} again")
    expect(lookup.status).to_contain_text("You describe")


def test_an_unknown_text_has_ways_to_go_on(lookup: Lookup) -> None:
    lookup.paste("Kestrel Packaging 8841: the flux of the invoice was not accepted")
    where = lookup.results.get_by_role("link", name="Find the whole message")
    expect(where).to_have_attribute("href", re.compile("where/$"))
    lookup.results.get_by_role("button", name="Copy the message").click()
    expect(lookup.page.locator("#eb-announcer")).to_have_text("Copied.")
    text = lookup.page.evaluate("navigator.clipboard.readText()")
    assert "was not" in text
    assert not re.search("kestrel|packaging|8841", text, re.IGNORECASE)


def test_who_asks_how_something_is_done_is_led_to_the_guides_and_back(lookup: Lookup) -> None:
    lookup.paste("what is the right way to refund a customer who overpaid")
    lookup.results.get_by_role("link", name="Read a guide").click()
    expect(lookup.page.get_by_role("link", name="Customer credit for an overpayment")).to_be_in_viewport()
    lookup.page.go_back()
    expect(lookup.status).to_have_text(UNKNOWN)


@pytest.mark.parametrize("text", [OWED.replace("exceeds", "exceds"), DESCRIPTION])
def test_an_unsure_answer_has_ways_to_go_on(lookup: Lookup, text: str) -> None:
    lookup.paste(text)
    draft = lookup.results.get_by_role("textbox", name="A message to the person who helps you")
    expect(draft).to_be_hidden()
    lookup.results.locator("summary", has_text="Not this error?").click()
    expect(draft).to_be_visible()
    expect(lookup.results.get_by_role("link", name="Find the whole message")).to_be_visible()
    lookup.paste(OWED)
    expect(lookup.results).not_to_contain_text("Not this error?")


def test_a_text_that_ends_too_early_is_noticed(lookup: Lookup) -> None:
    lookup.paste("Something unheard of went wrong with the…")
    expect(lookup.results).to_contain_text("The paste seems to end too early.")


def test_a_line_that_only_announces_says_so(lookup: Lookup) -> None:
    lookup.paste("A validation exception occurred")
    expect(lookup.card()).to_contain_text("This wording is general.")
