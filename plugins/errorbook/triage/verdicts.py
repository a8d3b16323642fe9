"""Many texts to what each shows: findings, or the masked message that nobody explains."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Literal

from errorbook.authoring.message_line import message_line
from errorbook.matching import Matcher
from errorbook.matching.index_shape import MatchIndex
from errorbook.redaction.masking import Words, mask
from errorbook.triage.tables import TableError

Kind = Literal["is", "like", "unknown", "none"]
KINDS: tuple[Kind, ...] = ("is", "like", "unknown", "none")

CHUNK = 40
# Chunks handed to each process ahead of time: enough to keep it busy, few enough to stay small.
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a text shows."""

    id: str
    outcome: Literal["is", "like"]
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text shows."""

    findings: tuple[Found, ...]
    message: str = ""
    """The masked message, where a text reads like an error that no entry explains."""

    @property
    def kind(self) -> Kind:
        """Say in one word what is known: the surest finding counts."""
        if self.findings:
            return "is" if any(found.outcome == "is" for found in self.findings) else "like"
        return "unknown" if self.message else "none"

    def to_json(self) -> list[Any]:
        """Return the verdict as JSON values."""
        return [[[found.id, found.outcome, found.values] for found in self.findings], self.message]

    @classmethod
    def from_json(cls, value: list[Any]) -> Verdict:
        """Return the verdict of JSON values."""
        return cls(tuple(Found(*found) for found in value[0]), value[1])


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges texts by an index; ``known`` are the words that need no mask."""

    index: MatchIndex
    known: Words

    def chunks(self, texts: Iterable[str], jobs: int) -> Iterator[list[Verdict]]:
        """Yield the verdicts of texts, some at a time, in the order of the texts."""
        following = iter(texts)
        chunks = iter(lambda: list(islice(following, CHUNK)), [])
        if jobs == 1:
            matcher = Matcher(self.index)
            for chunk in chunks:
                yield [verdict(text, matcher, self.known) for text in chunk]
        else:
            yield from self._in_processes(chunks, jobs)

    def _in_processes(self, chunks: Iterator[list[str]], jobs: int) -> Iterator[list[Verdict]]:
        running: deque[Future[list[Verdict]]] = deque()
        context = get_context("spawn")
        with ProcessPoolExecutor(jobs, context, _begin, (self.index, self.known)) as pool:
            try:
                for chunk in chunks:
                    with _uninterrupted():
                        running.append(pool.submit(_verdicts, chunk))
                    if len(running) >= jobs * _AHEAD:
                        yield running.popleft().result()
                while running:
                    yield running.popleft().result()
            except BrokenProcessPool:
                raise TableError(
                    "A process was ended from outside, perhaps for want of memory."
                    " Run the same command again to go on, with --jobs 1"
                ) from None
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def verdict(text: str, matcher: Matcher, known: Words) -> Verdict:
    """Return what a text shows."""
    result = matcher.match(text)
    if result.findings:
        return Verdict(tuple(Found(found.id, found.outcome, found.values) for found in result.findings))
    return Verdict((), mask(message_line(text), known))


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


_judge: tuple[Matcher, Words] | None = None


def _begin(index: MatchIndex, known: Words) -> None:
    """Set a process up; an interruption is for the process that started it."""
    global _judge
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _judge = (Matcher(index), known)


def _end_with_parent() -> None:
    """End this process when the one that started it was ended from outside: nobody else would."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _verdicts(texts: list[str]) -> list[Verdict]:
    assert _judge
    return [verdict(text, *_judge) for text in texts]
