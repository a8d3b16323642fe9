"""How much an alignment explains: of its template, and of the paste around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from errorbook.matching.candidates.alignment import Alignment
from errorbook.matching.index.index_shape import Settings
from errorbook.matching.index.inverted_index import HOLE, InvertedIndex, is_telling
from errorbook.matching.words.tokens import Tokens

_PAIRS = {'"': '"', "'": "'", "(": ")", "[": "]", "{": "}"}
_ENDS = re.compile("[.,;:!?]")
_NEGLIGIBLE = 0.01
STOP = re.compile("[.!?]")
"""What ends a sentence, among the marks of a gap."""


class ScoredAlignment(NamedTuple):
    """An alignment with what speaks for and against it."""

    alignment: Alignment
    start: int
    """First word of the paste that the alignment explains."""
    end: int
    """The word after the last."""
    coverage: float
    """Share of the template's weight that is there: 1 for a whole message."""
    cut_coverage: float
    """The same, with what a cut took away counting little."""
    inner_coverage: float
    """The same, between its first and its last word that are there."""
    weight_beyond: float
    """Unexplained weight where the end of a part should stand; on both sides if its beginning lacks."""
    confidence: float
    """How sure we are, 0 to 1."""
    confidence_in_log: float
    """The same, if what stands before it is only the beginning of a log's line."""
    rank: float
    """What orders the candidates: explained weight, less what is missing and what is left over."""

    def overlaps(self, other: ScoredAlignment) -> bool:
        """Return whether both explain the same place."""
        return self.start < other.end and other.start < self.end


def score_alignment(alignment: Alignment, tokens: Tokens, inverted: InvertedIndex) -> ScoredAlignment:
    """Weigh an alignment in its surroundings."""
    settings, template, pairs = inverted.settings, alignment.template, alignment.pairs
    (first, first_word), (last, last_word) = pairs[0], pairs[-1]
    weights, heads = template.weights, template.heads
    head = heads[first_word]
    tail = heads[-1] - heads[last_word + 1]
    inside = heads[-1] - head - tail - sum([weights[word] for _, word in pairs])
    breaks = tokens.breaks[last] - tokens.breaks[first]
    broken = settings["line_break"] * max(0, breaks - template.breaks)
    explained = alignment.explained - min(broken, 0.15 * alignment.explained)

    begin, end = first - is_rest(alignment, tokens), last + 1 + is_stub(alignment, tokens)
    left, right = _around(alignment, tokens, settings, begin, end)
    shown = end > last + 1 or "..." in tokens.marks[end]
    ended = _ended(tokens.marks[last + 1], template.gaps[last_word + 1])
    if shown or (right < settings["cut_slack"] and not ended):
        # How rare the lost words are says nothing about which message it was.
        lost = len(weights) - last_word - 1
        tail = min(tail, settings["cut_tail"] + settings["cut_tail_word"] * lost)
    if left < settings["cut_slack"]:
        head = min(head, settings["cut_head"] + settings["cut_head_word"] * head)
    left_over = left + right
    weight_beyond = (left if first_word else 0.0) + (right if first_word or not shown else 0.0)
    missing = inside + head + tail
    # Marks around a hole that lack speak against a template; marks of its own are worth more than a hole.
    begun, left_off = first_word + (first_word > 0), last_word + 1 + (last_word == len(weights) - 1)
    fences = template.fences[left_off] - template.fences[begun]
    rank = explained - fences - settings["missing"] * missing - settings["unexplained"] * left_over
    # A message that was broken over lines is less sure, but no less whole.
    coverage = alignment.explained / template.total
    doubt = settings["doubt"] * (1 + settings["little_evidence"] / explained)
    share = explained / template.total
    confidence = share * share * explained / (explained + doubt * left_over)
    confidence_in_log = share * share * explained / (explained + doubt * right)
    cut_coverage = explained / (explained + missing)
    inner_coverage = explained / (explained + inside)
    return ScoredAlignment(
        alignment,
        first,
        last + 1,
        coverage,
        cut_coverage,
        inner_coverage,
        weight_beyond,
        confidence,
        confidence_in_log,
        rank,
    )


def _ended(marks: str, expected: str) -> bool:
    """Return whether a full stop follows where the template has none: such a sentence was not cut off."""
    stopped = STOP.search(marks) and "..." not in marks
    return bool(stopped) and not STOP.search(expected)


def is_stub(alignment: Alignment, tokens: Tokens) -> bool:
    """Return whether the paste goes on with the beginning of the template's next word: it was cut in it."""
    template, (last, last_word) = alignment.template, alignment.pairs[-1]
    if last + 1 >= len(tokens.words) or last_word + 1 >= len(template.words):
        return False
    word, whole = tokens.words[last + 1], template.words[last_word + 1]
    beside = tokens.marks[last + 1] == template.gaps[last_word + 1] and not template.holes[last_word + 1]
    return (
        beside and word != whole and whole.startswith(word) and tokens.marks[last + 2][:1] not in ("'", "-")
    )


def is_rest(alignment: Alignment, tokens: Tokens) -> bool:
    """Return whether the end of the template's word before stands before the paste: it was cut in it."""
    template, (first, first_word) = alignment.template, alignment.pairs[0]
    if first == 0 or first_word == 0 or template.holes[first_word]:
        return False
    word, whole = tokens.words[first - 1], template.words[first_word - 1]
    return tokens.marks[first] == template.gaps[first_word] and word != whole and whole.endswith(word)


def _around(
    alignment: Alignment, tokens: Tokens, settings: Settings, begin: int, end: int
) -> tuple[float, float]:
    """Return the unexplained weight before ``begin`` and from ``end`` on, nearer words counting more."""
    template = alignment.template
    (_, first_word), (_, last_word) = alignment.pairs[0], alignment.pairs[-1]
    before, after = tokens.marks[begin], tokens.marks[end]
    left_share = right_share = 1.0
    if first_word == 0 and before.endswith(template.after[0]):
        if HOLE in template.gaps[0]:
            left_share = settings["fenced"]
        before = before[: len(before) - len(template.after[0])]
    if last_word == len(template.words) - 1 and after.startswith(template.before[-1]):
        if HOLE in template.gaps[-1]:
            right_share = settings["fenced"]
        after = after[len(template.before[-1]) :]
    closing = _PAIRS.get(before[-1:])
    if closing is not None and _ENDS.sub("", after)[:1] == closing:
        left_share *= settings["fenced"]
        right_share *= settings["fenced"]
    left = _weight(range(begin - 1, -1, -1), 1, left_share, tokens, settings)
    right = _weight(range(end, len(tokens.words)), 0, right_share, tokens, settings)
    return left, right


def _weight(places: range, gap: int, share: float, tokens: Tokens, settings: Settings) -> float:
    total = 0.0
    for place in places:
        share *= tokens.boundaries[place + gap] * settings["distance"]
        if share < _NEGLIGIBLE:
            break
        if not tokens.explained[place]:
            total += share * tokens.weights[place]
    return total


def stands_out(scored: ScoredAlignment, inverted: InvertedIndex) -> bool:
    """Return whether so telling a message is whole that it looks like one whatever is said around it."""
    settings, template = inverted.settings, scored.alignment.template
    if scored.coverage < settings["whole"]:
        return False
    whole = template.role in ("full", "short", "inferred")
    much = scored.alignment.explained >= settings["whole_weight"] * inverted.rarest
    # The name of a fault is all that a program gives for its own, so it may be called a part of a message.
    if is_telling(template, settings):
        return whole or template.role == "fragment"
    return whole and much
