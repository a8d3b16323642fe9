"""What a trade must be careful with, in words that rules look for in steps: a catalogue lists its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Annotated

from pydantic import Field

from errorbook.catalogue.value_types import Frozen, Line
from errorbook.common import latin

_GAP = "…"
Words = Annotated[tuple[Line, ...], Field(min_length=1)]


class Risky(Frozen):
    """What may not be done without a word on its risk."""

    verbs: Words
    """Verbs that a step begins with: [delete, remove]."""
    things: tuple[Line, ...] = ()
    """What they are done to, each in the singular: [file, record]; none: whatever it is."""

    def covers(self, verb: str, thing: str, stem: Callable[[str], str] = latin.plain) -> bool:
        """Tell whether a step that does this is one; ``stem`` makes the words of a language alike."""
        names, done_to = {stem(name) for name in self.things}, stem(thing)
        is_named = not names or done_to in names or done_to.removesuffix("s") in names
        return is_named and stem(verb) in {stem(each) for each in self.verbs}


class Caution(Frozen):
    """What readers must be told of before they do something."""

    does: Words
    """Phrases of a step; … stands for any words of its sentence: 'Enter … payment … in the till'."""
    wants: Words
    """Phrases of which its path must say one: [stock, goods]."""
    what: Line
    """What is wrong where it says none: 'voids, and its path does not speak of stock'."""
    fix: Line
    """What to do about it: 'Ask first whether goods moved'."""

    def forgotten(self, step: str, told: str) -> bool:
        """Tell whether a step does it on a path that, read as a whole, tells nothing of it."""
        return bool(self._does.search(step)) and not self._wants.search(told)

    @cached_property
    def _does(self) -> re.Pattern[str]:
        return _any_of(self.does)

    @cached_property
    def _wants(self) -> re.Pattern[str]:
        return _any_of(self.wants)


def usual_risky() -> tuple[Risky, ...]:
    """Return what is risky in every trade."""
    things = (
        "account",
        "backup",
        "data",
        "database",
        "document",
        "file",
        "folder",
        "project",
        "record",
        "user",
    )
    return (Risky(verbs=("delete", "erase", "remove"), things=things),)


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some phrases, as whole words in any case."""
    gaps = (r"\b[^.]*\b".join(map(_words, phrase.split(_GAP))) for phrase in phrases)
    return re.compile("|".join(rf"\b{gap}\b" for gap in gaps), re.IGNORECASE)


def _words(part: str) -> str:
    return r"\s+".join(map(re.escape, part.split()))
