"""Many texts judged by one, by several processes, or by a cluster that is not there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tickets import KNOWN, UNKNOWN

from errorbook.triage import cluster, crews, judging
from errorbook.triage.crews import Crew, OpenCrew, Result
from errorbook.triage.judging import CHUNK
from errorbook.triage.tables import TableError
from errorbook.triage.verdicts import Judge, Knowledge, Verdict


def verdicts(knowledge: Knowledge, texts: list[str], crew: OpenCrew = crews.alone) -> list[Verdict]:
    return [each for chunk in judging.chunks(texts, knowledge, crew) for each in chunk]


def counting(asked: list[str], ahead: int) -> OpenCrew:
    """Return a crew that notes what it is asked for."""

    @contextmanager
    def crew(knowledge: Knowledge) -> Iterator[Crew]:
        judge = Judge(knowledge)

        def ask(texts: list[str]) -> Result:
            asked.extend(texts)
            return lambda: judge.verdicts(texts)

        yield Crew(ask, ahead)

    return crew


def test_processes_give_the_same_verdicts_in_the_same_order(knowledge: Knowledge) -> None:
    texts = [
        f"{KNOWN} {number}" if number % 3 else f"{UNKNOWN} {'x' * number}" for number in range(5 * CHUNK + 1)
    ]
    assert verdicts(knowledge, texts, crews.processes(2)) == verdicts(knowledge, texts)


@pytest.mark.parametrize("ahead", [1, 3])
def test_the_same_text_is_judged_once(knowledge: Knowledge, ahead: int) -> None:
    asked: list[str] = []
    texts = [KNOWN, UNKNOWN, KNOWN, *(f"{KNOWN} {number}" for number in range(CHUNK)), "", UNKNOWN] * 20
    found = verdicts(knowledge, texts, counting(asked, ahead))
    each = {text: verdicts(knowledge, [text])[0] for text in set(texts)}
    assert found == [each[text] for text in texts]
    # What is on its way may be asked for again; what came back is not.
    assert len(asked) <= ahead * (CHUNK + 3)
    assert set(asked) == set(texts)


def test_only_so_many_texts_are_remembered(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "MOST_REMEMBERED", 2)
    asked: list[str] = []
    fillers = [f"How are you {number}?" for number in range(CHUNK)]
    verdicts(knowledge, [KNOWN, *fillers, KNOWN], counting(asked, 1))
    assert asked.count(KNOWN) == 2


@pytest.mark.parametrize("ahead", [1, 6])
def test_texts_are_taken_as_they_are_needed(knowledge: Knowledge, ahead: int) -> None:
    taken: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(100_000):
            taken.append(number)
            yield f"How are you {number % 3}?"

    chunks = judging.chunks(texts(), knowledge, counting([], ahead))
    next(chunks)
    assert len(taken) <= ahead * judging.MOST_ROWS
    chunks.close()


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "http://127.0.0.1:8786", "tcp://127.0.0.1:x"])
def test_what_is_no_address_of_a_cluster_is_told(knowledge: Knowledge, address: str) -> None:
    with pytest.raises(TableError, match=r"(is no address|no scheduler answers)"):
        verdicts(knowledge, [KNOWN], cluster.workers(address))


def test_a_cluster_that_does_not_answer_is_told(knowledge: Knowledge) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(TableError, match="no scheduler answers there"):
        verdicts(knowledge, [KNOWN], cluster.workers(address))
