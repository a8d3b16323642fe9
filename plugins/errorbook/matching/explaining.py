"""Why a paste is found or not: its words, the candidates of each place, and what speaks against each.

``assets/matching/explaining.js`` is its twin and gives the same JSON. It decides nothing: a test holds its
words against what the matcher does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from errorbook.matching.judging import Judgement
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.matcher import _CLOSE_RANK as CLOSE_RANK
from errorbook.matching.matcher import Matcher
from errorbook.matching.reading import Reading, read
from errorbook.matching.search import Occurrence
from errorbook.matching.units import widen
from errorbook.matching.values import Value, agrees, conflicts, kinds, read_values

_MOST_CANDIDATES = 5
_ROLES = {
    "fragment": "part of a message",
    "heading": "a heading",
    "inferred": "one that nobody has seen",
    "alias": "what people type instead of a message",
}


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
        "places": [{**place, "aside": _aside(place, explained, found, lexicon)} for place in explained],
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


def _aside(place: dict[str, Any], places: list[dict[str, Any]], found: set[str], lexicon: Lexicon) -> str:
    """Say why a place with an outcome is not among the findings, or nothing."""
    first = place["candidates"][0]
    if not first["outcome"]:
        return ""
    best = max(other["candidates"][0]["score"] for other in places if other["candidates"][0]["outcome"])
    least = lexicon.settings["beside_best"]
    if first["score"] < least * best:
        return f"Left out: its confidence is below {hundredths(least)} of the best one's in this paste."
    return "" if first["id"] in found else f"Left out: {_ROLES[first['role']]} stands back behind a message."


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
    strange = list(_strange(values, kinds(entry)))
    score = 0.8 * judgement.confidence if strange else judgement.confidence
    shy = list(_short(score, "like", "looks like", lexicon))
    part = [*_too_little(judgement, reading, lexicon), *shy]
    whole = [
        *_wording(judgement, reading, lexicon.settings),
        *strange,
        *([] if shy else _short(score, "is", "this is", lexicon)),
        *_rivals(judgement, others, values, reading, lexicon),
    ]
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
        "values": {value.name: _text(value) for value in reversed(values)},
        "shared": _thousandths(sum(template.weights[word] * likeness for _, word, likeness in pairs)),
        "explained": _thousandths(alignment.explained),
        "total": _thousandths(template.total),
        "coverage": _thousandths(judgement.coverage),
        "surroundings": _thousandths(judgement.confidence / seen if seen else 0.0),
        "score": _thousandths(score),
        "confidence": _thousandths(judgement.confidence),
        "fit": _thousandths(judgement.fit),
        "rank": _thousandths(judgement.rank),
        "outcome": None if part else "like" if whole else "is",
        "against": [*whole, *part],
    }


def _short(score: float, setting: str, outcome: str, lexicon: Lexicon) -> Iterator[str]:
    """Say that the score does not suffice for an outcome."""
    needed = lexicon.settings[setting]
    if score < needed:
        yield f"Confidence {hundredths(score)}: '{outcome}' needs {hundredths(needed)}."


def _too_little(judgement: Judgement, reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    """Say what makes a wording no answer at all, however much of it is there."""
    settings, template = lexicon.settings, judgement.alignment.template
    if template.role == "alias" and judgement.coverage < settings["whole_alias"]:
        yield (
            f"Covers {hundredths(judgement.coverage)} of what people type:"
            f" 'looks like' needs {hundredths(settings['whole_alias'])}."
        )
    if len(template.words) == 1 and len(reading.words) > settings["few_words"]:
        yield f"One word is no answer to a paste of more than {settings['few_words']}."


def _wording(judgement: Judgement, reading: Reading, settings: dict[str, Any]) -> Iterator[str]:
    """Say how the paste's words differ from the wording."""
    alignment, template = judgement.alignment, judgement.alignment.template
    if template.role != "full":
        yield f"The wording is {_ROLES[template.role]}: 'this is' needs a whole message."
    if judgement.coverage < settings["whole"]:
        yield (
            f"Covers {hundredths(judgement.coverage)} of the wording:"
            f" 'this is' needs {hundredths(settings['whole'])}."
        )
    for place, word in alignment.pairs:
        if dict(reading.likenesses[place])[template.words[word]] < 1:
            yield f"'{reading.words[place]}' is only like '{template.words[word]}'."


def _strange(values: list[Value], declared: dict[str, str]) -> Iterator[str]:
    """Name the values that are not of their kind, and holes with two contents."""
    for value in values:
        kind = declared.get(value.name, "text")
        if not agrees(value.text, kind):
            yield f"'{_text(value)}' in {{{value.name}}} is no {kind}: confidence counts 0.8 of itself."
    if conflicts(values):
        yield "One hole holds two different texts."


def _rivals(
    judgement: Judgement, others: list[Judgement], values: list[Value], reading: Reading, lexicon: Lexicon
) -> Iterator[str]:
    """Name what else can be meant."""
    settings, template = lexicon.settings, judgement.alignment.template
    names = template.holes[-1]
    if names and all(value.name != names[-1] for value in values):
        yield f"{{{names[-1]}}} at the end is empty."
    open_end = not reading.marks[judgement.end].startswith(template.before[-1])
    named = {template.entry}
    for other in others:
        number = other.alignment.template.entry
        near = judgement.confidence - other.confidence < settings["lead"]
        around = other.start <= judgement.start and other.end >= judgement.end
        if number in named:
            continue
        entry = lexicon.entries[number]["id"]
        if near and other.rank > CLOSE_RANK * judgement.rank:
            named.add(number)
            yield f"{entry} explains the same words about as well ({hundredths(other.confidence)})."
        elif open_end and around and other.fit >= settings["solid"]:
            named.add(number)
            yield f"It may be a longer message that was cut off: {entry}."


def _text(value: Value) -> str:
    """Return a value's text with whole characters; ``units`` counts some as two."""
    return value.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _thousandths(value: float) -> float:
    """Round a figure; halves go up, as in JavaScript."""
    return math.floor(value * 1000 + 0.5) / 1000


def hundredths(value: float) -> str:
    """Write a figure with two digits, never rounded up: 0.899 is less than a needed 0.90."""
    return f"{math.floor(value * 100) / 100:.2f}"
