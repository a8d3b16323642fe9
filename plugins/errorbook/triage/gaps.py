"""What to do next: which articles are worth writing, and which errors came less since theirs was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from errorbook.catalogue.model import Entry
from errorbook.common.template import holes
from errorbook.triage.clusters import Proposal
from errorbook.wording import Wording

MOST = 10
# A change shows only where there is some time, and some tickets, to compare it with.
_LEAST_DAYS, _LEAST_TICKETS, _LESS = 14, 5, 0.8


@dataclass(frozen=True, slots=True)
class Change:
    """An entry whose error came less often since the day of its review, in tickets for each week."""

    id: str
    title: str
    reviewed: date
    before: float
    after: float


def worth_writing(proposals: Sequence[Proposal] | None) -> tuple[Proposal, ...]:
    """Return the proposals that most tickets wait for."""
    return tuple(proposals or ())[:MOST]


def to_know(proposal: Proposal, wording: Wording) -> Iterator[str]:
    """Yield what somebody has to find out before the article can be written."""
    names = ", ".join(f"{{{name}}}" for name in holes(proposal.template))
    if proposal.nearest:
        yield wording.say("triage.know.nearest", ids=", ".join(proposal.nearest))
    if not proposal.system:
        yield wording.say("triage.know.system")
    if names:
        yield wording.say("triage.know.holes", holes=names)
    yield wording.say("triage.know.where")
    yield wording.say("triage.know.fix")


def seen_less(
    entries: Sequence[Entry], days: Mapping[str, Counter[date]], span: tuple[date, date] | None
) -> tuple[Change, ...]:
    """Return what came clearly less since its review, the greatest fall first.

    ``span`` are the first and the last day on which any ticket came.
    """
    changes = (_change(entry, days.get(entry.id, Counter()), span) for entry in entries)
    fallen = [change for change in changes if change]
    return tuple(sorted(fallen, key=lambda change: (change.after - change.before, change.id)))


def _change(entry: Entry, days: Counter[date], span: tuple[date, date] | None) -> Change | None:
    if not (span and entry.reviewed):
        return None
    reviewed = date.fromisoformat(entry.reviewed)
    past, since = (reviewed - span[0]).days, (span[1] - reviewed).days + 1
    earlier = sum(number for day, number in days.items() if day < reviewed)
    if min(past, since) < _LEAST_DAYS or earlier < _LEAST_TICKETS:
        return None
    before, after = 7 * earlier / past, 7 * (days.total() - earlier) / since
    if after > _LESS * before:
        return None
    return Change(entry.id, entry.title, reviewed, round(before, 1), round(after, 1))
