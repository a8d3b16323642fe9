from datetime import date, datetime
from typing import Any

import pytest

from errorbook.triage.columns import Days, date_column, text_column

LONG = "Hi, the payment could not be sent to Xero"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"id": "1", "subject": "Sync failed again", "description": LONG}, "description"),
        ({"Ticket ID": "1", "Subject": "Sync failed again"}, "Subject"),
        ({"description": LONG, "error_message": "Account code is not valid"}, "error_message"),
        ({"createdAt": "2026-01-02", "Body": LONG}, "Body"),
        ({"state": "open", "free text": LONG}, "free text"),
        ({"description": "", "subject": "Sync failed again"}, "subject"),
        ({"id": "1", "state": "open"}, None),
        ({"id": 1}, None),
    ],
)
def test_the_column_of_the_text_is_found(row: dict[str, Any], column: str | None) -> None:
    assert text_column(list(row), [row, row]) == column


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"updated_at": "2026-02-03", "created_at": "2026-01-02T03:04:05Z"}, "created_at"),
        ({"Requested": "2 Jan 2026", "Amount": "12.50"}, "Requested"),
        ({"when": "2026-01-02 03:04", "id": "20260102"}, "when"),
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
        date(2026, 1, 2),
        datetime(2026, 1, 2, 3),
    ],
)
def test_a_day_is_read_however_it_is_written(value: Any) -> None:
    assert Days(None).read(value) == date(2026, 1, 2)


@pytest.mark.parametrize("value", ["", None, "2026-13-01", "30 Feb 2026", "soon", 20260102, "x" * 5000])
def test_what_is_no_day_is_none(value: Any) -> None:
    assert Days(None).read(value) is None


def test_other_rows_say_which_is_the_month() -> None:
    assert Days.of(["3/4/2026", "13/4/2026"]).read("3/4/2026") == date(2026, 4, 3)
    assert Days.of(["3/4/2026", "4/13/2026"]).read("3/4/2026") == date(2026, 3, 4)
    assert Days.of(["3/4/2026", "3.5.2026"]).read("3/4/2026") is None
    assert Days.of(["13/4/2026", "4/13/2026"]).read("3/4/2026") is None
