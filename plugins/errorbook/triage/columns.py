"""Which columns hold the tickets' text, date and number, told by their names and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from errorbook.triage.documents import is_document
from errorbook.triage.messages import names_text, plain_name, text_of

Row = dict[str, Any]

_ERROR_NAME = re.compile("error message|error text|error details?|failure reason|sync error|log message")
_TITLE_NAME = re.compile("summary|subject|title")
# The names of what tells one ticket from another, the surest first.
_TICKET_NAMES = (
    re.compile("(?:ticket|conversation|case|issue|request) (?:id|number|no|key)|ticket"),
    re.compile("id|key|display id"),
)
_TICKET_NUMBER = re.compile(r"#?[\w.:/-]{0,60}\d[\w.:/-]{0,60}")
_DATE_NAMES = (
    "created( at| on| date| time)?|date created|creation date|date( time)?|timestamp|received( at| on)?"
    "|opened( at| on)?|reported( at| on)?",
    "requested( at| on)?|updated( at| on)?|time|day|solved( at| on)?|closed( at| on)?",
)
# From 2001 to 2096.
_SECONDS = range(1_000_000_000, 4_000_000_000)
_MOSTLY = 0.8
_MOST_PATHS = 500
_DEEPEST_PATH = 3
_REPEATED = re.compile(r" \(\d+\)$")
_FEWEST_WORDS = 3
_WORDS_READ = 2000
_FORMATS = ("%d/%b/%y", "%d/%b/%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%d-%b-%Y")
_ISO = re.compile(r"(\d{4})([-/.])(\d\d)\2(\d\d)(?!\d)")
_PLAIN = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)\b")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+", re.IGNORECASE)


def paths(columns: Sequence[str], sample: Sequence[Row]) -> list[str]:
    """Return the names of the columns; what an object in one holds is named with dots: fields.summary."""
    found = [
        path for name in columns for path in _inside(name, [row.get(name) for row in sample], _DEEPEST_PATH)
    ]
    return found[:_MOST_PATHS]


def cell(row: Row, path: str) -> Any:
    """Return what a row holds under a name, which may have dots."""
    value: Any = row
    while path and isinstance(value, dict):
        if path in value:
            return value[path]
        head, _, path = path.partition(".")
        value = value.get(head)
    return None


def named(columns: Sequence[str], name: str) -> list[str]:
    """Return the columns of a name: several where a header repeats it."""
    return [column for column in columns if name in (column, _REPEATED.sub("", column))]


def text_columns(columns: Sequence[str], sample: Sequence[Row]) -> list[str]:
    """Return the columns that hold the text: those with telling names, else the one with most words.

    The fuller text comes first: a subject is only taken where most rows have nothing else.
    """
    words = {name: [_words(cell(row, name)) for row in sample] for name in columns}
    taken: list[str] = []
    for telling in (_ERROR_NAME.fullmatch, names_text, _TITLE_NAME.fullmatch):
        taken += [name for name in columns if telling(_last(name)) and _mean(words[name]) > 1]
        filled = sum(any(words[name][place] for name in taken) for place in range(len(sample)))
        if taken and filled * 2 >= len(sample):
            break
    else:
        taken += wordy(columns, sample)[:1]
    bases = {_REPEATED.sub("", name) for name in taken}
    # Few tickets have a third comment, so none of the first may.
    return [name for name in columns if name in taken or _REPEATED.sub("", name) in bases]


def wordy(columns: Sequence[str], sample: Sequence[Row]) -> list[str]:
    """Return the columns that hold sentences in at least half of the rows, the one with most words first."""
    words = {name: [_words(cell(row, name)) for row in sample] for name in columns}
    full = [name for name in columns if sum(map(bool, words[name])) * 2 >= len(sample)]
    return sorted(
        (name for name in full if _mean(words[name]) >= _FEWEST_WORDS), key=lambda name: -_mean(words[name])
    )


def ticket_column(columns: Sequence[str], sample: Sequence[Row]) -> str | None:
    """Return the column that tells one ticket from another, or None."""
    for pattern in _TICKET_NAMES:
        for name in columns:
            if pattern.fullmatch(_last(name)) and all(_numbers(cell(row, name)) for row in sample):
                return name
    return None


def date_column(columns: Sequence[str], sample: Sequence[Row]) -> str | None:
    """Return the column that says when a ticket came, or None."""
    telling = [name for pattern in _DATE_NAMES for name in columns if re.fullmatch(pattern, _last(name))]
    for name in [*telling, *(name for name in columns if name not in telling)]:
        values = [value for row in sample if (value := cell(row, name)) not in ("", None)]
        days = Days.of(values, seconds=name in telling)
        if values and sum(days.read(value) is not None for value in values) >= _MOSTLY * len(values):
            return name
    return None


@dataclass(frozen=True, slots=True)
class Days:
    """Reads the day out of cells, as it is written, whatever its time zone.

    3/4/2026 is one only where other rows show which is the month; with full stops it is 3 April.
    """

    month_first: bool | None
    seconds: bool = False
    """Whether a number may be a time, as programs write it: seconds or milliseconds since 1970, 20260102."""

    @classmethod
    def of(cls, values: Iterable[Any], seconds: bool = False) -> Days:
        """Return what reads a column like these values."""
        found = [match for value in values if (match := _SLASHED.match(str(value).strip()))]
        first = any(int(match[1]) > 12 for match in found)
        second = any(int(match[3]) > 12 for match in found)
        return cls(second if first != second else None, seconds)

    def read(self, value: Any) -> date | None:
        """Return the day of a cell, or None where it is none."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = value.strip() if isinstance(value, str) else ""
        if self.seconds and (isinstance(value, int) or text.isdecimal()) and len(text) < 20:
            return _counted(int(value))
        slashed = _SLASHED.match(text)
        try:
            if slashed:
                if self.month_first is None and slashed[2] != ".":
                    return None
                one, other = int(slashed[1]), int(slashed[3])
                month, day = (one, other) if self.month_first else (other, one)
                return date(_year(slashed[4]), month, day)
            if iso := _ISO.match(text):
                return date(int(iso[1]), int(iso[3]), int(iso[4]))
        except ValueError:
            return None
        text = _WEEKDAY.sub("", text, count=1)
        return _worded(text) if re.search("[A-Za-z]{3}", text[:12]) else None


def _counted(number: int) -> date | None:
    """Return the day of a number that counts seconds or milliseconds, or is written as 20260102."""
    for seconds in (number, number // 1000):
        if seconds in _SECONDS:
            return datetime.fromtimestamp(seconds, UTC).date()
    plain = _PLAIN.fullmatch(str(number))
    try:
        return date(int(plain[1]), int(plain[2]), int(plain[3])) if plain else None
    except ValueError:
        return None


def _year(digits: str) -> int:
    """Return a year; two digits are of this century."""
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _worded(text: str) -> date | None:
    start = re.match(r"(\w+[ /-]\w+,?[ /-]\d{2}(?:\d\d)?)\b", text)
    for form in _FORMATS if start else ():
        try:
            return datetime.strptime(start[1] if start else "", form).date()
        except ValueError:
            continue
    return None


def telling_name(name: str) -> bool:
    """Tell whether desks call the column of a text or of a ticket's number by this name."""
    patterns = (_ERROR_NAME, _TITLE_NAME, *_TICKET_NAMES)
    return names_text(_last(name)) or any(pattern.fullmatch(_last(name)) for pattern in patterns)


def _inside(name: str, values: Sequence[Any], deepest: int) -> list[str]:
    """Return a path, or those of what the objects in its cells hold."""
    objects = [value for value in values if isinstance(value, dict)]
    if not objects or not deepest or any(map(is_document, objects)):
        return [name]
    keys = dict.fromkeys(key for value in objects for key in value)
    found = []
    for key in keys:
        found += _inside(f"{name}.{key}", [value.get(key) for value in objects], deepest - 1)
    return found


def _last(path: str) -> str:
    """Return the last name of a path as words."""
    return plain_name(path.rpartition(".")[2] or path).removeprefix("custom field ")


def _numbers(value: Any) -> bool:
    """Tell whether a cell may be a ticket's number: the same words in two rows make no ticket."""
    return isinstance(value, (str, int)) and _TICKET_NUMBER.fullmatch(str(value).strip()) is not None


def _words(value: Any) -> int:
    """Return how many words the beginning of a cell has."""
    text = text_of([value])[:_WORDS_READ] if isinstance(value, (str, list, dict)) else ""
    return len(re.findall(r"[^\W\d_]{2,}", text))


def _mean(counts: Iterable[int]) -> float:
    """Return how many words the cells have that have some."""
    filled = [count for count in counts if count]
    return sum(filled) / len(filled) if filled else 0.0
