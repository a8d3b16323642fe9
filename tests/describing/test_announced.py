"""What stands behind a heading, in words that no message has, is looked up as a description."""

from __future__ import annotations

import own
import pytest
from twins import Twins

from errorbook.answering.lookup import Lookup

# What is found, and what the text may tell of besides: the first of it, or nothing.
CASES = {
    "Business Validation Error: the date of this invoice lies in a closed period of your books": "QBO-0073",
    "A validation exception occurred\nthe account on line 2 is archived in your books": "XERO-0055",
    "A business validation error has occurred while processing your request\n"
    "the parent of this customer is inactive": "QBO-0035",
    # It only says the heading again.
    "Duplicate Name Exists Error\nthere is already a supplier that has this name": "",
    # Nothing, or nothing that tells of trouble, stands behind it.
    "A validation exception occurred": "",
    "A validation exception occurred\nKind regards, Maria": "",
    # What is found says itself what is wrong.
    "Account code 41100 is not valid\nthe account on line 2 is archived in your books": "",
}


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(own.known())


@pytest.mark.parametrize(("text", "told"), CASES.items())
def test_the_reason_behind_a_heading_is_suggested_and_never_more(
    lookup: Lookup, both: Twins, text: str, told: str
) -> None:
    result, suggestions = lookup.read(text)
    assert result.findings
    assert (suggestions[0].id if suggestions else "") == told
    assert {each.outcome for each in suggestions} <= {"perhaps"}
    javascript = both.announced(text)
    assert [(each["id"], each["outcome"]) for each in javascript] == [
        (each.id, each.outcome) for each in suggestions
    ]


def test_what_a_heading_announces_is_of_its_system(lookup: Lookup) -> None:
    _, suggestions = lookup.read("A validation exception occurred\nthe account on line 2 is archived")
    named = [own.known().entry(each.id) for each in suggestions]
    assert named
    assert {"xero"} == {system for entry in named if entry for system in [entry.system]}
