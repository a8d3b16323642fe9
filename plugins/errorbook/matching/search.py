"""Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from errorbook.matching.candidates.alignment import Occurrences, align
from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.gathering import Candidate, Gathering
from errorbook.matching.candidates.ordering import first_sure, in_order
from errorbook.matching.candidates.scoring import ScoredAlignment, score_alignment
from errorbook.matching.candidates.truncation import is_truncated
from errorbook.matching.doubts.doubts import Reason
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.values.values import Value
from errorbook.matching.words.lines import line_start, open_lines
from errorbook.matching.words.tokens import Tokens

Outcome = Literal["is", "like"]


@dataclass(slots=True)
class Occurrence:
    """One place where an entry was found, before equal ones are put together."""

    scored: ScoredAlignment
    alternatives: Alternatives
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
            start = max(taken, line_start(tokens, end - overlap, start))
        for first, last in open_lines(tokens, window) if found else ():
            self._find(tokens, first, last, found, True, 0.0)
        for item in found:
            # What the others explain speaks against none of them any more.
            item.scored = score_alignment(item.scored.alignment, tokens, self._inverted)
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
    ) -> tuple[ScoredAlignment | None, Alternatives]:
        """Return the best candidate of a stretch, aligned and judged, and the others.

        With ``least``, only those that may reach this confidence.
        """
        scored_so_far: list[ScoredAlignment] = []
        settings = self._settings
        occurrences = self._occurrences(tokens, start, end)
        if not least:
            return self._best_of_all(tokens, occurrences, start, end)
        likely = self._gathering.likely(occurrences)
        self._judge(likely, occurrences, tokens, scored_so_far, settings["close"])
        best = first_sure(in_order(scored_so_far, tokens, self._inverted), least)
        if best is None:
            return None, Alternatives()
        around = [other for other in scored_so_far if other.overlaps(best)]
        ranking = in_order(around, tokens, self._inverted)
        return ranking[0], Alternatives(ranking[1:])

    def _best_of_all(
        self, tokens: Tokens, occurrences: Occurrences, start: int, end: int
    ) -> tuple[ScoredAlignment | None, Alternatives]:
        """Return the candidates aligned and judged; none beyond the first of them when those are sure."""
        settings = self._settings
        # What stands a window away is too far off to count.
        around = slice(max(0, start - settings["window"]), end + settings["window"])
        before = tokens.explained[around]
        scored_so_far: list[ScoredAlignment] = []
        ranking: list[ScoredAlignment] = []
        later: list[Candidate] = []
        for candidates in self._gathering.candidates(occurrences):
            self._judge(candidates, occurrences, tokens, scored_so_far, settings["faint"], later)
            ranking = in_order(scored_so_far, tokens, self._inverted)
            if ranking and ranking[0].confidence >= settings["is"]:
                break

        def weigh(wanted: Sequence[Candidate]) -> list[ScoredAlignment]:
            # In the paste as it was when the others were weighed.
            now, tokens.explained[around] = tokens.explained[around], before
            self._judge(wanted, occurrences, tokens, scored_so_far, 0.0)
            ordered = in_order(scored_so_far, tokens, self._inverted)
            tokens.explained[around] = now
            return ordered[1:]

        return (ranking[0] if ranking else None), Alternatives(ranking[1:], later, weigh)

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
        candidates: Sequence[Candidate],
        occurrences: Occurrences,
        tokens: Tokens,
        scored_so_far: list[ScoredAlignment],
        behind: float,
        later: list[Candidate] | None = None,
    ) -> None:
        """Add the scored alignments of candidates, less those that stay behind the best in any case.

        Those that cannot come first are put off: they join ``later`` where it is given.
        """
        solid, whole = self._settings["solid"], self._settings["whole"]
        best = max((scored.rank for scored in scored_so_far if scored.cut_coverage >= solid), default=0.0)
        done = {id(scored.alignment.template) for scored in scored_so_far}
        done.update(id(template) for template, _ in later or ())
        for template, most in candidates:
            if most < behind * best or id(template) in done:
                continue
            if later is not None and most < best and most < whole * template.total:
                later.append((template, most))
                continue
            alignment = align(template, occurrences, tokens, self._inverted)
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
                if is_truncated(scored, Alternatives(), tokens, self._inverted):
                    return True
        return False

    def _find(
        self, tokens: Tokens, start: int, end: int, found: list[Occurrence], again: bool, least: float
    ) -> None:
        """Find the best alignment of a stretch, if it is sure enough, then look on both sides of it."""
        if again and not least and not self.is_worth_a_search(tokens, start, end):
            return
        best, alternatives = self.scored_alignments(tokens, start, end, least)
        if not best or best.confidence < least:
            return
        keep = self._settings["keep"]
        unsure = again and best.confidence < keep
        if unsure and not is_truncated(best, alternatives, tokens, self._inverted):
            return
        found.append(Occurrence(best, alternatives))
        for place in range(best.start, best.end):
            tokens.explained[place] = 1
        # A line that only announces an error is no answer: what it announces may be there, however little.
        if best.alignment.template.role != "heading":
            least = keep
        if best.start - start >= 2:
            self._find(tokens, start, best.start, found, True, least)
        if end - best.end >= 2:
            self._find(tokens, best.end, end, found, True, least)
