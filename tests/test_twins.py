"""The two matchers give the same answer to whatever is pasted.

``make fuzz`` looks longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pastes import pastes
from twins import Twins, twins, whole

from errorbook import match_index
from errorbook.catalogue import load
from errorbook.matching import SETTINGS

CATALOGUE = load(Path(__file__).parent.parent / "errors")
INDEX = match_index.build(CATALOGUE)
EXAMPLES = [example.paste for entry in CATALOGUE.entries for example in entry.examples]
BROKEN = "<>/&;%#\\\"'{}[]()=:,.-n20amptu e\n\x1b\u00e2\u20ac"
# One small index beside the real one: holes side by side, nothing but a hole, words of every kind.
ODD_INDEX: dict[str, Any] = {
    **INDEX,
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


@pytest.fixture(scope="module")
def real() -> Iterator[Twins]:
    with twins(INDEX) as both:
        yield both


@pytest.fixture(scope="module")
def odd() -> Iterator[Twins]:
    with twins(ODD_INDEX) as both:
        yield both


def check(both: Twins, paste: str) -> None:
    python, javascript = both.python(paste), both.javascript(paste)
    assert scores(python) == pytest.approx(scores(javascript), abs=1e-9)
    assert python == javascript


def scores(result: dict[str, Any]) -> list[float]:
    """Take the scores out of a result."""
    return [item.pop("score") for item in [*result["findings"], *result["nearest"]]]


@given(paste=pastes(INDEX, EXAMPLES).map(whole))
def test_the_twins_agree_on_the_catalogue(real: Twins, paste: str) -> None:
    check(real, paste)


@given(paste=pastes(ODD_INDEX, EXAMPLES).map(whole))
def test_the_twins_agree_on_odd_templates(odd: Twins, paste: str) -> None:
    check(odd, paste)


@given(paste=st.text(st.sampled_from(BROKEN), max_size=60).map(whole))
def test_the_twins_agree_on_broken_markup(real: Twins, paste: str) -> None:
    check(real, f"Payment {paste} exceeds the amount outstanding {paste} on this document")


@pytest.mark.parametrize("paste", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_twins_agree_on_every_example(real: Twins, paste: str) -> None:
    check(real, paste)


def test_the_javascript_twin_names_every_setting() -> None:
    script = Path(__file__).parent.parent / "plugins/errorbook/assets/matching/settings.js"
    constants = script.read_text("utf-8").partition("@typedef {object} Entry")[0]
    named = re.findall(r"@property \{\w+\} (\w+)", constants)
    assert sorted(named) == sorted([*SETTINGS, *SETTINGS["edges"]])
