"""From a description to the entries that tell of it; ``assets/describing/suggester.js`` is its twin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from math import log
from typing import Literal, TypedDict

from errorbook.describing.language import DescriptionIndex
from errorbook.describing.terms import Terms
from errorbook.matching.codes.code_keys import without_words
from errorbook.matching.index.fuzzy import FuzzyWords
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.matching.index.product_names import ProductNames
from errorbook.matching.utf16 import widen
from errorbook.matching.words.tokens import split

_MOST_CHARACTERS = 4000
_MOST_TERMS = 80
_SHORTEST_CODE = 3
"""Digits of a number that may be a code; a shorter one is somebody's own."""
MOST_KIN = 3
"""Entries that count as kin of one."""


_Outcome = Literal["describes", "perhaps"]


class SuggestionRecord(TypedDict):
    """A suggestion as JSON."""

    id: str
    outcome: _Outcome
    score: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that may be what a description tells of; never more than that."""

    id: str
    outcome: _Outcome
    score: float

    def to_json(self) -> SuggestionRecord:
        """Return it as JSON values."""
        return {"id": self.id, "outcome": self.outcome, "score": self.score}


@dataclass(frozen=True, slots=True)
class _Use:
    """What a term weighs, and which entries it tells of, each with how much of that."""

    weight: float
    entries: list[tuple[int, float]]


class Suggester:
    """Finds the entries of an index that tell of what somebody describes."""

    def __init__(self, index: MatchIndex, described: DescriptionIndex) -> None:
        """Compile a match index and the index of descriptions that goes with it."""
        self.settings = described["settings"]
        entries = index["entries"]
        self._ids = [entry["id"] for entry in entries]
        self._prefixes = frozenset(identifier.partition("-")[0].lower() for identifier in self._ids)
        self._systems = [frozenset([entry.get("system", ""), *entry.get("with", ())]) for entry in entries]
        spellings = index.get("spellings", {})
        self._terms = Terms(index["fold"], spellings, described["stop"], described["irregular"])
        self._names = ProductNames(index, self._terms.normaliser)
        self._uses = {term: self._use(flat) for term, flat in described["terms"].items()}
        self._typos = FuzzyWords(sorted(self._uses), self.settings)
        self._alike: dict[str, list[str]] = {}
        for group in described["synonyms"]:
            terms = group.split()
            for term in terms:
                alternatives = (other for other in terms if other != term and other in self._uses)
                self._alike.setdefault(term, []).extend(alternatives)
        self._rarest: float = log(1 + len(self._ids)) ** self.settings["rarity"]
        # Whose kin an entry is.
        self._kin_of: list[list[int]] = [[] for _ in self._ids]
        for number, kin in enumerate(described["kin"]):
            for other in kin:
                self._kin_of[other].append(number)

    def _use(self, flat: list[int]) -> _Use:
        """Return the use of a term: the fewer entries have it, the more it tells of each of them."""
        weight: float = log(1 + len(self._ids) / (len(flat) // 2)) ** self.settings["rarity"]
        numbers = accumulate(flat[::2])
        shares = (weight * level / self.settings["levels"] for level in flat[1::2])
        return _Use(weight, list(zip(numbers, shares, strict=True)))

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """Return the entries that a text may tell of, the likeliest first; mostly none."""
        text = widen(text)[:_MOST_CHARACTERS]
        scores, total = self._scores(self._terms.of(text)[:_MOST_TERMS])
        named, strange, said = self._named(text)
        # A name says whose it is, and a number or an id that nobody has says nothing.
        if not self._terms.of(" ".join(without_words(said))):
            return ()
        # Where all errors are shown, its name tells none from another.
        systems = named - self._names.neutral
        for number in scores:
            if systems and not self._systems[number] & systems:
                scores[number] *= self.settings["other_system"]
        ranked = sorted(scores, key=lambda number: (-scores[number], number))[: self.settings["most"]]
        if not ranked:
            return ()
        best = scores[ranked[0]]
        about = self.settings["named"] if named else self.settings["strange"] if strange else 1.0
        # How many of the rarest words the best entry explains, times the share of the text that they are.
        sure = about * best * best / (total * self._rarest)
        if sure < self.settings["perhaps"]:
            return ()
        outcome: Literal["describes", "perhaps"] = (
            "describes" if sure >= self.settings["describes"] else "perhaps"
        )
        return tuple(
            Suggestion(self._ids[number], outcome, sure * scores[number] / best)
            for number in ranked
            if scores[number] >= self.settings["beside"] * best
        )

    def _scores(self, terms: Iterable[str]) -> tuple[dict[int, float], float]:
        """Return what each entry explains of a text's terms, and what all of them weigh."""
        scores: dict[int, float] = {}
        total = 0.0
        for term in terms:
            alike, weight = self._meanings(term)
            total += weight
            explained: dict[int, float] = {}
            for other, similarity in alike:
                for number, share in self._uses[other].entries:
                    explained[number] = max(explained.get(number, 0.0), similarity * share)
            for number, share in explained.items():
                scores[number] = scores.get(number, 0.0) + share
                for kin in self._kin_of[number]:
                    if kin not in explained:
                        scores[kin] = scores.get(kin, 0.0) + share * self.settings["kin"] / MOST_KIN
        return scores, total

    def _meanings(self, term: str) -> tuple[list[tuple[str, float]], float]:
        """Return the terms of the index that one may stand for, and what it weighs."""
        synonyms = [(other, self.settings["synonym"]) for other in self._alike.get(term, ())]
        if term in self._uses:
            return [(term, 1.0), *synonyms], self._uses[term].weight
        if term[0] <= "9":
            return [], 0.0  # a number is somebody's own
        return synonyms or list(self._typos.near(term)), self.settings["unknown"] * self._rarest

    def _named(self, text: str) -> tuple[set[str], bool, list[str]]:
        """Return the systems that a text names, whether it names a stranger, and its words besides."""
        normalised = self._terms.normaliser.normalise(text)
        words = split(normalised.text)
        systems: set[str] = set()
        strange = False
        said: list[str] = []
        place = 0
        while place < len(words.words):
            following = words.words[place + 1 : place + 2]
            word = words.words[place]
            is_id = word in self._prefixes and bool(following) and following[0][0] <= "9"
            capital = "A" <= text[normalised.first(words.starts[place])] <= "Z"
            end, name = self._names.find(words.words, place, len(words.words), capital)
            if name and name.system:
                systems.add(name.system)
            strange = strange or (name is not None and not name.system)
            is_own = word[0] <= "9" and not (len(word) >= _SHORTEST_CODE and word in self._uses)
            if not name and not is_id and not is_own:
                said.append(word)
            place = max(end, place + 1 + is_id)
        return systems, strange, said
