"""Which entries are due for review, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from errorbook.catalogue.model import Catalogue, Entry

NOBODY = "nobody"
_CURRENT = ("active", "not-emitted")


@dataclass(frozen=True, slots=True)
class Stale:
    """An entry whose facts somebody has to check again; without ``due``, nobody ever has."""

    owner: str
    entry: Entry
    due: date | None


def due(entry: Entry) -> date | None:
    """Return the last day of an entry's review, or nothing if it had none."""
    if entry.reviewed is None:
        return None
    return date.fromisoformat(entry.reviewed) + timedelta(days=int(entry.review_every[:-1]))


def is_overdue(entry: Entry, today: date) -> bool:
    """Tell whether the time of an entry's review has passed."""
    last = due(entry)
    return last is not None and last < today


def stale(catalogue: Catalogue, today: date) -> list[Stale]:
    """Return the entries that readers meet and nobody has checked in time: by owner, the oldest first."""
    found = [
        Stale(entry.owner or NOBODY, entry, due(entry))
        for entry in catalogue.entries
        if entry.status in _CURRENT and (entry.reviewed is None or is_overdue(entry, today))
    ]
    # Entries without an owner come last: that they have none is the first thing to mend about them.
    return sorted(
        found,
        key=lambda each: (
            each.owner == NOBODY,
            each.owner.lower(),
            each.due or date.min,
            each.entry.id,
        ),
    )
