"""Exports in the shape that each desk documents: made-up tickets, the same four in each."""

import json
from pathlib import Path

import pytest
from builders import make_catalogue, make_entry, saying

from errorbook.triage import opening, tables, tickets
from errorbook.triage.tally import Tally
from errorbook.triage.verdicts import Judge, Knowledge

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = json.loads((CASES / "exports.json").read_text("utf-8"))
SHAPES = sorted(path.name for path in (CASES / "exports").iterdir())


@pytest.fixture(scope="module")
def judge() -> Judge:
    known = {
        "XERO-0001": "Payment amount exceeds the amount outstanding on this document",
        "XERO-0002": "The document date cannot be before the period lock date",
    }
    entries = [make_entry(id=id_, slug=id_.lower(), **saying(text)) for id_, text in known.items()]
    return Judge(Knowledge.of(make_catalogue(*entries)))


def test_every_sample_is_expected() -> None:
    assert sorted(EXPECTED) == SHAPES


@pytest.mark.parametrize("name", SHAPES)
def test_the_text_of_each_ticket_is_found(name: str) -> None:
    chosen = tickets.choose([CASES / "exports" / name])
    assert [part.text_of(row) for part, row in chosen.rows()] == EXPECTED[name]["texts"]
    assert list(chosen.text) == EXPECTED[name]["columns"]
    assert chosen.dated
    assert all(part.day_of(row) for part, row in chosen.rows())


@pytest.mark.parametrize("name", SHAPES)
def test_each_error_of_a_ticket_counts_once(name: str, judge: Judge) -> None:
    tally = Tally()
    for part, row in tickets.choose([CASES / "exports" / name]).rows():
        tally.add(judge.verdict(part.text_of(row)), part.day_of(row), part.ticket_of(row))
    assert tally.tickets == 4
    assert {id_: count.rows for id_, count in tally.entries.items()} == {"XERO-0001": 1, "XERO-0002": 1}
    assert (tally.kinds["unknown"], tally.kinds["none"]) == (1, 1)


def test_a_folder_of_all_of_them_is_one_triage(judge: Judge) -> None:
    found = opening.files([CASES / "exports"], tables.ENDINGS)
    assert [path.name for path in found] == SHAPES
    chosen = tickets.choose(found)
    assert chosen.count == sum(len(case["texts"]) for case in EXPECTED.values())
    assert len(chosen.about()) == len(chosen.parts) + 1
