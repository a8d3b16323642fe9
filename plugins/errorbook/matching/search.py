"""Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from errorbook.matching.alignment import Occurrences, align
from errorbook.matching.doubts import Reason
from errorbook.matching.gathering import Candidate, Gathering
from errorbook.matching.inverted_index import InvertedIndex
from errorbook.matching.lines import line_start, open_lines
from errorbook.matching.ordering import in_order
from errorbook.matching.scoring import ScoredAlignment, score_alignment
from errorbook.matching.tokens import Tokens
from errorbook.matching.truncation import is_truncated
from errorbook.matching.values import Value

Outcome = Literal["is", "like"]


@dataclass(slots=True)
class Occurrence:
    """One place where an entry was found, before equal ones are put together."""

    scored: ScoredAlignment
    alternatives: list[ScoredAlignment]
    outcome: Outcome | None = None
    reason: Reason = ""
    values: list[Value] = field(default_factory=list)
    score: float = 0.0


class Search:
    """Looks for the templates of an inverted index in tokenised pastes."""

    def __init__(self, inverted: InvertedIndex) -> None:
        """Keep the inverted index at hand."""
        self._inverted = inverted
        self._settings = inverted.settings
        self._gathering = Gathering(inverted)

    def occurrences(self, tokens: Tokens) -> list[Occurrence]:
        """Read a long paste a stretch at a time, so that work grows in line with its length."""
        found: list[Occurrence] = []
        start, count = 0, len(tokens.words)
        window = self._settings["window"]
        overlap = 2 * window // 5
        while start < count:
            end = count if count - start <= window + overlap else line_start(tokens, start + window, start)
            known = len(found)
            self._find(tokens, start, end, found, False, self._settings["keep"] if found else 0.0)
            if end == count:
                break
            self._hand_on(tokens, end - overlap, found, known)
            taken = max((item.scored.end for item in found[known:]), default=start)
            start = max(taken, line_start(tokens, end - overlap, start), start + 1)
        for first, last in open_lines(tokens, window) if found else ():
            self._find(tokens, first, last, found, True, 0.0)
        # What the others explain speaks against none of them any more.
        for item in found if len(found) > 1 else ():
            item.scored = score_alignment(item.scored.alignment, tokens, self._inverted)
        for item in found:
            template = item.scored.alignment.template
            if item.scored.coverage >= self._settings["whole"] and not template.everyday:
                tokens.systems.add(self._inverted.entries[template.entry].get("system", ""))
        return found

    def _hand_on(self, tokens: Tokens, least: int, found: list[Occurrence], known: int) -> None:
        """Take back the last of a stretch if it lacks its end: the next stretch holds all of it."""
        if len(found) == known:
            return
        last = max(range(known, len(found)), key=lambda number: found[number].scored.end)
        scored = found[last].scored
        alignment = scored.alignment
        if scored.start >= least and alignment.pairs[-1][1] + 1 < len(alignment.template.words):
            del found[last]
            for place in range(scored.start, scored.end):
                tokens.explained[place] = 0

    def scored_alignments(
        self, tokens: Tokens, start: int, end: int, least: float = 0.0
    ) -> list[ScoredAlignment]:
        """Return the candidates of a stretch, aligned and judged, the best first.

        With ``least``, only those that may reach this confidence.
        """
        scored_so_far: list[ScoredAlignment] = []
        settings = self._settings
        occurrences = self._occurrences(tokens, start, end)
        if not least:
            return self._best_of_all(tokens, occurrences)
        likely = self._gathering.likely(occurrences)
        self._judge(likely, occurrences, tokens, scored_so_far, settings["close"])
        best = self._first(in_order(scored_so_far, tokens, self._inverted), least)
        if best is None:
            return []
        around = [other for other in scored_so_far if other.overlaps(best)]
        return in_order(around, tokens, self._inverted)

    def _best_of_all(self, tokens: Tokens, occurrences: Occurrences) -> list[ScoredAlignment]:
        """Return the candidates aligned and judged; none beyond the first of them when those are sure."""
        scored_so_far: list[ScoredAlignment] = []
        ranking: list[ScoredAlignment] = []
        for candidates in self._gathering.candidates(occurrences):
            self._judge(candidates, occurrences, tokens, scored_so_far, self._settings["faint"])
            ranking = in_order(scored_so_far, tokens, self._inverted)
            if ranking and ranking[0].confidence >= self._settings["is"]:
                break
        return ranking

    def _first(self, scored_so_far: list[ScoredAlignment], least: float) -> ScoredAlignment | None:
        """Return the first that is sure enough, unless something better explains its place."""
        better: list[ScoredAlignment] = []
        for scored in scored_so_far:
            if scored.confidence < least:
                better.append(scored)
            elif not any(scored.overlaps(other) for other in better):
                return scored
        return None

    def _occurrences(self, tokens: Tokens, start: int, end: int) -> Occurrences:
        """Return where template words occur in a stretch."""
        occurrences: Occurrences = {}
        for place in range(start, end):
            if not tokens.explained[place]:
                for word, similarity in tokens.similarities[place]:
                    occurrences.setdefault(word, []).append((place, similarity))
        return occurrences

    def _judge(
        self,
        candidates: list[Candidate],
        occurrences: Occurrences,
        tokens: Tokens,
        scored_so_far: list[ScoredAlignment],
        behind: float,
    ) -> None:
        """Add the scored alignments of candidates, less those that stay behind the best in any case."""
        solid = self._settings["solid"]
        best = max((scored.rank for scored in scored_so_far if scored.cut_coverage >= solid), default=0.0)
        done = {id(scored.alignment.template) for scored in scored_so_far}
        for candidate in candidates:
            if candidate.most < behind * best or id(candidate.template) in done:
                continue
            alignment = align(candidate.template, occurrences, tokens, self._inverted)
            if alignment:
                scored = score_alignment(alignment, tokens, self._inverted)
                scored_so_far.append(scored)
                if scored.cut_coverage >= solid:
                    best = max(best, scored.rank)

    def is_worth_a_search(self, tokens: Tokens, start: int, end: int) -> bool:
        """Return whether a stretch beside others may hold enough of a message: most lines do not."""
        occurrences = self._occurrences(tokens, start, end)
        for template in self._gathering.parts(occurrences):
            alignment = align(template, occurrences, tokens, self._inverted)
            if alignment:
                scored = score_alignment(alignment, tokens, self._inverted)
                if scored.confidence >= self._settings["keep"]:
                    return True
                if is_truncated(scored, [], tokens, self._inverted):
                    return True
        return False

    def _find(
        self, tokens: Tokens, start: int, end: int, found: list[Occurrence], again: bool, least: float
    ) -> None:
        """Find the best alignment of a stretch, if it is sure enough, then look on both sides of it."""
        if again and not least and not self.is_worth_a_search(tokens, start, end):
            return
        scored_so_far = self.scored_alignments(tokens, start, end, least)
        if not scored_so_far or scored_so_far[0].confidence < least:
            return
        best, keep = scored_so_far[0], self._settings["keep"]
        unsure = again and best.confidence < keep
        if unsure and not is_truncated(best, scored_so_far[1:], tokens, self._inverted):
            return
        found.append(Occurrence(best, scored_so_far[1:]))
        for place in range(best.start, best.end):
            tokens.explained[place] = 1
        # A line that only announces an error is no answer: what it announces may be there, however little.
        if best.alignment.template.role != "heading":
            least = keep
        if best.start - start >= 2:
            self._find(tokens, start, best.start, found, True, least)
        if end - best.end >= 2:
            self._find(tokens, best.end, end, found, True, least)
