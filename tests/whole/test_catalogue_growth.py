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
from errorbook.checks import catalogue_rules
from errorbook.checks.rule import Context
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.matching.candidates.gathering import COMMON
from errorbook.site import markers, redirects
from errorbook.site.site_info import SiteInfo

SIZES = (30, 60, 120)
"""More than use a word that is not common: from there on, work for a paste no longer grows."""
MOST_GROWTH = 2.5
"""How much more the second step may add, of twice as many entries; the square adds 4 times as much."""


@pytest.mark.parametrize("stage", growth.STAGES)
def test_twice_the_entries_are_twice_the_work(stage: str) -> None:
    # What a process reads once, such as the names of products, is not counted.
    growth.STAGES[stage](growth.make(1))()
    in_line([steps.count(growth.STAGES[stage](growth.make(size)), errorbook) for size in SIZES])


def test_twice_the_files_are_twice_the_reading(tmp_path: Path) -> None:
    for size in SIZES:
        folder = tmp_path / str(size)
        folder.mkdir()
        growth.write(folder, size)
    in_line([steps.count(partial(reader.read, tmp_path / str(size)), errorbook) for size in SIZES])


def test_a_paste_takes_no_more_work_where_thousands_of_messages_share_its_words() -> None:
    def look_up(size: int) -> int:
        known = growth.make(size, status="active", superseded_by=[])
        matcher, paste = Matcher(match_index.build(known)), known.entries[7].examples[0].paste
        found: list[str] = []
        taken = steps.count(
            lambda: found.extend(each.id for each in matcher.match(paste).findings), errorbook
        )
        assert found == ["XERO-0007"]
        return taken

    few, many = look_up(COMMON + 1), look_up(4 * COMMON)
    assert many < 1.1 * few


def test_many_entries_of_one_message_do_not_each_name_all_others() -> None:
    def work(size: int) -> growth.Work:
        texts = ["The ledger refuses a locked record"]
        same = growth.make(size, messages=texts, examples=texts, status="active", superseded_by=[])
        return growth.STAGES["rules"](same)

    in_line([steps.count(work(size), errorbook) for size in SIZES])


def test_a_long_chain_of_redirects_is_walked_once() -> None:
    def work(size: int) -> list[object]:
        chain = [redirects.Redirect(f"a{n}/", f"a{n + 1}/", "", "") for n in range(size)]
        return list(redirects.faults(chain, set()))

    in_line([steps.count(partial(work, size), errorbook) for size in SIZES])


def test_many_guides_are_not_each_compared_with_all() -> None:
    def work(size: int) -> None:
        site = SiteInfo(guides={f"g{n}": "A guide" for n in range(size)})
        for slug in site.guides:
            assert "errorbook:errors" in markers.with_errors("# A guide\n", site.guide_uri(slug), site)

    in_line([steps.count(partial(work, size), errorbook) for size in SIZES])


def test_missing_guides_are_not_each_told_all_there_are() -> None:
    def told(size: int) -> int:
        known = growth.make(size, guides=["missing"])
        context = Context(known, Matcher(match_index.build(known)), {f"g{n}" for n in range(size)})
        found = [remark for each in known.entries for remark in catalogue_rules.missing_guide(each, context)]
        assert len(found) == size
        return len(str(found))

    in_line([told(size) for size in SIZES])


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
