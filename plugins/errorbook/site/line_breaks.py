"""A text as lines that fit a width, for pictures: nothing breaks lines in SVG.

Which font a reader has is not known, so letters count as wide as in DejaVu Sans, the widest of usual ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

BOLD = 1.13
"""How much wider letters are in bold type."""
_NARROW, _WIDE = frozenset("fijlrtI.,:;'\u2019!|()[]/-·"), frozenset("mwMW%@©®—…")


def wrap(text: str, room: float, most: int) -> list[str]:
    """Return a text as at most so many lines; `room` is a line's width in sizes of the font.

    What does not fit is left out, and a sign at the end says so.
    """
    lines = list(_lines(text, room))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while _width(f"{last} …") > room:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], f"{last} …"]


def _lines(text: str, room: float) -> Iterator[str]:
    """Break a text between its words, and within a word that has no room on a line of its own."""
    line, filled, blank = "", 0.0, _letter(" ")
    for word in text.split():
        wide = _width(word)
        if line and filled + blank + wide > room >= wide:
            yield line
            line, filled = "", 0.0
        if line:
            line, filled = f"{line} ", filled + blank
        for letter in word:
            if filled + _letter(letter) > room:
                yield line.rstrip()
                line, filled = "", 0.0
            line, filled = line + letter, filled + _letter(letter)
    if line:
        yield line


def _width(text: str) -> float:
    return sum(map(_letter, text))


@cache
def _letter(letter: str) -> float:
    """Return how wide a letter is at most, in sizes of the font."""
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if letter in _WIDE or unicodedata.east_asian_width(letter) in "WF":
        return 1
    if letter == " ":
        return 0.32
    if letter in _NARROW:
        return 0.41
    # Signs such as "=" and "&" are as wide as capitals, which have 0.6 to 0.79.
    small = letter.isalnum() and not letter.isupper()
    return 0.64 if small else 0.79
