"""A code beside a message says whose it is where the words alone do not, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from builders import make_catalogue, make_entry
from test_twins import check
from twins import twins

from errorbook.catalogue.model import Entry
from errorbook.indexing import match_index
from errorbook.matching import Matcher

Answer = Callable[[str], list[tuple[str, str, dict[str, str]]]]


def entry(id_: str, message: str, code: str = "", **types: str) -> Entry:
    values = {name: {"type": kind, "label": name} for name, kind in types.items()}
    codes = [{"system": "xero", "code": code}] if code else []
    return make_entry(id=id_, slug=id_.lower(), messages=[message], codes=codes, values=values, examples=[])


INDEX = match_index.build(
    make_catalogue(
        entry("XERO-0001", "'{mark}' expected.", "TS1005", mark="text"),
        entry("XERO-0002", "Nothing was saved by the assembler", "AB1002"),
        entry("XERO-0003", "Nothing was saved by the assembler", "AB1003"),
        entry("XERO-0004", "File not found", "AB1004"),
        entry("XERO-0005", "The assembler waited {count}{unit} for the tray", count="number", unit="text"),
        entry("XERO-0006", "Tray {name}{count} was left behind the assembler", name="text", count="number"),
        entry("XERO-0009", "The motor of the assembler stands still", "E-07"),
        entry("XERO-0008", "Invalid request", "InvalidRequest"),
        entry("XERO-0007", "The assembler stopped\n  because its tray\n  is missing"),
    )
)


@pytest.fixture(scope="module")
def answer() -> Iterator[Answer]:
    with twins(INDEX) as both:
        matcher = Matcher(INDEX)

        def ask(paste: str) -> list[tuple[str, str, dict[str, str]]]:
            check(both, paste)
            return [(found.id, found.outcome, found.values) for found in matcher.match(paste).findings]

        yield ask


pytestmark = pytest.mark.twins


@pytest.mark.parametrize(
    ("paste", "outcome"),
    [
        ("src/app.ts(12,5): error TS1005: ';' expected.", "is"),
        ('{"code": "TS1005",\n "message": "\';\' expected."}', "is"),
        ("src/main/app/widgets/tray.ts(12,5): error TS1005: ';' expected.", "is"),
        ("';' expected.", "like"),
    ],
)
def test_a_short_message_is_sure_beside_its_code_alone(answer: Answer, paste: str, outcome: str) -> None:
    assert [found[:2] for found in answer(paste)] == [("XERO-0001", outcome)]


def test_one_text_of_two_entries_is_the_one_whose_code_stands_there(answer: Answer) -> None:
    text = "Nothing was saved by the assembler"
    assert [found[:2] for found in answer(f"Error AB1003: {text}")] == [("XERO-0003", "is")]
    assert [found[:2] for found in answer(f"{text} (AB1002)")] == [("XERO-0002", "is")]
    assert [found[:2] for found in answer(text)] == [("XERO-0002", "like"), ("XERO-0003", "like")]
    both = answer(f"AB1002: {text}\nAB1003: {text}")
    assert [found[:2] for found in both] == [("XERO-0002", "is"), ("XERO-0003", "is")]


@pytest.mark.parametrize("paste", ["error E-07 Motorstillstand", "Fault E07: le moteur ne tourne pas"])
def test_a_short_code_is_found_where_the_text_calls_it_an_error(answer: Answer, paste: str) -> None:
    assert [found[:2] for found in answer(paste)] == [("XERO-0009", "like")]


@pytest.mark.parametrize("paste", ["See E-07 on the plan of the hall", "Errors on E-07 were drawn by hand"])
def test_a_short_code_is_none_where_nothing_calls_it_one(answer: Answer, paste: str) -> None:
    assert answer(paste) == []


def test_an_everyday_message_is_sure_beside_its_code(answer: Answer) -> None:
    assert [found[:2] for found in answer("File not found")] == [("XERO-0004", "like")]
    assert [found[:2] for found in answer("AB1004: File not found")] == [("XERO-0004", "is")]


def test_words_that_are_their_own_code_stand_beside_none(answer: Answer) -> None:
    assert [found[:2] for found in answer("2026-11-29 ERROR Invalid request")] == [("XERO-0008", "like")]


@pytest.mark.parametrize(
    ("paste", "values"),
    [
        ("The assembler waited 2.5ms for the tray", {"count": "2.5", "unit": "ms"}),
        ("The assembler waited 20 minutes for the tray", {"count": "20", "unit": "minutes"}),
        ("Tray A-7 12 was left behind the assembler", {"name": "A-7", "count": "12"}),
    ],
)
def test_a_number_and_what_it_touches_are_told_apart(
    answer: Answer, paste: str, values: dict[str, str]
) -> None:
    assert [found[1:] for found in answer(paste)] == [("is", values)]


@pytest.mark.parametrize("joint", ["\n", "\n  ", " ", "\r\n"])
def test_a_message_of_several_lines_is_found_however_it_is_broken(answer: Answer, joint: str) -> None:
    paste = joint.join(["The assembler stopped", "because its tray", "is missing"])
    assert answer(paste) == [("XERO-0007", "is", {})]
