"""All that a paste may be, in one list: for measuring, and for showing what the matcher weighed up."""

from __future__ import annotations

from errorbook.matching.findings import Result
from errorbook.matching.judging import Judgement
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.search import Occurrence, Outcome

Ranked = tuple[str, float, Outcome | None]
"""An entry's id, its confidence, and what a matcher says of it."""


def rank(result: Result, occurrences: list[Occurrence], lexicon: Lexicon) -> list[Ranked]:
    """Return what stands in a paste, in order of appearance; then what else it could be, best first."""
    said = {finding.id: finding.outcome for finding in result.findings}
    # What was found by its code, not by its words, stands first.
    scores = {finding.id: finding.score for finding in result.findings if finding.message < 0}
    told = [item for item in occurrences if _id(item.judgement, lexicon) in said] or occurrences
    least = lexicon.settings["ranked"] * max((item.score for item in told), default=0.0)
    leaders = [item for item in occurrences if item is occurrences[0] or item.score >= least]
    for item in sorted(leaders, key=lambda item: item.judgement.start):
        scores.setdefault(_id(item.judgement, lexicon), item.score)
    for judgement in sorted((other for item in leaders for other in item.others), key=lambda j: -j.rank):
        scores.setdefault(_id(judgement, lexicon), judgement.confidence)
    ranked = [(entry, score, said.get(entry)) for entry, score in scores.items()]
    # What nothing is said of stands back: a line that only announces an error.
    return sorted(ranked, key=lambda item: item[2] is None)


def _id(judgement: Judgement, lexicon: Lexicon) -> str:
    entry: str = lexicon.entries[judgement.alignment.template.entry]["id"]
    return entry
