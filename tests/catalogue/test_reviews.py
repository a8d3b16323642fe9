"""Reviews: when they are due, and whose entries are late."""

from datetime import date

from builders import make_catalogue, make_entry

from errorbook.catalogue import reviews

DAY = date(2027, 1, 31)


def test_a_review_lasts_as_long_as_the_entry_says() -> None:
    entry = make_entry(reviewed="2027-01-01", review_every="30d")
    assert reviews.due(entry) == DAY
    assert not reviews.is_overdue(entry, DAY)
    assert reviews.is_overdue(entry, date(2027, 2, 1))


def test_an_entry_nobody_reviewed_is_due_but_not_overdue() -> None:
    entry = make_entry()
    assert reviews.due(entry) is None
    assert not reviews.is_overdue(entry, DAY)


def test_late_entries_come_by_owner_and_the_oldest_first() -> None:
    catalogue = make_catalogue(
        make_entry(id="XERO-0001", reviewed="2020-01-02"),
        make_entry(id="XERO-0002", reviewed="2020-01-02", owner="Grace"),
        make_entry(id="XERO-0003", reviewed="2020-01-01", owner="Grace"),
        make_entry(id="XERO-0004", owner="ada"),
        make_entry(id="XERO-0005", reviewed="2027-01-01", owner="ada"),
        make_entry(id="XERO-0006", reviewed="2020-01-02", owner="Grace", status="not-emitted"),
        make_entry(id="XERO-0007", owner="zoe"),
        make_entry(id="XERO-0008", owner="Grace"),
    )
    found = reviews.stale(catalogue, DAY)
    assert [(each.owner, each.entry.id) for each in found] == [
        ("ada", "XERO-0004"),
        ("Grace", "XERO-0008"),
        ("Grace", "XERO-0003"),
        ("Grace", "XERO-0002"),
        ("Grace", "XERO-0006"),
        ("zoe", "XERO-0007"),
        ("nobody", "XERO-0001"),
    ]
    assert [each.due for each in found[:3]] == [None, None, date(2020, 12, 31)]


def test_entries_that_readers_do_not_meet_need_no_review() -> None:
    catalogue = make_catalogue(
        make_entry(status="draft"),
        make_entry(id="XERO-0002", status="withdrawn"),
        make_entry(id="XERO-0003", status="superseded", superseded_by=["XERO-0004"]),
    )
    assert reviews.stale(catalogue, DAY) == []
