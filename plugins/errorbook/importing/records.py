"""Reads records, the rows of another list, from CSV, JSON and gettext's .po; each knows its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, NoReturn

from babel.messages.pofile import PoFileError, read_po

from errorbook.common import delimited
from errorbook.common.json_text import parse_json
from errorbook.common.problems import CatalogueError, Problem

KINDS = (".csv", ".tsv", ".json", ".po", ".pot")
KEY, VALUE = "key", "value"
"""The columns of a mapping in JSON from keys to values that are no objects."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its values by column, each a text or several, and where it stands."""

    values: dict[str, str | list[str]]
    line: int = 0
    place: str = ""
    """Where it stands in a file without lines: errors[3]."""


def read(file: str, text: str, where: str = "") -> list[Record]:
    """Return the records of a file's text, by the ending of its name; raises CatalogueError without one.

    ``where`` leads to the records in JSON.
    """
    kind = PurePath(file).suffix.lower()
    if kind not in KINDS:
        _refuse(file, 0, "is of no kind that can be read", f"Name a file that ends in {', '.join(KINDS)}")
    if where and kind != ".json":
        _refuse(file, 0, "has no place inside", "Leave 'records' out of the mapping: it is for JSON")
    readers = {".json": _json, ".po": _po, ".pot": _po}
    found = list(_json(file, text, where) if kind == ".json" else readers.get(kind, _csv)(file, text))
    if not found:
        _refuse(file, 0, "has no record", "Name a file with a row, an object or a message for each error")
    return found


def _csv(file: str, text: str, _: str = "") -> Iterator[Record]:
    lines = io.StringIO(text, newline="")
    first = lines.readline()
    said = delimited.setting(first)
    before = int(bool(said))
    if not said:
        lines.seek(0)
    reader = csv.reader(lines, delimiter=said or delimited.commonest(first), strict=True)
    problems: list[Problem] = []
    found: list[Record] = []
    try:
        columns = [name.strip() for name in next(reader, [])]
        for name in {name for name in columns if columns.count(name) > 1 or not name}:
            what = f"has the column '{name}' twice" if name else "has a column without a name"
            problems.append(Problem(file, 1 + before, 1, "", what, "Give each column a name of its own"))
        for row in reader:
            if len(row) > len(columns):
                what = f"has {len(row)} cells, and there are {len(columns)} columns"
                fix = 'Put cells that hold the separator in quotes: "one, two"'
                problems.append(Problem(file, reader.line_num + before, 1, "", what, fix))
            elif any(map(str.strip, row)):
                found.append(Record(dict(zip(columns, row, strict=False)), reader.line_num + before))
    except csv.Error as error:
        fix = 'Close the quotes, and write a quote inside a cell twice: ""'
        problems.append(Problem(file, max(1, reader.line_num) + before, 1, "", f"is not CSV ({error})", fix))
    if problems:
        raise CatalogueError(problems)
    yield from found


def _json(file: str, text: str, where: str = "") -> Iterator[Record]:
    try:
        value = parse_json(text)
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        _refuse(
            file, line, f"is not JSON ({error})", "Correct it, or export it again", getattr(error, "colno", 0)
        )
    place = ""
    for part in where.split(".") if where else ():
        if not isinstance(value, dict) or part not in value:
            known = (
                f"Write one of: {', '.join(list(value)[:12])}" if isinstance(value, dict) else "Leave it out"
            )
            _refuse(file, 0, f"has no '{part}' at '{place or 'its top'}'", f"{known} in 'records'")
        value, place = value[part], f"{place}.{part}".strip(".")
    if isinstance(value, dict):
        pairs = [(f"{place}.{key}".strip("."), key, each) for key, each in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{place}[{number}]", "", each) for number, each in enumerate(value)]
    else:
        _refuse(file, 0, "holds no list of records", "Name the list, or the mapping by key, under 'records'")
    for at, key, each in pairs:
        values = dict(_columns(each)) if isinstance(each, dict) else {VALUE: _text(each)}
        yield Record({**({KEY: key} if key else {}), **values}, 0, at)


def _columns(value: dict[str, Any], before: str = "") -> Iterator[tuple[str, str | list[str]]]:
    """Yield the values of an object by column, those of objects in it by both names: status.since."""
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from _columns(inner, f"{before}{key}.")
        else:
            yield f"{before}{key}", _text(inner)


def _text(value: Any) -> str | list[str]:
    if isinstance(value, list):
        return [text for each in value if isinstance(text := _text(each), str)]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _po(file: str, text: str, _: str = "") -> Iterator[Record]:
    try:
        catalog = read_po(io.StringIO(text), ignore_obsolete=True, abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        line = (getattr(error, "lineno", None) or -1) + 1
        fix = "Check it with gettext: msgfmt --check"
        _refuse(file, line, f"is not a catalogue of gettext ({str(error).partition(': ')[2] or error})", fix)
    if text.strip() and not any(message.id for message in catalog):
        fix = "Check it with gettext: msgfmt --check"
        _refuse(file, 0, "holds no message of gettext", fix)
    for message in catalog:
        if not message.id:
            continue
        identifier, plural = message.id if isinstance(message.id, tuple) else (message.id, "")
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        values: dict[str, str | list[str]] = {
            "msgid": identifier,
            "msgid_plural": plural,
            "msgstr": [] if message.fuzzy else [str(one) for one in told if one],
            "msgctxt": message.context or "",
            "comment": " ".join(message.auto_comments),
            "places": [f"{name}:{line}" if line else name for name, line in message.locations],
            "flags": sorted(message.flags),
        }
        yield Record(values, message.lineno or 0)


def _refuse(file: str, line: int, what: str, fix: str, column: int = 0) -> NoReturn:
    raise CatalogueError([Problem(file, line, max(column, 1) if line else 0, "", what, fix)])
