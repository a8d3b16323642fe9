"""The YAML of mkdocs.yml and of the file that it inherits, as nodes that know where they stand.

Tags such as ``!!python/name`` are never followed, so a configuration for plugins that are not installed here
can be read, and nothing of it is run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from errorbook.catalogue import yaml_faults
from errorbook.catalogue.yaml_source import field_name
from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Level, Problem

Place = tuple[str | int, ...]
_CORE = "tag:yaml.org,2002:"
_INHERIT = "INHERIT"


class Document:
    """Finds nodes by their path, and words problems at the line where they stand."""

    def __init__(self, file: str, root: yaml.Node | None) -> None:
        self.file, self.root = file, root
        self.places: dict[Place, tuple[str, int, int]] = {}

    def find(self, path: Place) -> yaml.Node | None:
        """Return the node at a path, or nothing where there is none."""
        node = self.root
        for length, name in enumerate(path, 1):
            key, node = next(_below(node, str(name)), (None, None))
            if key is None or node is None:
                return None
            self.note(path[:length], key)
        return node

    def note(self, path: Place, node: yaml.Node) -> None:
        """Remember where the value at a path stands."""
        mark = node.start_mark
        self.places[path] = mark.name, mark.line + 1, mark.column + 1

    def problem(self, path: Place, what: str, fix: str, level: Level = "error") -> Problem:
        """Return a problem at the value of a path, or at the nearest one around it."""
        around = path
        while around and around not in self.places:
            around = around[:-1]
        place = self.places.get(around, (self.file, 1, 1))
        return Problem(*place, field_name(path), what, fix, level, "project")


def read(path: Path) -> Document:
    """Return the document of a file; raises CatalogueError where it, or one that it inherits, is not YAML."""
    try:
        return Document(path.as_posix(), _read(path, ()))
    except RecursionError:
        raise too_deep(path.as_posix()) from None


def too_deep(file: str) -> CatalogueError:
    """Return the problem of a file whose nodes lead on without end."""
    what, fix = "is nested too deep, or in a circle", "Write its values out"
    return CatalogueError([Problem.of(file, what, fix, rule="project")])


def is_set(node: yaml.Node | None) -> bool:
    """Tell whether a node has a value that can be read without running something."""
    return node is not None and node.tag.startswith(_CORE) and not is_a(node, "null")


def is_a(node: yaml.Node, kind: str) -> bool:
    """Tell whether a node is of one of YAML's own kinds, such as ``str``."""
    return bool(node.tag == _CORE + kind)


def keys(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield the keys of a mapping."""
    if isinstance(node, yaml.MappingNode):
        yield from (
            key for key, _ in node.value if isinstance(key, yaml.ScalarNode) and not is_a(key, "merge")
        )


def of_environment(node: yaml.Node) -> str | None:
    """Return the first variable that is set, else the last item of a list, as MkDocs does."""
    names = [str(item.value) for item in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
    values = (os.environ[name] for name in names if name in os.environ)
    return next(values, names[-1] if len(names) > 1 else None)


def _read(path: Path, heirs: tuple[Path, ...]) -> yaml.Node | None:
    file = path.as_posix()
    text = reading.text(path, file)
    try:
        root = _compose(file, text)
        if root is not None and not isinstance(root, yaml.MappingNode):
            what, fix = "holds no settings", "Write 'name: value' lines, such as 'site_name: Shop help'"
            raise CatalogueError([Problem.of(file, what, fix, rule="project")])
        inherited = next(_below(root, _INHERIT), None)
        return _merged(root, _parent(inherited[1], path, heirs)) if inherited else root
    except yaml.MarkedYAMLError as error:
        raise CatalogueError([replace(yaml_faults.problem(file, text, error), rule="project")]) from None
    except yaml.YAMLError:
        what, fix = "is not UTF-8 text without control characters", "Save the file as UTF-8"
        raise CatalogueError([Problem.of(file, what, fix, rule="project")]) from None


def _compose(file: str, content: str) -> yaml.Node | None:
    # The loader in Python: that in C ends the program where lists are nested without end.
    loader = yaml.SafeLoader(content)
    loader.name = file
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


def _parent(value: yaml.Node, path: Path, heirs: tuple[Path, ...]) -> yaml.Node | None:
    """Return what a file inherits, which lies beside it."""
    file = path.parent / str(value.value) if isinstance(value, yaml.ScalarNode) else path.parent
    if file.is_file() and file.resolve() not in (path.resolve(), *heirs):
        return _read(file, (*heirs, path.resolve()))
    shown = file.as_posix()
    what = f"is {shown}, which inherits this file" if file.is_file() else f"is {shown}, which is no file"
    place = path.as_posix(), value.start_mark.line + 1, value.start_mark.column + 1
    fix = "Name a file beside this one, or remove the line"
    raise CatalogueError([Problem(*place, _INHERIT, what, fix, rule="project")])


def _merged(over: yaml.Node | None, under: yaml.Node | None) -> yaml.Node | None:
    """Return a node with what it leaves out taken from another, as MkDocs does: only mappings are merged."""
    if not isinstance(over, yaml.MappingNode) or not isinstance(under, yaml.MappingNode):
        return over
    below = {key.value: value for key, value in under.value if isinstance(key, yaml.ScalarNode)}
    own = [(key, _merged(value, below.get(str(key.value)))) for key, value in over.value]
    more = [(key, value) for key, value in under.value if next(_below(over, key.value), None) is None]
    return yaml.MappingNode(over.tag, [*more, *own], over.start_mark, over.end_mark)


def _below(node: yaml.Node | None, name: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield each key of a name with its value; plugins are a list of names and of mappings, or a mapping."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _below(item, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):  # of a repeated key, YAML takes the last
            if isinstance(key, yaml.ScalarNode) and key.value == name:
                yield key, value
        for key, value in node.value:
            if is_a(key, "merge"):
                yield from _below(value, name)
