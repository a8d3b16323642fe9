"""YAML text to plain values that know their lines, with YAML's traps closed.

Every plain scalar is text (`on`, `0123`, `1.10` stay what the author wrote), a repeated key is refused,
and so are anchors, tags and a second document: an entry is data that reads the same to everyone.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

import yaml

from errorbook.catalogue import yaml_faults, yaml_traps
from errorbook.common.problems import CatalogueError, Level, Problem

Path = tuple[str | int, ...]
T = TypeVar("T", bound=tuple[str | int, ...])
Value: TypeAlias = str | list["Value"] | dict[str, "Value"] | None

_LONGEST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Source:
    """The values of one file and where each of them stands."""

    file: str
    value: Value
    places: dict[Path, tuple[int, int]] = field(repr=False)
    origins: dict[Path, Origin] = field(default_factory=dict, repr=False)
    """Where the values at other paths than their own were written: those behind and in shared blocks."""
    within: Path = ()
    """Where these values stand in the file, if it holds more."""

    def place(self, path: Path) -> tuple[int, int]:
        """Return line and column, from 1, of the value at a path or of the nearest value around it."""
        whole = (*self.within, *path)
        while whole and whole not in self.places:
            whole = whole[:-1]
        return self.places.get(whole, (1, 1))

    def part(self, path: Path) -> Source:
        """Return the value at a path as values of their own."""
        value: Any = self.value
        for part in path:
            value = value[part]
        return replace(self, value=value, within=(*self.within, *path))

    def problem(
        self, path: Path, what: str, fix: str, level: Level = "error", rule: str = "schema"
    ) -> Problem:
        """Return a problem at the place of a path, where it was written."""
        for end in range(len(path) if self.origins else 0, 0, -1):
            if origin := self.origins.get(path[:end]):
                written = (*origin.path, *path[end:])
                found = origin.source.problem(written, what, fix, level, rule)
                return replace(found, via=origin.via)
        shown = field_name((*self.within, *path))
        return Problem(self.file, *self.place(path), shown, what, fix, level, rule)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: its file, its path there, and the place that includes it, if one does."""

    source: Source = field(repr=False)
    path: Path
    via: str = ""

    def below(self, part: str | int) -> Origin:
        """Return the origin of a value in this one."""
        return replace(self, path=(*self.path, part))


def field_name(path: Path) -> str:
    """Return a path as people write it: ``resolution[2].ask``; a key without an end is cut."""
    name = ""
    for part in path:
        if isinstance(part, str) and len(part) > _LONGEST_SHOWN:
            part = f"{part[:_LONGEST_SHOWN]}…"
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def read(file: str, text: str) -> Source:
    """Return the values of a YAML text, or raise CatalogueError with every trap found in it."""
    problems = [] if yaml_traps.is_plain(text) else yaml_traps.problems(file, text)
    if not problems:
        node = _compose(file, text)
        reader = _Reader(file, text)
        value = None if node is None else reader.value(node, ())
        problems = reader.problems
    if problems:
        raise CatalogueError(problems)
    return Source(file, value, reader.places)


class _Reader:
    """Turns YAML nodes into values, noting places and problems on the way."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._lines = yaml_faults.lines_of(text)
        self.problems: list[Problem] = []
        self.places: dict[Path, tuple[int, int]] = {}

    def value(self, node: yaml.Node, path: Path) -> Value:
        """Return the value of a node: text, nothing, a list or a mapping."""
        self.places[path] = _same(yaml_faults.place(node.start_mark))
        if isinstance(node, yaml.ScalarNode):
            if not node.style and (found := yaml_traps.swallowed(self._lines, node)):
                self._refuse(node, path, *found)
            if hidden := yaml_traps.unseen(node.value, path):
                self._refuse(node, path, *hidden)
            return None if node.tag.endswith(":null") else str(node.value)
        if len(path) >= yaml_traps.DEEPEST:
            raise CatalogueError([yaml_traps.too_deep(self.file, node.start_mark)])
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, _same((*path, index))) for index, item in enumerate(node.value)]
        for cut, begun, *told in yaml_traps.parted(self._lines, node.value):
            self._refuse(begun, (*path, str(cut.value)), *told)
        mapping: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, path, "has a key that is not text", "Write a plain word as the key")
                continue
            key = sys.intern(str(key_node.value))
            here = _same((*path, key))
            if key[:1].isspace():
                self._refuse(key_node, here, *yaml_faults.STRANGE)
            if key == "<<" and not key_node.style:
                self._refuse(key_node, path, "uses a YAML merge key", "Write the fields out")
                continue
            if key in mapping:
                line = self.places[here][0]
                self._refuse(key_node, here, f"is there twice (first on line {line})", "Keep one of the two")
            mapping[key] = self.value(value_node, here)
            # The key is where an editor should jump to: its value may start lines below.
            self.places[here] = _same(yaml_faults.place(key_node.start_mark))
        return mapping

    def _refuse(self, node: yaml.Node, path: Path, what: str, fix: str) -> None:
        place = yaml_faults.place(node.start_mark)
        self.problems.append(Problem(self.file, *place, field_name(path), what, fix, rule="yaml"))


@lru_cache(maxsize=4096)
def _same(place: T) -> T:
    """Return a path or a place as files before had it: the files of entries are much alike."""
    return place


def _compose(file: str, text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml_faults.LOADER)
    except yaml.MarkedYAMLError as error:
        raise CatalogueError([yaml_faults.problem(file, text, error)]) from None
    return node
