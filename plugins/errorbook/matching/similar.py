"""Finds the entries that share words with a paste, in any order: what it may mean, or where to look on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.candidates.truncation import MOST_ALTERNATIVES
from errorbook.matching.doubts.sources import foreign
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.search import Occurrence
from errorbook.matching.values.value_kinds import value_kinds
from errorbook.matching.values.values import Value, read_values
from errorbook.matching.words.tokens import Tokens

_MOST_WORDS = 60
_LEAST_SHARED = 2
_MOST_NEAREST = 3


class _Similar(NamedTuple):
    """How much of a paste an entry's own words are."""

    score: float
    """The square of their share of its weight."""
    shared: int
    """How many different words they are."""
    weight: float
    """What these weigh."""


def reworded(occurrences: list[Occurrence], tokens: Tokens, inverted: InvertedIndex) -> list[Occurrence]:
    """Return what looks like a message told in another order: its entry, or two, has nearly all the words."""
    settings = inverted.settings
    words = _known_words(tokens, inverted)
    if len(tokens.words) > _MOST_WORDS or words.share < settings["close"]:
        return []
    # As for the end of a message: many have the same words.
    needed = 2 * settings["part_weight"] * inverted.rarest
    near = {
        number: similar.score
        for number, similar in _similar_entries(words, inverted).items()
        if similar.score >= settings["close"]
        and similar.shared >= settings["part_words"]
        and similar.score * similar.weight >= needed
    }
    best: dict[int, ScoredAlignment] = {}
    for scored in _candidates(occurrences):
        number = scored.alignment.template.entry
        if number in near and (number not in best or scored.rank > best[number].rank):
            best[number] = scored
    many = len(near) > MOST_ALTERNATIVES
    if many or any(foreign(each, tokens, inverted) for each in best.values()):
        return []

    def values(number: int) -> list[Value]:
        return read_values(best[number].alignment, tokens, value_kinds(inverted.entries[number]))

    return [
        Occurrence(best[number], Alternatives(), "like", "differs", values(number), score)
        for number, score in sorted(near.items(), key=lambda one: (-one[1], one[0]))
        if number in best
    ]


def nearest_entries(
    occurrences: list[Occurrence], tokens: Tokens, inverted: InvertedIndex
) -> tuple[tuple[str, float], ...]:
    """Return the entries that come nearest, and how near: by a wording, or by their words in any order."""
    similar_entries = _similar_entries(_known_words(tokens, inverted), inverted)
    near = {number: similar.score for number, similar in similar_entries.items()}
    for scored in _candidates(occurrences):
        number = scored.alignment.template.entry
        near[number] = max(near.get(number, 0.0), scored.confidence)
    least = inverted.settings["faint"]
    found = sorted((-score, number) for number, score in near.items() if score >= least)
    return tuple((inverted.entries[number]["id"], -score) for score, number in found[:_MOST_NEAREST])


def _candidates(occurrences: list[Occurrence]) -> Iterator[ScoredAlignment]:
    for item in occurrences:
        yield item.scored
        yield from item.alternatives


class _Known(NamedTuple):
    """The words at the beginning of a paste that any wording uses."""

    words: dict[str, float]
    """Each with how like it is."""
    total: float
    """What all words weigh, known or not."""
    share: float
    """The square of the known ones' share of it: no entry's is more."""


def _known_words(tokens: Tokens, inverted: InvertedIndex) -> _Known:
    """Return the words of a paste that any entry may share."""
    words: dict[str, float] = {}
    total = 0.0
    for place in range(min(len(tokens.words), _MOST_WORDS)):
        if not tokens.similarities[place]:
            total += tokens.weights[place]
        for word, similarity in tokens.similarities[place][:1]:
            if word not in words:
                total += inverted.weights[word]
            words[word] = max(words.get(word, 0.0), similarity)
    known = sum(inverted.weights[word] * similarity for word, similarity in words.items())
    return _Known(words, total, (known / total) ** 2 if total else 0.0)


def _similar_entries(known: _Known, inverted: InvertedIndex) -> dict[int, _Similar]:
    """Return how similar each entry is that shares words with a paste, in any order."""
    shared: dict[int, float] = {}
    counts: dict[int, int] = {}
    for word, similarity in known.words.items():
        weight = inverted.weights[word] * similarity
        for number in inverted.users_of(word):
            shared[number] = shared.get(number, 0.0) + weight
            counts[number] = counts.get(number, 0) + 1
    return {
        number: _Similar((weight / known.total) ** 2, counts[number], weight)
        for number, weight in shared.items()
        if counts[number] >= _LEAST_SHARED
    }
