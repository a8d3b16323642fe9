"""Where a value begins and ends: its sign, currency, brackets and quotes, a number that touches another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from errorbook.matching.index.index_shape import IndexValue
from errorbook.matching.index.inverted_index import Template
from errorbook.matching.values.value_kinds import PLAIN_NAME, PLAIN_TEXT, holds, is_any_text
from errorbook.matching.words.lines import written
from errorbook.matching.words.tags import TAG
from errorbook.matching.words.tokens import Tokens

_CLOSED = re.compile(r"\"[ \t]*[,:}\]]")
_LONGEST_EDGE = 12
_ESCAPES = re.compile(r'\\+(?=")')
_QUOTE_OF_NOTHING = re.compile(r"(?<![^\s=:,;(\[{])\"\"(?![^\s,;)\]}])")
_SENTENCE = 0.45
"""A gap that lets less through than this ends a value at the edge of a message: a quote, a cell's border or a
full stop, not a colon."""

_DIGITS = "0123456789"
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}\Z")
_YEAR_OF_DAY = re.compile(r"[0-9]{4}\Z")
_BEFORE_SIGN = " \t\n\"'(["
_FIRST_NUMBER = re.compile(r"[ \t\n]*[+-]?[0-9]+(?:[.,][0-9]+)*")
_LAST_NUMBER = re.compile(r"(?<![0-9.,+-])[+-]?[0-9]+(?:[.,][0-9]+)*[ \t\n]*\Z")


def left_edge(place: int, tokens: Tokens) -> int:
    """Return the first word of a hole at the beginning of a message."""
    for steps in range(_LONGEST_EDGE):
        if place == 0 or (steps and _is_stop(place, tokens)):
            return place
        if steps == 0 and "\n" in tokens.gaps[place]:
            return place
        place -= 1
    return place


def right_edge(place: int, tokens: Tokens, kind: IndexValue) -> int:
    """Return the last word of a hole at the end of a message; words of another kind end it."""
    for steps in range(_LONGEST_EDGE):
        gap = tokens.gaps[place + 1]
        if place + 1 == len(tokens.words) or "\n" in gap or TAG in gap or _CLOSED.search(gap):
            return place
        if steps and (_is_stop(place + 1, tokens) or not _may_hold(kind, gap, place + 1, tokens)):
            return place
        place += 1
    return place


def last_kind(template: Template, declared: Mapping[str, IndexValue]) -> IndexValue:
    """Return the kind of the value that a message ends with; two that touch may hold any words.

    A text that its own sentence names, and no colon announces, is no whole sentence: it ends like a name.
    """
    names = template.holes[-1]
    if len(names) != 1:
        return PLAIN_TEXT
    kind = declared.get(names[0], PLAIN_TEXT)
    return PLAIN_NAME if is_any_text(kind) and not template.before[-1] else kind


def _is_stop(word: int, tokens: Tokens) -> bool:
    """Tell whether a value may end before a word; the full stop of a day ends none: '3. Mai 2026'."""
    if tokens.boundaries[word] >= _SENTENCE:
        return False
    before, after = tokens.words[word - 1], tokens.words[word + 1 : word + 2]
    return tokens.gaps[word] != ". " or not (
        _DAY_OF_MONTH.match(before) and after and _YEAR_OF_DAY.match(after[0])
    )


def _may_hold(kind: IndexValue, gap: str, word: int, tokens: Tokens) -> bool:
    """Tell whether a word behind a gap may be a value's; without a blank between, any is."""
    following = tokens.words[word + 1] if word + 1 < len(tokens.words) else ""
    return " " not in gap or holds(kind, written(word, word + 1, tokens), following)


def past_fence(place: int, fence: str, tokens: Tokens) -> int:
    """Return where the marks that close a hole end, or its last word if they are not there."""
    found = tokens.gaps[place + 1].partition("\n")[0].find(fence) if fence else -1
    return tokens.ends[place] + (0 if found == -1 else found + len(fence))


def is_symbol(place: int, tokens: Tokens, kind: IndexValue) -> bool:
    """Return whether a blank of the plain text is a sign or a picture in the paste that a value may have."""
    if tokens.normalised.text[place] != " ":
        return False
    start, end = tokens.normalised.span(place, place + 1)
    character = tokens.paste[start]
    if kind["type"] == "number" and character == "\u00b0":
        return False
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


def inch_mark(first: int, after: int, room: tuple[int, int], tokens: Tokens) -> int:
    """Return how many quotes behind a number are its inches: those that nothing opens, two where doubled."""
    text = tokens.normalised.text
    opened, closed = (sum(map(part.count, "\"'")) for part in (text[room[0] : first], text[after : room[1]]))
    size = closed - opened
    return size if text[after - 1] in _DIGITS and size in (1, 2) and text.startswith('"' * size, after) else 0


def plain_quotes(value: str) -> str:
    """Return a value without what JSON and a table's cell put before its quotes; in a cell none is alone."""
    value = _ESCAPES.sub("", value)
    if value.replace('""', "").count('"') or _QUOTE_OF_NOTHING.search(value):
        return value
    return value.replace('""', '"')


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
