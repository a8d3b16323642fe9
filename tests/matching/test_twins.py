"""The two matchers give the same answer to whatever is pasted.

``make fuzz`` looks longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import own
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pastes import pastes
from twins import Twins, twins, whole

from bench import growth
from errorbook.indexing import match_index
from errorbook.matching import SETTINGS
from errorbook.matching.candidates.gathering import COMMON

pytestmark = pytest.mark.twins
BROKEN = "<>/&;%#\\\"'{}[]()=:,.-n20amptu e\n\x1b\u00e2\u20ac"


@cache
def odd_index() -> dict[str, Any]:
    """Return an index of holes side by side, of nothing but a hole, and of words of every kind."""
    return {
        **own.index(),
        "spellings": {"organisation": "organization", "colour": "color", "e-mail": "email"},
        "entries": [
            {"id": f"ODD-{number:04}", "messages": [[text, role]], "values": {"a": {"type": kind}}}
            for number, (text, role, kind) in enumerate(
                [
                    ("{a}{b} of {a}", "full", "number"),
                    ("{a}", "full", "text"),
                    ("Account '{a}', line {b}: ({a})", "full", "account_code"),
                    ("{a} cannot be used with {b}", "full", "name"),
                    ("Konto {a} für Größe {b} gesperrt", "full", "money"),
                    ("constructor __proto__ toString {a}", "full", "email"),
                    ("A validation exception occurred", "heading", "text"),
                    ("the organisation has no colour", "alias", "text"),
                    ("Error 404 v5 5GB at 0x7f: {{0}}", "full", "code"),
                    ("the the the the {a} the the", "inferred", "date"),
                    ("account cannot be used", "fragment", "url"),
                ]
            )
        ],
    }


REAL_PASTES = st.deferred(lambda: pastes(own.index(), own.examples()).map(whole))
ODD_PASTES = st.deferred(lambda: pastes(odd_index(), own.examples()).map(whole))


@pytest.fixture(scope="module")
def real() -> Iterator[Twins]:
    with twins(own.index()) as both:
        yield both


@pytest.fixture(scope="module")
def odd() -> Iterator[Twins]:
    with twins(odd_index()) as both:
        yield both


def check(both: Twins, paste: str) -> None:
    python, javascript = both.python(paste), both.javascript(paste)
    assert scores(python) == pytest.approx(scores(javascript), abs=1e-9)
    assert python == javascript


def scores(result: dict[str, Any]) -> list[float]:
    """Take the scores out of a result."""
    return [item.pop("score") for item in [*result["findings"], *result["nearest"]]]


@given(paste=REAL_PASTES)
def test_the_twins_agree_on_the_catalogue(real: Twins, paste: str) -> None:
    check(real, paste)


@given(paste=ODD_PASTES)
def test_the_twins_agree_on_odd_templates(odd: Twins, paste: str) -> None:
    check(odd, paste)


@given(paste=st.text(st.sampled_from(BROKEN), max_size=60).map(whole))
def test_the_twins_agree_on_broken_markup(real: Twins, paste: str) -> None:
    check(real, f"Payment {paste} exceeds the amount outstanding {paste} on this document")


def test_the_twins_agree_where_many_messages_share_their_words() -> None:
    known = growth.make(10 * COMMON, status="active", superseded_by=[])
    with twins(match_index.build(known)) as both:
        for entry in known.entries[::9]:
            (example,) = entry.examples
            check(both, example.paste)
            check(both, example.paste.partition(" of ")[2])
            check(both, example.paste.partition(" cannot")[0])


def test_the_twins_agree_on_every_example(real: Twins) -> None:
    for paste in own.examples():
        check(real, paste)


def test_the_javascript_twin_names_every_setting() -> None:
    script = Path(__file__).parents[2] / "plugins/errorbook/assets/matching/settings.js"
    constants = script.read_text("utf-8").partition("@typedef {object} Entry")[0]
    named = re.findall(r"@property \{\w+\} (\w+)", constants)
    assert sorted(named) == sorted([*SETTINGS, *SETTINGS["boundaries"]])
