"""What a text shows: findings, or the masked message that nobody explains, or what its words describe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from errorbook.authoring.message_line import message_line
from errorbook.catalogue.model import Catalogue
from errorbook.describing import Suggester
from errorbook.describing.language import DescriptionIndex
from errorbook.indexing import description_index, match_index
from errorbook.matching import Matcher
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.redaction import masking
from errorbook.redaction.masking import Words, mask

Kind = Literal["is", "like", "unknown", "described", "none"]
KINDS: tuple[Kind, ...] = ("is", "like", "unknown", "described", "none")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a text shows."""

    id: str
    outcome: Literal["is", "like"]
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text shows."""

    findings: tuple[Found, ...]
    message: str = ""
    """The masked message, where a text reads like an error that no entry explains."""
    suggested: tuple[str, ...] = ()
    """The entries that a text without a finding may describe in words of its own."""

    @property
    def kind(self) -> Kind:
        """Say in one word what is known: the surest finding counts."""
        if self.findings:
            return "is" if any(found.outcome == "is" for found in self.findings) else "like"
        return "unknown" if self.message else "described" if self.suggested else "none"

    def to_json(self) -> list[Any]:
        """Return the verdict as JSON values."""
        return [
            [[found.id, found.outcome, found.values] for found in self.findings],
            self.message,
            self.suggested,
        ]

    @classmethod
    def from_json(cls, value: list[Any]) -> Verdict:
        """Return the verdict of JSON values."""
        return cls(tuple(Found(*found) for found in value[0]), value[1], tuple(value[2]))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What texts are judged by."""

    index: MatchIndex
    descriptions: DescriptionIndex
    words: Words
    """The words that need no mask."""

    @classmethod
    def of(cls, catalogue: Catalogue) -> Knowledge:
        """Return what a catalogue tells."""
        return cls(
            match_index.build(catalogue), description_index.build(catalogue), masking.known_words(catalogue)
        )


class Judge:
    """Says of one text after the other what it shows."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Compile what is known."""
        self._matcher = Matcher(knowledge.index)
        self._suggester = Suggester(knowledge.index, knowledge.descriptions)
        self._words = knowledge.words

    def verdict(self, text: str) -> Verdict:
        """Return what a text shows."""
        result = self._matcher.match(text, nearest=False)
        if result.findings:
            return Verdict(tuple(Found(found.id, found.outcome, found.values) for found in result.findings))
        suggested = tuple(suggestion.id for suggestion in self._suggester.suggest(text))
        return Verdict((), mask(message_line(text), self._words), suggested)

    def verdicts(self, texts: Iterable[str]) -> list[Verdict]:
        """Return what each of some texts shows."""
        return [self.verdict(text) for text in texts]
