"""Whose error it is: the list of strangers, the names of systems, and our messages beside other names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from errorbook import catalogue, match_index, sources
from errorbook.matching import Matcher
from errorbook.matching.reading import split
from errorbook.template import parse

ROOT = Path(__file__).parent.parent
LOADED = catalogue.load(ROOT / "errors")
MATCHER = Matcher(match_index.build(LOADED))
# Every whole message without a hole: nothing but the name beside it can change its answer.
WHOLE = [
    message.text
    for entry in LOADED.entries
    for message in entry.messages
    if message.role == "full"
    and message.is_shown
    and all(isinstance(part, str) for part in parse(message.text))
]
FRAMES = (
    "{name}: {message}",
    "Error from {name} - {message}",
    "{name} API returned: {message}",
    '{{"source": "{name}", "message": "{message}"}}',
    "[{name}] {message}",
)


def test_strangers_are_many_and_each_is_there_once() -> None:
    listed = sources.strangers()
    assert len(listed) >= 300
    assert len(listed) == len(set(listed))
    lengths = {name: len(split(MATCHER.lexicon.folder.plain(name)).words) for name in listed}
    assert [name for name, words in lengths.items() if not 1 <= words <= 3] == []


def test_a_name_that_the_catalogue_claims_is_no_stranger() -> None:
    built = sources.build(LOADED.vocabulary)
    own = {name.lower() for names in built["own"].values() for name in names}
    assert "quickbooks" in own
    assert not own & {name.lower() for name in built["strangers"]}


@pytest.mark.parametrize("frame", FRAMES)
def test_no_message_is_sure_beside_a_stranger(frame: str) -> None:
    assert len(WHOLE) > 100
    names = ("Square", "NetSuite", "Sage Intacct", "Stripe")
    sure = [
        paste
        for number, message in enumerate(WHOLE)
        for paste in [frame.format(name=names[number % len(names)], message=message.replace('"', "'"))]
        if any(finding.outcome == "is" for finding in MATCHER.match(paste).findings)
    ]
    assert sure == []


def test_a_customer_before_a_colon_changes_no_answer() -> None:
    changed = []
    for message in WHOLE:
        alone = [(found.id, found.outcome) for found in MATCHER.match(message).findings]
        beside = [(found.id, found.reason) for found in MATCHER.match(f"Blue Door Ltd: {message}").findings]
        if any(reason == "source" for _, reason in beside) or not (alone and beside):
            changed.append(message)
    assert changed == []


def test_the_list_says_where_its_names_are_from() -> None:
    text = (ROOT / "plugins/errorbook/strangers.txt").read_text("utf-8")
    assert re.search(r"^# Names as in simple-icons [\d.]+ \(CC0\)", text, re.MULTILINE)
