"""Keeps what was made of what, so that only what depends on a change is made again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

K = TypeVar("K")
T = TypeVar("T")


@contextmanager
def growing() -> Iterator[None]:
    """Look for no garbage while much is made that stays: each search would go through all of it again."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def for_one(make: Callable[[K], T]) -> Callable[[K], T]:
    """Keep what a function makes of one thing, until it is asked for another."""
    kept: list[tuple[K, T]] = []

    def asked(thing: K) -> T:
        for before, made in kept:
            if before is thing:
                return made
        made = make(thing)
        kept[:] = [(thing, made)]
        return made

    return asked


class Memory:
    """Values by kind and name, each with all that it was made from."""

    def __init__(self, *, lasts: bool = True) -> None:
        """Begin without any; what does not last is asked by one build alone."""
        self.lasts = lasts
        self._kept: dict[tuple[str, str], tuple[object, Any]] = {}

    def keep(self, kind: str, name: str, sources: object, make: Callable[[], T]) -> T:
        """Return what ``make`` gives; if its sources are those of the time before, what it gave then.

        ``sources`` are to be all that the value depends on, and are compared by what they hold.
        """
        before = self._kept.get((kind, name))
        if before is not None and before[0] == sources:
            made: T = before[1]
            return made
        made = make()
        self._kept[kind, name] = sources, made
        return made

    def keep_for_next(self, kind: str, name: str, sources: object, make: Callable[[], T]) -> T:
        """Do the same for what a build asks once: where no other build follows, nothing is kept."""
        return self.keep(kind, name, sources, make) if self.lasts else make()

    def forget(self) -> None:
        """Forget all, if no other build follows."""
        if not self.lasts:
            self._kept.clear()

    def same(self, kind: str, value: T) -> T:
        """Return the value of the time before if it equals this one: what holds it is soon compared."""
        return self.keep(kind, "", value, lambda: value)
