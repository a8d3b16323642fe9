"""What keeps a candidate from 'this is' and from 'looks like', the gravest first, in words for authors."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from errorbook.matching.judging import Judgement, stands_out
from errorbook.matching.lexicon import Lexicon, is_scant
from errorbook.matching.parts import CLOSE_RANK, inserted
from errorbook.matching.reading import Reading
from errorbook.matching.saying import beside, is_logged
from errorbook.matching.sources import foreign, is_named, is_status
from errorbook.matching.values import Value, agrees, conflicts, kinds

Reason = Literal["", "source", "cut", "differs", "value", "beside", "alike", "code", "everyday"]
"""Why it is no 'this is': another product is named as its source, the message was cut off, it differs, a
value lacks or does not fit, other text stands right beside it, others have the same words, only the code
was looked up, or any program may say it; "" for a wording that is never sure."""

ROLES = {
    "fragment": "part of a message",
    "heading": "a heading",
    "inferred": "one that nobody has seen here",
    "alias": "what people type instead of a message",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that speaks against 'this is'."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate, what else can be meant, and what is known of it."""

    judgement: Judgement
    others: list[Judgement]
    values: list[Value]
    score: float
    """Its confidence, less if a value does not fit."""


def claim(judgement: Judgement, others: list[Judgement], values: list[Value], lexicon: Lexicon) -> Claim:
    """Return a candidate as something to be doubted."""
    sound = next(_unfit(judgement, values, lexicon), None) is None
    return Claim(judgement, others, values, judgement.confidence if sound else 0.8 * judgement.confidence)


def scarce(judgement: Judgement, reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    """Say what makes a wording no answer at all, however much of it is there."""
    settings, template = lexicon.settings, judgement.alignment.template
    if template.role == "alias" and judgement.coverage < settings["whole_alias"]:
        yield (
            f"Covers {hundredths(judgement.coverage)} of what people type:"
            f" 'looks like' needs {hundredths(settings['whole_alias'])}."
        )
    if is_scant(template, reading, settings):
        yield f"One word is no answer to a paste of more than {settings['few_words']}."
    if is_status(judgement, lexicon) and (name := foreign(judgement, reading, lexicon)):
        yield f"'{name}' is named, and so short a message may be anybody's."


def low(claim: Claim, setting: Literal["is", "like"], lexicon: Lexicon) -> Iterator[str]:
    """Say that the score does not suffice for an outcome."""
    needed, outcome = lexicon.settings[setting], {"is": "this is", "like": "looks like"}[setting]
    if claim.score < needed and not (setting == "like" and stands_out(claim.judgement, lexicon)):
        yield f"Confidence {hundredths(claim.score)}: '{outcome}' needs {hundredths(needed)}."


def doubts(claim: Claim, reading: Reading, lexicon: Lexicon) -> Iterator[Doubt]:
    """Return what keeps a candidate from 'this is'; nothing may."""
    judgement = claim.judgement
    declared = kinds(lexicon.entries[judgement.alignment.template.entry])
    role = judgement.alignment.template.role
    if role != "full":
        yield Doubt("", f"The wording is {ROLES[role]}: 'this is' needs a whole message.")
    if name := foreign(judgement, reading, lexicon):
        yield Doubt("source", f"'{name}' is named, which is another product.")
    yield from (Doubt("differs", text) for text in _different(judgement, reading, lexicon.settings))
    yield from (Doubt("value", text) for text in _unfit(judgement, claim.values, lexicon))
    yield from (Doubt("value", f"{{{name}}} is empty.") for name in _empty(claim, reading))
    logged = is_logged(judgement, reading, lexicon.levels)
    heard = replace(claim, score=judgement.announced) if logged else claim
    yield from (Doubt("beside", text) for text in low(heard, "is", lexicon))
    yield from (Doubt("beside", text) for text in beside(judgement, reading, declared))
    yield from (Doubt("alike", text) for text in _alike(claim, reading, lexicon))
    if judgement.alignment.template.everyday and not is_named(judgement, reading, lexicon):
        yield Doubt("everyday", "Any program may say it, and its system is not named.")


def _different(judgement: Judgement, reading: Reading, settings: dict[str, Any]) -> Iterator[str]:
    """Say how the paste's words differ from the wording."""
    alignment, template = judgement.alignment, judgement.alignment.template
    if judgement.coverage < settings["whole"]:
        yield (
            f"Covers {hundredths(judgement.coverage)} of the wording:"
            f" 'this is' needs {hundredths(settings['whole'])}."
        )
    there = {word for _, word in alignment.pairs}
    yield from (f"Lacks '{word}'." for number, word in enumerate(template.words) if number not in there)
    for place, word in alignment.pairs:
        if dict(reading.likenesses[place])[template.words[word]] < 1:
            yield f"'{reading.words[place]}' is only like '{template.words[word]}'."
    yield from (f"'{reading.words[place]}' is not in the wording." for place in inserted(alignment))


def _unfit(judgement: Judgement, values: list[Value], lexicon: Lexicon) -> Iterator[str]:
    """Name the values that are not of their kind, and holes with two contents."""
    declared = kinds(lexicon.entries[judgement.alignment.template.entry])
    for value in values:
        kind = declared.get(value.name, "text")
        if not agrees(value.text, kind):
            yield f"'{value_text(value)}' in {{{value.name}}} is no {kind}: confidence counts 0.8 of itself."
    if conflicts(values):
        yield "One hole holds two different texts."


def _empty(claim: Claim, reading: Reading) -> Iterator[str]:
    """Name the holes that nothing fills, not even a placeholder like 'XXX'; between marks nothing may be."""
    alignment = claim.judgement.alignment
    template, pairs = alignment.template, alignment.pairs
    filled = {value.name for value in claim.values}
    beside = {word for (place, _), (after, word) in pairwise(pairs) if after == place + 1}
    for gap, names in enumerate(template.holes):
        edge = gap == 0 or gap == len(template.words)
        if edge or (gap in beside and not (template.before[gap] and template.after[gap])):
            yield from (name for name in names if name not in filled)


def _alike(claim: Claim, reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    """Name what else can be meant: an entry close behind, or a longer message that was cut off here."""
    settings, judgement = lexicon.settings, claim.judgement
    template = judgement.alignment.template
    open_end = not reading.marks[judgement.end].startswith(template.before[-1])
    named = {template.entry}
    for other in claim.others:
        number = other.alignment.template.entry
        if number in named:
            continue
        entry = lexicon.entries[number]["id"]
        near = judgement.confidence - other.confidence < settings["lead"]
        near = near and other.overlaps(judgement)
        around = other.start <= judgement.start and other.end >= judgement.end
        more = other.rank > judgement.rank and other.overlaps(judgement)
        if near and other.rank > CLOSE_RANK * judgement.rank:
            named.add(number)
            yield f"{entry} explains the same words about as well ({hundredths(other.confidence)})."
        elif ((open_end and around) or more) and other.within >= settings["whole"]:
            named.add(number)
            yield f"It may be a longer message that was cut off: {entry}."


def value_text(value: Value) -> str:
    """Return a value's text with whole characters; ``units`` counts some as two."""
    return value.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def hundredths(value: float) -> str:
    """Write a figure with two digits, never rounded up: 0.899 is less than a needed 0.90."""
    return f"{math.floor(value * 100) / 100:.2f}"
