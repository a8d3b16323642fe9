"""Who judges texts: this process, or several of them side by side."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread

from errorbook.triage.tables import TableError
from errorbook.triage.verdicts import Judge, Knowledge, Verdict

Result = Callable[[], list[Verdict]]
"""Waits for the verdicts of some texts; raises TableError where nobody can give them any more."""
# Handed ahead of time to each who judges: enough to keep it busy, few enough to stay small.
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Crew:
    """Takes texts, some at a time, and judges them in its own time."""

    ask: Callable[[list[str]], Result]
    ahead: int
    """How many times it should be asked before the first result is waited for."""


OpenCrew = Callable[[Knowledge], AbstractContextManager[Crew]]


@contextmanager
def alone(knowledge: Knowledge) -> Iterator[Crew]:
    """Judge in this process."""
    judge = Judge(knowledge)

    def ask(texts: list[str]) -> Result:
        verdicts = judge.verdicts(texts)
        return lambda: verdicts

    yield Crew(ask, 1)


def processes(jobs: int) -> OpenCrew:
    """Return the crew of so many processes on this machine."""

    @contextmanager
    def crew(knowledge: Knowledge) -> Iterator[Crew]:
        with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (knowledge,)) as pool:

            def ask(texts: list[str]) -> Result:
                with _uninterrupted():
                    return pool.submit(_verdicts, texts).result

            try:
                yield Crew(ask, jobs * _AHEAD)
            except BrokenProcessPool:
                raise TableError(
                    "A process was ended from outside, perhaps for want of memory."
                    " Run the same command again to go on, with --jobs 1"
                ) from None
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    return crew


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let the processes that start meanwhile ignore Ctrl-C, which a terminal sends to all of them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_judge: Judge | None = None


def _begin(knowledge: Knowledge) -> None:
    """Set a process up; an interruption is for the process that started it."""
    global _judge
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _judge = Judge(knowledge)


def _end_with_parent() -> None:
    """End this process when the one that started it was ended from outside: nobody else would."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _verdicts(texts: list[str]) -> list[Verdict]:
    assert _judge
    return _judge.verdicts(texts)
