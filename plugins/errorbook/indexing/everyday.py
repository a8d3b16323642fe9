"""How ordinary a wording is: the bits that it tells, against the words of ordinary programs.

A sentence that many programs say is short and made of words that follow each other anywhere: 'Email address
must be valid' tells 30 bits, a message of one product 60 and more.
"""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

from errorbook.common.template import parse
from errorbook.matching import SETTINGS

_LIST = Path(__file__).parent / "everyday.txt"
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_FOLLOWS = 0.6
"""How much the word before counts for what comes next; the rest is how common a word is by itself."""
_UNSEEN = 0.5
"""Times that a word counts which stands nowhere."""


FEWEST_LETTERS = 8
"""Letters of a message from which it says something by itself."""


def is_short(text: str) -> bool:
    """Tell whether a wording has so few letters outside its holes that it stands in anything."""
    return sum(char.isalpha() for part in parse(text) if isinstance(part, str) for char in part) < (
        FEWEST_LETTERS
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return _WORD.findall(text.lower())


def is_everyday(text: str) -> bool:
    """Tell whether a wording is so ordinary that any program may say it; a name of a fault is not."""
    return bits(text) < SETTINGS["everyday"] and not _is_telling(text)


def bits(text: str) -> float:
    """Return how much the words of a wording tell, without its holes."""
    total, counts = _counts()
    told = 0.0
    for part in parse(text):
        before = ""
        for word in words_of(part) if isinstance(part, str) else ():
            share = (1 - _FOLLOWS) * counts.get(word, _UNSEEN) / total
            share += _FOLLOWS * counts.get(f"{before} {word}", 0) / counts.get(before, 1)
            told -= math.log2(min(1.0, share if before in counts else share / (1 - _FOLLOWS)))
            before = word
    return told


def _is_telling(text: str) -> bool:
    """Tell whether a wording has a long word that no ordinary program has, such as a name of a fault."""
    counts = _counts()[1]
    literal = " ".join(part for part in parse(text) if isinstance(part, str))
    return any(len(word) >= SETTINGS["telling_word"] and word not in counts for word in words_of(literal))


@cache
def listed() -> str:
    """Return the list as programs read it: the number of all words, then a word or a pair of them a line."""
    return "\n".join(line for line in _LIST.read_text("utf-8").splitlines() if not line.startswith("#"))


@cache
def _counts() -> tuple[int, dict[str, int]]:
    """Return the number of all words, and how often words and pairs of them stand there."""
    total, *lines = listed().split("\n")
    return int(total), {text: int(count) for text, _, count in (line.rpartition(" ") for line in lines)}
