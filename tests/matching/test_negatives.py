"""What shows no error is answered with 'we don't know this one': a false answer costs more than none.

``cases/negatives/*.txt`` are texts of several kinds, pasted whole, by paragraph and by line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import own
import pytest

FILES = sorted((Path(__file__).parents[1] / "cases" / "negatives").glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_text_without_an_error_has_no_finding(file: Path) -> None:
    found = {paste: [finding.id for finding in own.matcher().match(paste).findings] for paste in pastes(file)}
    assert {paste: ids for paste, ids in found.items() if ids} == {}


def test_no_paste_that_an_entry_refuses_is_said_to_be_it() -> None:
    wrong = [
        (entry.id, paste)
        for entry in own.known().entries
        for paste in entry.non_examples
        for finding in own.matcher().match(paste).findings
        if finding.outcome == "is" and finding.id == own.known().heir(entry).id
    ]
    assert wrong == []


def pastes(file: Path) -> Iterator[str]:
    """Give the parts of a file, its lines, and all of it."""
    text = file.read_text("utf-8")
    yield text
    yield from text.split("\n\n")
    yield from filter(None, text.split("\n"))
