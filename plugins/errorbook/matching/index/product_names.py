"""The names of the catalogue's systems, and of products that are strangers to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.matching.index.index_shape import MatchIndex
from errorbook.matching.words.normalising import Normaliser
from errorbook.matching.words.tokens import split

_LONGEST = 3
"""Words of a name at most."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name by which a product is called."""

    system: str
    """Whose it is; nothing for a stranger."""
    capital: bool
    """Whether it is a word of the language, too, and counts with its capital only."""


class ProductNames:
    """Finds names in the words of a paste."""

    def __init__(self, index: MatchIndex, normaliser: Normaliser) -> None:
        """Compile the names of an index."""
        listed = index.get("sources", {})
        self.neutral = frozenset(listed.get("neutral", ()))
        """The systems in which all errors are shown: their names say nothing about whose an error is."""
        self._names: dict[str, Name] = {}
        for name in listed.get("strangers", ()):
            ordinary = re.fullmatch("[A-Z][a-z]+", name) is not None
            self._names[" ".join(split(normaliser.plain(name)).words)] = Name("", ordinary)
        for system, names in listed.get("own", {}).items():
            for name in names:
                self._names[" ".join(split(normaliser.plain(name)).words)] = Name(system, False)
        self._firsts = {name.partition(" ")[0] for name in self._names}

    def own_words(self) -> list[str]:
        """Return the names of the catalogue's systems that are one word, in alphabetical order."""
        return sorted(key for key, name in self._names.items() if name.system and " " not in key)

    def begin_with(self, word: str) -> bool:
        """Return whether a name begins with a word."""
        return word in self._firsts

    def find(self, words: list[str], start: int, last: int, capital: bool) -> tuple[int, Name | None]:
        """Return the longest name that starts at a word and ends before ``last``, and where it ends."""
        if words[start] not in self._firsts:
            return start, None
        for end in range(min(start + _LONGEST, last), start, -1):
            known = self._names.get(" ".join(words[start:end]))
            if known and (capital or not known.capital):
                return end, known
        return start, None
