"""The package knows no trade: no word of the first site's is in it, but in lists of many trades' words."""

import re
from pathlib import Path

import pytest

from errorbook.wording import tables

PACKAGE = Path(tables.__file__).parents[1]
TRADE = re.compile(r"(?i)cin7|xero|quickbooks|intuit|bookkeep|\bsync(?:s|ed|ing)?\b")
LISTS = {
    "assets/desk/columns.js",  # what columns of exports are called
    "assets/matching/doubts/sources.js",  # words that name no product
    "assets/matching/doubts/over.js",  # what the cells of a row say of any record
    "checks/imperatives.txt",
    "describing/language.py",  # words that mean the same
    "indexing/strangers.txt",  # products that a catalogue does not tell of
    "matching/doubts/over.py",
    "matching/doubts/sources.py",
    "redaction/common_words.py",  # words that are nobody's name
    "triage/columns.py",
}
FILES = [
    path
    for path in sorted(PACKAGE.rglob("*"))
    if path.is_file() and path.suffix in {".py", ".js", ".css", ".json", ".jinja", ".txt", ".yml", ".md"}
]


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", [path for path in FILES if name(path) not in LISTS], ids=name)
def test_no_word_of_a_trade_is_in_the_package(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [f"{number}: {line.strip()}" for number, line in enumerate(lines, 1) if TRADE.search(line)] == []


def test_a_list_that_is_left_out_is_there_and_needs_it() -> None:
    lists = {name(path): path for path in FILES if name(path) in LISTS}
    assert [each for each, path in lists.items() if not TRADE.search(path.read_text("utf-8"))] == []
    assert "describing/language.py" in lists
