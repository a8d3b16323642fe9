"""Tells which of the occurrences in a paste are worth showing, and in which order."""

from __future__ import annotations

from errorbook.matching.search import Occurrence
from errorbook.matching.tokens import Tokens


def keep(occurrences: list[Occurrence], tokens: Tokens) -> list[Occurrence]:
    """Return the occurrences worth showing, in order of appearance."""
    said = [item for item in occurrences if item.outcome]
    # What only announces an error stands back behind any message, what people type behind a sure one.
    said = _unlike("alias", _unlike("heading", said))
    sure = [(item, _paired_words(item, tokens)) for item in said if item.outcome == "is"]
    told = [item for item in said if not any(_repeats(item, other, words, tokens) for other, words in sure)]
    return sorted(told, key=lambda item: item.scored.start)


def _unlike(role: str, items: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences of wordings of another role, or all where there are none."""
    return [item for item in items if item.scored.alignment.template.role != role] or items


def _repeats(item: Occurrence, other: Occurrence, words: frozenset[str], tokens: Tokens) -> bool:
    """Tell whether a part of a message only says what a sure one says as well, as a title does above it."""
    another = item.scored.alignment.template.entry != other.scored.alignment.template.entry
    return another and item.reason in ("cut", "differs") and _paired_words(item, tokens) <= words


def _paired_words(item: Occurrence, tokens: Tokens) -> frozenset[str]:
    return frozenset(tokens.words[place] for place, _ in item.scored.alignment.pairs)
