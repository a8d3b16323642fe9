"""What a triage found, with no value of any ticket in it: for the report, the terminal and programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from errorbook.catalogue.model import Catalogue
from errorbook.site.choice_labels import counted
from errorbook.triage import gaps
from errorbook.triage.clusters import Proposal
from errorbook.triage.gaps import Change
from errorbook.triage.tally import Periods, Tally
from errorbook.triage.verdicts import KINDS, Kind
from errorbook.wording import ENGLISH, Wording

_SHOWN = 10
# Below this share of tickets that read like an error, another text may have been meant.
_LITTLE = 0.1


@dataclass(frozen=True, slots=True)
class Source:
    """Where the tickets came from."""

    files: tuple[str, ...]
    text: tuple[str, ...]
    """The columns that were read."""
    date: str | None
    """The column with the dates."""
    unread: tuple[str, ...] = ()
    """Other columns that hold sentences."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often an entry was found."""

    id: str
    title: str
    url: str
    rows: int
    sure: int
    likely: int
    first: date | None
    last: date | None
    trend: tuple[int, ...]
    support_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A triage in numbers."""

    source: Source
    rows: int
    tickets: int
    """How many tickets the rows are of; what follows counts each once."""
    kinds: Mapping[Kind, int]
    errors: tuple[Frequency, ...]
    unit: str
    periods: tuple[date, ...]
    trend: Mapping[Kind, tuple[int, ...]]
    undated: int
    proposals: tuple[Proposal, ...] | None
    """None where texts could not be put together."""
    scattered: int
    """Tickets whose unknown message too few others share."""
    less: tuple[Change, ...] = ()
    """What came less often since its entry was changed."""
    question: str = ""
    """Where little was found: what else there is to read."""

    def to_json(self) -> dict[str, Any]:
        """Return the summary as JSON values; days are ISO 8601."""
        values: dict[str, Any] = json.loads(json.dumps(asdict(self), default=str))
        return values


def summarise(
    tally: Tally,
    proposals: tuple[Proposal, ...] | None,
    scattered: int,
    catalogue: Catalogue,
    links: Mapping[str, str],
    source: Source,
) -> Summary:
    """Return the summary of what was counted."""
    every: Counter[date] = sum(tally.days.values(), Counter())
    periods = Periods.of(every)
    entries = {entry.id: entry for entry in catalogue.entries}
    return Summary(
        source,
        tally.rows,
        tally.tickets,
        {kind: tally.kinds[kind] for kind in KINDS},
        tuple(
            Frequency(
                id_,
                entries[id_].title,
                links[id_],
                count.rows,
                count.sure,
                count.likely,
                min(count.days, default=None),
                max(count.days, default=None),
                tuple(periods.count(count.days)),
                entries[id_].support_notes,
            )
            for id_, count in tally.most_frequent()
        ),
        periods.unit,
        periods.starts,
        {kind: tuple(periods.count(tally.days[kind])) for kind in KINDS},
        tally.undated,
        proposals,
        scattered,
        gaps.seen_less(
            catalogue.entries,
            {id_: count.days for id_, count in tally.entries.items()},
            (min(every), max(every)) if every else None,
        ),
        _question(tally, source),
    )


def _question(tally: Tally, source: Source) -> str:
    """Ask whether the right text was read, where hardly a ticket reads like an error."""
    telling = tally.tickets - tally.kinds["none"]
    if telling >= _LITTLE * tally.tickets:
        return ""
    others = ", ".join(f"'{name}'" for name in source.unread[:_SHOWN])
    fix = (
        f"Is the text in {others}? Name every column that holds some with --column"
        if others
        else "Does the export hold the messages? A subject rarely says what is wrong"
    )
    return f"Only {telling:,} of {counted(tally.tickets, 'ticket')} read like an error. {fix}."


def as_lines(summary: Summary) -> list[str]:
    """Return the summary for a terminal: the most of each."""
    source = summary.source
    dated = f", dates in '{source.date}'" if source.date else ""
    columns = " and ".join(f"'{name}'" for name in source.text)
    rows = f" in {counted(summary.rows, 'row')}" if summary.rows != summary.tickets else ""
    lines = [f"{counted(summary.tickets, 'ticket')}{rows}, text in {columns}{dated}"]
    lines += [
        f"  {number:>9,}  {share(number, summary.tickets):>4}  {kind_words(kind, ENGLISH)}"
        for kind, number in summary.kinds.items()
    ]
    if summary.question:
        lines += ["", summary.question]
    if summary.errors:
        lines += ["", "Most frequent"]
        lines += [f"  {error.rows:>9,}  {error.id}  {error.title}" for error in summary.errors[:_SHOWN]]
        lines += _more(len(summary.errors))
    if summary.proposals:
        lines += ["", "Without an article"]
        for proposal in summary.proposals[:_SHOWN]:
            since = f"  since {proposal.first}" if proposal.first else ""
            lines += [
                f"  {proposal.rows:>9,}  {proposal.template}{since}",
                f"             {proposal.command}",
            ]
        lines += _more(len(summary.proposals))
    if summary.less:
        lines += ["", "Less since the entry was changed, in tickets a week"]
        lines += [
            f"  {change.before:>7.1f} → {change.after:.1f}  {change.id}  {change.title}, {change.reviewed}"
            for change in summary.less[:_SHOWN]
        ]
        lines += _more(len(summary.less))
    return lines


def kind_words(kind: Kind, wording: Wording) -> str:
    """Return what is said of texts of a kind."""
    return wording.say(f"triage.kind.{kind}")


def share(number: int, of: int) -> str:
    """Return a share in per cent."""
    return f"{100 * number / of:.0f} %" if of else "0 %"


def _more(number: int) -> list[str]:
    return [f"             and {number - _SHOWN} more, in the report"] if number > _SHOWN else []
