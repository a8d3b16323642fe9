"""A text to the terms by which entries are found; ``assets/describing/terms.js`` is its twin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from errorbook.describing.german_stems import german_stem
from errorbook.describing.stems import stem
from errorbook.matching.utf16 import widen
from errorbook.matching.words.normalising import Normaliser
from errorbook.matching.words.tokens import split

_FINGERPRINTS = 2**16


def fingerprint(words: Iterable[str]) -> int:
    """Return a number that the same words in the same order share, and hardly any others."""
    number = 0
    for character in widen(" ".join(words)):
        number = (31 * number + ord(character)) % _FINGERPRINTS
    return number


class Terms:
    """Reads texts as stems, without the words that say nothing."""

    def __init__(
        self,
        fold: dict[str, str],
        spellings: Mapping[str, str],
        stop_words: str,
        irregular: str,
        language: str,
    ) -> None:
        """Prepare with how a match index folds and spells, and with forms that no stem brings together."""
        self.normaliser = Normaliser(fold)
        self._is_german = language == "de"
        self._stop_words = frozenset(stop_words.split())
        forms = irregular.split()
        self._usual = dict(zip(forms[::2], forms[1::2], strict=True))
        for variant, usual in spellings.items():
            self._usual[self.normaliser.plain(variant)] = self.normaliser.plain(usual)

    def of(self, text: str) -> list[str]:
        """Return the terms of a text, each once, in their order."""
        words = (word for word in self.words(text) if word not in self._stop_words)
        return list(dict.fromkeys(self.stem(self._usual.get(word, word)) for word in words))

    def stem(self, word: str) -> str:
        """Return the stem of a word; where German is spoken, English words stand between."""
        return stem(german_stem(word)) if self._is_german else stem(word)

    def words(self, text: str) -> list[str]:
        """Return the words of a text as they are compared, those that say nothing, too."""
        return split(self.normaliser.normalise(text).text).words
