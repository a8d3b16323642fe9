"""Which templates may be in a stretch of a paste: those that share most with it, or enough to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from errorbook.matching.alignment import Occurrences
from errorbook.matching.inverted_index import InvertedIndex, Template

COMMON = 20
"""A word that more templates use brings in only those that need it, as long as they answer: work for a paste
would otherwise grow with the catalogue."""

Found = dict[str, tuple[float, int]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A template that shares words with a stretch."""

    template: Template
    most: float
    """The weight that an alignment can explain at most."""


class Gathering:
    """Gathers candidates from the words of a stretch."""

    def __init__(self, inverted: InvertedIndex) -> None:
        """Keep the inverted index at hand."""
        self._inverted = inverted
        self._settings = inverted.settings

    def candidates(self, occurrences: Occurrences) -> Iterator[list[Candidate]]:
        """Yield the templates that share most with a stretch, the most promising first.

        Where a word is common, those that need it or share a rarer one come first, and then all.
        """
        postings = self._inverted.postings
        common = {word for word in occurrences if len(postings[word]) > COMMON}
        if common:
            templates = self._inverted.templates
            numbers = {number for word in common for number in self._inverted.telling[word]}
            numbers.update(number for word in occurrences.keys() - common for number, _ in postings[word])
            found = self._found(occurrences)
            yield self._promising({number: _shared(templates[number], found, 0.0) for number in numbers})
        shared: dict[int, float] = {}
        for word, (weight, count) in self._found(occurrences).items():
            for number, times in postings[word]:
                # Most words occur once in a template: no multiplication for those.
                share = weight if times == 1 else weight * min(count, times)
                shared[number] = shared.get(number, 0.0) + share
        yield self._promising(shared)

    def likely(self, occurrences: Occurrences) -> list[Candidate]:
        """Return the templates of which enough may be there to be kept, the most promising first."""
        templates = self._inverted.templates
        numbers = dict.fromkeys(number for word in occurrences for number in self._inverted.telling[word])
        found = self._found(occurrences)
        shared = {number: _shared(templates[number], found, templates[number].needed) for number in numbers}
        return self._promising({number: weight for number, weight in shared.items() if weight > 0})

    def _found(self, occurrences: Occurrences) -> Found:
        """Return what each word of a stretch weighs there, and in how many places it may stand."""
        weights = self._inverted.weights
        return {
            word: (weights[word] * max(similarity for _, similarity in places), len(places))
            for word, places in occurrences.items()
        }

    def _promising(self, shared: dict[int, float]) -> list[Candidate]:
        templates = self._inverted.templates
        ranked = nsmallest(
            self._settings["candidates"],
            [
                (-weight * (weight / templates[number].total + 0.25), number)
                for number, weight in shared.items()
            ],
        )
        return [
            Candidate(templates[number], shared[number] + templates[number].marks_total)
            for _, number in ranked
        ]


def _shared(template: Template, found: Found, least: float) -> float:
    """Return how much of a template occurs, or 0 when it is less than the least."""
    total = 0.0
    for word, left in template.rarest:
        if total + left < least:
            return 0.0
        here = found.get(word)
        if here:
            weight, count = here
            total += weight if count == 1 else weight * min(count, len(template.positions[word]))
    return total if total >= least else 0.0
