"""All that a paste may be, in one list: for measuring, and for showing what the matcher weighed up."""

from __future__ import annotations

from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.findings import Result
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.search import Occurrence, Outcome

Ranked = tuple[str, float, Outcome | None]
"""An entry's id, its confidence, and what a matcher says of it."""


def rank(result: Result, occurrences: list[Occurrence], inverted: InvertedIndex) -> list[Ranked]:
    """Return what stands in a paste, in order of appearance; then what else it could be, best first."""
    said = {finding.id: finding.outcome for finding in result.findings}
    told = [item for item in occurrences if _id(item.scored, inverted) in said] or occurrences
    least = inverted.settings["like"] * max((item.score for item in told), default=0.0)
    leaders = [item for item in occurrences if item is occurrences[0] or item.score >= least]

    def place(item: Occurrence) -> float:
        return item.scored.start if _id(item.scored, inverted) in said else -item.score

    scores: dict[str, float] = {}
    for item in sorted(leaders, key=place):
        scores.setdefault(_id(item.scored, inverted), item.score)
    # What else is said: a code beside a message, a part that is far less sure than another.
    for finding in result.findings:
        scores.setdefault(finding.id, finding.score)
    for scored in sorted((other for item in leaders for other in item.alternatives), key=lambda j: -j.rank):
        scores.setdefault(_id(scored, inverted), scored.confidence)
    ranked = [(entry, score, said.get(entry)) for entry, score in scores.items()]
    # What nothing is said of stands back: a line that only announces an error.
    return sorted(ranked, key=lambda item: item[2] is None)


def _id(scored: ScoredAlignment, inverted: InvertedIndex) -> str:
    entry: str = inverted.entries[scored.alignment.template.entry]["id"]
    return entry
