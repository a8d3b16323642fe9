"""Where a number ends that touches another value: 2.5 in "2.5ms"."""

from __future__ import annotations

import re

_FIRST_NUMBER = re.compile(r"[ \t\n]*[+-]?[0-9]+(?:[.,][0-9]+)*")
_LAST_NUMBER = re.compile(r"(?<![0-9.,+-])[+-]?[0-9]+(?:[.,][0-9]+)*[ \t\n]*\Z")


def number_edge(text: str, start: int, end: int, left: str | None, right: str | None) -> int:
    """Return where the first of two values ends of which one is a number; where none is, it has all."""
    if left == "number" != right and (found := _FIRST_NUMBER.match(text, start, end)):
        return found.end()
    if right == "number" != left and (found := _LAST_NUMBER.search(text[start:end])):
        return start + found.start()
    return end
