"""The text of Atlassian documents: every kind of node, and both languages alike."""

import json
from pathlib import Path
from typing import Any

import pytest

from errorbook.triage.messages import text_of

CASES = json.loads((Path(__file__).parents[1] / "cases/documents.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_document_reads_as_people_see_it(case: dict[str, Any]) -> None:
    assert text_of([case["document"]]) == case["text"]


def test_a_document_in_a_comment_is_read_too() -> None:
    comments = [{"id": "0", "body": case["document"]} for case in CASES[:2]]
    assert text_of([comments]) == f"{CASES[0]['text']}\n{CASES[1]['text']}"
