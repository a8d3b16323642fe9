"""Each number of the matcher stands in its design, with its value and what it earns."""

from __future__ import annotations

import re
from pathlib import Path

from errorbook.matching import SETTINGS

DESIGN = Path(__file__).parents[2] / "content/contributing/matching-design.md"
LIMITS = {"reach": 80, "candidates": 40, "window": 150, "most_characters": 1_000_000}
"""What bounds the work."""


def test_the_design_has_a_row_for_each_number_with_its_value() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| ([0-9.]+) \| ", DESIGN.read_text("utf-8"), re.MULTILINE)
    marks = {f"boundary: {mark}": value for mark, value in SETTINGS["boundaries"].items()}
    numbers = {name: value for name, value in SETTINGS.items() if isinstance(value, int | float)}
    assert {name: float(value) for name, value in rows} | LIMITS == numbers | marks


def test_the_design_counts_the_numbers_as_they_are() -> None:
    (told,) = re.findall(
        r"There are (\d+) constants, five of them for marks, and four limits", DESIGN.read_text("utf-8")
    )
    numbers = [name for name, value in SETTINGS.items() if isinstance(value, int | float)]
    assert (len(SETTINGS["boundaries"]), len(LIMITS)) == (5, 4)
    assert int(told) == len(numbers) - len(LIMITS) + len(SETTINGS["boundaries"])
