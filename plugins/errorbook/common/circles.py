"""Which things lead back to each other, found in one pass however long the chains are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def circles(leads_to: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return a number for each thing: those of one number lead to each other.

    S. R. Kosaraju's two passes, as in Aho, Hopcroft, Ullman, "Data Structures and Algorithms", 1983.
    """
    comes_from: dict[str, list[str]] = {thing: [] for thing in leads_to}
    for thing, targets in leads_to.items():
        for target in targets:
            if target in comes_from:
                comes_from[target].append(thing)
    found: dict[str, int] = {}
    for number, first in enumerate(reversed(_left_last(leads_to))):
        waiting = [first]
        while waiting:
            thing = waiting.pop()
            if thing not in found:
                found[thing] = number
                waiting.extend(comes_from[thing])
    return found


def _left_last(leads_to: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the things in the order in which a walk through all of them leaves them for good."""
    left: list[str] = []
    seen: set[str] = set()
    for first in leads_to:
        walk = [] if first in seen else [(first, iter(leads_to[first]))]
        seen.add(first)
        while walk:
            thing, targets = walk[-1]
            following = next((each for each in targets if each in leads_to and each not in seen), None)
            if following is None:
                left.append(thing)
                walk.pop()
            else:
                seen.add(following)
                walk.append((following, iter(leads_to[following])))
    return left
