"""Hostile pastes cost in line with their length: twice as much text, about twice as many steps.

Steps are counted, not seconds: the lines of the matcher that run.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from errorbook import matching
from errorbook.matching import SETTINGS, Matcher, fold_table

FOLDER = str(Path(matching.__file__).parent)
INDEX = json.loads((Path(__file__).parents[1] / "cases" / "matching.json").read_text("utf-8"))["index"]
MESSAGE = "Payment amount exceeds the amount outstanding on this document"
HOSTILE: dict[str, Callable[[int], str]] = {
    "one word": lambda n: "outstanding " * n,
    "near misses": lambda n: "the amount on this the document " * (n // 3),
    "one message": lambda n: f"{MESSAGE}\n" * (n // 8),
    "one message in a line": lambda n: f"{MESSAGE} " * (n // 8),
    "the beginning of a message": lambda n: "The TaxType code '" * (n // 3),
    "a hole at the end": lambda n: "The name supplied already exists. : " * (n // 6),
    "words that are nearly known": lambda n: " ".join(f"pay{chr(97 + i % 26)}ment{i % 7}" for i in range(n)),
    "broken words": lambda n: "pay-\nment\n" * (n // 2),
    "nested quotes": lambda n: "'\"" * n + MESSAGE,
    "escaped quotes": lambda n: '\\"' * n + MESSAGE,
    "backslashes": lambda n: "\\" * (8 * n) + f"n {MESSAGE}",
    "open brackets": lambda n: '{"a":[' * n + f'"Message":"{MESSAGE}"',
    "payloads in a line": lambda n: f'{{"Message":"{MESSAGE}"}},' * (n // 8),
    "tags that nobody closes": lambda n: "<a>" * n + MESSAGE,
    "tags that nobody opened": lambda n: "<a>" * n + "</b>" * n + f"{MESSAGE}</a>",
    "half tags": lambda n: "<a " * n + MESSAGE,
    "entities of entities": lambda n: "&" + "amp;" * n + f"lt; {MESSAGE}",
    "one long word": lambda n: "a" * (8 * n) + f" {MESSAGE}",
    "one long gap": lambda n: f"{MESSAGE} " + "-" * (8 * n) + f" {MESSAGE}",
    "empty lines": lambda n: MESSAGE + "\n" * (8 * n) + MESSAGE,
    "document numbers": lambda n: MESSAGE + " INV-0001" * n,
}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher({**INDEX, "matcher": SETTINGS, "fold": fold_table()})


@pytest.mark.parametrize("build", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_twice_the_work(matcher: Matcher, build: Callable[[int], str]) -> None:
    once, twice = steps(matcher, build(600)), steps(matcher, build(1200))
    assert once > 300
    assert twice < 2.5 * once


def steps(matcher: Matcher, paste: str) -> int:
    """Return how many lines of the matcher run for a paste."""
    count = 0

    def inside(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return inside

    def outside(frame: FrameType, event: str, argument: Any) -> Any:
        return inside if frame.f_code.co_filename.startswith(FOLDER) else None

    before = sys.gettrace()
    sys.settrace(outside)
    try:
        matcher.match(paste)
    finally:
        sys.settrace(before)
    return count
