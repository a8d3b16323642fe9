from conftest import MakeEntry, ReadErrors

from errorbook.checks import coverage


def test_a_catalogue_is_counted_for_programs_and_for_people(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    catalogue = read_errors(
        {
            "xero/a.yml": make_entry(non_examples=["Fine weather"]),
            "xero/b.yml": make_entry(id="XERO-0002", evidence="inferred", reviewed=None),
            "quickbooks/a.yml": make_entry(
                id="QBO-0001",
                status="not-emitted",
                resolution=[{"do": "Look in Xero.", "path": ["Settings", "Lock dates"]}],
            ),
        }
    ).catalogue
    assert coverage.count(catalogue) == {
        "entries": 3,
        "by_system": {"xero": 2, "quickbooks": 1},
        "by_status": {"active": 2, "not-emitted": 1},
        "by_evidence": {"reported": 2, "inferred": 1},
        "messages": 3,
        "examples": 6,
        "non_examples": 1,
        "first_steps_with_a_place": 1,
        "reviewed": 2,
    }
    assert (
        coverage.words(catalogue)
        == """\
Entries:     3 (active 2, not-emitted 1)
By system:   Xero 2, QuickBooks Online 1
By evidence: reported 2, inferred 1
Messages:    3
Examples:    6, and 1 non-example
First steps: 1 of 3 say where to click
Reviewed:    2 of 3"""
    )
