"""Twice the entries cost about twice the steps, in the stages of the build and of ``check``.

Looking through a tuple counts as one step (see ``steps``): `python -m bench.growth` measures seconds.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import steps

import errorbook
from bench import growth
from errorbook.catalogue import reader

SIZES = (30, 60, 120)
MOST_GROWTH = 2.3
"""How much more the second step may add, of twice as many entries; the square adds 4 times as much."""


@pytest.mark.parametrize("stage", growth.STAGES)
def test_twice_the_entries_are_twice_the_work(stage: str) -> None:
    in_line([steps.count(growth.STAGES[stage](growth.make(size)), errorbook) for size in SIZES])


def test_twice_the_files_are_twice_the_reading(tmp_path: Path) -> None:
    for size in SIZES:
        folder = tmp_path / str(size)
        folder.mkdir()
        growth.write(folder, size)
    in_line([steps.count(partial(reader.read, tmp_path / str(size)), errorbook) for size in SIZES])


def test_work_that_grows_with_the_square_is_noticed() -> None:
    def look_up(size: int) -> None:
        known = growth.make(3)
        for _ in range(size * size):
            known.entry("XERO-0001")

    with pytest.raises(AssertionError):
        in_line([steps.count(partial(look_up, size), errorbook) for size in (3, 6, 12)])


def in_line(steps: list[int]) -> None:
    """Fail where the steps grow faster than the entries, apart from those that every catalogue takes."""
    small, middle, large = steps
    assert small > 0
    assert large - middle < MOST_GROWTH * (middle - small)
