"""What a code says beside the message of another entry, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from builders import make_catalogue, make_entry
from test_twins import check
from twins import twins

from errorbook.catalogue.model import Entry
from errorbook.indexing import match_index
from errorbook.matching import Matcher

Answer = Callable[[str], list[tuple[str, str]]]


def entry(id_: str, message: str, *codes: str) -> Entry:
    system = "xero" if id_.startswith("XERO") else "quickbooks"
    declared = [{"system": system, "code": code} for code in codes]
    return make_entry(
        id=id_, slug=id_.lower(), system=system, messages=[message], codes=declared, examples=[]
    )


INDEX = match_index.build(
    make_catalogue(
        entry("XERO-0001", "The currency of the warehouse is closed"),
        entry("XERO-0002", "The shelf of the pallet has no barcode", "78"),
        entry("XERO-0003", "The key of the gateway ran out in Xero", "grant_refused", "77"),
        entry("XERO-0004", "The pallet of the warehouse was scanned twice", "value_refused"),
        entry("XERO-0005", "The rack of the warehouse was never scanned", "value_refused"),
        entry("QBO-0001", "The parcel of the courier weighs too little"),
        entry("QBO-0002", "The lease of the connector ran out in QuickBooks", "grant_refused", "77"),
    )
)


@pytest.fixture(scope="module")
def answer() -> Iterator[Answer]:
    with twins(INDEX) as both:
        matcher = Matcher(INDEX)

        def ask(paste: str) -> list[tuple[str, str]]:
            check(both, paste)
            return [(found.id, found.outcome) for found in matcher.match(paste).findings]

        yield ask


pytestmark = pytest.mark.twins
CLOSED, SHELF, PARCEL = (INDEX["entries"][place]["messages"][0][0] for place in (0, 1, 5))


def test_a_code_of_two_systems_alone_names_both(answer: Answer) -> None:
    assert answer('{"error": "grant_refused"}') == [("XERO-0003", "like"), ("QBO-0002", "like")]


@pytest.mark.parametrize(
    ("message", "found", "meant"),
    [
        (CLOSED, "XERO-0001", "XERO-0003"),
        (SHELF, "XERO-0002", "XERO-0003"),
        (PARCEL, "QBO-0001", "QBO-0002"),
    ],
)
def test_a_code_of_two_systems_means_that_of_the_message(
    answer: Answer, message: str, found: str, meant: str
) -> None:
    for code in ("grant_refused", '{"error":"grant_refused"}', "Refreshing the token failed: grant_refused"):
        assert answer(f"{message}\n{code}") == [(found, "is"), (meant, "like")]


def test_a_code_of_both_systems_beside_messages_of_both_means_both(answer: Answer) -> None:
    found = answer(f"{CLOSED}\n{PARCEL}\ngrant_refused")
    assert [id_ for id_, _ in found] == ["XERO-0001", "QBO-0001", "XERO-0003", "QBO-0002"]


def test_a_number_is_taken_for_the_code_of_a_message_that_declares_none(answer: Answer) -> None:
    assert answer(f"Error code 77: {CLOSED}") == [("XERO-0001", "is")]


def test_a_number_that_is_not_the_messages_own_is_said(answer: Answer) -> None:
    assert answer(f"Error code 77: {SHELF}") == [("XERO-0002", "is"), ("XERO-0003", "like")]


def test_a_code_of_several_errors_may_be_that_of_a_message_that_declares_none(answer: Answer) -> None:
    assert answer(f"value_refused: {CLOSED}") == [("XERO-0001", "is")]
