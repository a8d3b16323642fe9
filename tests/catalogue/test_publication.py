"""Which entries readers are led to, which have a page, and who explains what a merged one did."""

from __future__ import annotations

import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue import publication

MERGED = {"status": "superseded", "superseded_by": ["XERO-0002"]}


@pytest.mark.parametrize(
    ("status", "listed", "page"),
    [
        ("active", True, True),
        ("not-emitted", True, True),
        ("withdrawn", False, True),
        ("draft", False, False),
    ],
)
def test_an_entry_is_listed_or_has_a_page_by_its_status(status: str, listed: bool, page: bool) -> None:
    entry = make_entry(status=status)
    catalogue = make_catalogue(entry)
    assert publication.is_listed(entry) == listed
    assert publication.listed(catalogue) == ((entry,) if listed else ())
    assert publication.has_page(entry, catalogue) == page


@pytest.mark.parametrize(
    ("status", "leads_on"), [("active", True), ("not-emitted", True), ("withdrawn", False), ("draft", False)]
)
def test_a_merged_entry_leads_to_the_one_it_was_merged_into_if_that_can_be_read(
    status: str, leads_on: bool
) -> None:
    merged, heir = make_entry(**MERGED), make_entry(id="XERO-0002", slug="heir", status=status)
    catalogue = make_catalogue(merged, heir)
    assert publication.successor(merged, catalogue) is (heir if leads_on else merged)
    assert publication.has_page(merged, catalogue) == (not leads_on)
    assert publication.successor(heir, catalogue) is heir


def test_an_entry_is_listed_under_its_own_system_and_each_connection_once() -> None:
    entry = make_entry(integrations=["cin7-core", "xero", "quickbooks"])
    assert publication.connections(entry) == ("xero", "cin7-core", "quickbooks")


def test_a_guide_helps_with_the_listed_entries_that_name_it() -> None:
    here = make_entry(guides=["lock-dates"])
    draft = make_entry(id="XERO-0002", slug="draft", status="draft", guides=["lock-dates"])
    catalogue = make_catalogue(here, draft, make_entry(id="XERO-0003", slug="other"))
    assert publication.helped_by("lock-dates", catalogue) == (here,)
    assert publication.helped_by("taxes", catalogue) == ()
