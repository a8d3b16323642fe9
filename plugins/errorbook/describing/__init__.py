"""Finds the entries that may tell of a trouble that somebody describes in words of their own.

A description is read as stems (`terms`, `stems`, `german_stems`), each stem calls up the entries that use it
or a word like it (`suggester`), and what they explain of the description decides whether they are shown; what
a heading announces is such a description, too (`announced`). `language` holds what there is to know of
English, and every constant, `german` what there is to know of German. Nothing here knows entries, YAML or
pages.
"""

from __future__ import annotations

from errorbook.describing.announced import announced
from errorbook.describing.language import (
    ASKING,
    DENIED,
    GREETINGS,
    IRREGULAR,
    SETTINGS,
    STOP_WORDS,
    SYNONYMS,
    WORTH,
)
from errorbook.describing.suggester import MOST_KIN, Suggester, Suggestion
from errorbook.describing.terms import Terms

__all__ = [
    "ASKING",
    "DENIED",
    "GREETINGS",
    "IRREGULAR",
    "MOST_KIN",
    "SETTINGS",
    "STOP_WORDS",
    "SYNONYMS",
    "WORTH",
    "Suggester",
    "Suggestion",
    "Terms",
    "announced",
]
