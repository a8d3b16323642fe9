"""Words that ran together: where the spaces between them were lost."""

from __future__ import annotations

from collections.abc import Callable

_LETTERS_EACH = 4
"""Words that ran together have about so many letters in the mean; shorter ones are found in any letters."""


def word_breaks(word: str, knows: Callable[[str], bool]) -> list[int]:
    """Return where a word falls into known ones, the fewest there are; nothing if it does not."""
    size = len(word)
    most = (size + 2) // _LETTERS_EACH
    # For each place that known words lead to: how many do, and where the last of them begins.
    fewest, begins = {0: 0}, dict[int, int]()
    for start in range(size - 1):
        if start not in fewest or fewest[start] == most:
            continue
        count = fewest[start] + 1
        for end in range(start + 2, size + 1):
            if (end not in fewest or fewest[end] > count) and knows(word[start:end]):
                fewest[end], begins[end] = count, start
    found: list[int] = []
    place = begins.get(size, 0)
    while place:
        found.append(place)
        place = begins[place]
    return found[::-1]
