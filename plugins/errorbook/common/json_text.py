"""Reads JSON that anybody may have written, nested no deeper than people and programs write it."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import Any

DEEPEST = 200
"""Levels of lists and objects. Python's own limit hangs on where it is asked, and is no place to be near."""

_MARKS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


class TooDeepError(ValueError):
    """Says of JSON that it is nested too deep."""


def parse_json(text: str) -> Any:
    """Parse JSON; raise ValueError where it is none, TooDeepError where it is deeper than ``DEEPEST``."""
    refuse_deep(text, 0, len(text))
    return json.loads(text)


def refuse_deep(text: str, start: int, end: int) -> None:
    """Raise TooDeepError where the JSON in this stretch of a text is deeper than ``DEEPEST``."""
    if text.count("[", start, end) + text.count("{", start, end) > DEEPEST:
        levels = accumulate(_STEPS.get(mark[0], 0) for mark in _MARKS.finditer(text, start, end))
        if max(levels, default=0) > DEEPEST:
            raise TooDeepError(f"nested deeper than {DEEPEST} levels")
