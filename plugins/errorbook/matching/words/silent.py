"""Tells which words say nothing: keys of JSON, classes of exceptions, letters of a number, '[truncated]'."""

from __future__ import annotations

import re
from collections.abc import Callable

_KEY_END = re.compile(r'"[ \t\n]*:')
_KEY_WORDS = 2
_JOINTS = frozenset([".", "::", "_", "$"])
_THROWN = ("error", "exception", "failure", "fault")
"""How the classes of exceptions end."""
_CLASS_END = re.compile(r":[ \t\n]")

_OPENS, _CLOSES = re.compile(r"[(\[<]"), re.compile(r"[^a-z0-9 \n]{0,4}[)\]>]")
_CUTS = frozenset(["cut", "missing", "more", "omitted", "snip", "snipped", "truncated"])
_OF_CUTS = _CUTS | frozenset(
    ["is", "it", "message", "of", "off", "output", "read", "rest", "see", "show", "text", "the"]
)
_LONGEST_CUT = 5


def keys(gaps: list[str]) -> bytearray:
    """Return 1 for each word in a key of JSON: it names what is said, and says nothing."""
    found = bytearray(len(gaps) - 1)
    opened = -1
    for place, gap in enumerate(gaps):
        if opened >= 0 and place - opened <= _KEY_WORDS and _KEY_END.match(gap):
            found[opened:place] = b"\1" * (place - opened)
        if '"' in gap:
            opened = place if gap.endswith('"') else -1
    return found


def exception_classes(words: list[str], gaps: list[str]) -> bytearray:
    """Return 1 for each word of an exception's class before what it says: 'System.IO.IOException: …'."""
    found = bytearray(len(words))
    begin, joined = 0, False
    for place, gap in enumerate(gaps[1:], start=1):
        if gap in _JOINTS or not gap:
            joined = joined or bool(gap)
            continue
        if joined and _CLASS_END.match(gap) and words[place - 1].endswith(_THROWN):
            found[begin:place] = b"\1" * (place - begin)
        begin, joined = place, False
    return found


def cut_marks(words: list[str], gaps: list[str]) -> list[int]:
    """Return the words that only tell that a text was cut off: '[truncated]', '(rest is cut off)'."""
    found: list[int] = []
    for begin, gap in enumerate(gaps[:-1]):
        if gap == " " or not _OPENS.search(gap):
            continue
        end = begin + 1
        while end < len(words) and end - begin < _LONGEST_CUT and gaps[end] == " ":
            end += 1
        told = words[begin:end]
        if _CLOSES.match(gaps[end]) and _OF_CUTS.issuperset(told) and not _CUTS.isdisjoint(told):
            found.extend(range(begin, end))
    return found


def document_letters(words: list[str], gaps: list[str], is_capital: Callable[[int], bool]) -> list[int]:
    """Return the words that are the letters of a number such as SO-00871."""
    return [
        place - 1
        for place in range(1, len(words))
        if gaps[place] == "-" and words[place][0] <= "9" and len(words[place]) > 1 and is_capital(place - 1)
    ]
