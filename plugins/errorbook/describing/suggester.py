"""From a description to the entries that tell of it; ``assets/describing/suggester.js`` is its twin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from math import log
from typing import Literal, TypedDict

from errorbook.describing.language import DescriptionIndex
from errorbook.describing.talk import Talk, TalkReader
from errorbook.describing.terms import Terms, fingerprint
from errorbook.matching.codes.code_keys import without_words
from errorbook.matching.index.fuzzy import FuzzyWords
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.matching.utf16 import widen

_MOST_CHARACTERS = 4000
_MOST_TERMS = 80
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
        self._systems = [frozenset([entry.get("system", ""), *entry.get("with", ())]) for entry in entries]
        spellings = index.get("spellings", {})
        self._terms = Terms(
            index["fold"], spellings, described["stop"], described["irregular"], described["language"]
        )
        self._uses = {term: self._use(flat) for term, flat in described["terms"].items()}
        self._talk = TalkReader(index, described, self._terms)
        self._typos = FuzzyWords(sorted(self._uses), self.settings)
        self._alike: dict[str, list[str]] = {}
        for group in described["synonyms"]:
            terms = group.split()
            for term in terms:
                alternatives = (other for other in terms if other != term and other in self._uses)
                self._alike.setdefault(term, []).extend(alternatives)
        self._asked: dict[int, list[int]] = {}
        for number, questions in enumerate(described["asked"]):
            for question in questions:
                self._asked.setdefault(question, []).append(number)
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
        read = widen(text)[:_MOST_CHARACTERS]
        talk = self._talk.read(read)
        asked = self._who_asks(read)
        # A name says whose it is, and a number or an id that nobody has says nothing.
        if not asked and not self._terms.of(" ".join(without_words(talk.said))):
            return ()
        scores, told, total = self._scores(self._terms.of(" ".join(talk.words))[:_MOST_TERMS])
        for number in scores:
            if talk.systems and not self._systems[number] & talk.systems:
                scores[number] *= self.settings["other_system"]
        # Told in the very words of a question, its entry explains them all.
        scores.update(dict.fromkeys(asked, total))
        ranked = sorted(scores, key=lambda number: (-scores[number], number))[: self.settings["most"]]
        if not ranked or not total:
            return ()
        best, *others = [scores[number] for number in ranked]
        # Where none comes near the first, one may that nobody has written yet.
        second = max([self.settings["beside"] * best, *others[:1]])
        # How many of the rarest words the best entry explains, times the share of the text that they are.
        share = best / total
        sure = self._about(talk) * share * best / self._rarest
        if sure < self.settings["perhaps"]:
            return ()
        # Much that fits the second as well tells neither from the other.
        lead = share * (best - second) / self._rarest
        # A single word describes nothing, least of all where few entries are and each is rare.
        tells = ranked[0] in asked or told[ranked[0]] > 1
        certain = tells and lead >= self.settings["describes"] and not talk.asks
        outcome: _Outcome = "describes" if certain else "perhaps"
        return tuple(
            Suggestion(self._ids[number], outcome, sure * scores[number] / best)
            for number in ranked
            if scores[number] >= self.settings["beside"] * best
        )

    def _who_asks(self, text: str) -> list[int]:
        """Return the entries that have a text as a question, word for word."""
        those = self._asked.get(fingerprint(self._terms.words(text)), ())
        terms = self._terms.of(text) if those else []
        return [number for number in those if all(number in self._users(term) for term in terms)]

    def _users(self, term: str) -> list[int]:
        return [number for number, _ in self._uses[term].entries] if term in self._uses else []

    def _about(self, talk: Talk) -> float:
        """Return how much surer a text is for what it talks of."""
        about = 1.0
        if talk.systems:
            about = self.settings["named"]
        elif talk.strange:
            about = self.settings["strange"]
        return about * self.settings["strange"] if talk.asks else about

    def _scores(self, terms: Iterable[str]) -> tuple[dict[int, float], Counter[int], float]:
        """Return what each entry explains of a text's terms, how many it has, and what all of them weigh."""
        scores: dict[int, float] = {}
        told = Counter[int]()
        total = 0.0
        for term in terms:
            alike, weight = self._meanings(term)
            total += weight
            explained: dict[int, float] = {}
            for other, similarity in alike:
                for number, share in self._uses[other].entries:
                    explained[number] = max(explained.get(number, 0.0), similarity * share)
            told.update(explained.keys())
            for number, share in explained.items():
                scores[number] = scores.get(number, 0.0) + share
                for kin in self._kin_of[number]:
                    if kin not in explained:
                        scores[kin] = scores.get(kin, 0.0) + share * self.settings["kin"] / MOST_KIN
        return scores, told, total

    def _meanings(self, term: str) -> tuple[list[tuple[str, float]], float]:
        """Return the terms of the index that one may stand for, and what it weighs."""
        synonyms = [(other, self.settings["synonym"]) for other in self._alike.get(term, ())]
        if term in self._uses:
            return [(term, 1.0), *synonyms], self._uses[term].weight
        if term[0] <= "9":
            return [], 0.0  # a number is somebody's own
        return synonyms or list(self._typos.near(term)), self.settings["unknown"] * self._rarest
