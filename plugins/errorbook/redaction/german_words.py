"""Words of German as a set that also holds their forms, and what is put together of them.

German capitalises all nouns, so that a capital is no sign of a name, and no list has them all:
"Steuersatzänderung" is made of words that are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Self

from errorbook.common.latin import SPELT_OUT

COMMON = Path(__file__).with_name("german.txt")
"""The file of words that begin or fill messages and tickets of any product."""
AFTER_A_NAME = (
    "(?:ist|sind|waren?|hat|haben|hatten?|wird|werden|wurden?|bleibt|darf|fehlt|geht|kann|kommt|konnte|muss"
    "|soll|und|oder|nicht|kein|von|aus|bei|im|am|mit)"
)
"""What is no noun behind the first word of a sentence: that may be somebody."""
_ENDINGS = ("", "n", "en", "s", "es", "e")
_OF_ADJECTIVES = ("er", "em")
_JOINTS = ("", "s", "n", "en", "es")
_SHORTEST_PART, _SHORTEST_ADJECTIVE, _LONGEST = 4, 6, 50
# Lagerfeld and Zahlmann are people: surnames are put together as well, and end in these.
_OF_PEOPLE = ("bach", "baum", "berg", "burg", "dorf", "feld", "haus", "hof", "mann", "meister", "stein")


class GermanWords(frozenset[str]):
    """Words in small letters, found with umlauts and spelt out."""

    __slots__ = ()

    def __new__(cls, words: Iterable[str]) -> Self:
        """Return the set of words."""
        return super().__new__(cls, (word.translate(SPELT_OUT) for word in words))

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is known, itself or in another form, or all that it is made of."""
        plain = str(word).translate(SPELT_OUT)
        return self._form(plain) or (not plain.endswith(_OF_PEOPLE) and self._compound(plain[:_LONGEST]))

    def _form(self, word: str) -> bool:
        return any(
            word.endswith(ending) and self._itself(word.removesuffix(ending), least)
            for endings, least in ((_ENDINGS, 0), (_OF_ADJECTIVES, _SHORTEST_ADJECTIVE))
            for ending in endings
        )

    def _itself(self, word: str, least: int) -> bool:
        return len(word) >= least and super().__contains__(word)

    def _compound(self, word: str) -> bool:
        """Tell whether a word is one of the set behind one or several of it."""
        return any(
            self._form(word[cut:]) and self._first_part(word[:cut])
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        )

    def _first_part(self, word: str) -> bool:
        stems = (word.removesuffix(joint) for joint in _JOINTS if word.endswith(joint))
        return any(self._itself(stem, _SHORTEST_PART) or self._compound(stem) for stem in stems)
