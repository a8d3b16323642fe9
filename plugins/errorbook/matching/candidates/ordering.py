"""Puts scored alignments in order: by rank, and where that does not tell, by what the paste itself says."""

from __future__ import annotations

from errorbook.common.template import Hole, parse
from errorbook.matching.candidates.nearest_code import has_code
from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.words.tokens import Tokens

_BESIDE = 12
"""Characters on both sides of a message among which its own first and last marks stand."""


def in_order(
    scored_so_far: list[ScoredAlignment], tokens: Tokens, inverted: InvertedIndex
) -> list[ScoredAlignment]:
    """Return scored alignments, the best first."""
    # A long template of which much is missing must not stand before a shorter one that is there.
    solid = inverted.settings["solid"]
    ordered = sorted(scored_so_far, key=lambda scored: _place(scored, solid))
    for place, other in enumerate(ordered[1:], 1):
        if other.overlaps(ordered[0]) and _is_meant(other, ordered[0], tokens, inverted):
            ordered.insert(0, ordered.pop(place))
    return ordered


def first_sure(ranking: list[ScoredAlignment], least: float) -> ScoredAlignment | None:
    """Return the first that is sure enough, unless something better explains its place."""
    better: list[ScoredAlignment] = []
    for scored in ranking:
        if scored.confidence < least:
            better.append(scored)
        elif not any(scored.overlaps(other) for other in better):
            return scored
    return None


def _place(scored: ScoredAlignment, solid: float) -> tuple[bool, float, int, int]:
    """Return what sorts a scored alignment; of equal ones the catalogue's first entry stands first."""
    template = scored.alignment.template
    return scored.cut_coverage < solid, -scored.rank, template.entry, template.message


def _is_meant(other: ScoredAlignment, best: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> bool:
    """Tell whether a paste says another whole message rather than the one that ranks first."""
    settings = inverted.settings
    if other.coverage < settings["whole"] or other.alignment.template.role not in (
        "full",
        "short",
    ):
        return False
    if best.coverage < settings["whole"]:
        # One that lacks a little must not stand before a whole one that is clearly surer.
        needed: float = best.confidence + settings["lead"]
        return other.rank >= float(settings["close"]) * best.rank and other.confidence >= needed
    own, theirs = _places(other), _places(best)
    if own == theirs:
        ours = has_code(other, tokens)
        if ours != has_code(best, tokens):
            return ours
        return _verbatim(other, tokens, inverted) > _verbatim(best, tokens, inverted)
    # What fills a hole of a general message belongs to a special one; of one entry's, more of it is there.
    special = other.alignment.template.entry != best.alignment.template.entry
    return special and _has_more(own, theirs, best)


def fits_alike(other: ScoredAlignment, best: ScoredAlignment, inverted: InvertedIndex) -> bool:
    """Tell whether another message has all the words that are there of the best one, and lacks few more."""
    near = other.rank >= inverted.settings["close"] * best.rank
    return near and best.coverage < inverted.settings["whole"] and _places(other) >= _places(best)


def decides(other: ScoredAlignment, best: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> bool:
    """Tell whether the word in which two messages differ is another one's, or that of its entry elsewhere."""
    own = _places(other)
    if _has_more(own, _places(best), best):
        return True
    between = [place for place in range(best.start, best.end) if place not in own]
    return _used(between, other, tokens, inverted) > _used(between, best, tokens, inverted)


def _places(scored: ScoredAlignment) -> set[int]:
    return {place for place, _ in scored.alignment.pairs}


def _has_more(own: set[int], theirs: set[int], best: ScoredAlignment) -> bool:
    """Tell whether a message has words within the best one that are none of that."""
    return not (own - theirs).isdisjoint(range(best.start, best.end))


def _used(places: list[int], scored: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> int:
    """Return how many words of a paste an entry uses in any of its wordings."""
    entry = scored.alignment.template.entry
    return sum(
        any(inverted.templates[number].entry == entry for number in inverted.postings[word])
        for place in places
        for word, similarity in tokens.similarities[place]
        if similarity == 1
    )


def _verbatim(scored: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> int:
    """Return how many characters of a message stand in the paste as they are written, case and marks too."""
    template = scored.alignment.template
    text: str = inverted.entries[template.entry]["messages"][template.message][0]
    begin = tokens.normalised.first(tokens.starts[scored.start])
    last = scored.end - 1
    end = tokens.normalised.last(tokens.ends[last])
    shown = tokens.paste[max(0, begin - _BESIDE) : end + _BESIDE]
    found = at = 0
    for part in parse(text):
        if isinstance(part, Hole):
            continue
        place = shown.find(part.strip(), at)
        if place >= 0:
            found += len(part.strip())
            at = place + len(part.strip())
    return found
