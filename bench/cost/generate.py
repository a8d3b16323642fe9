"""Generated catalogues of any size, and lines and logs that show their messages; the same every time.

The real templates of the data sets come first, in a hashed order; past those come seeded hybrids: the first
half of the words of one and the second half of another, and in every third hybrid one word is replaced by a
new compound of two known ones, so that the vocabulary keeps growing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from bench.adapter import index_of
from bench.dataset import Dataset

HOLE = "\x01"
_WORD = re.compile(r"[A-Za-z]{4,12}")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Chance:
    """The generator mulberry32: small, and the same in every language."""

    def __init__(self, seed: int) -> None:
        """Start at a seed."""
        self._state = seed

    def below(self, limit: int) -> int:
        """Return a number from 0 to below a limit."""
        self._state = (self._state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 15)) * (1 | mixed)) & 0xFFFFFFFF
        mixed = ((mixed + (((mixed ^ (mixed >> 7)) * (61 | mixed)) & 0xFFFFFFFF)) & 0xFFFFFFFF) ^ mixed
        return int((mixed ^ (mixed >> 14)) / 4294967296 * limit)

    def pick(self, values: Sequence[str]) -> str:
        """Return one of some values."""
        return values[self.below(len(values))]


def templates(sets: Sequence[Dataset], size: int) -> list[str]:
    """Return so many templates, with HOLE for each placeholder."""
    real = [
        re.sub(data.placeholder, HOLE, entry.templates[0])
        for data in sets
        for entry in data.catalogue
        if entry.templates
    ]
    real.sort(key=lambda text: hashlib.sha256(text.encode()).hexdigest())
    made = list(dict.fromkeys(real))[:size]
    seen = set(made)
    chance = Chance(42)
    vocabulary = sorted({word for text in real for word in _WORD.findall(text)})
    known = False
    while len(made) < size:
        one, other = chance.pick(real).split(" "), chance.pick(real).split(" ")
        words = [*one[: (len(one) + 1) // 2], *other[len(other) // 2 :]]
        # A word of its own makes a template new where few are left to be joined.
        if known or len(made) % 3 == 0:
            first = chance.pick(vocabulary)
            second = chance.pick(vocabulary)
            words[chance.below(len(words))] = first + second[0].upper() + second[1:]
        text = " ".join(words)
        known = text in seen
        if not known:
            seen.add(text)
            made.append(text)
    return made


def index(made: Sequence[str]) -> dict[str, Any]:
    """Return the match index of generated templates."""
    return index_of([{"id": f"GEN-{n:06}", "templates": [text]} for n, text in enumerate(made)], HOLE)


def lines(made: Sequence[str], count: int) -> list[tuple[int, str]]:
    """Return log lines, each with the number of the template it shows."""
    chance = Chance(7)
    found = []
    for k in range(count):
        number = k * len(made) // count
        filled = re.sub(HOLE, lambda _: _base36(chance.below(1_000_000)), made[number])
        found.append((number, f"2024-05-01T10:00:00Z ERROR {filled}"))
    return found


def log(made: Sequence[str], size: int, known_every: int) -> str:
    """Return a log of so many characters in which one line in so many shows a template."""
    chance = Chance(11)
    messages = [line for _, line in lines(made, min(len(made), 2000))]
    rows: list[str] = []
    length = 0
    while length < size:
        if len(rows) % known_every == 0:
            row = messages[chance.below(len(messages))]
        else:
            id_ = _base36(chance.below(10**9))
            row = (
                f"2024-05-01T10:00:{len(rows) % 60:02}Z INFO gateway: GET /v2/basket/{id_} 200 "
                f"{chance.below(900)}ms tenant={_base36(chance.below(10**6))} pool={chance.below(40)} hit"
            )
        rows.append(row)
        length += len(row) + 1
    return "\n".join(rows)[:size]


def _base36(value: int) -> str:
    text = ""
    while value:
        value, digit = divmod(value, 36)
        text = _DIGITS[digit] + text
    return text or "0"
