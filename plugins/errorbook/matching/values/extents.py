"""Where a value begins and ends: its sign, currency, brackets and quotes, a number that touches another."""

from __future__ import annotations

import re

from errorbook.matching.words.tokens import Tokens

_DIGITS = "0123456789"
_BEFORE_SIGN = " \t\n\"'(["
_FIRST_NUMBER = re.compile(r"[ \t\n]*[+-]?[0-9]+(?:[.,][0-9]+)*")
_LAST_NUMBER = re.compile(r"(?<![0-9.,+-])[+-]?[0-9]+(?:[.,][0-9]+)*[ \t\n]*\Z")


def is_symbol(place: int, tokens: Tokens) -> bool:
    """Return whether a blank of the plain text is a sign or a picture in the paste."""
    if tokens.normalised.text[place] != " ":
        return False
    start, end = tokens.normalised.span(place, place + 1)
    character = tokens.paste[start]
    return end - start == 1 and character > "\x7f" and not character.isspace()


def extend(first: int, after: int, room: tuple[int, int], tokens: Tokens) -> tuple[int, int]:
    """Return a stretch of the plain text with what belongs to the value in it, as far as there is room."""
    least, most = room
    text = tokens.normalised.text
    if first > least and text[first] in _DIGITS and text[first - 1] == "-":
        first -= first == 1 or text[first - 2] in _BEFORE_SIGN
    inside = text[first:after]
    for opening, closing in ("()", "[]", "{}", "<>"):
        more = inside.count(opening) - inside.count(closing)
        if more > 0 and after < most and text[after] == closing:
            after += 1
        elif more < 0 and first > least and text[first - 1] == opening:
            first -= 1
    if inside.count('"') % 2 == 1:
        if after < most and text[after] == '"':
            after += 1
        elif first > least and text[first - 1] == '"':
            first -= 1
    currency = _currency(first - 1, -1, tokens)
    if first - currency >= least:
        first -= currency
    currency = _currency(after, 1, tokens)
    if after + currency <= most:
        after += currency
    return first, after


def number_edge(text: str, start: int, end: int, left: str | None, right: str | None) -> int:
    """Return where the first of two values ends of which one is a number; where none is, it has all."""
    if left == "number" != right and (found := _FIRST_NUMBER.match(text, start, end)):
        return found.end()
    if right == "number" != left and (found := _LAST_NUMBER.search(text[start:end])):
        return start + found.start()
    return end


def _currency(place: int, step: int, tokens: Tokens) -> int:
    """Return how many characters a currency takes, with a space between; it is normalised to a space, too."""
    for size in (1, 2):
        if not 0 <= place < len(tokens.normalised.text) or tokens.normalised.text[place] != " ":
            return 0
        character = tokens.paste[tokens.normalised.first(place)]
        if "\u00a2" <= character <= "\u00a5" or "\u20a0" <= character <= "\u20cf":
            return size
        place += step
    return 0
