"""Words with typing errors, or cut off: which template words are like a word that no template has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from errorbook.matching.index.misspelling import edits

_SHORTEST_WITH_ERRORS = 4
"""Words shorter than this are told apart by a letter; numbers always are."""
SHORTEST_WITH_TWO = 6
"""The least length of a word in which two errors are forgiven."""
LONGEST_WITH_ERRORS = 40
"""Longer words are ids or encoded data, not mistyped."""
_SHORTEST_CUT = 12
"""Letters from which the beginning of a longer word may be that word, cut off: the name of a fault."""


class Errors(TypedDict):
    """How like a word is with one typing error; with two it is that of that."""

    one_edit: float


class FuzzyWords:
    """Finds words by what is left of them when letters are wrong."""

    def __init__(self, words: Iterable[str], settings: Errors) -> None:
        """Prepare for some words."""
        self._one = settings["one_edit"]
        self.two = self._one * self._one
        self._without_one: dict[str, list[str]] = {}
        self._thirds: dict[str, list[str]] = {}
        self._begun: dict[str, list[str]] = {}
        for word in words:
            if word[0] > "9" and len(word) >= _SHORTEST_WITH_ERRORS:
                for shorter in _shorter(word):
                    self._without_one.setdefault(shorter, []).append(word)
                if len(word) >= SHORTEST_WITH_TWO:
                    for part, (start, end) in enumerate(_thirds(len(word))):
                        self._thirds.setdefault(f"{len(word)}.{part}.{word[start:end]}", []).append(word)
                if _SHORTEST_CUT < len(word) <= LONGEST_WITH_ERRORS + 2:
                    self._begun.setdefault(word[:_SHORTEST_CUT], []).append(word)

    def near(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the words that an unknown word may be, each with its similarity, in alphabetical order."""
        if not _SHORTEST_WITH_ERRORS <= len(word) <= LONGEST_WITH_ERRORS or word[0] <= "9":
            return ()
        near: list[tuple[str, float]] = []
        seen: set[str] = set()

        def consider(candidates: list[str]) -> None:
            for candidate in candidates:
                if candidate in seen:
                    continue
                seen.add(candidate)
                errors = edits(word, candidate, 2)
                if errors == 1:
                    near.append((candidate, self._one))
                elif errors == 2 and min(len(word), len(candidate)) >= SHORTEST_WITH_TWO:
                    near.append((candidate, self.two))

        for shorter in _shorter(word):
            consider(self._without_one.get(shorter, []))
        if not near and len(word) >= SHORTEST_WITH_TWO:
            # Two errors leave one third of a word whole, moved by two places at most.
            for length in range(max(SHORTEST_WITH_TWO, len(word) - 2), len(word) + 3):
                for part, (start, end) in enumerate(_thirds(length)):
                    for shift in range(max(-2, -start), 3):
                        consider(self._thirds.get(f"{length}.{part}.{word[start + shift : end + shift]}", []))
        return tuple(sorted(near)) or self._begun_by(word)

    def _begun_by(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the one word of which two thirds or more are there and the end was cut off."""
        longer = [known for known in self._begun.get(word[:_SHORTEST_CUT], []) if known.startswith(word)]
        if len(longer) != 1 or 3 * len(word) < 2 * len(longer[0]):
            return ()
        return ((longer[0], self._one),)


def _shorter(word: str) -> list[str]:
    """Return the word itself and the word without each of its letters, each once."""
    return list(dict.fromkeys([word, *(word[:index] + word[index + 1 :] for index in range(len(word)))]))


def _thirds(length: int) -> tuple[tuple[int, int], ...]:
    first, second = length // 3, 2 * length // 3
    return (0, first), (first, second), (second, length)
