"""Which templates may be in a stretch of a paste: those that share most with it, or enough to be kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from errorbook.matching.candidates.alignment import Occurrences
from errorbook.matching.index.inverted_index import InvertedIndex, Template, not_below

COMMON = 20
"""A word that more templates use brings in only those that need it, as long as they answer: work for a paste
would otherwise grow with the catalogue."""
_USES_FOR_A_TEMPLATE = 15
"""How many uses of words are added up in the time that looking a template's words up takes."""


class Found(NamedTuple):
    """The words of a stretch that templates use."""

    weights: dict[str, float]
    """What each weighs there, as like as it is; on a grid, so that the order of a sum changes nothing."""
    again: dict[str, int]
    """In how many places those may stand that have several."""
    sums: list[float]
    """Per template, what all of them weigh that it uses; nothing before it is asked for."""


Candidate = tuple[Template, float]
"""A template that shares words with a stretch, and the weight that an alignment can explain at most."""


class Gathering:
    """Gathers candidates from the words of a stretch."""

    def __init__(self, inverted: InvertedIndex) -> None:
        """Keep the inverted index at hand."""
        self._inverted = inverted
        self._settings = inverted.settings
        self._totals = [template.total for template in inverted.templates]
        self._needed = [template.needed for template in inverted.templates]

    def candidates(self, occurrences: Occurrences) -> Iterator[list[Candidate]]:
        """Yield the templates that share most with a stretch, the most promising first.

        Where a word is common, those that need it or share a rarer one come first, and then all.
        """
        postings, telling = self._inverted.postings, self._inverted.telling
        found = self._found(occurrences)
        lists = [telling[word] if len(postings[word]) > COMMON else postings[word] for word in occurrences]
        if any(len(postings[word]) > COMMON for word in occurrences):
            numbers = set[int]().union(*lists)
            yield self._promising(numbers, self._shared(numbers, found))
        sums = self._sums(found)
        yield self._promising([number for number, weight in enumerate(sums) if weight], sums.__getitem__)

    def likely(self, occurrences: Occurrences) -> list[Candidate]:
        """Return the templates of which enough may be there to be kept, the most promising first."""
        telling, needed = self._inverted.telling, self._needed
        numbers = set[int]().union(*[telling[word] for word in occurrences])
        shared = self._shared(numbers, self._found(occurrences))
        return self._promising([number for number in numbers if shared(number) >= needed[number]], shared)

    def parts(self, occurrences: Occurrences) -> list[Template]:
        """Return the templates of which a stretch may hold enough for a part that was cut off."""
        telling, templates = self._inverted.telling_part, self._inverted.templates
        numbers = set[int]().union(*[telling[word] for word in occurrences])
        if not numbers:
            return []
        shared = self._shared(numbers, self._found(occurrences))
        return [templates[number] for number in numbers if shared(number) >= templates[number].needed_part]

    def _found(self, occurrences: Occurrences) -> Found:
        """Return what each word of a stretch weighs there, and in how many places it may stand."""
        weights = self._inverted.weights
        return Found(
            {
                word: not_below(weights[word] * max([similarity for _, similarity in places]))
                for word, places in occurrences.items()
            },
            {word: len(places) for word, places in occurrences.items() if len(places) > 1},
            [],
        )

    def _shared(self, numbers: Collection[int], found: Found) -> Callable[[int], float]:
        """Return what tells how much of each template occurs, by the way that is shorter."""
        uses = sum([len(self._inverted.postings[word]) for word in found.weights])
        if uses < _USES_FOR_A_TEMPLATE * len(numbers):
            return self._sums(found).__getitem__
        templates, weights, again = self._inverted.templates, found.weights, found.again
        here, weigh = weights.keys(), weights.__getitem__
        shared: dict[int, float] = {}
        for number in numbers:
            template = templates[number]
            total = sum(map(weigh, template.positions.keys() & here))
            for word in template.repeated if again else ():
                if word in again:
                    total += weights[word] * (min(again[word], len(template.positions[word])) - 1)
            shared[number] = total
        return shared.__getitem__

    def _sums(self, found: Found) -> list[float]:
        """Return how much of every template occurs."""
        sums = found.sums
        if not sums:
            sums += [0.0] * len(self._totals)
            postings, repeated = self._inverted.postings, self._inverted.repeated
            for word, weight in found.weights.items():
                for number in postings[word]:
                    sums[number] += weight
                for number, times in repeated.get(word, ()) if word in found.again else ():
                    sums[number] += weight * (min(found.again[word], times) - 1)
        return sums

    def _promising(self, numbers: Collection[int], shared: Callable[[int], float]) -> list[Candidate]:
        """Return the templates that promise most: by what is there of them, and by its share."""
        templates, most = self._inverted.templates, self._settings["candidates"]
        weights, totals = map(shared, numbers), map(self._totals.__getitem__, numbers)
        promises = [weight * (weight / total + 0.25) for weight, total in zip(weights, totals, strict=True)]
        least = sorted(promises)[-most] if len(promises) > most else 0.0
        better = [
            (-promise, number) for promise, number in zip(promises, numbers, strict=True) if promise >= least
        ]
        better.sort()
        return [
            (templates[number], shared(number) + templates[number].marks_total) for _, number in better[:most]
        ]
