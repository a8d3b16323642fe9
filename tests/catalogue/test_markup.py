"""Inline markup, by the cases that its JavaScript twin runs too."""

import json
from pathlib import Path
from typing import Any

import pytest

from errorbook.catalogue import markup

CASES = json.loads((Path(__file__).parents[1] / "cases" / "inline.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_is_read_as_runs(case: dict[str, Any]) -> None:
    assert [
        [run.kind, run.text, run.within, *([run.url] if run.url else [])] for run in markup.runs(case["text"])
    ] == case["runs"]


def test_plain_text_has_labels_in_its_holes() -> None:
    assert (
        markup.plain("**Open** {account} in `Xero`", {"account": "account code"})
        == "Open account code in Xero"
    )


def test_the_marks_of_a_message_are_its_own() -> None:
    assert markup.unmarked("**Open** {{x}} {account} `{code}`", {"account": "its account"}) == (
        "**Open** {x} its account `code`"
    )


def test_a_hole_without_a_label_has_its_name() -> None:
    assert markup.plain("Open {account}", {}) == "Open account"


@pytest.mark.parametrize("text", ["", "Open it.", "a_b (c) ]"])
def test_a_bare_text_has_neither_marks_nor_holes(text: str) -> None:
    assert markup.is_bare(text)
    assert markup.plain(text, {}) == text


@pytest.mark.parametrize("mark", "*`[{}\\")
def test_whatever_may_be_a_mark_makes_a_text_more_than_bare(mark: str) -> None:
    assert not markup.is_bare(f"Open{mark}")
    assert not markup.is_bare(f"{mark}it")
