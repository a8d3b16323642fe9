"""Which columns of a table hold the tickets' text and date, told by their names and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from errorbook.triage.tables import Row

# The fuller text first: a subject is only taken where there is no description.
_TEXT_NAMES = (
    "error message|error text|error details?|failure reason|sync error|log message",
    "description|body|message|text|content|comments?|first comment|conversation|details?|question|error",
    "summary|subject|title",
)
_DATE_NAMES = (
    "created( at| on| date| time)?|date created|creation date|date( time)?|timestamp|received( at| on)?"
    "|opened( at| on)?|reported( at| on)?",
    "requested( at| on)?|updated( at| on)?|time|day|solved( at| on)?|closed( at| on)?",
)
_MOSTLY = 0.8
_FORMATS = ("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%d-%b-%Y")
_ISO = re.compile(r"(\d{4})([-/.])(\d\d)\2(\d\d)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")


def text_column(columns: Sequence[str], sample: Iterable[Row]) -> str | None:
    """Return the column that holds the text: one with a telling name, else the one with most words."""
    rows = list(sample)
    words = {name: _words(row.get(name) for row in rows) for name in columns}
    for pattern in _TEXT_NAMES:
        named = [name for name in columns if re.fullmatch(pattern, _plain(name)) and words[name] > 1]
        if named:
            return max(named, key=lambda name: words[name])
    wordy = [name for name in columns if words[name] >= 3]
    return max(wordy, key=lambda name: words[name], default=None)


def date_column(columns: Sequence[str], sample: Iterable[Row]) -> str | None:
    """Return the column that says when a ticket came, or None."""
    rows = list(sample)
    named = [name for pattern in _DATE_NAMES for name in columns if re.fullmatch(pattern, _plain(name))]
    for name in [*named, *(name for name in columns if name not in named)]:
        values = [row.get(name) for row in rows if row.get(name) not in ("", None)]
        days = Days.of(values)
        if values and sum(days.read(value) is not None for value in values) >= _MOSTLY * len(values):
            return name
    return None


@dataclass(frozen=True, slots=True)
class Days:
    """Reads the day out of cells; 3/4/2026 only where other rows show which is the month."""

    month_first: bool | None

    @classmethod
    def of(cls, values: Iterable[Any]) -> Days:
        """Return what reads a column like these values."""
        found = [match for value in values if (match := _SLASHED.match(str(value).strip()))]
        first = any(int(match[1]) > 12 for match in found)
        second = any(int(match[3]) > 12 for match in found)
        return cls(second if first != second else None)

    def read(self, value: Any) -> date | None:
        """Return the day of a cell, or None where it is none."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = value.strip() if isinstance(value, str) else ""
        slashed = _SLASHED.match(text)
        try:
            if slashed:
                if self.month_first is None:
                    return None
                one, other = int(slashed[1]), int(slashed[3])
                month, day = (one, other) if self.month_first else (other, one)
                return date(int(slashed[4]), month, day)
            if iso := _ISO.match(text):
                return date(int(iso[1]), int(iso[3]), int(iso[4]))
        except ValueError:
            return None
        return _worded(text) if re.search("[A-Za-z]{3}", text[:12]) else None


def _worded(text: str) -> date | None:
    start = re.match(r"(\w+[ -]\w+,?[ -]\d{4})\b", text)
    for form in _FORMATS if start else ():
        try:
            return datetime.strptime(start[1] if start else "", form).date()
        except ValueError:
            continue
    return None


def _plain(name: str) -> str:
    """Return a column's name as words: 'createdAt', 'Created at' and 'created_at' are the same."""
    return " ".join(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()))


def _words(values: Iterable[Any]) -> float:
    """Return how many words the filled cells of a column have on average; half must be filled."""
    texts = [value if isinstance(value, str) else "" for value in values]
    counts = [len(re.findall(r"[^\W\d_]{2,}", text[:2000])) for text in texts if text.strip()]
    return sum(counts) / len(counts) if counts and len(counts) >= len(texts) / 2 else 0.0
