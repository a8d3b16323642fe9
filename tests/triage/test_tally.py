from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errorbook.triage.tally import Periods, Tally
from errorbook.triage.verdicts import KINDS, Found, Verdict

DAYS = st.none() | st.dates(date(2020, 1, 1), date(2027, 12, 31))
FOUND = st.builds(
    Found,
    st.sampled_from(["XERO-0001", "XERO-0002", "QBO-0001"]),
    st.sampled_from(["is", "like"]),
    st.just({}),
)
VERDICTS = st.builds(
    Verdict,
    st.lists(FOUND, max_size=3, unique_by=lambda found: found.id).map(tuple),
    st.sampled_from(["", "It failed"]),
)


@given(st.lists(st.tuples(VERDICTS, DAYS)))
def test_totals_add_up(rows: list[tuple[Verdict, date | None]]) -> None:
    tally = Tally()
    for verdict, day in rows:
        tally.add(verdict, day)
    dated = [day for _, day in rows if day]
    periods = Periods.of(dated)
    assert tally.rows == len(rows)
    assert sum(tally.kinds.values()) == len(rows)
    assert tally.undated + len(dated) == len(rows)
    assert sum(sum(periods.count(tally.days[kind])) for kind in KINDS) == len(dated)
    for id_, count in tally.most_frequent():
        showing = [day for verdict, day in rows for found in verdict.findings if found.id == id_]
        assert count.rows == count.sure + count.likely == len(showing)
        assert sum(periods.count(count.days)) == sum(day is not None for day in showing)
    most = [count.rows for _, count in tally.most_frequent()]
    assert most == sorted(most, reverse=True)


@pytest.mark.parametrize(
    ("length", "unit", "number"),
    [(0, "day", 1), (44, "day", 45), (45, "week", 7), (419, "week", 60), (420, "month", 14)],
)
def test_periods_fit_the_time_that_they_cover(length: int, unit: str, number: int) -> None:
    first = date(2026, 1, 5)
    periods = Periods.of([first, first + timedelta(length)])
    assert periods.unit == unit
    assert len(periods.starts) in (number, number + 1)
    assert periods.starts[0] <= first


def test_without_days_there_are_no_periods() -> None:
    periods = Periods.of([])
    assert (periods.starts, periods.count(Counter())) == ((), [])


SURE, LIKELY = (Verdict((Found("XERO-0001", outcome, {}),)) for outcome in ("is", "like"))
OTHER = Verdict((Found("QBO-0001", "like", {}),))


def test_the_rows_of_a_ticket_count_once_and_the_surest_stays() -> None:
    tally = Tally()
    first, later = date(2026, 1, 2), date(2026, 1, 3)
    for verdict, day, ticket in [
        (Verdict(()), first, b"a"),
        (LIKELY, later, b"a"),
        (SURE, later, b"a"),
        (OTHER, later, b"a"),
        (Verdict((), "", ("QBO-0001",)), None, b"b"),
        (Verdict((), "It failed"), None, b"b"),
        (Verdict(()), None, b"c"),
        (Verdict((), "", ("QBO-0001",)), None, b"c"),
        (SURE, later, None),
    ]:
        tally.add(verdict, day, ticket)
    assert (tally.rows, tally.tickets, tally.undated) == (9, 4, 2)
    assert +tally.kinds == Counter({"is": 2, "unknown": 1, "described": 1})
    assert [(id_, count.sure, count.likely) for id_, count in tally.most_frequent()] == [
        ("XERO-0001", 2, 0),
        ("QBO-0001", 0, 1),
    ]
    assert +tally.days["is"] == Counter({first: 1, later: 1})
