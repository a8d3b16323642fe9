"""Where a value begins and ends: signs, currencies and brackets are no words, but belong to it."""

from __future__ import annotations

from errorbook.matching.folding import Folded

_DIGITS = "0123456789"
_BEFORE_SIGN = " \t\n\"'(["


def extend(first: int, after: int, room: tuple[int, int], folded: Folded, paste: str) -> tuple[int, int]:
    """Return a stretch of the plain text with what belongs to the value in it, as far as there is room."""
    least, most = room
    text = folded.text
    inside = text[first:after]
    for opening, closing in ("()", "[]", "{}"):
        more = inside.count(opening) - inside.count(closing)
        if more > 0 and after < most and text[after] == closing:
            after += 1
            break
        if more < 0 and first > least and text[first - 1] == opening:
            first -= 1
            break
    if first > least and text[first] in _DIGITS and text[first - 1] == "-":
        first -= first == 1 or text[first - 2] in _BEFORE_SIGN
    currency = _currency(first - 1, -1, folded, paste)
    if first - currency >= least:
        first -= currency
    currency = _currency(after, 1, folded, paste)
    if after + currency <= most:
        after += currency
    return first, after


def _currency(place: int, step: int, folded: Folded, paste: str) -> int:
    """Return how many characters a currency takes, with a space between; it is folded to a space, too."""
    for size in (1, 2):
        if not 0 <= place < len(folded.text) or folded.text[place] != " ":
            break
        character = paste[folded.span(place, place + 1)[0]]
        if "\u00a2" <= character <= "\u00a5" or "\u20a0" <= character <= "\u20cf":
            return size
        place += step
    return 0
