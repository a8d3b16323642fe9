"""YAML text to plain values that know their lines, with YAML's traps closed.

Every plain scalar is text (`on`, `0123`, `1.10` stay what the author wrote), a repeated key is refused,
and so are anchors, tags and a second document: an entry is data that reads the same to everyone.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from errorbook.common.problems import CatalogueError, Level, Problem

Path = tuple[str | int, ...]
Value = str | None | list["Value"] | dict[str, "Value"]

# The one written in C, ten times as fast, is there on every usual machine.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 60
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
    problems = _traps(file, text)
    if not problems:
        node = _compose(file, text)
        reader = _Reader(file)
        value = None if node is None else reader.value(node, ())
        problems = reader.problems
    if problems:
        raise CatalogueError(problems)
    return Source(file, value, reader.places)


class _Reader:
    """Turns YAML nodes into values, noting places and problems on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.places: dict[Path, tuple[int, int]] = {}

    def value(self, node: yaml.Node, path: Path) -> Value:
        """Return the value of a node: text, nothing, a list or a mapping."""
        self.places[path] = _place(node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag.endswith(":null") and not node.style else str(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        mapping: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, path, "has a key that is not text", "Write a plain word as the key")
                continue
            key = str(key_node.value)
            here = (*path, key)
            if key[:1].isspace():
                self._refuse(key_node, here, *_STRANGE)
            if key in mapping:
                line = self.places[here][0]
                self._refuse(key_node, here, f"is there twice (first on line {line})", "Keep one of the two")
            mapping[key] = self.value(value_node, here)
            # The key is where an editor should jump to: its value may start lines below.
            self.places[here] = _place(key_node.start_mark)
        return mapping

    def _refuse(self, node: yaml.Node, path: Path, what: str, fix: str) -> None:
        place = _place(node.start_mark)
        self.problems.append(Problem(self.file, *place, field_name(path), what, fix, rule="yaml"))


_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFUSED = {
    yaml.AnchorToken: ("uses a YAML anchor", "Write the value out where it is needed"),
    yaml.AliasToken: ("uses a YAML alias", "Write the value out"),
    yaml.TagToken: ("has a YAML tag", "Remove it; every value is text, a list or a mapping"),
    yaml.DirectiveToken: ("has a YAML directive", "Remove it"),
}
_STRANGE = "is indented with a blank that is no space", "Type the spaces at its beginning again"
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_BEFORE_CONTENT = (yaml.StreamStartToken, yaml.DirectiveToken, yaml.DocumentStartToken)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def _traps(file: str, text: str) -> list[Problem]:
    """Return what can be refused without understanding the text, found by reading it word by word."""
    found = _NOT_ALLOWED.search(text)
    if found:
        before = text[: found.start()]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"has a character that YAML does not allow (U+{ord(found[0]):04X})"
        fix = 'Remove it, or write it as "\\u…" in double quotes'
        return [Problem(file, *place, "", what, fix, rule="yaml")]
    problems = []
    depth = 0
    begun = False
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            place = _place(token.start_mark)
            depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
            if type(token) in _REFUSED:
                problems.append(Problem(file, *place, "", *_REFUSED[type(token)], rule="yaml"))
            if begun and isinstance(token, yaml.DocumentStartToken):
                fix = "Remove the line '---', or move what follows into its own file"
                return [*problems, Problem(file, *place, "", "starts a second document", fix, rule="yaml")]
            begun = begun or not isinstance(token, _BEFORE_CONTENT)
            if depth > _DEEPEST:
                fix = f"Keep to {_DEEPEST} levels"
                return [*problems, Problem(file, *place, "", "is nested too deep", fix, rule="yaml")]
    except yaml.MarkedYAMLError as error:
        problems.append(_not_yaml(file, text, error))
    return problems


def _compose(file: str, text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise CatalogueError([_not_yaml(file, text, error)]) from None
    return node


def _not_yaml(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = _place(mark) if mark else (1, 1)
    line = text.split("\n")[place[0] - 1 : place[0]]
    if opened := _open_quote(text, error):
        what, fix = (
            "opens a quote that is never closed",
            "Close it at the end of the text; a ' in it is written ''",
        )
        return Problem(file, *opened, "", what, fix, rule="yaml")
    if strange := _strange_blank(text, place[0]):
        return Problem(file, *strange, "", *_STRANGE, rule="yaml")
    if line and "\t" in line[0][: place[1]] and not line[0][: place[1]].strip():
        return Problem(file, *place, "", "is indented with a tab", "Indent with spaces", rule="yaml")
    what = "is not YAML: " + ", ".join(part for part in (error.context, error.problem) if part)
    fix = "Put texts that hold ': ', '#', quotes or braces in quotes, and indent with spaces"
    return Problem(file, *place, "", what, fix, rule="yaml")


def _open_quote(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int] | None:
    """Return where the quote opens that a file ends in, or that a text goes on behind."""
    if "quoted scalar" not in f"{error.context} {error.problem}":
        return _joined_quote(text)
    mark = error.context_mark or error.problem_mark
    return _place(mark) if mark else None


def _joined_quote(text: str) -> tuple[int, int] | None:
    """Return where a quote opens that ends lines below, where another one was meant to open."""
    lines = text.split("\n")
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan(text, Loader=_LOADER):
            end = token.end_mark
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and end.line > token.start_mark.line:
                rest = lines[end.line][end.column :].strip()
                if rest and rest[0] not in ",]}:#":
                    return _place(token.start_mark)
    return None


def _strange_blank(text: str, line: int) -> tuple[int, int] | None:
    """Return where a line, or the one above it, begins with a blank that YAML does not take for a space."""
    lines = text.split("\n")
    for number in (line, line - 1):
        start = lines[number - 1] if 0 < number <= len(lines) else ""
        indent = start[: len(start) - len(start.lstrip())]
        found = next((place for place, letter in enumerate(indent) if letter not in " \t\r"), None)
        if found is not None:
            return number, found + 1
    return None


def _place(mark: yaml.Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
