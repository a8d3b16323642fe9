"""German messages are as sure as English ones, and as little where a text only speaks of them."""

from __future__ import annotations

from collections.abc import Iterator

import own
import pytest
import yaml
from builders import make_catalogue, make_entry
from test_twins import check
from twins import Twins, twins

from errorbook.indexing import match_index

CASES = yaml.safe_load((own.ROOT / "tests/cases/locks-german.yml").read_text("utf-8"))
KINDS = [kind for kind in CASES if kind != "entries"]
ENTRIES = [
    make_entry(id=id_, system="lock", slug=id_.lower(), title=f"Fall {id_}", examples=[], **entry)
    for id_, entry in CASES["entries"].items()
]
WORDS = {"language": "de", "systems": {"lock": {"name": "Schlosswerk", "prefix": "LOCK"}}}
INDEX = match_index.build(make_catalogue(*ENTRIES, words=WORDS))


@pytest.fixture(scope="module")
def both() -> Iterator[Twins]:
    with twins(INDEX) as pair:
        yield pair


def outcomes(paste: str, both: Twins) -> list[str]:
    """Return the outcomes for a paste, in which both matchers agree."""
    check(both, paste)
    return [found["outcome"] for found in both.python(paste)["findings"]]


@pytest.mark.twins
@pytest.mark.parametrize("paste", [paste for kind in KINDS for paste in CASES[kind]["sure"]])
def test_a_message_that_somebody_got_is_sure(paste: str, both: Twins) -> None:
    assert outcomes(paste, both) == ["is"]


@pytest.mark.twins
@pytest.mark.parametrize("paste", [paste for kind in KINDS for paste in CASES[kind]["doubted"]])
def test_a_message_that_says_otherwise_or_is_only_spoken_of_is_not_sure(paste: str, both: Twins) -> None:
    assert "is" not in outcomes(paste, both)


@pytest.mark.twins
def test_a_value_is_read_without_its_entities(both: Twins) -> None:
    found = both.python("Die Batterie von T&uuml;r S&uuml;d ist am 3.5.2026 abgelaufen.")["findings"]
    assert found[0]["values"] == {"door": "Süd", "date": "3.5.2026"}
