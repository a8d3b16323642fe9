"""Why a paste is found or not: its words, the candidates of each place, and what speaks against each.

``assets/matching/explaining.js`` is its twin and gives the same JSON. It decides nothing.
"""

from __future__ import annotations

import math
from typing import Any

from errorbook.matching.doubts import ROLES, claim, doubts, low, scarce, value_text
from errorbook.matching.judging import Judgement
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.matcher import Matcher
from errorbook.matching.parts import is_part
from errorbook.matching.reading import Reading, read
from errorbook.matching.search import Occurrence
from errorbook.matching.units import widen
from errorbook.matching.values import read_values

_MOST_CANDIDATES = 5


def explain(matcher: Matcher, paste: str) -> dict[str, Any]:
    """Return what the matcher sees in a paste and why it answers as it does, as JSON values."""
    lexicon = matcher.lexicon
    result = matcher.match(paste)
    wide = widen(paste)[: lexicon.settings["most_characters"]]
    reading = read(wide, lexicon.folder.fold(wide), lexicon)
    # A code that is all of a paste is looked up; no words are compared.
    by_code = any(finding.message < 0 for finding in result.findings)
    places = [] if by_code else matcher.search.occurrences(reading)
    found = {finding.id for finding in result.findings}
    explained = [_place(occurrence, reading, lexicon) for occurrence in places]
    return {
        "words": [_word(reading, place) for place in range(len(reading.words))],
        "places": [{**place, "aside": _aside(place, found)} for place in explained],
        "result": result.to_json(),
    }


def _word(reading: Reading, place: int) -> dict[str, Any]:
    return {
        "text": reading.words[place],
        "weight": _thousandths(reading.weights[place]),
        "like": [[word, likeness] for word, likeness in reading.likenesses[place]],
    }


def _place(occurrence: Occurrence, reading: Reading, lexicon: Lexicon) -> dict[str, Any]:
    best = occurrence.judgement
    following = [
        _candidate(other, [best], reading, lexicon) for other in occurrence.others[: _MOST_CANDIDATES - 1]
    ]
    return {
        "start": best.start,
        "end": best.end,
        "candidates": [_candidate(best, occurrence.others, reading, lexicon), *following],
    }


def _aside(place: dict[str, Any], found: set[str]) -> str:
    """Say why a place with an outcome is not among the findings, or nothing."""
    first = place["candidates"][0]
    if not first["outcome"]:
        return ""
    return "" if first["id"] in found else f"Left out: {ROLES[first['role']]} stands back behind a message."


def _candidate(
    judgement: Judgement, others: list[Judgement], reading: Reading, lexicon: Lexicon
) -> dict[str, Any]:
    alignment, template = judgement.alignment, judgement.alignment.template
    entry = lexicon.entries[template.entry]
    values = read_values(alignment, reading)
    pairs = [
        (place, word, dict(reading.likenesses[place])[template.words[word]])
        for place, word in alignment.pairs
    ]
    claimed = claim(judgement, others, values, lexicon)
    unsure = [doubt.text for doubt in doubts(claimed, reading, lexicon)]
    nothing = list(scarce(judgement, reading, lexicon))
    if not is_part(judgement, others, reading, lexicon):
        nothing.extend(low(claimed, "like", lexicon))
    seen = judgement.coverage * judgement.coverage
    return {
        "id": entry["id"],
        "message": template.message,
        "text": entry["messages"][template.message][0],
        "role": template.role,
        "template": [
            [word, _thousandths(template.weights[number])] for number, word in enumerate(template.words)
        ],
        "holes": template.holes,
        "pairs": [list(pair) for pair in pairs],
        "values": {value.name: value_text(value) for value in reversed(values)},
        "shared": _thousandths(sum(template.weights[word] * likeness for _, word, likeness in pairs)),
        "explained": _thousandths(alignment.explained),
        "total": _thousandths(template.total),
        "coverage": _thousandths(judgement.coverage),
        "surroundings": _thousandths(judgement.confidence / seen if seen else 0.0),
        "score": _thousandths(claimed.score),
        "confidence": _thousandths(judgement.confidence),
        "fit": _thousandths(judgement.fit),
        "rank": _thousandths(judgement.rank),
        "outcome": None if nothing else "like" if unsure else "is",
        "against": [*unsure, *nothing],
    }


def _thousandths(value: float) -> float:
    """Round a figure; halves go up, as in JavaScript."""
    return math.floor(value * 1000 + 0.5) / 1000
