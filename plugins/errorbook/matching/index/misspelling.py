"""How words are misspelt: letters mistyped, and words that ran together because a blank was lost."""

from __future__ import annotations

from collections.abc import Callable

_LETTERS_EACH = 4
"""Words that ran together have about so many letters in the mean; shorter ones are found in any letters."""


def edits(first: str, second: str, most: int) -> int:
    """Return how many letters were mistyped (changed, lost, added or swapped), or ``most + 1`` if more.

    Optimal string alignment distance: Boytsov, "Indexing methods for approximate dictionary searching", 2011.
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        following = [i]
        for j, right in enumerate(second, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        if min(following) > most:
            return most + 1
        before, row = row, following
    return min(row[-1], most + 1)


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
