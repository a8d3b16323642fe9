"""The ids that options name: an entry that readers are led to, or a word about why there is none."""

import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue.model import Catalogue
from errorbook.site import named_entries
from errorbook.site.named_entries import Named


def catalogue() -> Catalogue:
    return make_catalogue(
        make_entry(id="XERO-0001"),
        make_entry(id="XERO-0002", status="not-emitted"),
        make_entry(id="XERO-0003", status="superseded", superseded_by=["XERO-0001"]),
        make_entry(id="XERO-0004", status="draft"),
        make_entry(id="XERO-0005", status="withdrawn"),
        make_entry(id="XERO-0006", status="superseded", superseded_by=["XERO-0005"]),
        make_entry(id="XERO-0007", status="superseded", superseded_by=["XERO-0001", "XERO-0002"]),
        make_entry(id="XERO-0008", messages=[], aliases=["It is too large"], values={}, examples=[]),
        make_entry(id="XERO-0009", status="superseded", superseded_by=["XERO-0008"]),
    )


USABLE = ["XERO-0001", "XERO-0002", "XERO-0003"]
OTHER = "Name another entry, or remove it"
DEAD = {
    "XERO-0404": ("is 'XERO-0404', which is not in the catalogue", "Correct the id, or remove it"),
    "XERO-0004": ("is 'XERO-0004', a draft without a page", "Remove it until it is published"),
    "XERO-0005": ("is 'XERO-0005', which is withdrawn", OTHER),
    "XERO-0006": ("is 'XERO-0006', which is superseded", OTHER),
    "XERO-0007": ("is 'XERO-0007', which is superseded", OTHER),
}
SILENT = {
    "XERO-0008": ("is 'XERO-0008', which has no example to try", OTHER),
    "XERO-0009": ("is 'XERO-0009', which was merged into XERO-0008, and that has no example to try", OTHER),
}


def test_an_entry_that_was_merged_is_stood_in_for_by_its_heir_once() -> None:
    assert list(named_entries.faults((("examples", USABLE), ("popular", USABLE)), catalogue())) == []
    for shown in (named_entries.tried, named_entries.popular):
        assert [entry.id for entry in shown(USABLE[::-1], catalogue())] == ["XERO-0001", "XERO-0002"]


@pytest.mark.parametrize("entry_id", DEAD)
def test_what_leads_readers_nowhere_is_not_shown_and_told(entry_id: str) -> None:
    named: Named = (("examples", ["XERO-0001", entry_id]), ("popular", [entry_id]))
    assert list(named_entries.faults(named, catalogue())) == [
        ("examples", 1, *DEAD[entry_id]),
        ("popular", 0, *DEAD[entry_id]),
    ]
    assert (
        named_entries.tried([entry_id], catalogue()) == named_entries.popular([entry_id], catalogue()) == []
    )


@pytest.mark.parametrize("entry_id", SILENT)
def test_an_entry_without_an_example_can_be_popular_and_is_none_to_try(entry_id: str) -> None:
    named: Named = (("examples", [entry_id]), ("popular", [entry_id]))
    assert list(named_entries.faults(named, catalogue())) == [("examples", 0, *SILENT[entry_id])]
    assert named_entries.tried([entry_id], catalogue()) == []
    assert [entry.id for entry in named_entries.popular([entry_id], catalogue())] == ["XERO-0008"]


def test_every_entry_that_is_shown_is_not_told_of_and_the_others_are() -> None:
    known = catalogue()
    for entry in known.entries:
        told = list(named_entries.faults((("examples", [entry.id]),), known))
        assert bool(told) is not bool(named_entries.tried([entry.id], known))
