"""Proves that a pattern is matched in linear time, or says what keeps it from being proven.

It is proven where the next character alone says how the reading goes on: then no matcher has anything to try
twice. Brüggemann-Klein and Wood, "One-unambiguous regular languages", 1998; here in the strong form, in which
no two loops lead to the same place either, and nothing is repeated that may be empty.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import combinations

from errorbook.catalogue.pattern_reading import Part, PatternError, PatternReader, Ranges

LONGEST = 200
_SHOWN_FIRST = (ord("0"), ord("A"), ord("a"), ord("!"))


def prove(pattern: str) -> None:
    """Raise PatternError if a pattern cannot be proven to be matched in linear time."""
    if len(pattern) > LONGEST:
        raise PatternError(f"has {len(pattern)} characters", f"Keep it to {LONGEST}")
    reader = PatternReader(pattern)
    whole = reader.read()
    if whole.empty:
        raise PatternError("may be empty", "Say what is always there")
    for told, choices in _choices(reader, whole):
        for one, other in combinations(choices, 2):
            if shared := _shared(reader.characters[one], reader.characters[other]):
                where = f"after '{told}'" if told else "at its beginning"
                raise PatternError(
                    f"can read '{shared}' in two ways {where}, so nobody can prove how long it takes",
                    "Write what begins alike once, Li(ft|ne) for Lift|Line, and let a loop be followed"
                    " by a character that it does not have",
                )


def _choices(reader: PatternReader, whole: Part) -> Iterator[tuple[str, Sequence[int]]]:
    """Return what may come next at each place, with a shortest text that leads there."""
    yield "", whole.first
    told = {place: _sample(reader.characters[place]) for place in reversed(whole.first)}
    waiting = deque(whole.first)
    while waiting:
        place = waiting.popleft()
        yield told[place], reader.following[place]
        for after in reader.following[place]:
            if after not in told:
                told[after] = told[place] + _sample(reader.characters[after])
                waiting.append(after)


def _shared(one: Ranges, other: Ranges) -> str:
    """Return a character that both have, or nothing."""
    both = tuple((max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) <= min(b, d))
    return _sample(both) if both else ""


def _sample(ranges: Ranges) -> str:
    """Return a character of a class that can be shown: a digit or a letter, if it has one."""
    for shown in _SHOWN_FIRST:
        for low, high in ranges:
            if low <= shown + 25 and shown <= high and chr(max(low, shown)).isprintable():
                return chr(max(low, shown))
    return chr(ranges[0][0])
