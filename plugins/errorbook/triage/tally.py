"""How often each error came, and when: what is counted while rows pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rows of one ticket show together."""

    kind: Kind
    day: date | None
    entries: Mapping[str, str]
    """Each entry with its outcome."""

    @classmethod
    def of(cls, verdict: Verdict, day: date | None) -> Seen:
        """Return what one row shows."""
        # The surest last, so that it stays.
        found = sorted(verdict.findings, key=lambda found: found.outcome == "is")
        return cls(verdict.kind, day, {finding.id: finding.outcome for finding in found})

    def joined(self, other: Seen) -> Seen:
        """Return what two rows show, the surest of each; the day is that of the first."""
        kind = min(self.kind, other.kind, key=KINDS.index)
        sure = {id_: "is" for seen in (self, other) for id_, how in seen.entries.items() if how == "is"}
        return Seen(kind, self.day or other.day, {**self.entries, **other.entries, **sure})


@dataclass(slots=True)
class Tally:
    """Counts of tickets; every one is of one kind, and has each of its entries once."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    entries: dict[str, Count] = field(default_factory=dict)
    days: dict[Kind, Counter[date]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    undated: int = 0
    rows: int = 0
    _tickets: dict[bytes, Seen] = field(default_factory=dict)

    @property
    def tickets(self) -> int:
        """How many tickets were counted."""
        return self.kinds.total()

    def add(self, verdict: Verdict, day: date | None, ticket: bytes | None = None) -> None:
        """Count a row; ``ticket`` is given where others may be of the same ticket."""
        self.rows += 1
        seen = Seen.of(verdict, day)
        if ticket is not None:
            if before := self._tickets.get(ticket):
                self._count(before, -1)
                seen = before.joined(seen)
            self._tickets[ticket] = seen
        self._count(seen, 1)

    def _count(self, seen: Seen, number: int) -> None:
        self.kinds[seen.kind] += number
        if seen.day:
            self.days[seen.kind][seen.day] += number
        else:
            self.undated += number
        for id_, outcome in seen.entries.items():
            count = self.entries.setdefault(id_, Count())
            if outcome == "is":
                count.sure += number
            else:
                count.likely += number
            if seen.day:
                count.days[seen.day] += number

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
