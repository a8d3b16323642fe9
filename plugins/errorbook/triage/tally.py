"""How often each error came, and when: what is counted while rows pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from errorbook.triage.verdicts import KINDS, Kind, Verdict

_MOST_DAYS, _MOST_WEEKS = 45, 60


@dataclass(slots=True)
class Count:
    """How often one entry was found."""

    sure: int = 0
    likely: int = 0
    days: Counter[date] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        """In how many tickets it was found."""
        return self.sure + self.likely


@dataclass(slots=True)
class Tally:
    """Counts of verdicts; every row is of one kind, and has each of its entries once."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    entries: dict[str, Count] = field(default_factory=dict)
    days: dict[Kind, Counter[date]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    undated: int = 0

    @property
    def rows(self) -> int:
        """How many rows were counted."""
        return self.kinds.total()

    def add(self, verdict: Verdict, day: date | None) -> None:
        """Count a row."""
        self.kinds[verdict.kind] += 1
        if day:
            self.days[verdict.kind][day] += 1
        else:
            self.undated += 1
        for id_, outcome in {found.id: found.outcome for found in verdict.findings}.items():
            count = self.entries.setdefault(id_, Count())
            if outcome == "is":
                count.sure += 1
            else:
                count.likely += 1
            if day:
                count.days[day] += 1

    def most_frequent(self) -> list[tuple[str, Count]]:
        """Return every entry that was found, the most frequent first."""
        return sorted(self.entries.items(), key=lambda item: (-item[1].rows, item[0]))


@dataclass(frozen=True, slots=True)
class Periods:
    """Days, weeks or months in a row, as fits the time that they cover."""

    unit: str
    starts: tuple[date, ...]

    @classmethod
    def of(cls, days: Iterable[date]) -> Periods:
        """Return the periods from the first to the last of some days."""
        known = sorted(set(days))
        if not known:
            return cls("day", ())
        first, last = known[0], known[-1]
        length = (last - first).days
        unit = "day" if length < _MOST_DAYS else "week" if length < 7 * _MOST_WEEKS else "month"
        step = timedelta({"day": 1, "week": 7, "month": 31}[unit])
        starts = [_start(first, unit)]
        while (following := _start(starts[-1] + step, unit)) <= last:
            starts.append(following)
        return cls(unit, tuple(starts))

    def count(self, days: Counter[date]) -> list[int]:
        """Return how many fall into each period."""
        counts = Counter[date]()
        for day, number in days.items():
            counts[_start(day, self.unit)] += number
        return [counts[start] for start in self.starts]


def _start(day: date, unit: str) -> date:
    if unit == "month":
        return day.replace(day=1)
    return day - timedelta(day.weekday()) if unit == "week" else day
