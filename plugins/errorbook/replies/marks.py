"""What a tool reads as its own in a text, and how a text of ours is kept from being read so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from errorbook.replies.texts import Blank, Own, Piece, Text


@dataclass(frozen=True, slots=True)
class Marks:
    """How one tool reads a text: ``literal`` keeps words of ours plain, ``field`` writes a blank.

    Without ``field`` a blank is a label in brackets, for the person who sends the reply.
    """

    literal: Callable[[str], str]
    field: Callable[[Blank], str] | None = None

    def encode(self, text: Text) -> str:
        """Return a text as the tool reads it."""
        return "".join(self._written(piece) for piece in self._whole(text))

    def _written(self, piece: Piece) -> str:
        if isinstance(piece, Own):
            return piece.text
        return self.field(piece) if self.field and isinstance(piece, Blank) else self.literal(str(piece))

    def _whole(self, text: Text) -> Iterator[Piece]:
        """Yield the pieces, words side by side as one: a mark may begin in one and end in the next."""
        words = ""
        for piece in text:
            if isinstance(piece, Blank) and not self.field:
                words += f"[{piece.label}]"
            elif isinstance(piece, str):
                words += piece
            else:
                if words:
                    yield words
                words = ""
                yield piece
        if words:
            yield words


def apart(text: str) -> str:
    """Return a text without what Liquid and its kind read: their opening marks are parted by a blank."""
    return re.sub(r"\{(?=[{%])", "{ ", text)
