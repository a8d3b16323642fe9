"""A paste that was cut off: whether it is a telling beginning or end of a message, and of which ones."""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.matching.candidates.alignment import Alignment
from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.scoring import STOP, ScoredAlignment, is_rest, is_stub
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.words.tokens import Tokens

MOST_ALTERNATIVES = 2
"""How many other entries are shown beside one that explains the same words."""


def is_truncated(
    scored: ScoredAlignment, alternatives: Alternatives, tokens: Tokens, inverted: InvertedIndex
) -> bool:
    """Return whether the paste is a telling part of a message, and of few others."""
    settings, alignment = inverted.settings, scored.alignment
    (_, first_word), (_, last_word) = alignment.pairs[0], alignment.pairs[-1]
    if first_word == 0 and last_word == len(alignment.template.words) - 1:
        return False
    fewest = settings["part_words"] if scored.coverage < settings["part"] else settings["few_part_words"]
    if len(alignment.pairs) + is_stub(alignment, tokens) < fewest:
        return False
    # An end tells less than a beginning of as many words: many messages end alike.
    twice = first_word and not is_rest(alignment, tokens)
    if alignment.explained < settings["part_weight"] * inverted.rarest * (2 if twice else 1):
        return False
    if scored.inner_coverage < settings["close"]:
        return False
    # Whole sentences were left out, not cut off: others may stand in their place.
    whole = _is_whole(alignment)
    weight_beyond = 0.0 if whole else scored.weight_beyond
    weight_beyond += sum(tokens.weights[place] for place in inserted(alignment))
    if weight_beyond > settings["part_beyond"] * inverted.rarest:
        return False
    if scored.confidence < settings["like" if whole else "close"] * scored.coverage * scored.coverage:
        return False
    return len(alternatives_of(scored, alternatives, settings["close"])) <= MOST_ALTERNATIVES


def _is_whole(alignment: Alignment) -> bool:
    """Return whether what is there of a message is made of whole sentences."""
    gaps = alignment.template.gaps
    (_, first), (_, last) = alignment.pairs[0], alignment.pairs[-1]
    begins = first == 0 or STOP.search(gaps[first])
    return bool(begins and (last + 2 == len(gaps) or STOP.search(gaps[last + 1])))


def alternatives_of(
    scored: ScoredAlignment, alternatives: Alternatives, close: float
) -> dict[int, ScoredAlignment]:
    """Return the other entries that explain the same words about as well, each with its best wording."""
    found: dict[int, ScoredAlignment] = {}
    for other in alternatives.that_may(close * scored.rank):
        if other.overlaps(scored) and other.rank > close * scored.rank:
            found.setdefault(other.alignment.template.entry, other)
    found.pop(scored.alignment.template.entry, None)
    return found


def inserted(alignment: Alignment) -> Iterator[int]:
    """Return the places of the words that stand where the template has none."""
    holes_until = alignment.template.holes_until
    for (place, word), (next_place, next_word) in zip(alignment.pairs, alignment.pairs[1:], strict=False):
        if holes_until[next_word] == holes_until[word] and next_place - place > next_word - word:
            yield from range(place + 1, next_place)
