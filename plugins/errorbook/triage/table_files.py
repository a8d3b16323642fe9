"""Tables written a row at a time: CSV, TSV, JSON Lines or Parquet, by the file's ending."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time
from itertools import islice
from pathlib import Path
from typing import Any

from errorbook.common.spreadsheets import harmless
from errorbook.triage.columns import Row
from errorbook.triage.tables import INSTALL, TableError

Cells = dict[str, str]
Rows = Iterable[tuple[Row, Cells]]
Writer = Callable[[Path, Sequence[str], Sequence[str], Rows, Any], None]

ENDINGS = (".csv", ".tsv", ".jsonl", ".parquet")
_BATCH = 1000
# As in assets/csv.js: signs also in the widths that a spreadsheet folds.
_QUOTED = re.compile('[",;\\r\\n\\t]')


def write(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, types: Any = None) -> None:
    """Write rows with their added cells; the file appears when it is whole.

    ``types`` is the Parquet schema of the columns, where they come from Parquet.
    """
    writer = _WRITERS[path.suffix.lower()]
    part = path.with_name(f"{path.name}.part")
    try:
        writer(part, columns, added, rows, types)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def types_of(paths: Sequence[Path]) -> Any:
    """Return the Parquet schema that files share, or None: then every cell is written as text."""
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


def _delimited(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, types: Any) -> None:
    tabs = path.suffixes[-2:-1] == [".tsv"]
    with path.open("w", encoding="utf-8", newline="") as file:
        separator = "\t" if tabs else ","
        file.write(_line([*columns, *added], separator))
        for row, cells in rows:
            # The export's own cells stay as they are: they are what was given to us.
            own = [as_text(row.get(name)) for name in columns]
            file.write(_line([*own, *(harmless(as_text(cells[name])) for name in added)], separator))


def _line(cells: Iterable[str], separator: str) -> str:
    """Return cells as one row; those with the separator of any spreadsheet are quoted."""
    return separator.join(_cell(text) for text in cells) + "\n"


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _json_lines(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, types: Any) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for row, cells in rows:
            file.write(as_json({**row, **cells}) + "\n")


def _parquet(path: Path, columns: Sequence[str], added: Sequence[str], rows: Rows, types: Any) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise TableError(f"{path.with_suffix('')}: Parquet cannot be written here. {INSTALL}") from None
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
