"""The command that says which entries are due for review."""

from __future__ import annotations

import sys
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

import click

from errorbook.catalogue import reader, reviews
from errorbook.catalogue.reviews import Stale
from errorbook.cli.options import as_line, errors_option
from errorbook.common.output import say
from errorbook.site.choice_labels import counted


@click.command()
@errors_option
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day by which reviews are due.  [default: today]"
)
@click.option("--json", "as_json", is_flag=True, help="Print the entries as one JSON list.")
def stale(folder: Path, today: datetime | None, as_json: bool) -> None:
    """List the entries whose review is overdue, or that nobody ever reviewed, by owner.

    An entry says how long a review lasts (review_every) and when the last one was (reviewed). Check its
    facts, mend what changed, and set 'reviewed' to the day.

    \b
    errorbook stale
    errorbook stale --today 2027-01-31     what will be due by then

    Exit code: 0 when nothing is overdue, 1 when something is, 2 when the command was not understood.
    """
    day = today.date() if today else date.today()
    loaded = reader.read(folder)
    found = reviews.stale(loaded.catalogue, day)
    if as_json:
        say(as_line([_record(each, folder / loaded.place(each.entry), day) for each in found]))
    elif not found:
        say(f"No review is overdue on {day}")
    for owner, several in groupby(() if as_json else found, key=lambda each: each.owner):
        say(f"{owner}:")
        for each in several:
            say(f"  {_when(each, day):<20} {each.entry.id}  {each.entry.title}")
    if found and not as_json:
        say(f"{len(found)} {'entry is' if len(found) == 1 else 'entries are'} due for review")
    sys.exit(int(bool(found)))


def _when(each: Stale, day: date) -> str:
    return f"{counted((day - each.due).days, 'day')} overdue" if each.due else "never reviewed"


def _record(each: Stale, file: Path, day: date) -> dict[str, str | int | None]:
    return {
        "owner": each.entry.owner,
        "id": each.entry.id,
        "title": each.entry.title,
        "file": file.as_posix(),
        "reviewed": each.entry.reviewed,
        "due": each.due.isoformat() if each.due else None,
        "days_overdue": (day - each.due).days if each.due else None,
    }
