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
