"""Shared blocks: steps that several entries include, written once and read as if written in each.

A block fills its own holes from what the place that includes it gives. Every value keeps its origin, so a
problem is told where it was written, and where that is included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, TypeGuard

from pydantic import Field, ValidationError

from errorbook.catalogue import places, validation_messages
from errorbook.catalogue.entry_parts import Include
from errorbook.catalogue.model import Step
from errorbook.catalogue.value_types import Frozen, Line, Name, short
from errorbook.catalogue.yaml_source import Origin, Path, Source, Value
from errorbook.common.problems import Problem

SHARED = "shared"
"""The folder of what entries share, beside those of the systems."""
FOLDER = f"{SHARED}/blocks"
STAND_IN = "Open"
"""What takes the place of a block that cannot be read; no rule has anything to say of it."""
_HOLE = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}")


class Block(Frozen):
    """Steps that several entries share: ``shared/blocks/<name>.yml``."""

    about: Line
    """What the steps decide or do, and when an entry includes them; readers do not see it."""
    holes: dict[Name, Line] = Field(default_factory=dict)
    """The holes of its texts and what each stands for; every entry fills them under ``with``."""
    steps: Annotated[tuple[Annotated[Step, short(Step, "do", Include)], ...], Field(min_length=1)]
    """Steps and questions, as in a resolution."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """A file's values with the steps of the blocks that it includes, and what is wrong with these."""

    source: Source
    problems: list[Problem]
    whole: bool
    """Whether the steps of every block are there."""


@dataclass(frozen=True)
class Blocks:
    """The blocks of a catalogue by name, as written; those with problems of their own have no value."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    """Names of blocks that cannot be used: what is wrong with them is told once, at their own place."""
    used: set[str] = field(default_factory=set)
    """Names of blocks that something includes."""

    def lacks(self, value: Value) -> bool:
        """Tell whether a value includes a block that cannot be used, through any number of others."""
        names, seen = list(_included(value)), set[str]()
        while names:
            name = names.pop()
            if name in self.broken:
                return True
            if name in self.sources and name not in seen:
                seen.add(name)
                names += _included(self.sources[name].value)
        return False

    def usable(self, name: str) -> Source | None:
        """Return a block that has steps to be read in a place that includes it."""
        block = None if name in self.broken else self.sources.get(name)
        fields = block.value if block else None
        steps = fields.get("steps") if isinstance(fields, dict) else None
        return block if steps and isinstance(steps, list) else None

    def expand(self, source: Source, name: str, *around: str) -> Expanded:
        """Return a file's values with the blocks that a list of steps includes.

        ``around`` names the block that the file is, if it is one: it may not include itself.
        """
        value = source.value
        if not isinstance(value, dict) or next(_included(value.get(name)), None) is None:
            return Expanded(source, [], whole=True)
        work = _Expansion(self, {})
        steps = work.steps(value[name], Origin(source, (name,)), (name,), _Within({}, around))
        expanded = replace(source, value={**value, name: steps}, origins=work.origins)
        return Expanded(expanded, work.problems, whole=not work.missing)


def hole_names(value: Value) -> Iterator[str]:
    """Yield the names of the holes in every text of a value."""
    for text in _texts(value):
        yield from (found[1] for found in _HOLE.finditer(text) if found[1])


@dataclass(frozen=True, slots=True)
class _Within:
    """What is known inside a block: what fills its holes, and the blocks around."""

    given: Mapping[str, str]
    trail: tuple[str, ...]

    def fill(self, text: str) -> str:
        return _HOLE.sub(lambda found: self.given.get(found[1], found[0]), text)


@dataclass
class _Expansion:
    """One file's steps on their way to steps without includes."""

    blocks: Blocks
    origins: dict[Path, Origin]
    problems: list[Problem] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """The blocks whose steps cannot be put in their place."""

    def steps(self, value: Value, origin: Origin, path: Path, within: _Within) -> Value:
        """Return a list of steps with those of its blocks; what is no list stays for others to judge."""
        self.origins[path] = origin
        if not isinstance(value, list):
            return self._copy(value, origin, path, within)
        found: list[Value] = []
        for index, item in enumerate(value):
            if _is_include(item):
                self._include(item, origin.below(index), path, found, within)
            else:
                found.append(self._copy(item, origin.below(index), (*path, len(found)), within))
        return found

    def _copy(self, value: Value, origin: Origin, path: Path, within: _Within) -> Value:
        self.origins[path] = origin
        if isinstance(value, str):
            return within.fill(value)
        if isinstance(value, list):
            return self.steps(value, origin, path, within)
        if isinstance(value, dict):
            filled = {within.fill(key): key for key in value}
            return {
                new: self._copy(value[key], origin.below(key), (*path, new), within)
                for new, key in filled.items()
            }
        return value

    def _include(
        self, item: dict[str, Value], origin: Origin, path: Path, found: list[Value], within: _Within
    ) -> None:
        """Add a block's steps to those found; a block that cannot be used adds one step in its place."""
        name = str(item["include"])
        self.blocks.used.add(name)
        refused = list(self._doubts(item, origin, within))
        self.problems += refused
        block = self.blocks.usable(name)
        if refused or block is None:
            self.origins[(*path, len(found))] = origin
            found.append({"do": STAND_IN})
            self.missing.append(name)
            return
        line, column = origin.source.place(origin.path)
        via = origin.via or f"{origin.source.file}:{line}:{column}"
        given = Include.model_validate(item).given
        for hole in given.keys() - _wanted(block):
            what, fix = f"fills no hole of the block '{name}'", "Remove it, or correct its name"
            self.problems.append(_problem(origin, ("with", hole), what, fix))
        inner = _Within({key: within.fill(text) for key, text in given.items()}, (*within.trail, name))
        apart = _Expansion(self.blocks, {}, self.problems, self.missing)
        steps = apart.steps(block.part(("steps",)).value, Origin(block, ("steps",), via), (), inner)
        for (first, *rest), where in ((key, at) for key, at in apart.origins.items() if key):
            self.origins[(*path, int(first) + len(found), *rest)] = where
        found += steps if isinstance(steps, list) else []

    def _doubts(self, item: dict[str, Value], origin: Origin, within: _Within) -> Iterator[Problem]:
        """Yield what keeps an include from its steps: fields, its block's name, a circle, an open hole."""
        try:
            include = Include.model_validate(item)
        except ValidationError as error:
            for detail in error.errors():
                found = {**detail, "loc": (*origin.path, *detail["loc"])}
                yield replace(
                    validation_messages.problem(found, origin.source, places.fields(Include)), via=origin.via
                )
            return
        name, known = include.include, self.blocks.sources
        if name in within.trail:
            yield _problem(
                origin, ("include",), "includes itself", "Write the steps out in one of the blocks"
            )
        elif name not in known and name not in self.blocks.broken:
            fix = f"Write one of: {', '.join(sorted(known))}" if known else f"Write {FOLDER}/{name}.yml"
            yield _problem(origin, ("include",), f"is '{name}', and there is no such block", fix)
        elif name not in self.blocks.broken:
            for hole in sorted(_wanted(known[name]) - include.given.keys()):
                what = f"leaves the hole {{{hole}}} of the block open"
                yield _problem(origin, ("include",), what, f"Add '{hole}: …' under 'with'")


def _problem(origin: Origin, path: Path, what: str, fix: str) -> Problem:
    """Return a problem of an include, at its place."""
    return replace(origin.source.problem((*origin.path, *path), what, fix), via=origin.via)


def _wanted(block: Source) -> set[str]:
    """Return the names of a block's holes."""
    holes = block.value.get("holes") if isinstance(block.value, dict) else None
    return set(holes) if isinstance(holes, dict) else set()


def _is_include(item: Value) -> TypeGuard[dict[str, Value]]:
    return isinstance(item, dict) and "include" in item


def _included(value: Value) -> Iterator[str]:
    """Yield the names of the blocks that a value includes."""
    if _is_include(value):
        yield str(value["include"])
    elif not isinstance(value, str):
        inner: Iterable[Value] = value.values() if isinstance(value, dict) else value or ()
        for each in inner:
            yield from _included(each)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from _texts(list(value.values()))
    elif value:
        for inner in value:
            yield from _texts(inner)
