"""What a matcher answers: findings with their values and places, and what it could not explain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from errorbook.matching.reading import Reading
from errorbook.matching.search import Occurrence, Outcome

MOST_DOCUMENTS = 100

_DOCUMENT = re.compile(r"(?<![0-9A-Za-z-])[A-Z]{1,6}-[0-9]{2,12}(?![0-9A-Za-z-])")
_MOST_UNKNOWN = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry found in a paste; offsets are code points of the paste."""

    id: str
    outcome: Outcome
    score: float
    values: dict[str, str]
    spans: tuple[tuple[int, int, str], ...]
    """(start, end, name of the hole or "" for the message's own words), of all occurrences."""
    count: int
    documents: tuple[str, ...]
    path: tuple[str, ...]
    message: int


@dataclass(frozen=True, slots=True)
class Result:
    """All that a paste says."""

    findings: tuple[Finding, ...]
    nearest: tuple[tuple[str, float], ...]
    unknown: tuple[str, ...]
    read: int

    def to_json(self) -> dict[str, Any]:
        """Return the result as JSON values."""
        return {
            "findings": [
                {
                    "id": finding.id,
                    "outcome": finding.outcome,
                    "score": finding.score,
                    "values": finding.values,
                    "spans": [list(span) for span in finding.spans],
                    "count": finding.count,
                    "documents": list(finding.documents),
                    "path": list(finding.path),
                    "message": finding.message,
                }
                for finding in self.findings
            ],
            "nearest": [{"id": entry, "score": score} for entry, score in self.nearest],
            "unknown": list(self.unknown),
            "read": self.read,
        }


def spans(item: Occurrence, reading: Reading) -> list[tuple[int, int, str]]:
    """Return the literal stretches and values of an occurrence, in the order of the paste."""
    found = [(value.start, value.end, value.name) for value in item.values]
    run: tuple[int, int] | None = None
    previous = -2
    for place, _ in item.judgement.alignment.pairs:
        start, end = reading.folded.span(reading.starts[place], reading.ends[place])
        if run and place == previous + 1:
            run = (run[0], end)
        else:
            if run:
                found.append((*run, ""))
            run = (start, end)
        previous = place
    if run:
        found.append((*run, ""))
    return sorted(found)


def documents(item: Occurrence, reading: Reading) -> list[str]:
    """Return the document numbers on the lines of an occurrence."""
    first = reading.folded.span(reading.starts[item.judgement.start], reading.ends[item.judgement.start])[0]
    last = reading.folded.span(reading.starts[item.judgement.end - 1], reading.ends[item.judgement.end - 1])[
        1
    ]
    start = max(reading.paste.rfind("\n", 0, first) + 1, first - 400)
    stop = reading.paste.find("\n", last)
    stop = min(len(reading.paste) if stop == -1 else stop, last + 200)
    return _DOCUMENT.findall(reading.paste, start, stop)


def unknown(reading: Reading, kept: list[Occurrence]) -> tuple[str, ...]:
    """Return the lines that no finding explains, the first few."""
    explained = [
        (
            reading.folded.span(reading.starts[item.judgement.start], reading.ends[item.judgement.start])[0],
            reading.folded.span(reading.starts[item.judgement.end - 1], reading.ends[item.judgement.end - 1])[
                1
            ],
        )
        for item in kept
    ]
    lines: list[str] = []
    start = 0
    for line in reading.paste.split("\n"):
        end = start + len(line)
        text = line.strip(" \t\r")
        if text and not any(first < end and start < last for first, last in explained):
            lines.append(text)
            if len(lines) == _MOST_UNKNOWN:
                break
        start = end + 1
    return tuple(lines)
