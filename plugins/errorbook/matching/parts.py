"""A paste that was cut off: whether it is a telling beginning or end of a message, and of which ones."""

from __future__ import annotations

from errorbook.matching.judging import Judgement
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.reading import Reading

CLOSE_RANK = 0.8
"""Share of the best candidate's rank from which another one is close to it."""
MOST_TWINS = 2
"""How many other entries are shown beside one that explains the same words."""
_FEWEST_WORDS = 3
"""Two words beside each other are no part of a message yet: a name in a program has as many."""


def is_part(judgement: Judgement, others: list[Judgement], reading: Reading, lexicon: Lexicon) -> bool:
    """Return whether the paste is a telling part of a message, and of few others."""
    settings, alignment = lexicon.settings, judgement.alignment
    (_, first_word), (_, last_word) = alignment.pairs[0], alignment.pairs[-1]
    if first_word == 0 and last_word == len(alignment.template.words) - 1:
        return False
    if len(alignment.pairs) < _FEWEST_WORDS:
        return False
    # An end tells less than a beginning of as many words: many messages end alike.
    needed = settings["part_weight"] * lexicon.rarest * (2 if first_word else 1)
    if alignment.explained < needed or judgement.coverage < settings["part"]:
        return False
    if judgement.within < settings["part_within"]:
        return False
    if judgement.beyond + _inserted(judgement, reading) > settings["part_beyond"] * lexicon.rarest:
        return False
    if judgement.confidence < settings["part_around"] * judgement.coverage * judgement.coverage:
        return False
    return len(rivals(judgement, others)) <= MOST_TWINS


def rivals(judgement: Judgement, others: list[Judgement]) -> dict[int, Judgement]:
    """Return the other entries that explain the same words about as well, each with its best wording."""
    found: dict[int, Judgement] = {}
    for other in others:
        if other.overlaps(judgement) and other.rank > CLOSE_RANK * judgement.rank:
            found.setdefault(other.alignment.template.entry, other)
    found.pop(judgement.alignment.template.entry, None)
    return found


def _inserted(judgement: Judgement, reading: Reading) -> float:
    """Return the weight of the words that stand where the template has none."""
    alignment, total = judgement.alignment, 0.0
    holes_until = alignment.template.holes_until
    for (place, word), (next_place, next_word) in zip(alignment.pairs, alignment.pairs[1:], strict=False):
        if holes_until[next_word] == holes_until[word] and next_place - place > next_word - word:
            total += sum(reading.weights[between] for between in range(place + 1, next_place))
    return total
