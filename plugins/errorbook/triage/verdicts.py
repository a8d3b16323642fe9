"""What a text shows: findings, or the masked message that nobody explains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from errorbook.authoring.message_line import message_line
from errorbook.matching import Matcher
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.redaction.masking import Words, mask

Kind = Literal["is", "like", "unknown", "none"]
KINDS: tuple[Kind, ...] = ("is", "like", "unknown", "none")


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

    @property
    def kind(self) -> Kind:
        """Say in one word what is known: the surest finding counts."""
        if self.findings:
            return "is" if any(found.outcome == "is" for found in self.findings) else "like"
        return "unknown" if self.message else "none"

    def to_json(self) -> list[Any]:
        """Return the verdict as JSON values."""
        return [[[found.id, found.outcome, found.values] for found in self.findings], self.message]

    @classmethod
    def from_json(cls, value: list[Any]) -> Verdict:
        """Return the verdict of JSON values."""
        return cls(tuple(Found(*found) for found in value[0]), value[1])


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What texts are judged by."""

    index: MatchIndex
    words: Words
    """The words that need no mask."""


def verdict(text: str, matcher: Matcher, known: Words) -> Verdict:
    """Return what a text shows."""
    result = matcher.match(text, nearest=False)
    if result.findings:
        return Verdict(tuple(Found(found.id, found.outcome, found.values) for found in result.findings))
    return Verdict((), mask(message_line(text), known))
