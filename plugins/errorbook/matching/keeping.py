"""Tells which of the occurrences in a paste are worth showing, and in which order."""

from __future__ import annotations

from typing import NamedTuple

from errorbook.matching.search import Occurrence
from errorbook.matching.words.tokens import Tokens


class Said(NamedTuple):
    """Whose error a sure message is, and its words in the paste."""

    entry: int
    words: frozenset[str]


def keep(occurrences: list[Occurrence], tokens: Tokens) -> list[Occurrence]:
    """Return the occurrences worth showing, in order of appearance."""
    said = [item for item in occurrences if item.outcome]
    # What only announces an error stands back behind any message, what people type behind a sure one.
    said = _unlike("alias", _unlike("heading", said))
    sure = _sure_by_word(said, tokens)
    told = [item for item in said if not _repeats(item, sure, tokens)]
    return sorted(told, key=lambda item: item.scored.start)


def _unlike(role: str, items: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences of wordings of another role, or all where there are none."""
    return [item for item in items if item.scored.alignment.template.role != role] or items


def _sure_by_word(items: list[Occurrence], tokens: Tokens) -> dict[str, list[Said]]:
    """Return the entries and words of the sure messages by each of these words: logs have many of both."""
    wordings: dict[int, Said] = {}
    for item in items:
        template = item.scored.alignment.template
        if item.outcome == "is" and id(template) not in wordings:
            wordings[id(template)] = Said(template.entry, _paired_words(item, tokens))
    found: dict[str, list[Said]] = {}
    for said in wordings.values():
        for word in said.words:
            found.setdefault(word, []).append(said)
    return found


def _repeats(item: Occurrence, sure: dict[str, list[Said]], tokens: Tokens) -> bool:
    """Tell whether a part of a message only says what a sure one says as well, as a title does above it."""
    if item.reason not in ("cut", "differs"):
        return False
    entry, words = item.scored.alignment.template.entry, _paired_words(item, tokens)
    alike = sure.get(next(iter(words)), ())
    return any(said.entry != entry and words <= said.words for said in alike)


def _paired_words(item: Occurrence, tokens: Tokens) -> frozenset[str]:
    return frozenset(tokens.words[place] for place, _ in item.scored.alignment.pairs)
