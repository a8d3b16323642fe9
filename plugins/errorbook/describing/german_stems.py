"""German words to their stems, so that "Rechnungen" finds "Rechnung".

Snowball's German stemmer (BSD-3-Clause, https://snowballstem.org/algorithms/german/stemmer.html) for words
whose umlauts are folded; ``assets/describing/german-stems.js`` is its twin.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PLAIN = re.compile(r"[a-z]{3,40}\Z")
# Umlauts spelt out: "Beitraege"; the e of "neue", "Dauer" and "Quelle" is a letter of its own.
_SPELT_OUT = re.compile("([ao])e|(^|[^aeq])ue")
# What stands in the group is no part of the ending, but has to stand before it.
_OF_CASES = re.compile("(?:em|ern|er|en|es|e|([bdfghklmnrt])s)$")
_OF_DEGREES = re.compile("(?:en|er|est|(...[bdfghklmnt])st)$")
_ER_EN, _LICH_IG, _IG = (re.compile(ending) for ending in ("(?:er|en)$", "(?:lich|ig)$", "(^|[^e])ig$"))
# What makes another word of one, what may stand before that, and in which region.
_MADE = (
    (re.compile("(?:end|ung)$"), _IG, 1),
    (re.compile("(^|[^e])(?:ig|ik|isch)$"), None, 1),
    (re.compile("(?:lich|heit)$"), _ER_EN, 0),
    (re.compile("keit$"), _LICH_IG, 1),
)


@lru_cache(maxsize=50_000)
def german_stem(word: str) -> str:
    """Return the stem of a German word in small letters; anything else is its own stem."""
    if not _PLAIN.match(word):
        return word
    word = _SPELT_OUT.sub(lambda found: found[1] or f"{found[2]}u", word)
    regions = _regions(word)
    word = re.sub("niss$", "nis", _cut(word, _OF_CASES, regions[0]))
    word = _cut(word, _OF_DEGREES, regions[0])
    for ending, before, region in _MADE:
        shorter = _cut(word, ending, regions[1])
        if shorter != word:
            return _cut(shorter, before, regions[region]) if before else shorter
    return word


def _regions(word: str) -> tuple[int, int]:
    """Return where the endings of a word may begin: behind its first syllable, and behind the second."""
    form = "".join("v" if _is_vowel(word, place) else "c" for place in range(len(word)))
    first = _behind(form, 0)
    return max(first, 3), _behind(form, first)


def _behind(form: str, start: int) -> int:
    """Return where the next vowel and its consonant end, or the end of the word."""
    place = form.find("vc", start)
    return len(form) if place < 0 else place + 2


def _is_vowel(word: str, place: int) -> bool:
    """Tell whether a letter is a vowel; u and y between vowels are none, as in "bauen"."""
    between = 0 < place < len(word) - 1 and word[place - 1] in "aeiouy" and word[place + 1] in "aeiouy"
    return word[place] in "aeio" or (word[place] in "uy" and not between)


def _cut(word: str, ending: re.Pattern[str], region: int) -> str:
    """Return a word without an ending, where that stands in a region."""
    found = ending.search(word)
    if not found:
        return word
    kept = word[: found.start()] + ((found[1] or "") if ending.groups else "")
    return kept if len(kept) >= region else word
