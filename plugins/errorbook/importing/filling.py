"""Puts a record's columns into the texts of a mapping: ``$code`` and ``${Any column}``, as in the shell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any

Columns = Mapping[str, str | list[str]]


class ColumnText(Template):
    """A text with columns; in braces a column may have any name."""

    idpattern = r"[A-Za-z_][A-Za-z0-9_]*"
    braceidpattern = r"[^{}$]+"
    flags = re.RegexFlag(0)


def columns(value: Any) -> Iterator[str]:
    """Yield the columns that a value of the mapping names, at any depth."""
    if isinstance(value, str):
        yield from ColumnText(value).get_identifiers()
    elif isinstance(value, dict):
        for inner in value.values():
            yield from columns(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from columns(inner)


def faults(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where a text has a ``$`` that names no column, and how the text begins there."""
    if isinstance(value, str):
        text = ColumnText(value)
        if not text.is_valid():
            found = next(one for one in text.pattern.finditer(value) if one["invalid"] is not None)
            yield path, value[found.start() : found.start() + 20]
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from faults(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from faults(inner, (*path, index))


def fill(value: Any, row: Columns) -> Any:
    """Return a value of the mapping with a record's columns in it; None where nothing of it is left.

    A text that is nothing but a column of several values becomes as many. What names a column that is empty
    goes, and with it the mapping or the list's item that it stands in.
    """
    if isinstance(value, str):
        return _text(value, row)
    if isinstance(value, list):
        filled = [fill(inner, row) for inner in value]
        return [
            one for each in filled if each for one in (each if isinstance(each, list) else [each])
        ] or None
    if isinstance(value, dict):
        inside = {key: fill(inner, row) for key, inner in value.items()}
        return None if any(inner is None and value[key] for key, inner in inside.items()) else inside
    return value


def fields(entry: Mapping[str, Any], row: Columns) -> dict[str, Any]:
    """Return the fields of an entry, filled; those of which nothing is left are not there."""
    filled = {name: fill(value, row) for name, value in entry.items()}
    return {name: value for name, value in filled.items() if value is not None}


def _text(value: str, row: Columns) -> str | list[str] | None:
    text = ColumnText(value)
    named = text.get_identifiers()
    if any(not row.get(name) for name in named):
        return None
    if len(named) == 1 and value in (f"${named[0]}", f"${{{named[0]}}}"):
        return row[named[0]]
    joined = {name: ", ".join(each) if isinstance(each, list) else each for name, each in row.items()}
    return text.substitute(joined)
