"""What a matcher answers: findings with their values and places, and what it could not explain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict

from errorbook.matching.doubts.doubts import Reason
from errorbook.matching.search import Occurrence, Outcome
from errorbook.matching.words.tokens import Tokens

_DOCUMENT = re.compile(
    r"[^0-9A-Za-z-]([A-Z]{1,6}-[0-9]{2,12}(?:/[0-9]{1,12})?)"
    r"(?=[^0-9A-Za-z/-]|/(?:[^0-9A-Za-z]|[A-Z]{1,6}-[0-9]))"
)
_LEFT, _RIGHT = 400, 200
_MOST_UNKNOWN = 5


class FindingRecord(TypedDict):
    """A finding as JSON."""

    id: str
    outcome: Outcome
    score: float
    reason: Reason
    values: dict[str, str]
    further: dict[str, list[str]]
    spans: list[tuple[int, int, str]]
    count: int
    documents: list[str]
    path: list[str]
    message: int


class NearRecord(TypedDict):
    """A near entry as JSON."""

    id: str
    score: float


class ResultRecord(TypedDict):
    """A result as JSON."""

    findings: list[FindingRecord]
    nearest: list[NearRecord]
    unknown: list[str]
    read: int


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry found in a paste; offsets are code points of the paste."""

    id: str
    outcome: Outcome
    score: float
    reason: Reason
    values: dict[str, str]
    """Each hole's first content."""
    further: dict[str, tuple[str, ...]]
    """What else stands in the same hole elsewhere in the paste."""
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

    def to_json(self) -> ResultRecord:
        """Return the result as JSON values."""
        return {
            "findings": [
                {
                    "id": finding.id,
                    "outcome": finding.outcome,
                    "score": finding.score,
                    "reason": finding.reason,
                    "values": finding.values,
                    "further": {name: list(texts) for name, texts in finding.further.items()},
                    "spans": list(finding.spans),
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


def spans_of(item: Occurrence, tokens: Tokens) -> list[tuple[int, int, str]]:
    """Return the literal stretches and values of an occurrence, in the order of the paste."""
    found = [(value.start, value.end, value.name) for value in item.values]
    run: tuple[int, int] | None = None
    previous = -2
    for place, _ in item.scored.alignment.pairs:
        start, end = tokens.normalised.span(tokens.starts[place], tokens.ends[place])
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


def documents_of(item: Occurrence, tokens: Tokens) -> list[str]:
    """Return the document numbers on the lines of an occurrence."""
    paste = tokens.paste
    first, last = stretch(item, tokens)
    start = max(0, first - _LEFT)
    start = max(paste.rfind("\n", start, first) + 1, start)
    stop = min(len(paste), last + _RIGHT)
    line = paste.find("\n", last, stop)
    stop = stop if line == -1 else line
    # With a character on each side: a number that is cut in two is none.
    left, right = paste[start - 1 : start] or " ", paste[stop : stop + 1] or " "
    return _DOCUMENT.findall(left + paste[start:stop] + right)


def unknown_in(tokens: Tokens, kept: list[Occurrence]) -> tuple[str, ...]:
    """Return the lines that no finding explains, the first few; the findings come in their order."""
    explained = [stretch(item, tokens) for item in kept]
    lines: list[str] = []
    start = passed = 0
    for line in tokens.paste.split("\n"):
        end = start + len(line)
        text = line.strip(" \t\r")
        while passed < len(explained) and explained[passed][1] <= start:
            passed += 1
        if text and (passed == len(explained) or explained[passed][0] >= end):
            lines.append(text)
            if len(lines) == _MOST_UNKNOWN:
                break
        start = end + 1
    return tuple(lines)


def stretch(item: Occurrence, tokens: Tokens) -> tuple[int, int]:
    """Return where in the paste an occurrence begins and ends."""
    first, last = item.scored.start, item.scored.end - 1
    return tokens.normalised.span(tokens.starts[first], tokens.ends[last])


def merged(titled: list[Finding], told: tuple[Finding, ...], coded: list[Finding]) -> tuple[Finding, ...]:
    """Return each entry once: those of a title first, then those of messages, then those of codes."""
    found = {finding.id: finding for finding in (*titled, *told)}
    for finding in coded:
        found.setdefault(finding.id, finding)
    return tuple(found.values())


def text_ends(paste: str) -> tuple[int, int]:
    """Return where the text of a paste begins and ends."""
    return len(paste) - len(paste.lstrip(" \t\r\n")), len(paste.rstrip(" \t\r\n"))
