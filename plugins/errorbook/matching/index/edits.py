"""How far two words are apart, in typing errors."""

from __future__ import annotations


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
