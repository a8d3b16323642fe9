from typing import Any

import pytest
from conftest import MakeEntry, ReadErrors

from errorbook.indexing import match_index
from errorbook.redaction import masking
from errorbook.triage.verdicts import CHUNK, Found, Judge, Verdict

KNOWN = "Payment of 12.50 exceeds the amount outstanding on this document"
UNKNOWN = "Warehouse 12 is locked for stocktake"


@pytest.fixture
def judge(read_errors: ReadErrors, make_entry: MakeEntry) -> Judge:
    loaded = read_errors({"xero/a.yml": make_entry()}).catalogue
    return Judge(match_index.build(loaded), masking.known_words(loaded))


def verdicts(judge: Judge, texts: list[str], jobs: int = 1) -> list[Verdict]:
    return [verdict for chunk in judge.chunks(texts, jobs) for verdict in chunk]


def test_a_text_is_known_unknown_or_no_error(judge: Judge) -> None:
    known, unknown, none, empty = verdicts(judge, [KNOWN, UNKNOWN, "How are you?", ""])
    assert known == Verdict((Found("XERO-0001", "is", {"amount": "12.50"}),))
    assert unknown == Verdict((), "Warehouse {number} is locked for stocktake")
    assert [verdict.kind for verdict in (known, unknown, none, empty)] == ["is", "unknown", "none", "none"]


def test_the_surest_finding_says_what_a_text_is() -> None:
    likely, sure = Found("XERO-0001", "like", {}), Found("XERO-0002", "is", {})
    assert (Verdict((likely,)).kind, Verdict((likely, sure)).kind) == ("like", "is")


@pytest.mark.parametrize(
    "value", [Verdict((Found("XERO-0001", "like", {"a": "1"}),)), Verdict((), "It failed"), Verdict(())]
)
def test_a_verdict_comes_back_from_json(value: Verdict) -> None:
    assert Verdict.from_json(value.to_json()) == value


def test_processes_give_the_same_verdicts_in_the_same_order(judge: Judge) -> None:
    texts = [
        f"{KNOWN} {number}" if number % 3 else f"{UNKNOWN} {'x' * number}" for number in range(5 * CHUNK + 1)
    ]
    assert verdicts(judge, texts, jobs=2) == verdicts(judge, texts)


def test_texts_are_taken_as_they_are_needed(judge: Judge) -> None:
    taken: list[int] = []

    def texts() -> Any:
        for number in range(10_000):
            taken.append(number)
            yield "How are you?"

    chunks = judge.chunks(texts(), 2)
    next(chunks)
    assert len(taken) <= 10 * CHUNK
    chunks.close()  # type: ignore[attr-defined]
