"""A paste as it may really arrive: mistyped, quoted, wrapped, cut off. The same text varies the same way."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable

_SENTENCES = (
    'Hi team, since this morning we only get "{}" for some of our orders. Can you have a look?',
    "The sync stopped on Tuesday and the log says {} and nothing else, what should I do now?",
    "Our bookkeeper sent me this: '{}' - is it something on our side or on yours?",
    "I have tried three times and it is always the same: {}\nThanks in advance, Marisol",
    "Good afternoon. A customer of ours sees {} whenever we press retry. Regards, Tomasz",
)
_PREFIXES = (
    "2026-03-04T09:15:27Z ERROR sync.worker[{}]: ",
    "2026-03-04 09:15:27,113 [worker-{}] WARN export - ",
    "04/03/2026 9:15 AM | job {} | ",
    "[09:15:27] (#{}) Error: ",
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def variants(text: str) -> dict[str, str]:
    """Return the noisy variants of a paste by their kind; a payload is not cut off before its message."""
    payload = any(mark in text.strip() for mark in "\n\t{<")
    kinds = [kind for kind in _KINDS if not (kind == "truncated" and payload)]
    return {kind: _KINDS[kind](text, _random(kind, text)) for kind in kinds}


def _random(kind: str, text: str) -> random.Random:
    return random.Random(hashlib.sha256(f"{kind}\n{text}".encode()).digest())


def _raw(text: str, chance: random.Random) -> str:
    return chance.choice(_PREFIXES).format(chance.randrange(10, 9999)) + text


def _quoted(text: str, chance: random.Random) -> str:
    return chance.choice(_SENTENCES).format(text)


def _typos(text: str, chance: random.Random) -> str:
    """Replace, lose, add or swap a letter, twice."""
    for _ in range(2):
        places = [place for place, letter in enumerate(text) if letter.isalpha()]
        if not places:
            break
        place = chance.choice(places)
        before, letter, after = text[:place], text[place], text[place + 1 :]
        other = chance.choice(_LETTERS)
        text = chance.choice(
            [
                before + other + after,
                before + after,
                before + letter + other + after,
                before + after[:1] + letter + after[1:],
            ]
        )
    return text


def _wrapped(text: str, chance: random.Random) -> str:
    """Break hard at a column, inside words as well, with the continuation indented."""
    width = chance.randrange(32, 57)
    if len(text) <= width:
        width = max(2, len(text) * 2 // 3)
    return "\n  ".join(text[start : start + width] for start in range(0, len(text), width))


def _upper(text: str, _: random.Random) -> str:
    return text.upper()


def _json(text: str, chance: random.Random) -> str:
    record = {"level": "error", "job": chance.randrange(1000, 99999), "message": text, "retry": False}
    return json.dumps(record, ensure_ascii=chance.random() < 0.5)


def _truncated(text: str, _: random.Random) -> str:
    """Return the first 60 % of the words."""
    words = text.split(" ")
    return " ".join(words[: max(1, round(0.6 * len(words)))])


_KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "raw": _raw,
    "quoted": _quoted,
    "typos": _typos,
    "wrapped": _wrapped,
    "upper": _upper,
    "json": _json,
    "truncated": _truncated,
}
