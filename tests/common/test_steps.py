"""The counter of steps: it matches as Python does, and notices work that grows with the square."""

import random
import re
from functools import partial
from types import ModuleType
from typing import Any

import pytest
import steps

from errorbook.authoring import infer_template, message_line, scaffold
from errorbook.common import template
from errorbook.redaction import masking, personal_data

PIECES = "aA1 _-.@'\"/:,\n{}=x£$é\u2019<>&()[]"
WORDS = ("by ", "INV-10", "jo@ex.com", "12.50", "2026-01-02", "3 Jan 2026", "AA-1A", "user=", "https://x.y/")


def patterns(value: Any) -> list[re.Pattern[str]]:
    """Return the patterns in a value, or in what it holds."""
    if isinstance(value, re.Pattern):
        return [value]
    return [found for item in value for found in patterns(item)] if type(value) in (tuple, list) else []


@pytest.mark.parametrize("module", [infer_template, message_line, scaffold, masking, personal_data])
def test_a_counted_pattern_matches_as_python_does(module: ModuleType) -> None:
    found = [pattern for value in vars(module).values() for pattern in patterns(value)]
    assert found
    chance = random.Random(7)
    for pattern in found:
        counted = steps.Counted(pattern)
        for _ in range(40):
            text = "".join(chance.choices([*PIECES, *WORDS], k=chance.randint(0, 25)))
            theirs = [match.span() for match in pattern.finditer(text) if match[0]]
            assert [(begin, end) for begin, end in counted.spans(text) if begin < end] == theirs, text


def test_a_pattern_that_tries_every_beginning_anew_is_noticed() -> None:
    module = ModuleType("made_up")
    module.__file__ = "made_up.py"
    vars(module)["slow"] = re.compile(r"[\w.+-]+@")
    vars(module)["fast"] = re.compile(r"(?<![\w.+-])[\w.+-]+@")

    def cost(name: str, size: int) -> int:
        return steps.count(partial(lambda text: vars(module)[name].findall(text), "a" * size), module)

    steps.in_line([cost("fast", size) for size in (20, 40, 80)])
    with pytest.raises(AssertionError):
        steps.in_line([cost("slow", size) for size in (20, 40, 80)])
    assert isinstance(vars(module)["slow"], re.Pattern)


def test_what_was_asked_for_before_is_not_free() -> None:
    work = partial(template.parse, "A text with one {hole}")
    assert steps.count(work, template) == steps.count(work, template) > 1
