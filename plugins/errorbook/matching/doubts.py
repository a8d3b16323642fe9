"""What keeps a candidate from 'this is' and from 'looks like', in words; ``doubts.js`` is its twin.

The matcher decides without these words; a test holds both against each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from errorbook.matching.judging import Judgement, is_scant
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.parts import CLOSE_RANK, is_part
from errorbook.matching.reading import Reading
from errorbook.matching.values import Value, agrees, conflicts, kinds

ROLES = {
    "fragment": "part of a message",
    "heading": "a heading",
    "inferred": "one that nobody has seen",
    "alias": "what people type instead of a message",
}


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks against a candidate."""

    score: float
    """Its confidence, less if a value does not fit."""
    sure: list[str]
    """What keeps it from 'this is' only."""
    any: list[str]
    """What keeps it from 'looks like' as well."""


def doubts(
    judgement: Judgement, others: list[Judgement], values: list[Value], reading: Reading, lexicon: Lexicon
) -> Doubts:
    """Return what speaks against a candidate; ``others`` are its rivals."""
    strange = list(_strange(values, kinds(lexicon.entries[judgement.alignment.template.entry])))
    score = 0.8 * judgement.confidence if strange else judgement.confidence
    part = is_part(judgement, others, reading, lexicon)
    low = [] if part else list(_short(score, "like", "looks like", lexicon))
    sure = [
        *_wording(judgement, reading, lexicon.settings),
        *strange,
        *([] if low else _short(score, "is", "this is", lexicon)),
        *_rivals(judgement, others, values, reading, lexicon),
    ]
    return Doubts(score, sure, [*_too_little(judgement, reading, lexicon), *low])


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
    if is_scant(template, reading, settings):
        yield f"One word is no answer to a paste of more than {settings['few_words']}."


def _wording(judgement: Judgement, reading: Reading, settings: dict[str, Any]) -> Iterator[str]:
    """Say how the paste's words differ from the wording."""
    alignment, template = judgement.alignment, judgement.alignment.template
    if template.role != "full":
        yield f"The wording is {ROLES[template.role]}: 'this is' needs a whole message."
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
            yield f"'{value_text(value)}' in {{{value.name}}} is no {kind}: confidence counts 0.8 of itself."
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
        near = near and other.overlaps(judgement)
        around = other.start <= judgement.start and other.end >= judgement.end
        more = other.rank > judgement.rank and other.overlaps(judgement)
        if number in named:
            continue
        entry = lexicon.entries[number]["id"]
        if near and other.rank > CLOSE_RANK * judgement.rank:
            named.add(number)
            yield f"{entry} explains the same words about as well ({hundredths(other.confidence)})."
        elif ((open_end and around) or more) and other.fit >= settings["solid"]:
            named.add(number)
            yield f"It may be a longer message that was cut off: {entry}."


def value_text(value: Value) -> str:
    """Return a value's text with whole characters; ``units`` counts some as two."""
    return value.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def hundredths(value: float) -> str:
    """Write a figure with two digits, never rounded up: 0.899 is less than a needed 0.90."""
    return f"{math.floor(value * 100) / 100:.2f}"
