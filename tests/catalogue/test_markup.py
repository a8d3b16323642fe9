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
