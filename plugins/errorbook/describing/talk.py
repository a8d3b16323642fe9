"""Of what a text talks, beside its terms; ``assets/describing/talk.js`` is its twin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from errorbook.describing.language import DescriptionIndex
from errorbook.describing.terms import Terms
from errorbook.matching.index.fuzzy import FuzzyWords
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.matching.index.product_names import ProductNames
from errorbook.matching.words.tokens import split

_SHORTEST_CODE = 3
"""Digits of a number that may be a code; a shorter one is somebody's own."""
_DENIALS = ("t", "not")
_DENIED_IN_GERMAN = frozenset(
    ["kein", "keine", "keinem", "keinen", "keiner", "keines", "nicht", "nichts", "nie", "niemals"]
)
"""What tells of a trouble wherever it stands: 'Kann keine Rechnungen senden'."""
_SHORTEST_MISTYPED = 8
"""Letters of a name that is known with a typing error: shorter ones come near words of the language."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Of what a text talks."""

    systems: set[str]
    """Those it names, but for the ones where all errors are shown: their names tell none from another."""
    strange: bool
    """Whether all that it names are strangers."""
    asks: bool
    """Whether it asks how something is done instead of telling what went wrong."""
    words: list[str]
    """Its words; a system's name that is written apart is one, as entries write it."""
    said: list[str]
    """Those besides names, ids and numbers of its own."""


class TalkReader:
    """Reads of what texts talk."""

    def __init__(self, index: MatchIndex, described: DescriptionIndex, terms: Terms) -> None:
        """Prepare with the names of products, and with what there is to know of questions."""
        self._normaliser = terms.normaliser
        self._stem = terms.stem
        self._names = ProductNames(index, terms.normaliser)
        self._prefixes = frozenset(entry["id"].partition("-")[0].lower() for entry in index["entries"])
        self._terms = described["terms"]
        own = [name for name in self._names.own_words() if len(name) >= _SHORTEST_MISTYPED]
        self._mistyped = FuzzyWords(own, described["settings"])
        self._one_edit = described["settings"]["one_edit"]
        self._greetings = frozenset(described["greetings"].split())
        self._asking = frozenset(described["asking"].split())
        self._denied = re.compile(described["denied"], re.ASCII | re.IGNORECASE)

    def read(self, text: str) -> Talk:
        """Return of what a text talks; of what it only denies, where it says nothing else."""
        affirmed = self._denied.sub(r"\1\2", text)
        text = affirmed if re.search("[A-Za-z]", affirmed) else text
        normalised = self._normaliser.normalise(text)
        found = split(normalised.text)
        spelt = [self._spelt(word) for word in found.words]
        named: set[str] = set()
        strange = False
        words: list[str] = []
        said: list[str] = []
        place = 0
        while place < len(spelt):
            following = spelt[place + 1 : place + 2]
            word = spelt[place]
            is_id = word in self._prefixes and bool(following) and following[0][0] <= "9"
            capital = "A" <= text[normalised.first(found.starts[place])] <= "Z"
            end, name = self._names.find(spelt, place, len(spelt), capital)
            if name and name.system:
                named.add(name.system)
            strange = strange or (name is not None and not name.system)
            is_own = word[0] <= "9" and not (len(word) >= _SHORTEST_CODE and word in self._terms)
            if not name and not is_id and not is_own:
                said.append(word)
            end = max(end, place + 1 + is_id)
            together = "".join(spelt[place:end])
            is_apart = name is not None and self._stem(together) in self._terms
            words += [together] if is_apart else spelt[place:end]
            place = end
        return Talk(named - self._names.neutral, strange and not named, self._asks(found.words), words, said)

    def _spelt(self, word: str) -> str:
        """Return the system's name that a word without a meaning of its own is but for one letter, or it."""
        if len(word) < _SHORTEST_MISTYPED - 1 or self._stem(word) in self._terms:
            return word
        near = self._mistyped.near(word)
        return next((name for name, likeness in near if likeness == self._one_edit), word)

    def _asks(self, words: Sequence[str]) -> bool:
        """Tell whether words begin as a question how something is done; "can't" begins a complaint."""
        opening = list(dropwhile(self._greetings.__contains__, words))
        asks = bool(opening) and opening[0] in self._asking and "".join(opening[1:2]) not in _DENIALS
        return asks and _DENIED_IN_GERMAN.isdisjoint(opening)
