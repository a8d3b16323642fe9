"""Twice the entries cost about twice the steps, in the stages of the build and of ``check``.

Steps are counted, not seconds: the lines of the package that run. What one line leaves to Python itself, such
as looking through a tuple, counts as one step: `python -m bench.growth` measures seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import errorbook
from bench import growth
from errorbook.catalogue import reader

FOLDER = str(Path(errorbook.__file__).parent)
SIZES = (30, 60, 120)
MOST_GROWTH = 2.3
"""How much more the second step may add, of twice as many entries; the square adds 4 times as much."""


@pytest.mark.parametrize("stage", growth.STAGES)
def test_twice_the_entries_are_twice_the_work(stage: str) -> None:
    in_line([count(growth.STAGES[stage](growth.make(size))) for size in SIZES])


def test_twice_the_files_are_twice_the_reading(tmp_path: Path) -> None:
    for size in SIZES:
        folder = tmp_path / str(size)
        folder.mkdir()
        growth.write(folder, size)
    in_line([count(partial(reader.read, tmp_path / str(size))) for size in SIZES])


def test_work_that_grows_with_the_square_is_noticed() -> None:
    def look_up(size: int) -> None:
        known = growth.make(3)
        for _ in range(size * size):
            known.entry("XERO-0001")

    with pytest.raises(AssertionError):
        in_line([count(partial(look_up, size)) for size in (3, 6, 12)])


def in_line(steps: list[int]) -> None:
    """Fail where the steps grow faster than the entries, apart from those that every catalogue takes."""
    small, middle, large = steps
    assert small > 0
    assert large - middle < MOST_GROWTH * (middle - small)


def count(work: Callable[[], object]) -> int:
    """Return how many lines of the package some work runs."""
    lines = 0

    def enter(frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any] | None:
        return line if frame.f_code.co_filename.startswith(FOLDER) else None

    def line(_frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        nonlocal lines
        lines += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines
