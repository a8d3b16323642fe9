"""Ticket exports as one table whose text, date and number are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from errorbook.triage import columns, tables
from errorbook.triage.columns import Days, Row, cell
from errorbook.triage.messages import text_of
from errorbook.triage.table_files import as_text
from errorbook.triage.tables import Table, TableError


@dataclass(frozen=True, slots=True)
class Part:
    """Tables with the same columns, and which of these are read."""

    tables: tuple[Table, ...]
    text: tuple[str, ...]
    dated: str | None
    days: Days
    number: str | None
    """The column that tells one ticket from another, where a ticket may have several rows."""

    def text_of(self, row: Row) -> str:
        """Return the text of a row."""
        values = (cell(row, name) for name in self.text)
        return text_of(value if isinstance(value, (list, dict)) else as_text(value) for value in values)

    def day_of(self, row: Row) -> date | None:
        """Return the day of a row, where it has one."""
        return self.days.read(cell(row, self.dated)) if self.dated else None

    def ticket_of(self, row: Row) -> bytes | None:
        """Return what the rows of one ticket share, also in another export from the same desk."""
        number = as_text(cell(row, self.number)).strip() if self.number else ""
        key = "\n".join([number, self.number or "", self.dated or "", *self.text])
        return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest() if number else None


@dataclass(frozen=True, slots=True)
class Tickets:
    """Tables read one after the other."""

    parts: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table; those with the same columns follow each other."""
        return tuple(table for part in self.parts for table in part.tables)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of every table, in order."""
        return tuple(dict.fromkeys(name for table in self.tables for name in table.columns))

    @property
    def text(self) -> tuple[str, ...]:
        """The columns of the text."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.text))

    @property
    def dated(self) -> str | None:
        """The column of the date."""
        return next((part.dated for part in self.parts if part.dated), None)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(table.rows for table in self.tables)

    @property
    def files(self) -> tuple[str, ...]:
        """What the files are called."""
        return tuple(table.path.name for table in self.tables)

    def rows(self, start: int = 0) -> Iterator[tuple[Part, Row]]:
        """Yield the rows, from one on, each with the part that it is of."""
        every = (
            (part, row)
            for part in self.parts
            for table in part.tables
            for row in tables.rows(table.path, table.encoding, table.wanted)
        )
        return islice(every, start, None)

    def about(self) -> list[str]:
        """Return what is taken as text and date, a line for each kind of table."""
        lines = []
        for part in self.parts:
            names = _listed([table.path.name for table in part.tables], 3)
            dated = f"dates in '{part.dated}'" if part.dated else "no dates"
            lines.append(f"Reading {names}: text in {_listed(part.text, 6)}, {dated}")
        odd = [table.path.name for table in self.tables if table.encoding == "cp1252"]
        if odd:
            lines.append(f"Reading {_listed(odd, 3)} as cp1252; --encoding names another")
        return lines

    def unread(self) -> list[str]:
        """Return the columns that are not read and hold sentences."""
        found = []
        for part in self.parts:
            sample = [row for table in part.tables for row in table.sample]
            paths = columns.paths(part.tables[0].columns, sample)
            found += columns.wordy([path for path in paths if path not in part.text], sample)
        return list(dict.fromkeys(found))


def choose(
    files: Sequence[Path], encoding: str | None = None, texts: Sequence[str] = (), dated: str | None = None
) -> Tickets:
    """Return the tickets of files; columns not named are found. Raises TableError, with all problems."""
    alike: dict[tuple[str, ...], list[Table]] = {}
    parts: list[Part] = []
    problems: list[str] = []
    for file in files:
        try:
            table = tables.survey(file, encoding, [*texts, *([dated] if dated else [])])
            alike.setdefault(table.columns, []).append(table)
        except TableError as error:
            problems.append(str(error))
    for group in alike.values():
        try:
            parts.append(_part(group, texts, dated, len(files) > 1))
        except TableError as error:
            problems.append(str(error))
    if problems:
        raise TableError("\n".join(problems))
    return Tickets(tuple(parts))


def _part(group: Sequence[Table], texts: Sequence[str], dated: str | None, several: bool) -> Part:
    """Return tables with the same columns as a part."""
    file, own = group[0].path, group[0].columns
    sample = [row for table in group for row in table.sample]
    paths = columns.paths(own, sample)
    for name in [*texts, *([dated] if dated else [])]:
        if not columns.named([*own, *paths], name):
            raise TableError(f"{file}: has no column '{name}'. It has {_listed(paths)}")
    text = [path for name in texts for path in dict.fromkeys(columns.named([*own, *paths], name))]
    text = text or columns.text_columns(paths, sample)
    if not text:
        raise TableError(
            f"{file}: no column looks like the text of tickets. Name it with --column: {_listed(paths)}"
        )
    date_name = dated or columns.date_column(paths, sample)
    days = Days.of((cell(row, date_name) for row in sample), seconds=True) if date_name else Days(None)
    if dated and all(days.read(cell(row, dated)) is None for row in sample):
        raise TableError(f"{file}: column '{dated}' holds no dates such as 2026-11-22")
    number = columns.ticket_column(paths, sample)
    if number and not several and len({as_text(cell(row, number)) for row in sample}) == len(sample):
        number = None
    return Part(tuple(group), tuple(text), date_name, days, number)


def _listed(names: Sequence[str], most: int = 40) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(f"'{name}'" for name in names[:most]) + more
