"""Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from errorbook.matching.alignment import Occurrences, align
from errorbook.matching.judging import Judgement, judge
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.reading import Reading
from errorbook.matching.values import Value

Outcome = Literal["is", "like"]

_DEPTH = 12


@dataclass(slots=True)
class Occurrence:
    """One place where an entry was found, before equal ones are put together."""

    judgement: Judgement
    others: list[Judgement]
    outcome: Outcome | None = None
    values: list[Value] = field(default_factory=list)
    score: float = 0.0


class Search:
    """Looks for the templates of a lexicon in readings."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon at hand."""
        self._lexicon = lexicon
        self._settings = lexicon.settings

    def occurrences(self, reading: Reading) -> list[Occurrence]:
        """Read a long paste a stretch at a time, so that work grows in line with its length."""
        found: list[Occurrence] = []
        start, count = 0, len(reading.words)
        window, overlap = self._settings["window"], self._settings["overlap"]
        while start < count:
            end = count if count - start <= window + overlap else _line_start(reading, start + window, start)
            self._find(reading, start, end, found, 0)
            if end == count:
                break
            taken = max((item.judgement.end for item in found), default=start)
            start = max(taken, _line_start(reading, end - overlap, start), start + 1)
        return found

    def judgements(self, reading: Reading, start: int, end: int) -> list[Judgement]:
        """Return the candidates of a stretch, aligned and judged, the best first."""
        occurrences, numbers = self.candidates(reading, start, end)
        judged = []
        for number in numbers:
            alignment = align(self._lexicon.templates[number], occurrences, reading, self._lexicon)
            if alignment:
                judged.append(judge(alignment, reading, self._lexicon))
        judged.sort(key=lambda judgement: -judgement.rank)
        return judged

    def candidates(self, reading: Reading, start: int, end: int) -> tuple[Occurrences, list[int]]:
        """Return where template words occur in a stretch, and the templates that share most with it."""
        occurrences: Occurrences = {}
        for place in range(start, end):
            if not reading.explained[place]:
                for word, likeness in reading.likenesses[place]:
                    occurrences.setdefault(word, []).append((place, likeness))
        shared: dict[int, float] = {}
        for word, places in occurrences.items():
            weight = self._lexicon.weight(word) * max(likeness for _, likeness in places)
            count = len(places)
            for number, times in self._lexicon.postings[word]:
                shared[number] = shared.get(number, 0.0) + weight * min(count, times)
        templates = self._lexicon.templates
        ranked = sorted(
            shared,
            key=lambda number: (-shared[number] * (shared[number] / templates[number].total + 0.25), number),
        )
        return occurrences, ranked[: self._settings["candidates"]]

    def _find(self, reading: Reading, start: int, end: int, found: list[Occurrence], depth: int) -> None:
        """Find the best alignment of a stretch, then look on both sides of it."""
        judged = self.judgements(reading, start, end)
        if not judged:
            return
        best = judged[0]
        if (depth or found) and best.confidence < self._settings["keep"]:
            return
        found.append(Occurrence(best, judged[1:]))
        for place in range(best.start, best.end):
            reading.explained[place] = 1
        if depth < _DEPTH:
            if best.start - start >= 2:
                self._find(reading, start, best.start, found, depth + 1)
            if end - best.end >= 2:
                self._find(reading, best.end, end, found, depth + 1)


def _line_start(reading: Reading, place: int, least: int) -> int:
    """Return the first word of the line that a word is in, or the word itself when that is too far back."""
    start = place
    while start > least + 1 and place - start < 30 and "\n" not in reading.gaps[start]:
        start -= 1
    return start if "\n" in reading.gaps[start] else place
