"""What is wrong with a catalogue, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from errorbook.common.output import plain_line

Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: where it is, what is wrong and how to mend it.

    ``line`` and ``column`` count from 1; 0 means the problem has no place inside the file.
    """

    file: str
    line: int
    column: int
    field: str
    what: str
    fix: str
    level: Level = "error"
    rule: str = "schema"
    via: str = ""
    """Where the place is used, if it is in a shared block."""

    @classmethod
    def of(cls, file: str, what: str, fix: str, level: Level = "error", rule: str = "schema") -> Problem:
        """Return a problem of a whole file."""
        return cls(file, 0, 0, "", what, fix, level, rule)

    def __str__(self) -> str:
        """Return ``file:line:column: field: what. Fix.``, on one line, as editors and terminals link it."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        field = f"{self.field}: " if self.field else ""
        level = "" if self.level == "error" else f"{self.level}: "
        via = f" (included at {self.via})" if self.via else ""
        return plain_line(f"{place}: {level}{field}{self.what}. {self.fix}{via}")


class CatalogueError(Exception):
    """The catalogue cannot be used; ``problems`` says why, all of them, in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and word the message that a user sees."""
        self.problems = tuple(sorted(problems))
        super().__init__(report(self.problems))


def joined(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order; one of a shared block is told once, with the places that use it."""
    users: dict[Problem, list[str]] = {}
    for problem in sorted(problems):
        users.setdefault(replace(problem, via=""), []).append(problem.via)
    return [replace(problem, via=_places(vias)) if vias[0] else problem for problem, vias in users.items()]


def _places(vias: list[str]) -> str:
    others = len(set(vias)) - 1
    return f"{vias[0]} and {_count(others, 'other place')}" if others else vias[0]


def report(problems: Iterable[Problem]) -> str:
    """Return the problems one a line, closed by a line that counts them."""
    ordered = sorted(problems)
    files = len({problem.file for problem in ordered})
    return "\n".join([*map(str, ordered), f"{_count(len(ordered), 'problem')} in {_count(files, 'file')}"])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
