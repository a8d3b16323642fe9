"""What shows no error is answered with 'we don't know this one': a false answer costs more than none.

``cases/negatives/*.txt`` are texts of several kinds, pasted whole, by paragraph and by line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from errorbook import match_index
from errorbook.catalogue import load
from errorbook.matching import Matcher
from errorbook.model import Entry

CATALOGUE = load(Path(__file__).parent.parent / "errors")
FILES = sorted((Path(__file__).parent / "cases" / "negatives").glob("*.txt"))
ENTRIES = [entry for entry in CATALOGUE.entries if entry.non_examples]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(match_index.build(CATALOGUE))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_text_without_an_error_has_no_finding(matcher: Matcher, file: Path) -> None:
    found = {paste: [finding.id for finding in matcher.match(paste).findings] for paste in pastes(file)}
    assert {paste: ids for paste, ids in found.items() if ids} == {}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_no_paste_that_an_entry_refuses_is_said_to_be_it(matcher: Matcher, entry: Entry) -> None:
    own = match_index.heir_id(CATALOGUE, entry)
    for paste in entry.non_examples:
        assert (own, "is") not in {(finding.id, finding.outcome) for finding in matcher.match(paste).findings}


def pastes(file: Path) -> Iterator[str]:
    """Give the parts of a file, its lines, and all of it."""
    text = file.read_text("utf-8")
    yield text
    yield from text.split("\n\n")
    yield from filter(None, text.split("\n"))
