"""A text to the terms by which entries are found; ``assets/describing/terms.js`` is its twin."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.describing.german_stems import german_stem
from errorbook.describing.stems import stem
from errorbook.matching.words.normalising import Normaliser
from errorbook.matching.words.tokens import split


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
        words = split(self.normaliser.normalise(text).text).words
        terms = (self.stem(self._usual.get(word, word)) for word in words if word not in self._stop_words)
        return list(dict.fromkeys(terms))

    def stem(self, word: str) -> str:
        """Return the stem of a word; where German is spoken, English words stand between."""
        return stem(german_stem(word)) if self._is_german else stem(word)
