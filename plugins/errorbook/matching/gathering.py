"""Which templates may be in a stretch of a paste: those that share most with it, or enough to be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple

from errorbook.matching.alignment import Occurrences
from errorbook.matching.inverted_index import InvertedIndex, Template, not_below

COMMON = 20
"""A word that more templates use brings in only those that need it, as long as they answer: work for a paste
would otherwise grow with the catalogue."""


class Found(NamedTuple):
    """The words of a stretch that templates use."""

    weights: dict[str, float]
    """What each weighs there, as like as it is; on a grid, so that the order of a sum changes nothing."""
    again: dict[str, int]
    """In how many places those may stand that have several."""


class Candidate(NamedTuple):
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
        self._totals = [template.total for template in inverted.templates]

    def candidates(self, occurrences: Occurrences) -> Iterator[list[Candidate]]:
        """Yield the templates that share most with a stretch, the most promising first.

        Where a word is common, those that need it or share a rarer one come first, and then all.
        """
        postings, telling = self._inverted.postings, self._inverted.telling
        common = {word for word in occurrences if len(postings[word]) > COMMON}
        found = self._found(occurrences)
        if common:
            numbers = {number for word in common for number in telling[word]}
            numbers.update(number for word in occurrences.keys() - common for number, _ in postings[word])
            yield self._promising(self._shared(numbers, found))
        shared: dict[int, float] = defaultdict(float)
        for word, weight in found.weights.items():
            count = found.again.get(word, 1)
            for number, times in postings[word]:
                # Most words occur once in a template: no multiplication for those.
                shared[number] += weight if times == 1 else weight * min(count, times)
        yield self._promising(shared)

    def likely(self, occurrences: Occurrences) -> list[Candidate]:
        """Return the templates of which enough may be there to be kept, the most promising first."""
        telling, templates = self._inverted.telling, self._inverted.templates
        shared = self._shared(
            {number for word in occurrences for number in telling[word]}, self._found(occurrences)
        )
        return self._promising(
            {number: weight for number, weight in shared.items() if weight >= templates[number].needed}
        )

    def parts(self, occurrences: Occurrences) -> list[Template]:
        """Return the templates of which a stretch may hold enough for a part that was cut off."""
        telling, templates = self._inverted.telling_part, self._inverted.templates
        numbers = {number for word in occurrences for number in telling[word]}
        shared = self._shared(numbers, self._found(occurrences)) if numbers else {}
        return [
            templates[number] for number, weight in shared.items() if weight >= templates[number].needed_part
        ]

    def _found(self, occurrences: Occurrences) -> Found:
        """Return what each word of a stretch weighs there, and in how many places it may stand."""
        weights = self._inverted.weights
        return Found(
            {
                word: not_below(weights[word] * max([similarity for _, similarity in places]))
                for word, places in occurrences.items()
            },
            {word: len(places) for word, places in occurrences.items() if len(places) > 1},
        )

    def _shared(self, numbers: Iterable[int], found: Found) -> dict[int, float]:
        """Return how much of each template occurs."""
        templates, weights, again = self._inverted.templates, found.weights, found.again
        here, weigh = weights.keys(), weights.__getitem__
        shared: dict[int, float] = {}
        for number in numbers:
            template = templates[number]
            total = sum(map(weigh, template.positions.keys() & here))
            for word in template.repeated:
                if word in again:
                    total += weights[word] * (min(again[word], len(template.positions[word])) - 1)
            shared[number] = total
        return shared

    def _promising(self, shared: dict[int, float]) -> list[Candidate]:
        templates, totals = self._inverted.templates, self._totals
        ranked = nsmallest(
            self._settings["candidates"],
            [(-weight * (weight / totals[number] + 0.25), number) for number, weight in shared.items()],
        )
        return [
            Candidate(templates[number], shared[number] + templates[number].marks_total)
            for _, number in ranked
        ]
