"""Ticket exports as one table whose text and date are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from errorbook.triage import tables
from errorbook.triage.columns import Days, date_column, text_column
from errorbook.triage.table_files import as_text
from errorbook.triage.tables import Row, Table, TableError


@dataclass(frozen=True, slots=True)
class Tickets:
    """Tables read one after the other."""

    tables: tuple[Table, ...]
    encoding: str | None
    text: tuple[str, ...]
    """The columns of the text."""
    dated: str | None
    """The column of the date."""
    days: Days

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of every table, in order."""
        return tuple(dict.fromkeys(name for table in self.tables for name in table.columns))

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(table.rows for table in self.tables)

    @property
    def files(self) -> tuple[str, ...]:
        """What the files are called."""
        return tuple(table.path.name for table in self.tables)

    def rows(self, start: int = 0) -> Iterator[Row]:
        """Yield the rows, from one on."""
        every = (row for table in self.tables for row in tables.rows(table.path, self.encoding))
        return islice(every, start, None)

    def text_of(self, row: Row) -> str:
        """Return the text of a row."""
        return "\n".join(filter(None, (as_text(row.get(name)) for name in self.text)))

    def day_of(self, row: Row) -> date | None:
        """Return the day of a row, where it has one."""
        return self.days.read(row.get(self.dated)) if self.dated else None


def choose(
    files: Sequence[Path], encoding: str | None = None, texts: Sequence[str] = (), dated: str | None = None
) -> Tickets:
    """Return the tickets of files; columns that are not named are found. Raises TableError."""
    found = tuple(tables.survey(file, encoding) for file in files)
    columns = tuple(dict.fromkeys(name for table in found for name in table.columns))
    sample = [row for table in found for row in table.sample]
    for name in [*texts, *([dated] if dated else [])]:
        _require(name, found)
    if not texts:
        text = text_column(columns, sample)
        if text is None:
            raise TableError(
                f"{files[0]}: no column looks like the text of tickets."
                f" Name it with --column: {_listed(columns)}"
            )
        _require(text, found)
        texts = [text]
    date_name = dated or date_column(columns, sample)
    days = Days.of(row.get(date_name) for row in sample) if date_name else Days(None)
    if dated and all(days.read(row.get(dated)) is None for row in sample):
        raise TableError(f"{files[0]}: column '{dated}' holds no dates such as 2026-11-22")
    return Tickets(found, encoding, tuple(texts), date_name, days)


def _require(name: str, found: Sequence[Table]) -> None:
    for table in found:
        if name not in table.columns:
            raise TableError(f"{table.path}: has no column '{name}'. It has {_listed(table.columns)}")


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in columns)
