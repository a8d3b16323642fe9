"""The catalogue as values: finding entries, what became of merged ones, and what an entry knows of itself."""

from __future__ import annotations

import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue.model import Catalogue


def merged(**into: list[str]) -> Catalogue:
    """Return a catalogue of entries by their last digit, each with those that it was merged into."""
    return make_catalogue(
        *(
            make_entry(
                id=f"XERO-000{name[1:]}",
                slug=name,
                status="superseded" if others else "active",
                superseded_by=[f"XERO-000{other}" for other in others],
            )
            for name, others in into.items()
        )
    )


def heirs(catalogue: Catalogue) -> list[str]:
    return [catalogue.heir(entry).id[-1] for entry in catalogue.entries]


def test_an_entry_is_found_by_its_id_and_the_first_of_two() -> None:
    first, second = make_entry(slug="a"), make_entry(slug="b")
    catalogue = make_catalogue(first, second)
    assert catalogue.entry("XERO-0001") is first
    assert catalogue.entry("XERO-0002") is None


@pytest.mark.parametrize(
    ("into", "found"),
    [
        ({"a1": [], "a2": ["1"]}, "11"),
        ({"a1": ["2"], "a2": ["3"], "a3": ["4"], "a4": []}, "4444"),
        ({"a4": [], "a3": ["4"], "a2": ["3"], "a1": ["2"]}, "4444"),
        ({"a1": ["9"]}, "1"),
        ({"a1": ["2"], "a2": ["9"]}, "22"),
        ({"a1": ["2", "3"], "a2": [], "a3": []}, "123"),
        ({"a1": ["2"], "a2": ["3", "4"], "a3": [], "a4": []}, "2234"),
    ],
)
def test_the_heir_of_an_entry_is_at_the_end_of_its_merges(into: dict[str, list[str]], found: str) -> None:
    assert "".join(heirs(merged(**into))) == found


def test_entries_that_were_merged_in_a_circle_share_an_heir_of_the_circle() -> None:
    found = heirs(merged(a1=["2"], a2=["3"], a3=["2"]))
    assert len(set(found)) == 1
    assert found[0] in "23"


def test_only_a_superseded_entry_has_an_heir() -> None:
    withdrawn = make_entry(status="withdrawn", superseded_by=["XERO-0002"])
    catalogue = make_catalogue(withdrawn, make_entry(id="XERO-0002", slug="b"))
    assert catalogue.heir(withdrawn) is withdrawn
    other = make_entry(id="XERO-0003")
    assert catalogue.heir(other) is other


def test_all_but_drafts_are_published() -> None:
    statuses = ("draft", "active", "not-emitted", "superseded", "withdrawn")
    entries = [make_entry(id=f"XERO-000{n}", status=status) for n, status in enumerate(statuses)]
    assert make_catalogue(*entries).published == tuple(entries[1:])


@pytest.mark.parametrize(
    ("roles", "has"),
    [([], False), (["status"], False), (["wrapper", "status"], False), (["wrapper", "error"], True)],
)
def test_a_code_that_means_the_error_is_its_own(roles: list[str], has: bool) -> None:
    codes = [{"system": "xero", "code": str(n), "role": role} for n, role in enumerate(roles)]
    assert make_entry(codes=codes).has_code is has


def test_an_address_is_of_folder_and_file() -> None:
    assert make_entry(system="xero", slug="too-large").address == "xero/too-large"


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("42P01", "Syntax"),
        ("42501", "Access"),
        ("425", "Access"),
        ("4250", "Access"),
        ("23505", ""),
        ("", ""),
    ],
)
def test_a_code_is_of_the_family_with_the_longest_known_beginning(code: str, family: str) -> None:
    system = {"name": "P", "prefix": "P", "families": {"42": "Syntax", "425": "Access"}}
    words = make_catalogue(words={"systems": {"p": system}}).vocabulary
    assert words.systems["p"].family(code) == family
    lower = {**system, "families": {"ts": "Types"}}
    assert make_catalogue(words={"systems": {"p": lower}}).vocabulary.systems["p"].family("TS1") == "Types"
