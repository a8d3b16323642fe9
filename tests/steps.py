"""Counts what some work takes, the same on every machine: lines of Python, and what its patterns try.

A pattern runs in C, where no line is counted. So each call of one is run a second time here, by a plain
backtracking matcher over the pattern as Python parses it, and each character that it looks at is a step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from types import FrameType, ModuleType
from typing import Any

_PARSER: Any = import_module("re._parser")
_KINDS: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda char: char.isalnum() or char == "_",
}
_ONE_WIDE = ("LITERAL", "NOT_LITERAL", "ANY", "IN")
_Groups = dict[int, tuple[int, int]]
_Ends = Iterator[tuple[int, _Groups]]


def count(work: Callable[[], object], *modules: ModuleType) -> int:
    """Return how many lines of some modules or packages, and steps of their patterns, some work takes."""
    # A package's path without the name of its own file begins the paths of all that is in it.
    files = tuple(str(module.__file__).removesuffix("__init__.py") for module in modules)
    lines = 0

    def enter(frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any] | None:
        return line if frame.f_code.co_filename.startswith(files) else None

    def line(_frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        nonlocal lines
        lines += event == "line"
        return line

    _forget_texts()
    with _counted(modules) as patterns:
        before = sys.gettrace()
        sys.settrace(enter)
        try:
            work()
        finally:
            sys.settrace(before)
    return lines + sum(pattern.steps for pattern in patterns)


def _forget_texts() -> None:
    """Empty the caches of texts, so that what another test asked for is not free in this one."""
    for module in [each for name, each in sys.modules.items() if name.startswith("errorbook")]:
        for function in vars(module).values():
            # A cache without a limit holds tables, which are read once whatever the work.
            if hasattr(function, "cache_parameters") and function.cache_parameters()["maxsize"]:
                function.cache_clear()


def in_line(counted: Sequence[int]) -> None:
    """Fail where the steps for a size, twice and four times it grow faster than that."""
    small, middle, large = counted
    assert small < middle
    # Work that grows with the square adds four times as much in the second step.
    assert large - middle < 2.3 * (middle - small)


class Counted:
    """A pattern that counts the steps of each call; what a call returns is Python's own."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.flags = pattern.flags
        self.nodes = list(_PARSER.parse(pattern.pattern, pattern.flags))
        self.steps = 0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.pattern, name)
        if not callable(found):
            return found

        def call(*arguments: Any, **options: Any) -> Any:
            # Only `sub` takes something before the text; only these take from where to where.
            text, *bounds = arguments[name in ("sub", "subn") :]
            if name not in ("match", "fullmatch", "search", "finditer", "findall"):
                bounds = []
            begin, end = bounds[0] if bounds else 0, bounds[1] if len(bounds) > 1 else len(text)
            # Its own lines are no lines of the work.
            before = sys.gettrace()
            sys.settrace(None)
            self._run(name, text[:end], begin)
            sys.settrace(before)
            return found(*arguments, **options)

        return call

    def spans(self, text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
        """Yield where the pattern matches a text, one match after another."""
        at = begin
        while at <= len(text):
            end = next(self._ends(text, self.nodes, at, {}), (None, {}))[0]
            if end is not None:
                yield at, end
            at = max(end or 0, at + 1)

    def _run(self, name: str, text: str, begin: int) -> None:
        if name in ("match", "fullmatch"):
            whole = name == "fullmatch"
            next(
                (end for end, _ in self._ends(text, self.nodes, begin, {}) if not whole or end == len(text)),
                0,
            )
        else:
            list(islice(self.spans(text, begin), 1 if name == "search" else None))

    def _ends(self, text: str, nodes: Sequence[Any], at: int, groups: _Groups) -> _Ends:
        """Yield where nodes may end, in the order in which a backtracking matcher tries it."""
        if not nodes:
            yield at, groups
            return
        (kind, value), rest = nodes[0], nodes[1:]
        for end, more in self._node(text, str(kind), value, at, groups):
            yield from self._ends(text, rest, end, more)

    def _node(self, text: str, kind: str, value: Any, at: int, groups: _Groups) -> _Ends:
        self.steps += 1
        if kind in _ONE_WIDE:
            if at < len(text) and self._is(text[at], kind, value):
                yield at + 1, groups
        elif kind == "AT":
            if self._stands(text, str(value), at):
                yield at, groups
        elif kind == "BRANCH":
            for nodes in value[1]:
                yield from self._ends(text, nodes, at, groups)
        elif kind == "SUBPATTERN":
            for end, more in self._ends(text, value[3], at, groups):
                yield end, more if value[0] is None else {**more, value[0]: (at, end)}
        elif kind in ("ASSERT", "ASSERT_NOT"):
            begin = at if value[0] > 0 else at - value[1].getwidth()[0]
            found = next(self._ends(text, value[1], begin, groups), None) if begin >= 0 else None
            if bool(found) == (kind == "ASSERT"):
                yield at, found[1] if found else groups
        elif kind == "GROUPREF":
            begin, end = groups[value]
            if text.startswith(text[begin:end], at):
                yield at + end - begin, groups
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            ends = self._repeat(text, kind, value, at, groups)
            yield from islice(ends, 1) if kind == "POSSESSIVE_REPEAT" else ends
        elif kind == "ATOMIC_GROUP":
            yield from islice(self._ends(text, value, at, groups), 1)
        else:
            raise NotImplementedError(kind)

    def _repeat(self, text: str, kind: str, value: Any, at: int, groups: _Groups) -> _Ends:
        fewest, most, nodes = int(value[0]), int(value[1]), list(value[2])
        lazy = kind == "MIN_REPEAT"
        if lazy and fewest == 0:
            yield at, groups
        # What was matched so far, the latest last, and what may follow each.
        open_ = [(at, groups, self._ends(text, nodes, at, groups))]
        while open_:
            here, so_far, following = open_[-1]
            end, more = next(following, (-1, {})) if len(open_) <= most else (-1, {})
            if end > here:
                open_.append((end, more, self._ends(text, nodes, end, more)))
                if lazy and len(open_) > fewest:
                    yield end, more
            elif end < 0:
                open_.pop()
                if not lazy and len(open_) >= fewest:
                    yield here, so_far

    def _is(self, char: str, kind: str, value: Any) -> bool:
        if kind == "ANY":
            return char != "\n" or bool(self.flags & re.DOTALL)
        items = [(kind, value)] if kind == "LITERAL" else [("LITERAL", value)] if kind != "IN" else value
        negated = kind == "NOT_LITERAL" or str(items[0][0]) == "NEGATE"
        chars = {char, char.lower(), char.upper()} if self.flags & re.IGNORECASE else {char}
        return negated != any(_has(char, str(name), part) for char in chars for name, part in items)

    def _stands(self, text: str, name: str, at: int) -> bool:
        around = [text[at - 1 : at] if at else "", text[at : at + 1]]
        if name in ("AT_BOUNDARY", "AT_NON_BOUNDARY"):
            before, after = (bool(char) and _KINDS["CATEGORY_WORD"](char) for char in around)
            return (before != after) == (name == "AT_BOUNDARY")
        lines = bool(self.flags & re.MULTILINE)
        if name in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            return at == 0 or (lines and name == "AT_BEGINNING" and around[0] == "\n")
        last = at == len(text) or (name == "AT_END" and text[at:] == "\n")
        return last or (lines and name == "AT_END" and around[1] == "\n")


def _has(char: str, kind: str, value: Any) -> bool:
    if kind == "LITERAL":
        return ord(char) == value if len(char) == 1 else False
    if kind == "RANGE":
        return len(char) == 1 and value[0] <= ord(char) <= value[1]
    if kind == "CATEGORY":
        name = str(value)
        return _KINDS[name.replace("_NOT", "")](char) != ("_NOT" in name)
    return False


@contextmanager
def _counted(modules: Sequence[ModuleType]) -> Iterator[list[Counted]]:
    """Have the patterns of modules count, wherever a module keeps them."""
    found: list[Counted] = []

    def wrap(value: Any) -> Any:
        if isinstance(value, re.Pattern):
            found.append(Counted(value))
            return found[-1]
        return type(value)(map(wrap, value)) if type(value) in (tuple, list) else value

    before = [(module, name, value) for module in modules for name, value in vars(module).items()]
    for module, name, value in before:
        if not name.startswith("__") and (wrapped := wrap(value)) != value:
            setattr(module, name, wrapped)
    try:
        yield found
    finally:
        for module, name, value in before:
            if not name.startswith("__"):
                setattr(module, name, value)
