"""Pastes made to cost as much as can be; none may cost more than in line with its length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, zip_longest

from bench.cost.generate import HOLE, Chance

_WORD = re.compile(r"[A-Za-z]{4,}")


def pastes(made: Sequence[str], size: int) -> dict[str, str]:
    """Return the pastes by name, each of so many characters."""
    return {name: (unit * (size // len(unit) + 1))[:size] for name, unit in _units(made, size).items()}


def _units(made: Sequence[str], size: int) -> dict[str, str]:
    """Return what each paste repeats."""
    chance = Chance(5)
    longest = sorted(made, key=len, reverse=True)[:50]
    words = sorted({word for text in made for word in _WORD.findall(text)})
    counts: dict[str, int] = {}
    for text in made:
        for word in set(_WORD.findall(text.lower())):
            counts[word] = counts.get(word, 0) + 1
    common = max(counts, key=lambda word: counts[word])
    first, second = longest[0].split(" "), longest[1].split(" ")
    woven = [word for word in chain.from_iterable(zip_longest(first, second)) if word]
    return {
        "one common word": f"{common} ",
        "every word of the catalogue": " ".join(words) + " ",
        "every word with a typing error": " ".join(_mistyped(word, chance) for word in words) + " ",
        "one message over and over": longest[0].replace(HOLE, "x1") + " ",
        "beginnings of long messages": "".join(text.replace(HOLE, "x1")[:40] + " " for text in longest),
        "two messages woven together": " ".join(woven).replace(HOLE, "x1") + " ",
        "one long word": "abcdefghij",
        "words that run together": "".join(words[:400]),
        "quotes and brackets": "\"'([{<>}])'\"",
        "backslashes": "\\",
        "escapes": '\\u0041\\n\\"',
        "open tags": "<a href=x ",
        "tags and comments": "<p><!-- --><b>",
        "entities of entities": "&amp;amp;amp;quot;",
        "percent signs": "%25%22",
        "nested JSON": '{"Elements":[{"Message":"',
        "broken JSON keys": '"a":{"b":["c",',
        "very short lines": "x y z\n",
        "line breaks": "\n \r\n\t",
        "dates and digits": "2026-01-02T03:04:05 ",
        "characters nobody sees": "a\u200b\u0301\u00ad",
        "characters beyond U+FFFF": "\U0001f4a5 ",
        "document numbers": "INV-0001 ",
        "blanks behind a word that names a code": "error" + " " * size,
    }


def _mistyped(word: str, chance: Chance) -> str:
    place = chance.below(len(word))
    return word[:place] + chance.pick("qxzjvk") + word[place + 1 :]
