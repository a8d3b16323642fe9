"""What keeps a candidate from 'this is' and from 'looks like', the gravest first, in words for authors."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.nearest_code import has_code, nearest_code
from errorbook.matching.candidates.scoring import ScoredAlignment, stands_out
from errorbook.matching.candidates.truncation import inserted
from errorbook.matching.doubts.saying import beside
from errorbook.matching.doubts.sources import foreign, is_general, is_named
from errorbook.matching.index.index_shape import IndexValue, Settings
from errorbook.matching.index.inverted_index import InvertedIndex, is_scant
from errorbook.matching.values.value_kinds import PLAIN_TEXT, agrees, stray_word, value_kinds
from errorbook.matching.values.values import Value, conflicts
from errorbook.matching.words.lines import is_logged
from errorbook.matching.words.tokens import Tokens

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

_ANNOUNCED = re.compile("[:\"'\u201c\u201e\u00ab\u00bb\u2018\u201a([][ \t\n]?\\Z")
"""The colon, quotes and brackets behind which a text may begin with a negation of its own."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that speaks against 'this is'."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate, what else can be meant, and what is known of it."""

    scored: ScoredAlignment
    alternatives: Alternatives
    values: list[Value]
    score: float
    """Its confidence, less if a value does not fit."""


def claim(
    scored: ScoredAlignment, alternatives: Alternatives, values: list[Value], inverted: InvertedIndex
) -> Claim:
    """Return a candidate as something to be doubted."""
    sound = next(_wrong_type(scored, values, inverted), None) is None
    return Claim(scored, alternatives, values, scored.confidence if sound else 0.8 * scored.confidence)


def too_little(scored: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> Iterator[str]:
    """Say what makes a wording no answer at all, however much of it is there."""
    settings, template = inverted.settings, scored.alignment.template
    if template.role == "alias" and scored.coverage < settings["is"]:
        yield (
            f"Covers {hundredths(scored.coverage)} of what people type:"
            f" 'looks like' needs {hundredths(settings['is'])}."
        )
    if is_scant(template, tokens, settings) and not has_code(scored, tokens):
        yield f"One word is no answer to a paste of more than {settings['few_words']}."
    if is_general(scored, inverted) and (name := foreign(scored, tokens, inverted)):
        yield f"'{name}' is named, and any program may say this."


def below_threshold(claim: Claim, setting: Literal["is", "like"], inverted: InvertedIndex) -> Iterator[str]:
    """Say that the score does not suffice for an outcome."""
    needed, outcome = inverted.settings[setting], {"is": "this is", "like": "looks like"}[setting]
    if claim.score < needed and not (setting == "like" and stands_out(claim.scored, inverted)):
        yield f"Confidence {hundredths(claim.score)}: '{outcome}' needs {hundredths(needed)}."


def doubts(claim: Claim, tokens: Tokens, inverted: InvertedIndex) -> Iterator[Doubt]:
    """Return what keeps a candidate from 'this is'; nothing may."""
    scored = claim.scored
    declared = value_kinds(inverted.entries[scored.alignment.template.entry])
    role = scored.alignment.template.role
    own_code = has_code(scored, tokens)
    if role == "short" and not own_code:
        yield Doubt("", "So short a message needs its code beside it.")
    elif role not in ("full", "short"):
        yield Doubt("", f"The wording is {ROLES[role]}: 'this is' needs a whole message.")
    if name := foreign(scored, tokens, inverted):
        yield Doubt("source", f"'{name}' is named, which is another product.")
    yield from (Doubt("differs", text) for text in _different(scored, tokens, inverted.settings))
    yield from (Doubt("value", text) for text in _wrong_type(scored, claim.values, inverted))
    yield from (Doubt("value", text) for text in _strays(claim, tokens, declared))
    yield from (Doubt("value", f"{{{name}}} is empty.") for name in _empty(claim))
    logged = is_logged(scored.start, tokens, inverted.levels)
    heard = replace(claim, score=scored.confidence_in_log) if logged else claim
    yield from (Doubt("beside", text) for text in below_threshold(heard, "is", inverted))
    yield from (Doubt("beside", text) for text in beside(scored, tokens, claim.values, declared))
    yield from (Doubt("alike", text) for text in _alike(claim, tokens, inverted))
    if scored.alignment.template.everyday and not own_code and not is_named(scored, tokens, inverted):
        yield Doubt("everyday", "Any program may say it, and its system is not named.")


def _different(scored: ScoredAlignment, tokens: Tokens, settings: Settings) -> Iterator[str]:
    """Say how the paste's words differ from the wording."""
    alignment, template = scored.alignment, scored.alignment.template
    if scored.coverage < settings["whole"]:
        yield (
            f"Covers {hundredths(scored.coverage)} of the wording:"
            f" 'this is' needs {hundredths(settings['whole'])}."
        )
    there = {word for _, word in alignment.pairs}
    yield from (f"Lacks '{word}'." for number, word in enumerate(template.words) if number not in there)
    for place, word in alignment.pairs:
        if dict(tokens.similarities[place])[template.words[word]] < 1:
            yield f"'{tokens.words[place]}' is only like '{template.words[word]}'."
    yield from (f"'{tokens.words[place]}' is not in the wording." for place in inserted(alignment))


def _wrong_type(scored: ScoredAlignment, values: list[Value], inverted: InvertedIndex) -> Iterator[str]:
    """Name the values that are not of their kind, and holes with two contents."""
    declared = value_kinds(inverted.entries[scored.alignment.template.entry])
    for value in values:
        kind = declared.get(value.name, PLAIN_TEXT)
        if not agrees(value.text, kind):
            shown = f"'{value_text(value)}' in {{{value.name}}}"
            yield f"{shown} is no {kind['type']}: confidence counts 0.8 of itself."
    if conflicts(values):
        yield "One hole holds two different texts."


def _strays(claim: Claim, tokens: Tokens, declared: Mapping[str, IndexValue]) -> Iterator[str]:
    """Name the words in holes that are none of their value: 'nicht 53'; where it is announced, all are."""
    scored = claim.scored
    first, last = tokens.normalised.span(tokens.starts[scored.start], tokens.ends[scored.end - 1])
    for value in claim.values:
        kind = declared.get(value.name, PLAIN_TEXT)
        mark = _ANNOUNCED.search(tokens.paste[value.start - 2 : value.start])
        announced = kind["type"] in ("text", "name") and mark is not None
        before = value.start >= first and not announced
        behind = value.end <= last and not announced
        if word := stray_word(kind, value.text, before, behind):
            yield f"'{word}' in {{{value.name}}} is no part of its value."


def _empty(claim: Claim) -> Iterator[str]:
    """Name the holes that nothing fills, not even a placeholder of crosses; between marks nothing may be."""
    alignment = claim.scored.alignment
    template, pairs = alignment.template, alignment.pairs
    filled = {value.name for value in claim.values}
    beside = {word for (place, _), (after, word) in pairwise(pairs) if after == place + 1}
    for gap, names in enumerate(template.holes):
        boundary = gap == 0 or gap == len(template.words)
        if boundary or (gap in beside and not (template.before[gap] and template.after[gap])):
            yield from (name for name in names if name not in filled)


def _alike(claim: Claim, tokens: Tokens, inverted: InvertedIndex) -> Iterator[str]:
    """Name what else can be meant: an entry close behind, or a longer message that was cut off here."""
    settings, scored = inverted.settings, claim.scored
    template = scored.alignment.template
    open_end = not tokens.marks[scored.end].startswith(template.before[-1])
    named = {template.entry}
    beside_it = nearest_code(scored, tokens)
    close = settings["close"] * scored.rank
    behind = min(close, scored.rank)
    others = claim.alternatives if open_end else claim.alternatives.that_may(behind)
    for other in others:
        number = other.alignment.template.entry
        # Of two that say the same, the code beside the text is one's.
        if number in named or (template.entry in beside_it and number not in beside_it):
            continue
        entry = inverted.entries[number]["id"]
        near = scored.confidence - other.confidence < settings["lead"]
        near = near and other.overlaps(scored)
        around = other.start <= scored.start and other.end >= scored.end
        more = other.rank > scored.rank and other.overlaps(scored)
        # What people type is no message that could be cut off.
        longer = ((open_end and around) or more) and other.alignment.template.role != "alias"
        if near and other.rank > close:
            named.add(number)
            yield f"{entry} explains the same words about as well ({hundredths(other.confidence)})."
        elif longer and other.inner_coverage >= settings["whole"]:
            named.add(number)
            yield f"It may be a longer message that was cut off: {entry}."


def value_text(value: Value) -> str:
    """Return a value's text with whole characters; ``units`` counts some as two."""
    return value.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def hundredths(value: float) -> str:
    """Write a figure with two digits, never rounded up: 0.899 is less than a needed 0.90."""
    return f"{math.floor(value * 100) / 100:.2f}"
