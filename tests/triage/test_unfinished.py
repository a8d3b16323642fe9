from pathlib import Path

import pytest

from errorbook.triage.unfinished import Unfinished
from errorbook.triage.verdicts import Found, Verdict

RUN = {"version": 1, "files": ["tickets.csv"]}
VERDICTS = [
    Verdict((Found("XERO-0001", "is", {"amount": "\u20ac 5"}),)),
    Verdict((), "It failed"),
    Verdict((), "", ("XERO-0001", "QBO-0001")),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.unfinished"
    assert list(Unfinished(path, RUN).append([VERDICTS[:2], VERDICTS[2:]])) == [2, 1]
    return path


def test_a_run_goes_on_where_it_stopped(file: Path) -> None:
    again = Unfinished(file, RUN)
    assert again.done == 3
    list(again.append([[VERDICTS[0]]]))
    assert list(again.verdicts()) == [*VERDICTS, VERDICTS[0]]


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_line_that_was_cut_off_is_done_again(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:-cut])
    again = Unfinished(file, RUN)
    assert list(again.verdicts()) == VERDICTS[: again.done]
    assert again.done in (1, 2)


def test_another_run_begins_anew(file: Path) -> None:
    assert Unfinished(file, {**RUN, "files": ["others.csv"]}).done == 0
    assert Unfinished(file, RUN).done == 0


def test_nobody_else_reads_the_file(file: Path) -> None:
    assert file.stat().st_mode & 0o077 == 0


def test_a_finished_run_leaves_nothing(file: Path) -> None:
    Unfinished(file, RUN).remove()
    assert not file.exists()
