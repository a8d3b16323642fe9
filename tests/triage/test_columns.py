from datetime import date, datetime
from typing import Any

import pytest

from errorbook.triage.columns import Days, cell, date_column, named, paths, text_columns, ticket_column

LONG = "Hi, the payment could not be sent to Xero"


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ({"id": "1", "subject": "Sync failed again", "description": LONG}, ["description"]),
        ({"Ticket ID": "1", "Subject": "Sync failed again"}, ["Subject"]),
        ({"description": LONG, "error_message": "Account code is not valid"}, ["error_message"]),
        ({"createdAt": "2026-01-02", "Body": LONG}, ["Body"]),
        ({"state": "open", "free text": LONG}, ["free text"]),
        ({"description": "", "subject": "Sync failed again"}, ["subject"]),
        (
            {"Description": LONG, "Comment": LONG, "Comment (2)": ""},
            ["Description", "Comment", "Comment (2)"],
        ),
        ({"Custom field (Error message)": LONG, "Summary": "Sync again"}, ["Custom field (Error message)"]),
        ({"subject": "Sync", "comments": [{"body": LONG, "author_id": 1}]}, ["comments"]),
        (
            {"fields": {"summary": "Sync", "comment": {"comments": [{"body": LONG}]}}},
            ["fields.comment.comments"],
        ),
        ({"tags": ["one", "two", "three"], "subject": "Sync again"}, ["subject"]),
        ({"id": "1", "state": "open"}, []),
        ({"id": 1}, []),
    ],
)
def test_the_columns_of_the_text_are_found(row: dict[str, Any], columns: list[str]) -> None:
    assert text_columns(paths(list(row), [row, row]), [row, row]) == columns


def test_a_text_that_few_rows_have_is_not_all_that_is_read() -> None:
    rows = [{"subject": "Sync again", "comment": LONG if number == 0 else ""} for number in range(5)]
    assert text_columns(["subject", "comment"], rows) == ["subject", "comment"]


def test_where_telling_columns_are_nearly_empty_the_fullest_is_read_as_well() -> None:
    rows = [{"description": LONG if number == 0 else "", "note": LONG} for number in range(5)]
    assert text_columns(["description", "note"], rows) == ["description", "note"]


def test_a_name_with_dots_leads_into_an_object() -> None:
    row = {"fields": {"summary": "a", "x.y": "b"}, "a.b": "c"}
    assert [cell(row, name) for name in ("fields.summary", "fields.x.y", "a.b", "fields.no", "no.no")] == [
        "a",
        "b",
        "c",
        None,
        None,
    ]


def test_a_name_means_every_column_that_repeats_it() -> None:
    assert named(["Comment", "Comment (2)", "Comments"], "Comment") == ["Comment", "Comment (2)"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"id": 5, "conversation_id": "c1"}, "conversation_id"),
        ({"Ticket ID": "1", "Requester id": "2"}, "Ticket ID"),
        ({"Issue key": "SUP-1", "Issue id": "2"}, "Issue key"),
        ({"Ticket": "#12"}, "Ticket"),
        ({"Ticket": "Sync", "Issue": "It failed 3 times", "Number": 2}, None),
        ({"id": ""}, None),
        ({"text": "x"}, None),
    ],
)
def test_the_column_of_the_tickets_number_is_found(row: dict[str, Any], column: str | None) -> None:
    assert ticket_column(list(row), [row]) == column


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"updated_at": "2026-02-03", "created_at": "2026-01-02T03:04:05Z"}, "created_at"),
        ({"Requested": "2 Jan 2026", "Amount": "12.50"}, "Requested"),
        ({"when": "2026-01-02 03:04", "id": "20260102"}, "when"),
        ({"created_at": 1793606400, "id": 1793606400}, "created_at"),
        ({"id": 1793606400}, None),
        ({"Created": "22/Nov/26 8:00 AM", "x": "1"}, "Created"),
        ({"id": "20260102", "phone": "2026 123"}, None),
        ({"created_at": "soon"}, None),
    ],
)
def test_the_column_of_the_date_is_found(row: dict[str, Any], column: str | None) -> None:
    assert date_column(list(row), [row]) == column


@pytest.mark.parametrize(
    "value",
    [
        "2026-01-02",
        "2026-01-02T23:59:59+02:00",
        "2026/01/02 10:00",
        "2 Jan 2026",
        "2 January 2026, 10:00",
        "Jan 2, 2026",
        "02-Jan-2026",
        "2.01.2026",
        "02.01.26 10:00",
        "Fri, 02 Jan 2026 10:00:00 +0000",
        "Friday, January 2, 2026",
        date(2026, 1, 2),
        datetime(2026, 1, 2, 3),
    ],
)
def test_a_day_is_read_however_it_is_written(value: Any) -> None:
    assert Days(None).read(value) == date(2026, 1, 2)


@pytest.mark.parametrize("value", ["", None, "2026-13-01", "30 Feb 2026", "soon", 20260102, "x" * 5000])
def test_what_is_no_day_is_none(value: Any) -> None:
    assert Days(None).read(value) is None


def test_seconds_are_a_day_only_where_they_may_be() -> None:
    assert Days(None, seconds=True).read(1793606400) == date(2026, 11, 2)
    assert Days(None).read(1793606400) is None
    assert Days(None, seconds=True).read(12) is None
    # A table has them as text, and many programs count milliseconds.
    for written in ("1793606400", 1793606400000, "1793606400000", "20261102", 20261102):
        assert Days(None, seconds=True).read(written) == date(2026, 11, 2)
        assert Days(None).read(written) is None
    assert Days(None, seconds=True).read("20261399") is None
    assert Days(None, seconds=True).read("9" * 5000) is None


def test_a_day_is_that_which_is_written_whatever_its_time_zone() -> None:
    for written in ("2026-01-02T23:30:00-08:00", "2026-01-02T00:30:00+13:00", "2026-01-02 23:30 UTC"):
        assert Days(None).read(written) == date(2026, 1, 2)


def test_other_rows_say_which_is_the_month() -> None:
    assert Days.of(["3/4/2026", "13/4/2026"]).read("3/4/2026") == date(2026, 4, 3)
    assert Days.of(["3/4/2026", "4/13/2026"]).read("3/4/2026") == date(2026, 3, 4)
    assert Days.of(["3/4/2026", "3.5.2026"]).read("3/4/2026") is None
    assert Days.of(["13/4/2026", "4/13/2026"]).read("3/4/2026") is None
    assert Days.of(["1/2/26", "1/31/26"]).read("1/2/26") == date(2026, 1, 2)
    assert Days.of(["3.4.2026", "4.13.2026"]).read("3.4.2026") == date(2026, 3, 4)
