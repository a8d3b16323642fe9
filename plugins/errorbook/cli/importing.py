"""The command that brings a catalogue: another program's list of messages becomes entries."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from errorbook.catalogue import entry_files, ledger, reader
from errorbook.catalogue.model import Entry
from errorbook.cli.options import errors_option
from errorbook.common import reading, writing
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError, Problem, report
from errorbook.importing import entries, mapping, records
from errorbook.importing.entries import Imported
from errorbook.importing.mapping import Mapping
from errorbook.site.choice_labels import counted

LARGEST = 100_000_000
TOGETHER = 200
"""Entries in one file, where a file holds many."""
_MOST_NAMED = 12
_ITEM = re.compile(r"\[[0-9]+\]")


@click.command(name="import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--mapping",
    "mapping_file",
    required=True,
    type=click.Path(path_type=Path),
    help="The file that says which columns become which fields.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@errors_option
def import_command(source: Path, mapping_file: Path, dry_run: bool, folder: Path) -> None:
    """Make entries of the messages in a CSV, JSON or .po file.

    FILE has a row, an object or a message for each error. The mapping names the system, the form of holes and
    an entry in which $column stands for what a record has there. Records that can be no entry are told, each
    with its place, and the others are written; those whose id the catalogue has are left as they are.

    \b
    errorbook import messages.csv --mapping mapping.yml --dry-run
    errorbook import messages.csv --mapping mapping.yml

    Exit code: 0 when each record is an entry, 1 when one is not, or when nothing could be read.
    """
    shown = mapping_file.as_posix()
    wanted, at = mapping.load(shown, reading.text(mapping_file, shown))
    file = source.as_posix()
    rows = records.read(file, reading.text(source, file, LARGEST), wanted.records)
    with writing.alone(folder):
        loaded = reader.read(folder)
        if lost := list(ledger.missing(loaded.ledger_file, loaded.ledger_text, loaded.catalogue.entries)):
            raise CatalogueError(lost)
        entries.check(wanted, at, rows, loaded)
        found = entries.make(wanted, at, file, rows, loaded)
        if found.entries and not dry_run:
            texts = _texts(found.entries, wanted, folder)
            for path in texts:
                path.parent.mkdir(parents=True, exist_ok=True)
            lines = ledger.extend(loaded.ledger, (entry for entry, _ in found.entries))
            writing.write({**texts, folder / ledger.FILE: ledger.render(lines)})
    _tell(found, len(rows), "Would write" if dry_run else "Wrote")
    sys.exit(int(bool(found.problems)))


def _texts(made: list[tuple[Entry, dict[str, Any]]], wanted: Mapping, folder: Path) -> dict[Path, str]:
    """Return the files of entries: one for each, or as many together as a file should hold."""
    home = folder / wanted.system
    if not wanted.file:
        return {home / f"{entry.slug}.yml": entries.dump(fields) for entry, fields in made}
    texts: dict[Path, str] = {}
    number = 1
    for start in range(0, len(made), TOGETHER):
        while (path := home / f"{wanted.file}-{number}.yml").exists() or path in texts:
            number += 1
        several = {entry.slug: fields for entry, fields in made[start : start + TOGETHER]}
        texts[path] = entries.dump({entry_files.SEVERAL: several})
    return texts


def _tell(found: Imported, read: int, wrote: str) -> None:
    """Say what became of all records; those that can be no entry are told by their places."""
    if found.problems:
        say(report(found.problems), err=True)
        common = Counter(_kind(problem) for problem in found.problems)
        say("Could not be expressed:", err=True)
        for what, count in common.most_common(_MOST_NAMED):
            say(f"  {count:>6}  {what}", err=True)
    say(f"{wrote} {len(found.entries)} of {counted(read, 'record')}.")
    if found.open:
        fix = "in 'pastes', write $message, or a column of 'messages': their holes are filled"
        some = _some(len(found.open), "has", "have")
        say(f"{some} an example with a hole left in it, as '{found.open[0]}'; {fix}.")
    if found.passed:
        say(f"{_some(found.passed, 'is', 'are')} not among those that the mapping takes.")
    if found.known:
        say(f"{_some(len(found.known), 'is', 'are')} there already.")
    if found.changed:
        named = ", ".join(found.changed[:_MOST_NAMED]) + (", …" if found.changed[_MOST_NAMED:] else "")
        say(f"{_some(len(found.changed), 'is', 'are')} there with other messages: {named}")


def _some(count: int, one: str, several: str) -> str:
    """Return how many there are, with the verb that goes with it."""
    return f"{count} {one if count == 1 else several}"


def _kind(problem: Problem) -> str:
    """Return what is wrong alike in many records: which field, whichever of its items, and what of it."""
    return f"{_ITEM.sub('', problem.field)}: {problem.what}" if problem.field else problem.what
