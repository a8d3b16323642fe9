"""JSON a record at a time: one on each line, in an array, or in the object that a help desk's API gives."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, NoReturn

from errorbook.common.json_text import DEEPEST, TooDeepError, refuse_deep

LARGEST_RECORD = 50_000_000
"""Characters of one record, or of one object with a list of records."""
SHAPES = 'Give one ticket on each line, an array of tickets, or {"tickets": […]}'

# What programming interfaces call the list in which tickets come.
_LISTS = (
    *("tickets", "conversations", "issues", "cases", "requests", "results", "records", "data", "items"),
    *("rows", "nodes", "edges", "_results"),
)
# What no page of a list has, and every ticket.
_OWN = ("id", "key", "subject", "description", "number", "created_at", "createdAt", "created")
_PIECE = 65_536
# The end of a piece may cut a literal or an escape.
_CUT = 12
_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class UnsoundError(Exception):
    """A text is no JSON of this kind; ``line`` says where, the message why and what to do."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line = line


def records(file: IO[str]) -> Iterator[dict[str, Any]]:
    """Yield the records of a file, each without what is wrapped around it; raises UnsoundError."""
    source = _Source(file)
    while start := source.peek():
        if start != "[":
            yield from _opened(source.record())
            continue
        source.skip()
        while source.peek() not in ("]", ""):
            yield _unwrapped(source.record())
            if (following := source.peek()) == ",":
                source.skip()
            elif following not in ("]", ""):
                source.refuse()
        if not source.peek():
            source.refuse("ends inside its array. Export it again")
        source.skip()


def _opened(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the records of an object: those of its list, or itself."""
    value = _unwrapped(value)
    embedded = value.get("_embedded")
    page = embedded if isinstance(embedded, dict) else value
    if value.keys().isdisjoint(_OWN):
        for name in _LISTS:
            found = page.get(name)
            if isinstance(found, list) and all(isinstance(item, dict) for item in found):
                yield from map(_unwrapped, found)
                return
    yield value


def _unwrapped(value: dict[str, Any]) -> dict[str, Any]:
    """Return the only object that an object holds, however deep, else the object."""
    while len(value) == 1 and isinstance(inner := next(iter(value.values())), dict):
        value = inner
    return value


class _Source:
    """A text from which records are taken; only the piece that is needed is kept."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._text = ""
        self._place = 0
        self._line = 1

    def peek(self) -> str:
        """Return the next character that is no blank, or nothing at the end."""
        while True:
            blank = _BLANK.match(self._text, self._place)
            self._place = blank.end() if blank else self._place
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                return ""

    def skip(self) -> None:
        """Pass over a character."""
        self._place += 1

    def record(self) -> dict[str, Any]:
        """Return the object that stands next."""
        if self.peek() != "{":
            self.refuse()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._place)
                refuse_deep(self._text, self._place, end)
            except json.JSONDecodeError as error:
                cut = error.pos >= len(self._text) - _CUT or error.msg.startswith("Unterminated string")
                if not (cut and self._more()):
                    self.refuse(place=error.pos)
            except (TooDeepError, RecursionError):
                self.refuse(f"is nested deeper than {DEEPEST} levels. Export what is in it as columns")
            except ValueError:
                self.refuse()
            else:
                self._place = end
                found: dict[str, Any] = value
                return found

    def refuse(self, words: str = "", place: int | None = None) -> NoReturn:
        """Say what is wrong where the next value stands, or at another place."""
        at = self._place if place is None else place
        line = self._line + self._text.count("\n", 0, at)
        raise UnsoundError(line, words or f"is no JSON object. {SHAPES}")

    def _more(self) -> bool:
        """Read on; as much again as is kept, so that a long record is not tried too often."""
        kept = len(self._text) - self._place
        if kept > LARGEST_RECORD:
            self.refuse(f"holds more than {LARGEST_RECORD:,} characters in one object. Export JSON Lines")
        piece = self._file.read(max(_PIECE, kept))
        if piece:
            self._line += self._text.count("\n", 0, self._place)
            self._text = self._text[self._place :] + piece
            self._place = 0
        return bool(piece)
