"""Tables a row at a time: CSV, TSV, JSON Lines, XLSX and Parquet, known by their file's ending."""

from __future__ import annotations

import codecs
import csv
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from errorbook.common.json_text import TooDeepError, parse_json
from errorbook.triage import workbooks

Row = dict[str, Any]
Reader = Callable[[Path, str | None], Iterator[Row]]

# Named one by one: this project is not on the package index, where its name may be a stranger's.
INSTALL = "Install what it needs: pip install drain3-improved openpyxl pyarrow"
_LONGEST_CELL = 10_000_000
_BATCH = 1000
_SAMPLE = 1000
_SAMPLE_SIZE = 10_000_000
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class TableError(Exception):
    """A table cannot be read or written; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """What was seen of a table by reading it once."""

    path: Path
    columns: tuple[str, ...]
    rows: int
    sample: tuple[Row, ...]


def survey(path: Path, encoding: str | None = None) -> Table:
    """Return a table's columns and size, so that what is wrong with it shows before any work is done."""
    columns: dict[str, None] = {}
    sample: list[Row] = []
    count = size = 0
    for row in rows(path, encoding):
        columns.update(dict.fromkeys(row))
        if count < _SAMPLE and size < _SAMPLE_SIZE:
            sample.append(row)
            size += sum(len(cell) for cell in row.values() if isinstance(cell, str))
        count += 1
    if not count:
        raise TableError(f"{path}: has no rows. Export at least one ticket, with the columns' names on top")
    return Table(path, tuple(columns), count, tuple(sample))


def rows(path: Path, encoding: str | None = None) -> Iterator[Row]:
    """Yield a table's rows by column name; raises TableError at the first that cannot be read."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise TableError(
            f"{path}: is no {', '.join(sorted(_READERS))} file. Export the tickets as one of these"
        )
    # A pipe gives its rows only once, and a device never ends.
    if path.exists() and not path.is_file():
        raise TableError(f"{path}: is no regular file. Save the tickets to one, and name that")
    try:
        for row in reader(path, encoding):
            yield row if all(map(str.isascii, row)) else {_whole(name): row[name] for name in row}
    except (UnicodeError, LookupError):
        known = f"is not written in {encoding}" if encoding else "is not UTF-8 text"
        raise TableError(f"{path}: {known}. Say how it is written, for example --encoding cp1252") from None
    except OSError as error:
        raise TableError(f"{path}: cannot be read ({error.strerror or error})") from None


def _delimited(path: Path, encoding: str | None) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding=encoding or _encoding(path), newline="") as file:
        reader = csv.reader(file, delimiter=_delimiter(path, file), strict=True)
        try:
            columns = _columns(path, next(reader, []))
            for cells in reader:
                if cells:
                    yield _row(f"{path}:{reader.line_num}", columns, cells)
        except csv.Error as error:
            raise TableError(
                f"{path}:{reader.line_num}: is not sound {path.suffix[1:].upper()} ({error})."
                " Look for a quote that is not closed or not doubled, or export as JSON Lines"
            ) from None


def _json_lines(path: Path, encoding: str | None) -> Iterator[Row]:
    with path.open(encoding=encoding or _encoding(path)) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                value = parse_json(line)
            except TooDeepError as error:
                raise TableError(f"{path}:{number}: is {error}. Export what is in it as columns") from None
            except ValueError:
                value = None
            if not isinstance(value, dict):
                raise TableError(f"{path}:{number}: is no JSON object. JSON Lines holds one on each line")
            yield value


def _xlsx(path: Path, encoding: str | None) -> Iterator[Row]:
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            # The library warns of styles and extensions that no row depends on.
            warnings.simplefilter("ignore")
            lines = workbooks.rows(file)
            filled = ((number, cells) for number, cells in lines if any(cell is not None for cell in cells))
            columns = _columns(path, ["" if name is None else str(name) for name in next(filled, (0, ()))[1]])
            for number, cells in filled:
                yield _row(f"{path}: row {number}", columns, cells)
    except ImportError:
        raise TableError(f"{path}: XLSX cannot be read here. {INSTALL}") from None
    except workbooks.TooLargeError as error:
        raise TableError(f"{path}: {error}. Export fewer tickets at once, or as CSV") from None
    except (TableError, OSError):
        raise
    except Exception as error:  # a broken file can fail anywhere in the parser
        raise TableError(f"{path}: is not sound XLSX ({error}). Save it again, or export as CSV") from None


def _parquet(path: Path, encoding: str | None) -> Iterator[Row]:
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


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    return next((name for mark, name in _BYTE_ORDER_MARKS.items() if start.startswith(mark)), "utf-8")


def _delimiter(path: Path, file: IO[str]) -> str:
    """Return what separates a file's cells: spreadsheets of many countries write semicolons."""
    line = file.readline(_LONGEST_CELL)
    file.seek(0)
    return "\t" if path.suffix.lower() == ".tsv" else max(",;\t|", key=line.count)


def _columns(path: Path, names: Iterable[str]) -> list[str]:
    columns = [name.strip() or f"column {number}" for number, name in enumerate(names, 1)]
    while columns and columns[-1] == f"column {len(columns)}":
        columns.pop()
    twice = sorted(name for name, count in Counter(columns).items() if count > 1)
    if twice:
        raise TableError(f"{path}: has more than one column '{twice[0]}'. Give each its own name")
    return columns


def _row(place: str, columns: list[str], cells: Iterable[Any]) -> Row:
    """Return cells by column; empty ones at the end may be missing or too many."""
    values = list(cells)
    if any(value not in ("", None) for value in values[len(columns) :]):
        raise TableError(
            f"{place}: has {len(values)} cells where the first row names {len(columns)} columns."
            " Put quotes around cells that hold a separator"
        )
    return {name: values[number] if number < len(values) else "" for number, name in enumerate(columns)}


_READERS: dict[str, Reader] = {
    ".csv": _delimited,
    ".tsv": _delimited,
    ".json": _json_lines,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
