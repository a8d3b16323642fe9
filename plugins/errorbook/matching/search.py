"""Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Literal

from errorbook.matching.alignment import Occurrences, align
from errorbook.matching.doubts import Reason
from errorbook.matching.judging import Judgement, in_order, judge
from errorbook.matching.lexicon import Lexicon, Template
from errorbook.matching.lines import line_start, open_lines
from errorbook.matching.parts import is_part
from errorbook.matching.reading import Reading
from errorbook.matching.values import Value

Outcome = Literal["is", "like"]

_AROUND = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A template that shares words with a stretch."""

    template: Template
    most: float
    """The weight that an alignment can explain at most."""


@dataclass(slots=True)
class Occurrence:
    """One place where an entry was found, before equal ones are put together."""

    judgement: Judgement
    others: list[Judgement]
    outcome: Outcome | None = None
    reason: Reason = ""
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
            end = count if count - start <= window + overlap else line_start(reading, start + window, start)
            known = len(found)
            self._find(reading, start, end, found, False, self._settings["keep"] if found else 0.0)
            if end == count:
                break
            self._hand_on(reading, end - overlap, found, known)
            taken = max((item.judgement.end for item in found[known:]), default=start)
            start = max(taken, line_start(reading, end - overlap, start), start + 1)
        for first, last in open_lines(reading, window) if found else ():
            self._find(reading, first, last, found, True, 0.0)
        # What the others explain speaks against none of them any more.
        for item in found if len(found) > 1 else ():
            item.judgement = judge(item.judgement.alignment, reading, self._lexicon)
        for item in found:
            template = item.judgement.alignment.template
            if item.judgement.coverage >= self._settings["whole"] and not template.everyday:
                reading.systems.add(self._lexicon.entries[template.entry].get("system", ""))
        return found

    def _hand_on(self, reading: Reading, least: int, found: list[Occurrence], known: int) -> None:
        """Take back the last of a stretch if it lacks its end: the next stretch holds all of it."""
        if len(found) == known:
            return
        last = max(range(known, len(found)), key=lambda number: found[number].judgement.end)
        judgement = found[last].judgement
        alignment = judgement.alignment
        if judgement.start >= least and alignment.pairs[-1][1] + 1 < len(alignment.template.words):
            del found[last]
            for place in range(judgement.start, judgement.end):
                reading.explained[place] = 0

    def judgements(self, reading: Reading, start: int, end: int, least: float = 0.0) -> list[Judgement]:
        """Return the candidates of a stretch, aligned and judged, the best first.

        With ``least``, only those that may reach this confidence, then what stands around the best of them.
        """
        judged: list[Judgement] = []
        settings = self._settings
        occurrences = self._occurrences(reading, start, end)
        if not least:
            self._judge(self.candidates(occurrences), occurrences, reading, judged, settings["behind"])
            return in_order(judged, settings)
        self._judge(self.likely(occurrences), occurrences, reading, judged, settings["close"])
        best = self._first(in_order(judged, settings), least)
        if best is None:
            return []
        judged = [other for other in judged if other.overlaps(best)]
        occurrences = self._occurrences(reading, best.start, best.end)
        candidates = self.close(occurrences, settings["close"] * best.rank)
        start, end = max(start, best.start - _AROUND), min(end, best.end + _AROUND)
        self._judge(candidates, self._occurrences(reading, start, end), reading, judged, 0.0)
        return in_order(judged, settings)

    def _first(self, judged: list[Judgement], least: float) -> Judgement | None:
        """Return the first that is sure enough, unless something better explains its place."""
        better: list[Judgement] = []
        for judgement in judged:
            if judgement.confidence < least:
                better.append(judgement)
            elif not any(judgement.overlaps(other) for other in better):
                return judgement
        return None

    def _occurrences(self, reading: Reading, start: int, end: int) -> Occurrences:
        """Return where template words occur in a stretch."""
        occurrences: Occurrences = {}
        for place in range(start, end):
            if not reading.explained[place]:
                for word, likeness in reading.likenesses[place]:
                    occurrences.setdefault(word, []).append((place, likeness))
        return occurrences

    def candidates(self, occurrences: Occurrences) -> list[Candidate]:
        """Return the templates that share most with a stretch, the most promising first."""
        shared: dict[int, float] = {}
        for word, places in occurrences.items():
            weight, count = self._weight(word, places), len(places)
            for number, times in self._lexicon.postings[word]:
                # Most words stand once in a template: no multiplication for those.
                share = weight if times == 1 else weight * min(count, times)
                shared[number] = shared.get(number, 0.0) + share
        return self._promising(shared)

    def likely(self, occurrences: Occurrences) -> list[Candidate]:
        """Return the templates of which enough may be there to be kept, the most promising first."""
        templates = self._lexicon.templates
        numbers = dict.fromkeys(number for word in occurrences for number in self._lexicon.telling[word])
        shared = {
            number: self._shared(templates[number], occurrences, templates[number].needed)
            for number in numbers
        }
        return self._promising({number: weight for number, weight in shared.items() if weight > 0})

    def close(self, occurrences: Occurrences, least: float) -> list[Candidate]:
        """Return the templates of which so much weight may be in a stretch, the most promising first."""
        templates = self._lexicon.templates
        numbers: dict[int, None] = {}
        # Templates that have nothing but the lightest words cannot reach it.
        light = self._lexicon.most_marks
        for most, word in sorted(
            (self._weight(word, places) * len(places), word) for word, places in occurrences.items()
        ):
            light += most
            if light >= least:
                numbers.update(dict.fromkeys(number for number, _ in self._lexicon.postings[word]))
        shared = {
            number: self._shared(templates[number], occurrences, least - templates[number].marks_total)
            for number in numbers
        }
        return self._promising({number: weight for number, weight in shared.items() if weight > 0})

    def _weight(self, word: str, places: list[tuple[int, float]]) -> float:
        return self._lexicon.weights[word] * max(likeness for _, likeness in places)

    def _shared(self, template: Template, occurrences: Occurrences, least: float) -> float:
        """Return how much of a template occurs, or 0 when it is less than the least."""
        total = 0.0
        for word, left in template.rarest:
            if total + left < least:
                return 0.0
            places = occurrences.get(word)
            if places:
                total += self._weight(word, places) * min(len(places), len(template.positions[word]))
        return total if total >= least else 0.0

    def _promising(self, shared: dict[int, float]) -> list[Candidate]:
        templates = self._lexicon.templates
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

    def _judge(
        self,
        candidates: list[Candidate],
        occurrences: Occurrences,
        reading: Reading,
        judged: list[Judgement],
        behind: float,
    ) -> None:
        """Add the judgements of candidates, less those that stay far behind the best whatever they get."""
        solid = self._settings["solid"]
        best = max((judgement.rank for judgement in judged if judgement.fit >= solid), default=0.0)
        done = {id(judgement.alignment.template) for judgement in judged}
        for candidate in candidates:
            if candidate.most < behind * best or id(candidate.template) in done:
                continue
            alignment = align(candidate.template, occurrences, reading, self._lexicon)
            if alignment:
                judgement = judge(alignment, reading, self._lexicon)
                judged.append(judgement)
                if judgement.fit >= solid:
                    best = max(best, judgement.rank)

    def _find(
        self, reading: Reading, start: int, end: int, found: list[Occurrence], again: bool, least: float
    ) -> None:
        """Find the best alignment of a stretch, if it is sure enough, then look on both sides of it."""
        judged = self.judgements(reading, start, end, least)
        if not judged or judged[0].confidence < least:
            return
        best, keep = judged[0], self._settings["keep"]
        unsure = again and best.confidence < keep
        if unsure and not is_part(best, judged[1:], reading, self._lexicon):
            return
        found.append(Occurrence(best, judged[1:]))
        for place in range(best.start, best.end):
            reading.explained[place] = 1
        # A line that only announces an error is no answer: what it announces may be there, however little.
        if best.alignment.template.role != "heading":
            least = keep
        if best.start - start >= 2:
            self._find(reading, start, best.start, found, True, least)
        if end - best.end >= 2:
            self._find(reading, best.end, end, found, True, least)
