"""Tables a row at a time: CSV, TSV, JSON, XLSX and Parquet, known by their file's ending."""

from __future__ import annotations

import csv
import warnings
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from gzip import BadGzipFile
from itertools import chain, count
from pathlib import Path
from typing import IO, Any

from errorbook.triage import dialects, heads, json_records, opening, workbooks
from errorbook.triage.columns import Row
from errorbook.triage.dialects import Dialect

Wanted = Collection[str]
Reader = Callable[[Path, str | None, Wanted], Iterator[Row]]

# Named one by one: this project is not on the package index, where its name may be a stranger's.
INSTALL = "Install what it needs: pip install drain3-improved openpyxl pyarrow"
_LONGEST_CELL = 10_000_000
_LONGEST_LINE = 20_000_000
_BATCH = 1000
_SAMPLE = 1000
_SAMPLE_SIZE = 10_000_000


class TableError(Exception):
    """A table cannot be read or written; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """What was seen of a table by reading it once."""

    path: Path
    columns: tuple[str, ...]
    rows: int
    sample: tuple[Row, ...]
    encoding: str | None = None
    """That of a text file, as it was given or found."""
    wanted: tuple[str, ...] = ()
    """Columns that somebody named: a first row with one of them is no ticket."""
    dialect: Dialect | None = None
    """That of a CSV or TSV."""


def survey(path: Path, encoding: str | None = None, wanted: Wanted = ()) -> Table:
    """Return a table's columns and size, so that what is wrong with it shows before any work is done."""
    kind, dialect = opening.kind(path), None
    if kind in _TEXT and path.is_file():
        with _told(path, encoding):
            other = opening.other_than_text(path)
            encoding = encoding or opening.encoding_of(path)
        if other:
            ending = "".join(path.suffixes[-2:]) if path.suffix.lower() == opening.PACKED else path.suffix
            fix = "Rename it to what it is, or unpack it"
            raise TableError(f"{path}: holds {other}, although its name ends in {ending}. {fix}")
        if _READERS[kind] is _delimited:
            with _told(path, encoding), opening.text(path, encoding) as file:
                dialect = dialects.detect(file, kind)
    columns: dict[str, None] = {}
    sample: list[Row] = []
    number = size = 0
    for row in rows(path, encoding, wanted):
        columns.update(dict.fromkeys(row))
        if number < _SAMPLE and size < _SAMPLE_SIZE:
            sample.append(row)
            size += sum(len(cell) for cell in row.values() if isinstance(cell, str))
        number += 1
    if not number:
        raise TableError(f"{path}: has no rows. Export at least one ticket, with the columns' names on top")
    return Table(path, tuple(columns), number, tuple(sample), encoding, tuple(wanted), dialect)


def rows(path: Path, encoding: str | None = None, wanted: Wanted = ()) -> Iterator[Row]:
    """Yield a table's rows by column name; raises TableError at the first that cannot be read."""
    kind = opening.kind(path)
    reader = _READERS.get(kind)
    if reader is None:
        raise TableError(
            f"{path}: is no {', '.join(sorted(_READERS))} file. Export the tickets as one of these"
        )
    if kind not in _TEXT and kind != path.suffix.lower():
        raise TableError(f"{path}: is packed, which only text may be. Unpack it first")
    # A pipe gives its rows only once, and a device never ends.
    if path.exists() and not path.is_file():
        raise TableError(f"{path}: is no regular file. Save the tickets to one, and name that")
    with _told(path, encoding):
        for row in reader(path, encoding, wanted):
            yield row if all(map(str.isascii, row)) else {_whole(name): row[name] for name in row}


@contextmanager
def _told(path: Path, encoding: str | None) -> Iterator[None]:
    """Say in one line why a file cannot be read."""
    try:
        yield
    except (UnicodeError, LookupError):
        fix = "Say how it is written, for example --encoding cp1250"
        raise TableError(f"{path}: is not written in {encoding or 'UTF-8'}. {fix}") from None
    except (EOFError, BadGzipFile, zlib.error) as error:
        raise TableError(f"{path}: is not sound gzip ({error}). Pack or export it again") from None
    except OSError as error:
        raise TableError(f"{path}: cannot be read ({error.strerror or error})") from None


def _delimited(path: Path, encoding: str | None, wanted: Wanted) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with opening.text(path, encoding) as file:
        dialect = dialects.detect(file, opening.kind(path))
        before = int(dialect.setting)
        reader = csv.reader(_lines(path, file, before), delimiter=dialect.separator, strict=True)
        try:
            lines = ((f"{path}:{reader.line_num + before}", cells) for cells in reader if cells)
            yield from _by_name(lines, wanted)
        except csv.Error as error:
            kind = opening.kind(path)[1:].upper()
            raise TableError(
                f"{path}:{reader.line_num + before}: is not sound {kind} ({error})."
                " Look for a quote that is not closed or not doubled, or export as JSON Lines"
            ) from None


def _json(path: Path, encoding: str | None, _: Wanted) -> Iterator[Row]:
    with opening.text(path, encoding) as file:
        try:
            yield from json_records.records(file)
        except json_records.UnsoundError as error:
            raise TableError(f"{path}:{error.line}: {error}") from None


def _xlsx(path: Path, encoding: str | None, wanted: Wanted) -> Iterator[Row]:
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            # The library warns of styles and extensions that no row depends on.
            warnings.simplefilter("ignore")
            lines = workbooks.rows(file)
            filled = (
                (f"{path}: row {number}", list(cells))
                for number, cells in lines
                if any(cell is not None for cell in cells)
            )
            yield from _by_name(filled, wanted)
    except ImportError:
        raise TableError(f"{path}: XLSX cannot be read here. {INSTALL}") from None
    except workbooks.TooLargeError as error:
        raise TableError(f"{path}: {error}. Export fewer tickets at once, or as CSV") from None
    except (TableError, OSError):
        raise
    except Exception as error:  # a broken file can fail anywhere in the parser
        raise TableError(f"{path}: is not sound XLSX ({error}). Save it again, or export as CSV") from None


def _parquet(path: Path, encoding: str | None, _: Wanted) -> Iterator[Row]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise TableError(f"{path}: Parquet cannot be read here. {INSTALL}") from None
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                yield from batch.to_pylist()
    except OverflowError as error:
        fix = "Export dates as text, or without the column that holds it"
        raise TableError(f"{path}: holds a time that is in no calendar ({error}). {fix}") from None
    except (ArrowException, ValueError) as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise TableError(f"{path}: is not sound Parquet ({reason}). Export it again") from None


def _whole(name: str) -> str:
    """Return a column's name without halves of characters, which no table can be written with."""
    return name.encode("utf-8", "replace").decode()


def _lines(path: Path, file: IO[str], before: int) -> Iterator[str]:
    """Yield a file's lines; raises TableError at one that fills the memory, as a small packed file can."""
    for number in count(before + 1):
        line = file.readline(_LONGEST_LINE)
        if len(line) == _LONGEST_LINE:
            fix = "Export fewer tickets at once, or as JSON Lines"
            raise TableError(
                f"{path}:{number}: has more than {_LONGEST_LINE:,} characters in one line. {fix}"
            )
        if not line:
            return
        yield line


def _by_name(lines: Iterator[tuple[str, list[Any]]], wanted: Wanted) -> Iterator[Row]:
    """Yield lines, each with its place, by the names in the first; where that is a ticket, by made names."""
    first, second = next(lines, None), next(lines, None)
    top = ["" if cell is None else str(cell) for cell in first[1]] if first else []
    rest = chain([second] if second else [], lines)
    if heads.is_head(top, second is None, wanted):
        columns = heads.names(top)
        yield from (_row(place, columns, cells) for place, cells in rest)
        return
    for _, cells in chain([first] if first else [], rest):
        width = max(len(top), len(cells))
        yield {heads.unnamed(number + 1): _cell(cells, number) for number in range(width)}


def _row(place: str, columns: list[str], cells: list[Any]) -> Row:
    """Return cells by column; empty ones at the end may be missing or too many."""
    if any(value not in ("", None) for value in cells[len(columns) :]):
        raise TableError(
            f"{place}: has {len(cells)} cells where the first row names {len(columns)} columns."
            " Put quotes around cells that hold a separator"
        )
    return {name: _cell(cells, number) for number, name in enumerate(columns)}


def _cell(cells: Sequence[Any], number: int) -> Any:
    return cells[number] if number < len(cells) else ""


_READERS: dict[str, Reader] = {
    ".csv": _delimited,
    ".tsv": _delimited,
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
_TEXT = frozenset(name for name, reader in _READERS.items() if reader in (_delimited, _json))
ENDINGS = frozenset(_READERS)
