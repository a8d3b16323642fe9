"""How much an alignment explains: of its template, and of the paste around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from errorbook.matching.alignment import Alignment
from errorbook.matching.lexicon import HOLE, Lexicon, is_telling
from errorbook.matching.reading import Reading

_PAIRS = {'"': '"', "'": "'", "(": ")", "[": "]", "{": "}"}
_NEGLIGIBLE = 0.01


@dataclass(frozen=True, slots=True)
class Judgement:
    """An alignment with what speaks for and against it."""

    alignment: Alignment
    start: int
    """First word of the paste that the alignment explains."""
    end: int
    """The word after the last."""
    coverage: float
    """Share of the template's weight that is there: 1 for a whole message."""
    fit: float
    """The same, with what a cut took away counting little."""
    within: float
    """The same, between its first and its last word that are there."""
    beyond: float
    """Unexplained weight where its end should stand; on both sides if its beginning lacks."""
    confidence: float
    """How sure we are, 0 to 1."""
    announced: float
    """The same, if what stands before it is only the beginning of a log's line."""
    rank: float
    """What orders the candidates: explained weight, less what is missing and what is left over."""

    def overlaps(self, other: Judgement) -> bool:
        """Return whether both explain the same place."""
        return self.start < other.end and other.start < self.end


def judge(alignment: Alignment, reading: Reading, lexicon: Lexicon) -> Judgement:
    """Weigh an alignment in its surroundings."""
    settings, template, pairs = lexicon.settings, alignment.template, alignment.pairs
    (first, first_word), (last, last_word) = pairs[0], pairs[-1]
    weights = template.weights
    head = sum(weights[:first_word])
    tail = sum(weights[last_word + 1 :])
    inside = sum(weights) - head - tail - sum(weights[word] for _, word in pairs)
    breaks = sum("\n" in reading.gaps[place] for place in range(first + 1, last + 1))
    explained = alignment.explained - min(settings["line_break"] * breaks, 0.15 * alignment.explained)

    end = last + 1 + _is_stub(alignment, reading)
    left, right = _around(alignment, reading, settings, end)
    ended = _ended(reading.marks[last + 1], template.gaps[last_word + 1])
    shown = end > last + 1 or "..." in reading.marks[end]
    if tail and (shown or (right < settings["cut_slack"] and not ended)):
        # How rare the lost words are says nothing about which message it was.
        lost = len(weights) - last_word - 1
        tail = min(tail, settings["cut_tail"] + settings["cut_tail_word"] * lost)
    if head and left < settings["cut_slack"]:
        head = min(head, settings["cut_head"] + settings["cut_head_word"] * head)
    left_over = left + right
    lacks_end = last_word + 1 < len(weights) and not shown
    beyond = (left if first_word else 0.0) + (right if first_word or lacks_end else 0.0)
    missing = inside + head + tail
    # Marks around a hole that lack speak against a template; marks of its own are worth more than a hole.
    gaps = range(first_word + (first_word > 0), last_word + 1 + (last_word == len(weights) - 1))
    fences = sum(template.mark_weights[gap] for gap in gaps if template.holes[gap])
    rank = (
        explained
        - fences
        - settings["missing"] * missing
        - settings["unexplained"] * min(left_over, settings["unexplained_most"])
    )
    # A message that was broken over lines is less sure, but no less whole.
    coverage = max(0.0, min(1.0, alignment.explained / template.total))
    confidence = announced = 0.0
    if explained > 0:
        doubt = settings["doubt"] * (1 + settings["little_evidence"] / explained)
        share = min(1.0, explained / template.total)
        confidence = share * share * explained / (explained + doubt * left_over)
        announced = share * share * explained / (explained + doubt * right)
    fit = explained / (explained + missing) if explained > 0 else 0.0
    within = explained / (explained + inside) if explained > 0 else 0.0
    return Judgement(alignment, first, last + 1, coverage, fit, within, beyond, confidence, announced, rank)


def _ended(marks: str, expected: str) -> bool:
    """Return whether a full stop follows where the template has none: such a sentence was not cut off."""
    return any(mark in marks for mark in ".!?") and "..." not in marks and marks != expected


def _is_stub(alignment: Alignment, reading: Reading) -> bool:
    """Return whether the paste goes on with the beginning of the template's next word: it was cut in it."""
    template, (last, last_word) = alignment.template, alignment.pairs[-1]
    if last + 1 >= len(reading.words) or last_word + 1 >= len(template.words):
        return False
    word, whole = reading.words[last + 1], template.words[last_word + 1]
    beside = reading.marks[last + 1] == template.gaps[last_word + 1] and not template.holes[last_word + 1]
    return (
        beside and word != whole and whole.startswith(word) and reading.marks[last + 2][:1] not in ("'", "-")
    )


def _around(
    alignment: Alignment, reading: Reading, settings: dict[str, float], end: int
) -> tuple[float, float]:
    """Return the unexplained weight on the left and from ``end`` on, nearer words counting more."""
    template = alignment.template
    (first, first_word), (_, last_word) = alignment.pairs[0], alignment.pairs[-1]
    before, after = reading.marks[first], reading.marks[end]
    left_share = right_share = 1.0
    if first_word == 0 and before.endswith(template.after[0]):
        if HOLE in template.gaps[0]:
            left_share = settings["beside_hole"]
        before = before[: len(before) - len(template.after[0])]
    if last_word == len(template.words) - 1 and after.startswith(template.before[-1]):
        if HOLE in template.gaps[-1]:
            right_share = settings["beside_hole"]
        after = after[len(template.before[-1]) :]
    closing = _PAIRS.get(before[-1:])
    if closing is not None and after.lstrip(".,;:!?")[:1] == closing:
        left_share *= settings["paired"]
        right_share *= settings["paired"]
    left = _weight(range(first - 1, -1, -1), 1, left_share, reading, settings)
    right = _weight(range(end, len(reading.words)), 0, right_share, reading, settings)
    return left, right


def _weight(places: range, gap: int, share: float, reading: Reading, settings: dict[str, float]) -> float:
    total = 0.0
    for place in places:
        share *= reading.edges[place + gap] * settings["distance"]
        if share < _NEGLIGIBLE:
            break
        if not reading.explained[place]:
            total += share * reading.weights[place]
    return total


def in_order(judged: list[Judgement], settings: dict[str, Any]) -> list[Judgement]:
    """Return judgements, the best first."""
    # A long template of which much is missing must not stand before a shorter one that is there ...
    ordered = sorted(judged, key=lambda judgement: _place(judgement, settings["solid"]))
    if not ordered or ordered[0].coverage >= settings["whole"]:
        return ordered
    # ... nor one that lacks a little before a whole one that is clearly surer.
    best = ordered[0]
    for place, other in enumerate(ordered):
        whole = other.coverage >= settings["whole"] and other.alignment.template.role == "full"
        near = other.rank >= settings["close"] * best.rank and other.overlaps(best)
        if whole and near and other.confidence >= best.confidence + settings["lead"]:
            return [other, *ordered[:place], *ordered[place + 1 :]]
    return ordered


def _place(judgement: Judgement, solid: float) -> tuple[bool, float, int, int]:
    """Return what sorts a judgement; of equal ones the catalogue's first entry stands first."""
    template = judgement.alignment.template
    return judgement.fit < solid, -judgement.rank, template.entry, template.message


def stands_out(judgement: Judgement, lexicon: Lexicon) -> bool:
    """Return whether so telling a message is whole that it looks like one whatever is said around it."""
    settings, template = lexicon.settings, judgement.alignment.template
    whole = judgement.coverage >= settings["whole"] and template.role in ("full", "inferred")
    much = judgement.alignment.explained >= settings["whole_weight"] * lexicon.rarest
    return whole and (much or is_telling(template, settings))
