"""Tables written a row at a time: CSV, TSV, JSON Lines or Parquet, by the file's ending."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import islice
from pathlib import Path
from typing import Any

from errorbook.common.spreadsheets import harmless
from errorbook.triage import dialects, opening
from errorbook.triage.columns import Row
from errorbook.triage.dialects import Dialect
from errorbook.triage.tables import INSTALL, Table, TableError

Cells = dict[str, str]
Rows = Iterable[tuple[Row, Cells]]


@dataclass(frozen=True, slots=True)
class Form:
    """How the tickets came, which the table keeps where its kind allows it."""

    dialect: Dialect | None = None
    """That of CSV or TSV; the usual one, if nothing is said."""
    types: Any = None
    """The Parquet schema of the columns; without one, every cell is written as text."""


Writer = Callable[[Path, Sequence[str], Sequence[str], Rows, Form], None]
AS_TEXT = Form()

ENDINGS = (".csv", ".tsv", ".jsonl", ".parquet")
_BATCH = 1000
# As in assets/csv.js: signs also in the widths that a spreadsheet folds.
_QUOTED = re.compile('[",;\\r\\n\\t]')


def write(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, form: Form = AS_TEXT) -> None:
    """Write rows with their added cells; the file appears when it is whole."""
    writer = _WRITERS[path.suffix.lower()]
    part = path.with_name(f"{path.name}.part")
    try:
        writer(part, columns, added, rows, form)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def form_of(tables: Sequence[Table], kind: str) -> Form:
    """Return the form that a table of a kind has after those that it comes from, the first before others."""
    given = [(opening.kind(table.path), table.dialect) for table in tables if table.dialect]
    marked = any(dialect.mark for _, dialect in given)
    alike = [dialect for ending, dialect in given if ending == kind]
    dialect = alike[0] if alike else dialects.usual(kind, marked)
    return Form(dialect, _types([table.path for table in tables]))


def _types(paths: Sequence[Path]) -> Any:
    if any(path.suffix.lower() != ".parquet" for path in paths):
        return None
    from pyarrow import parquet

    schemas = [parquet.read_schema(path).remove_metadata() for path in paths]
    return schemas[0] if all(schema.equals(schemas[0]) for schema in schemas) else None


def as_text(value: Any) -> str:
    """Return a cell as text: dates as ISO 8601, what holds more than one value as JSON."""
    if isinstance(value, str):
        text = value
    elif value is None:
        text = ""
    elif isinstance(value, (date, time)):
        text = value.isoformat()
    elif isinstance(value, (bool, dict, list)):
        text = as_json(value)
    elif isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
    else:
        text = str(value)
    # Halves of characters, which broken exports have, can be written nowhere.
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def as_json(value: Any) -> str:
    """Return a value as JSON that every reader takes: numbers that JSON does not know become text."""
    try:
        try:
            return json.dumps(value, ensure_ascii=False, default=as_text, allow_nan=False)
        except ValueError:
            return json.dumps(_finite(value), ensure_ascii=False, default=as_text)
    except RecursionError:
        fix = "Export what is in it as columns of its own"
        raise TableError(f"A cell holds values that are nested too deep. {fix}") from None


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, (list, tuple)) else value


def _delimited(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, form: Form) -> None:
    dialect = form.dialect or dialects.usual(path.with_suffix("").suffix.lower())
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(dialect.start + _line([*columns, *added], dialect.separator))
        for row, cells in rows:
            # The export's own cells stay as they are: they are what was given to us.
            own = [as_text(row.get(name)) for name in columns]
            found = [harmless(as_text(cells[name])) for name in added]
            file.write(_line([*own, *found], dialect.separator))


def _line(cells: Iterable[str], separator: str) -> str:
    """Return cells as one row; those with the separator of any spreadsheet are quoted."""
    return separator.join(_cell(text, separator) for text in cells) + "\n"


def _cell(text: str, separator: str) -> str:
    quoted = _QUOTED.search(text) or separator in text
    return '"' + text.replace('"', '""') + '"' if quoted else text


def _json_lines(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, form: Form) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for row, cells in rows:
            file.write(as_json({**row, **cells}) + "\n")


def _parquet(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, form: Form) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise TableError(f"{path.with_suffix('')}: Parquet cannot be written here. {INSTALL}") from None
    types = form.types
    own = list(types) if types is not None else [pyarrow.field(name, pyarrow.string()) for name in columns]
    schema = pyarrow.schema([*own, *(pyarrow.field(name, pyarrow.string()) for name in added)])
    try:
        with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
            for batch in _batches(rows):
                values = [
                    {
                        **(row if types is not None else {name: as_text(row.get(name)) for name in columns}),
                        **cells,
                    }
                    for row, cells in batch
                ]
                writer.write_batch(pyarrow.RecordBatch.from_pylist(values, schema))
    except (pyarrow.ArrowException, OverflowError, ValueError) as error:
        reason = str(error).splitlines()[0].rstrip(".")
        fix = "Write CSV or JSON Lines, with --output"
        raise TableError(f"{path.with_suffix('')}: cannot be written as Parquet ({reason}). {fix}") from None


def _batches(rows: Rows) -> Iterator[list[tuple[Row, Cells]]]:
    following = iter(rows)
    while batch := list(islice(following, _BATCH)):
        yield batch


_WRITERS: dict[str, Writer] = {
    ".csv": _delimited,
    ".tsv": _delimited,
    ".jsonl": _json_lines,
    ".parquet": _parquet,
}
