"""Which code stands beside a message, on its line or nearest: it says whose a common or short text is."""

from __future__ import annotations

from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.codes.codes import Code
from errorbook.matching.words.tokens import Tokens

_FAR = 200
"""Characters between a message and the code that is its own."""


def has_code(scored: ScoredAlignment, tokens: Tokens) -> bool:
    """Tell whether the code beside a message is one of its entry's."""
    return scored.alignment.template.entry in nearest_code(scored, tokens)


def nearest_code(scored: ScoredAlignment, tokens: Tokens) -> frozenset[int]:
    """Return the entries whose code stands beside a message."""
    if not tokens.codes:
        return frozenset()
    paste, last = tokens.paste, scored.end - 1
    begin = tokens.normalised.first(tokens.starts[scored.start])
    end = tokens.normalised.last(tokens.ends[last])
    best: tuple[int, int, int] | None = None
    found = frozenset[int]()
    for mention in tokens.codes:
        behind = mention.start >= end
        if not behind and mention.end > begin:
            continue  # words of the message itself
        size = mention.start - end if behind else begin - mention.end
        if size > _FAR:
            continue
        gap = paste[end : mention.start] if behind else paste[mention.end : begin]
        # On one line the nearest counts; of lines, the one before a message says what follows.
        lines = gap.count("\n")
        far = (lines, 1 if behind and lines else 0, size)
        if best is None or far < best:
            best, found = far, _places_of_errors(mention.codes)
    return found


def _places_of_errors(codes: list[Code]) -> frozenset[int]:
    """Return the entries whose error a code is; one that stands around many errors is none's."""
    return frozenset(code.place for code in codes if not code.role)
