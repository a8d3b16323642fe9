"""Whose error it is: the list of strangers, the names of systems, and our messages beside other names."""

from __future__ import annotations

import re

import own
import pytest

from errorbook.common.template import parse
from errorbook.indexing import product_names
from errorbook.matching.words.tokens import split

FRAMES = (
    "{name}: {message}",
    "Error from {name} - {message}",
    "{name} API returned: {message}",
    '{{"source": "{name}", "message": "{message}"}}',
    "[{name}] {message}",
)


@pytest.fixture(scope="module")
def messages() -> list[str]:
    """Every whole message without a hole: nothing but the name beside it can change its answer."""
    return [
        message.text
        for entry in own.known().entries
        for message in entry.messages
        if message.role == "full"
        and message.is_shown
        and all(isinstance(part, str) for part in parse(message.text))
    ]


def test_strangers_are_many_and_each_is_there_once() -> None:
    listed = product_names.strangers()
    assert len(listed) >= 300
    assert len(listed) == len(set(listed))
    lengths = {name: len(split(own.matcher().inverted.normaliser.plain(name)).words) for name in listed}
    assert [name for name, words in lengths.items() if not 1 <= words <= 3] == []


def test_a_name_that_the_catalogue_claims_is_no_stranger() -> None:
    built = product_names.build(own.known().vocabulary)
    claimed = {name.lower() for names in built["own"].values() for name in names}
    assert "quickbooks" in claimed
    assert not claimed & {name.lower() for name in built["strangers"]}


@pytest.mark.parametrize("frame", FRAMES)
def test_no_message_is_sure_beside_a_stranger(frame: str, messages: list[str]) -> None:
    assert len(messages) > 100
    names = ("Square", "NetSuite", "Sage Intacct", "Stripe")
    sure = [
        paste
        for number, message in enumerate(messages)
        for paste in [frame.format(name=names[number % len(names)], message=message.replace('"', "'"))]
        if any(finding.outcome == "is" for finding in own.matcher().match(paste).findings)
    ]
    assert sure == []


def test_a_customer_before_a_colon_changes_no_answer(messages: list[str]) -> None:
    changed = []
    for message in messages:
        alone = [(found.id, found.outcome) for found in own.matcher().match(message).findings]
        beside = [
            (found.id, found.reason) for found in own.matcher().match(f"Blue Door Ltd: {message}").findings
        ]
        if any(reason == "source" for _, reason in beside) or not (alone and beside):
            changed.append(message)
    assert changed == []


def test_the_list_says_where_its_names_are_from() -> None:
    text = (own.ROOT / "plugins/errorbook/indexing/strangers.txt").read_text("utf-8")
    assert re.search(r"^# Names as in simple-icons [\d.]+ \(CC0\)", text, re.MULTILINE)
