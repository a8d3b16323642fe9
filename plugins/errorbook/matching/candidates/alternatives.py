"""What else may stand where a message stands: the likely ones at once, others when somebody asks for them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from errorbook.matching.candidates.gathering import Candidate
from errorbook.matching.candidates.scoring import ScoredAlignment

Weigh = Callable[[Sequence[Candidate]], list[ScoredAlignment]]
"""Aligns and weighs candidates, and returns all alternatives that are weighed by then, the best first."""


class Alternatives:
    """The candidates for a place beside its best one, the best first."""

    def __init__(
        self,
        known: Sequence[ScoredAlignment] = (),
        later: Sequence[Candidate] = (),
        weigh: Weigh = lambda _: [],
    ) -> None:
        """Keep those that are weighed, those that are not, and what weighs them."""
        self._known, self._later, self._weigh = list(known), list(later), weigh

    def __iter__(self) -> Iterator[ScoredAlignment]:
        """Yield all of them."""
        return iter(self.that_may(-math.inf))

    def that_may(self, rank: float, confidence: float = math.inf) -> list[ScoredAlignment]:
        """Return all that rank as high or are as sure, and some others: for those, no alignment is made."""
        wanted: list[Candidate] = []
        left: list[Candidate] = []
        for candidate in self._later:
            template, most = candidate
            may = most >= rank or (most / template.total) ** 2 >= confidence
            (wanted if may else left).append(candidate)
        if wanted:
            self._known, self._later = self._weigh(wanted), left
        return self._known

    def but(self, other: ScoredAlignment, best: ScoredAlignment) -> Alternatives:
        """Return what else may stand there when one of them is taken instead of the best."""

        def swapped(known: Sequence[ScoredAlignment]) -> list[ScoredAlignment]:
            return [best, *(scored for scored in known if scored is not other)]

        return Alternatives(swapped(self._known), self._later, lambda wanted: swapped(self._weigh(wanted)))
