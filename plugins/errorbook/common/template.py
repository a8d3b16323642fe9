"""Message templates: ``Cannot pay {amount} twice`` as literal parts and named holes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HOLE_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_WITHOUT_BRACES = re.compile(r"[^{}]+")


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a text that a value fills."""

    name: str


Part = str | Hole


class TemplateError(ValueError):
    """A text whose braces cannot be read; ``fix`` says what to write instead."""

    def __init__(self, what: str, fix: str) -> None:
        """Keep both halves of the message apart for the problem report."""
        super().__init__(what)
        self.what, self.fix = what, fix


@lru_cache(maxsize=4096)  # the messages of an entry are asked for their holes many times
def parse(text: str) -> tuple[Part, ...]:
    """Return literal texts and holes in order; ``{{`` and ``}}`` are literal braces.

    Raises TemplateError for a hole without a name, a bad name or a lonely brace.
    """
    if "{" not in text and "}" not in text:
        return (text,) if text else ()
    parts: list[Part] = []
    literal: list[str] = []
    position = 0
    while position < len(text):
        if plain := _WITHOUT_BRACES.match(text, position):
            literal.append(plain[0])
            position = plain.end()
            continue
        char = text[position]
        if text[position : position + 2] in ("{{", "}}"):
            literal.append(char)
            position += 2
            continue
        if char == "}":
            raise TemplateError("has a '}' that closes nothing", "Write '}}' for a literal brace")
        end = text.find("}", position)
        if end == -1:
            raise TemplateError("has a '{' that is never closed", "Write '{{' for a literal brace")
        name = text[position + 1 : end]
        if not name:
            raise TemplateError("has a hole without a name", "Write {name}, or '{{}}' for literal braces")
        if not HOLE_NAME.match(name):
            raise TemplateError(
                f"has a hole with the bad name '{name}'",
                "Use lower-case letters, digits and '_', or '{{' for a literal brace",
            )
        if literal:
            parts.append("".join(literal))
            literal = []
        parts.append(Hole(name))
        position = end + 1
    if literal:
        parts.append("".join(literal))
    return tuple(parts)


def holes(text: str) -> tuple[str, ...]:
    """Return the names of the text's holes, each once, in order of appearance."""
    return tuple(dict.fromkeys(part.name for part in parse(text) if isinstance(part, Hole)))
