"""Inline markup, by the cases that its JavaScript twin runs too."""

import json
from pathlib import Path
from typing import Any

import pytest

from errorbook import inline

CASES = json.loads((Path(__file__).parent / "cases" / "inline.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_is_read_as_runs(case: dict[str, Any]) -> None:
    assert [[run.kind, run.text, run.within] for run in inline.runs(case["text"])] == case["runs"]


def test_plain_text_has_labels_in_its_holes() -> None:
    assert (
        inline.plain("**Open** {account} in `Xero`", {"account": "account code"})
        == "Open account code in Xero"
    )
