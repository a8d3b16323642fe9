"""What a paste may be, and why it is found or not: its words, the candidates of each place, the reasons.

``assets/matching/explaining.js`` is its twin and gives the same JSON. It decides nothing.
"""

from __future__ import annotations

import math
from typing import TypedDict

from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.candidates.truncation import is_truncated
from errorbook.matching.doubts.doubts import ROLES, below_threshold, claim, doubts, too_little, value_text
from errorbook.matching.findings import ResultRecord
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.matcher import Matcher
from errorbook.matching.search import Occurrence, Outcome
from errorbook.matching.utf16 import widen
from errorbook.matching.values.value_kinds import value_kinds
from errorbook.matching.values.values import read_values
from errorbook.matching.words.tokens import Tokens, read

_MOST_CANDIDATES = 5

Ranked = tuple[str, float, Outcome | None]
"""An entry's id, its confidence, and what a matcher says of it."""


class ExplainedWord(TypedDict):
    """A word of a paste."""

    text: str
    weight: float
    like: list[tuple[str, float]]
    """The words of the catalogue that it may be, each with its similarity."""


class Candidate(TypedDict):
    """A wording that may stand at a place, with its figures and what speaks against it."""

    id: str
    message: int
    text: str
    role: str
    template: list[tuple[str, float]]
    """Its words, each with its weight."""
    holes: list[list[str]]
    pairs: list[tuple[int, int, float]]
    """(place in the paste, place in the wording, similarity)."""
    values: dict[str, str]
    shared: float
    explained: float
    total: float
    coverage: float
    surroundings: float
    score: float
    confidence: float
    cut_coverage: float
    rank: float
    outcome: Outcome | None
    against: list[str]


class ExplainedPlace(TypedDict):
    """A place where an entry may stand."""

    start: int
    end: int
    candidates: list[Candidate]
    aside: str
    """Why it is not among the findings although something was said of it."""


class Explained(TypedDict):
    """What a matcher sees in a paste, as JSON."""

    words: list[ExplainedWord]
    places: list[ExplainedPlace]
    result: ResultRecord


def explain(matcher: Matcher, paste: str) -> Explained:
    """Return what the matcher sees in a paste and why it answers as it does, as JSON values."""
    inverted = matcher.inverted
    result = matcher.match(paste)
    wide = widen(paste)[: inverted.settings["most_characters"]]
    tokens = read(wide, inverted.normaliser.normalise(wide), inverted)
    matcher.note_codes(tokens)
    # A code that is all of a paste is looked up; no words are compared.
    by_code = any(finding.message < 0 for finding in result.findings)
    places = [] if by_code else matcher.search.occurrences(tokens)
    found = {finding.id for finding in result.findings}
    return {
        "words": [_word(tokens, place) for place in range(len(tokens.words))],
        "places": [_place(occurrence, found, tokens, inverted) for occurrence in places],
        "result": result.to_json(),
    }


def _word(tokens: Tokens, place: int) -> ExplainedWord:
    return {
        "text": tokens.words[place],
        "weight": _thousandths(tokens.weights[place]),
        "like": list(tokens.similarities[place]),
    }


def _place(
    occurrence: Occurrence, found: set[str], tokens: Tokens, inverted: InvertedIndex
) -> ExplainedPlace:
    best = occurrence.scored
    first = _candidate(best, occurrence.alternatives, tokens, inverted)
    following = [
        _candidate(other, Alternatives([best]), tokens, inverted)
        for other in list(occurrence.alternatives)[: _MOST_CANDIDATES - 1]
    ]
    return {
        "start": best.start,
        "end": best.end,
        "candidates": [first, *following],
        "aside": _aside(first, found),
    }


def _aside(first: Candidate, found: set[str]) -> str:
    """Say why a place with an outcome is not among the findings, or nothing."""
    if not first["outcome"] or first["id"] in found:
        return ""
    if first["role"] not in ("heading", "alias"):
        return "Left out: a sure message says all of it as well."
    return f"Left out: {ROLES[first['role']]} steps back behind a message."


def _candidate(
    scored: ScoredAlignment, alternatives: Alternatives, tokens: Tokens, inverted: InvertedIndex
) -> Candidate:
    alignment, template = scored.alignment, scored.alignment.template
    entry = inverted.entries[template.entry]
    values = read_values(alignment, tokens, value_kinds(entry))
    pairs = [
        (place, word, dict(tokens.similarities[place])[template.words[word]])
        for place, word in alignment.pairs
    ]
    claimed = claim(scored, alternatives, values, inverted)
    unsure = [doubt.text for doubt in doubts(claimed, tokens, inverted)]
    nothing = list(too_little(scored, tokens, inverted))
    if not is_truncated(scored, alternatives, tokens, inverted):
        nothing.extend(below_threshold(claimed, "like", inverted))
    seen = scored.coverage * scored.coverage
    return {
        "id": entry["id"],
        "message": template.message,
        "text": entry["messages"][template.message][0],
        "role": template.role,
        "template": [
            (word, _thousandths(template.weights[number])) for number, word in enumerate(template.words)
        ],
        "holes": template.holes,
        "pairs": pairs,
        "values": {value.name: value_text(value) for value in reversed(values)},
        "shared": _thousandths(sum(template.weights[word] * similarity for _, word, similarity in pairs)),
        "explained": _thousandths(alignment.explained),
        "total": _thousandths(template.total),
        "coverage": _thousandths(scored.coverage),
        "surroundings": _thousandths(scored.confidence / seen if seen else 0.0),
        "score": _thousandths(claimed.score),
        "confidence": _thousandths(scored.confidence),
        "cut_coverage": _thousandths(scored.cut_coverage),
        "rank": _thousandths(scored.rank),
        "outcome": None if nothing else "like" if unsure else "is",
        "against": [*unsure, *nothing],
    }


def _thousandths(value: float) -> float:
    """Round a figure; halves go up, as in JavaScript."""
    return math.floor(value * 1000 + 0.5) / 1000


def ranked(matcher: Matcher, paste: str) -> list[Ranked]:
    """Return what stands in a paste, in order of appearance; then what else it could be, best first."""
    inverted = matcher.inverted
    result, occurrences = matcher.look(widen(paste)[: inverted.settings["most_characters"]])
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
    rows = [(entry, score, said.get(entry)) for entry, score in scores.items()]
    # What nothing is said of stands back: a line that only announces an error.
    return sorted(rows, key=lambda item: item[2] is None)


def _id(scored: ScoredAlignment, inverted: InvertedIndex) -> str:
    entry: str = inverted.entries[scored.alignment.template.entry]["id"]
    return entry
