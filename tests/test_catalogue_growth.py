"""Twice the entries cost about twice the steps, in the stages of the build and of ``check``.

Steps are counted, not seconds: the lines of the package that run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from builders import make_catalogue, make_entry

import errorbook
from errorbook import cards, checks, ledger, listings, match_index, pages, redirects, site_files
from errorbook.matching import Matcher
from errorbook.model import Catalogue
from errorbook.rules import Context
from errorbook.site_info import SiteInfo

FOLDER = str(Path(errorbook.__file__).parent)
SITE = SiteInfo(guides={"a-guide": "A guide"})
SIZE = 60
MOST_GROWTH = 2.3
"""How much more twice the entries may cost; work that grows with the square costs 4 times as much."""


def build_rules(catalogue: Catalogue) -> Callable[[], object]:
    """Return the work of every rule; what the matcher makes of a paste is measured by itself."""
    matcher = Matcher(match_index.build(catalogue))
    own = {rule for rule in checks.RULES if rule.find.__module__ != "errorbook.proofs"}
    context = Context(catalogue, matcher, {"a-guide"})
    return lambda: [
        list(rule.find(entry, context)) for entry in catalogue.entries for rule in checks.RULES if rule in own
    ]


def build_matcher(catalogue: Catalogue) -> Callable[[], object]:
    index = match_index.build(catalogue)
    return lambda: Matcher(index)


def build_ledger(catalogue: Catalogue) -> Callable[[], object]:
    lines = ledger.extend((), catalogue.entries)
    return lambda: (
        ledger.extend(lines, catalogue.entries),
        list(ledger.compare("", lines, catalogue.entries, {})),
    )


def build_look_ups(catalogue: Catalogue) -> Callable[[], object]:
    return lambda: [
        (catalogue.entry(entry.id), listings.heir(entry, catalogue)) for entry in catalogue.entries
    ]


STAGES: dict[str, Callable[[Catalogue], Callable[[], object]]] = {
    "look-ups": build_look_ups,
    "indexes": lambda catalogue: lambda: listings.build(catalogue, SITE),
    "match index": lambda catalogue: lambda: match_index.build(catalogue),
    "matcher": build_matcher,
    "cards": lambda catalogue: lambda: cards.build(catalogue, SITE),
    "pages": lambda catalogue: lambda: pages.build(catalogue, SITE),
    "data": lambda catalogue: lambda: site_files.data(catalogue, SITE),
    "redirects": lambda catalogue: lambda: redirects.plan(catalogue, SITE),
    "ledger": build_ledger,
    "rules": build_rules,
}


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_twice_the_entries_are_twice_the_work(stage: Callable[[Catalogue], Callable[[], object]]) -> None:
    once, twice = (count(stage(make(size))) for size in (SIZE, 2 * SIZE))
    assert once >= SIZE
    assert twice < MOST_GROWTH * once


def make(size: int) -> Catalogue:
    """Return a catalogue whose entries have codes, former addresses, guides, relations and merges."""
    return make_catalogue(
        *(
            make_entry(
                id=f"XERO-{number:04}",
                slug=f"error-{number}",
                messages=[f"Sync of part{number} was refused by rule{number} of the ledger"],
                codes=[{"system": "xero", "code": str(number)}],
                former_slugs=[f"former-{number}"],
                guides=["a-guide"],
                relations=[{"type": "see-also", "id": f"XERO-{(number + 1) % size:04}"}],
                # The second half was merged, each entry into the next one.
                status="superseded" if size // 2 <= number < size - 1 else "active",
                superseded_by=[f"XERO-{number + 1:04}"] if size // 2 <= number < size - 1 else [],
            )
            for number in range(size)
        )
    )


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
