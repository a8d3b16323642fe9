"""Words to their stems, so that "refused" finds "refuses"; ``assets/describing/stems.js`` is its twin.

Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with its author's two later changes.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PLAIN = re.compile(r"[a-z]{3,40}\Z")
# What becomes of an ending, and the least measure of what stands before it; the longest ending decides.
_DERIVED = (
    (
        1,
        "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous "
        "ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive "
        "biliti:ble logi:log",
    ),
    (1, "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:"),
    (
        2,
        "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: sion:s tion:t ou: ism: ate: iti: ous: "
        "ive: ize:",
    ),
)
_STEPS = tuple(
    (
        least,
        sorted((tuple(pair.split(":")) for pair in pairs.split()), key=lambda pair: -len(pair[0])),
    )
    for least, pairs in _DERIVED
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of an English word in small letters; anything else is its own stem."""
    if not _PLAIN.match(word):
        return word
    word = _inflected(_plural(word))
    if word.endswith("y") and "v" in _form(word[:-1]):
        word = word[:-1] + "i"
    for least, endings in _STEPS:
        word = _derived(word, least, endings)
    return _last(word)


def _form(word: str) -> str:
    """Return a word's letters as v for vowels and c for consonants; y is a vowel behind a consonant."""
    form = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and form.endswith("c"))
        form += "v" if vowel else "c"
    return form


def _measure(word: str) -> int:
    """Return how often vowels are followed by consonants: about the number of syllables, less one."""
    return _form(word).count("vc")


def _short(word: str) -> bool:
    """Tell whether a word ends like "hop": in a consonant, a vowel and a consonant that takes an e."""
    return _form(word).endswith("cvc") and word[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _inflected(word: str) -> str:
    """Take -eed, -ed or -ing off."""
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    ending = next((each for each in ("ed", "ing") if word.endswith(each)), "")
    rest = word[: len(word) - len(ending)]
    if not ending or "v" not in _form(rest):
        return word
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if rest[-1] == rest[-2:-1] and _form(rest).endswith("c") and rest[-1] not in "lsz":
        return rest[:-1]
    return rest + "e" if _measure(rest) == 1 and _short(rest) else rest


def _derived(word: str, least: int, endings: list[tuple[str, ...]]) -> str:
    for ending, instead in endings:
        if word.endswith(ending):
            rest = word[: len(word) - len(ending)]
            # Of -sion and -tion the first letter belongs to the stem.
            measured = rest + instead if ending in ("sion", "tion") else rest
            return rest + instead if _measure(measured) >= least else word
    return word


def _last(word: str) -> str:
    """Take a last e off, and one l of two."""
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _short(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
