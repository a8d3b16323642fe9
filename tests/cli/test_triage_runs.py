"""A triage under way: its progress, and what is kept when it is interrupted or killed."""

import csv
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import tickets
from commands import Run

ERRORBOOK = Path(sys.executable).with_name("errorbook")

pytestmark = pytest.mark.usefixtures("exported")


def begin_many(unfinished: Path) -> subprocess.Popen[str]:
    """Start a triage of many tickets and return when some are done."""
    with Path("many.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(tickets.COLUMNS)
        for number in range(1200):
            _, day, text = tickets.TICKETS[number % len(tickets.TICKETS)]
            writer.writerow([number, day, text.replace("document", f"document {number}")])
    process = subprocess.Popen(
        [str(ERRORBOOK), "triage", "many.csv", "--output", "broken.csv", "--jobs", "2"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Tests that were started in the background may ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    wait_for(lambda: unfinished.exists() and unfinished.stat().st_size > 3000)
    return process


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not done():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_an_interrupted_run_goes_on_and_ends_like_one_that_was_not(exported: Path, triage: Run) -> None:
    unfinished = exported / "broken.csv.unfinished"
    process = begin_many(unfinished)
    # To the whole group, as a terminal does.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, ""), err
    reading, interrupted = err.splitlines()
    assert reading == "Reading 'many.csv': text in 'description', dates in 'created_at'"
    assert interrupted.startswith("Interrupted after ")
    assert interrupted.endswith(" of 1,200 tickets. Give the same command again to go on.")
    assert not (exported / "broken.csv").exists()

    resumed = triage("many.csv", "--output", "broken.csv")
    assert resumed.err.startswith("Going on after ")
    assert triage("many.csv", "--output", "whole.csv", "--jobs", "1").err == ""
    assert Path("broken.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert Path("broken.html").read_bytes() == Path("whole.html").read_bytes()
    assert not unfinished.exists()


def test_a_run_that_is_killed_leaves_no_process_and_goes_on(exported: Path, triage: Run) -> None:
    process = begin_many(exported / "broken.csv.unfinished")
    process.kill()
    # The pipes close when the last of the processes has ended.
    process.communicate(timeout=60)
    assert triage("many.csv", "--output", "broken.csv").err.startswith("Going on after ")
    assert len(tickets.read("broken.csv")) == 1200


def test_a_run_begins_anew_where_it_is_told_to(exported: Path, triage: Run) -> None:
    process = begin_many(exported / "broken.csv.unfinished")
    process.kill()
    process.communicate(timeout=60)
    assert "Going on" not in triage("many.csv", "--output", "broken.csv", "--restart").err
    assert len(tickets.read("broken.csv")) == 1200


def test_progress_shows_only_on_a_terminal(triage: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert triage("tickets.csv").err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    triage("tickets.csv")
    assert "Matching" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
