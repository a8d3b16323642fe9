"""How ordinary a wording is, and what an ordinary one is the ground for."""

from __future__ import annotations

import own
import pytest
from twins import twins

from errorbook.indexing.everyday import bits, is_everyday, is_short, listed

ORDINARY = """\
Password must be valid
User not found
The file could not be found
This field cannot be empty
Please enter a valid phone number
Page does not exist
Date must be in the future
You cannot delete this user
Invalid request
Username already exists
Name is already in use
The link has expired
Permission denied
Access denied
Please select a valid option
Price must be greater than zero
Image could not be uploaded
Value is out of range
You are not allowed to view this page
Something went wrong, please try again
An error occurred
Description is required
Start date must be before end date
The title field is required
No results found""".splitlines()
TELLING = """\
The UnitAmount value is invalid. UnitAmount must not be equal to zero
Payment amount exceeds the amount outstanding on this document
The document date cannot be before the period lock date
Subscription period has ended or canceled or there was a billing problem
You can only add or edit purchase orders with fewer lines on this plan
The account period has closed and the account books cannot be updated through the QBO Services API.
Discounts may not be applied to ACCPAY invoices.
Transaction date is prior to start date for inventory item
Stale Object Error : You and somebody else were working on this at the same time.
Stock allocation for the warehouse exceeds the quantity on hand
The fulfillment order has no remaining line items that were not shipped
ApplicationAuthenticationFailed
InvalidSalesCustomer
Depreciation journal locked by the consolidation run
Payments can only be made against Authorised documents
Duplicate Document Number Error : You must specify a different number.
The nexus for the ship-from address is undefined in this jurisdiction
Backordered kit components block the sales invoice export
Multicurrency is switched off for this ledger, remit in the home currency
Bank rule conflicts with a reconciled statement line""".splitlines()
FRAMES = ("{}", "<span class='form-error'>{}</span>", "alert('{}');", '{{"message": "{}"}}', "Error: {}")


def test_most_of_what_any_program_says_is_everyday() -> None:
    rare = [(text, round(bits(text))) for text in ORDINARY if not is_everyday(text)]
    assert len(rare) <= 0.1 * len(ORDINARY), rare


@pytest.mark.parametrize("text", TELLING)
def test_what_one_product_says_is_not(text: str) -> None:
    assert not is_everyday(text), bits(text)


def test_the_playground_holds_the_same_wordings_for_anybody_s() -> None:
    messages = [message.text for entry in own.known().entries for message in entry.messages]
    texts = [*ORDINARY, *TELLING, *messages, "{a} {b}", "Bad {{code}}", "Straße", "É1"]
    with twins(own.index()) as both:
        told = both.ordinary(texts, listed())
    assert told == [[is_everyday(text), is_short(text)] for text in texts]
    assert {anybodys for anybodys, _ in told} == {short for _, short in told} == {True, False}


def test_what_fills_a_hole_tells_nothing() -> None:
    assert bits("Account {code} is not valid") < bits("Account code is not valid")
    assert bits("{a} {b}") == 0


def test_an_everyday_wording_is_sure_only_beside_the_name_of_its_system() -> None:
    asked = 0
    for entry in own.index()["entries"]:
        name = own.index()["sources"]["own"][entry["system"]][0]
        for place in entry.get("everyday", ()):
            text, role = entry["messages"][place]
            if role != "full" or "{" in text or "'" in text or '"' in text:
                continue
            asked += 1
            for frame in FRAMES:
                findings = own.matcher().match(frame.format(text)).findings
                # Words that are a declared code as well may be looked up as one.
                assert [
                    finding for finding in findings if finding.outcome == "is" and finding.message >= 0
                ] == []
            alone = own.matcher().match(text).findings
            named = own.matcher().match(f"{name}: {text}").findings
            if [finding.reason for finding in alone] == ["everyday"]:
                assert [finding.id for finding in named if finding.reason == "everyday"] == [], named
    assert asked > 30


def test_another_message_of_the_system_names_it_as_well() -> None:
    alone = own.matcher().match("Email address must be valid").findings
    both = own.matcher().match(
        "A Contact must be specified for this type of transaction\nEmail address must be valid"
    )
    assert [(finding.outcome, finding.reason) for finding in alone] == [("like", "everyday")]
    assert [finding.outcome for finding in both.findings] == ["is", "is"]
