"""The browser's ES modules as one classic script, which works on any host and from a file.

Only the plain forms of the house are understood; anything else is refused, not guessed at.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_IMPORT = re.compile(r"^import\s*\{[\w$,\s]*\}\s*from\s*\"(\.{1,2}/[\w./-]+\.js)\";\n", re.MULTILINE)
_DATA = re.compile(
    r"^import (?P<name>\w+) from \"[\w./-]+\.json\" with \{ type: \"json\" \};\n", re.MULTILINE
)
_KEY = re.compile(r"\"([a-z_]+\.[a-z0-9_.-]+)\"")
_GROUP = re.compile(r"[\"`]([a-z_]+\.)(?:\"|\$\{)")
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function)\b)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_NAME = re.compile(r"^(?:const|let|var|class|(?:async )?function\*?) ([\w$]+)", re.MULTILINE)


_NONE: Mapping[str, object] = {}


class BundleError(Exception):
    """The modules cannot be put together; the message says which line, why and what to write."""


def build(folder: Path, entry: str = "main.js", data: Mapping[str, object] = _NONE) -> str:
    """Return the entry module and all it imports as one script; raises BundleError.

    What a module imports as JSON becomes those values of ``data`` whose keys the modules name,
    whole or by their beginning up to the first point.
    """
    modules: dict[str, str] = {}
    _read(folder, entry, (), modules)
    _check_names(modules)
    named = {key for text in modules.values() for key in _KEY.findall(text)}
    groups = tuple(group for text in modules.values() for group in _GROUP.findall(text))
    values = json.dumps(
        {key: value for key, value in data.items() if key in named or key.startswith(groups)},
        ensure_ascii=False,
    )
    modules = {
        name: _DATA.sub(lambda found: f"const {found['name']} = {values};\n", text)
        for name, text in modules.items()
    }
    parts = [f"// {name}\n{text.strip()}\n" for name, text in modules.items()]
    return '(() => {\n"use strict";\n\n' + "\n".join(parts) + "})();\n"


def _read(folder: Path, name: str, path: tuple[str, ...], modules: dict[str, str]) -> None:
    """Add a module after those it imports."""
    if name in path:
        raise BundleError(
            f"{' → '.join((*path, name))}: the modules import each other. Move what they share."
        )
    if name in modules:
        return
    file = folder / name
    if not file.is_file():
        raise BundleError(f"{path[-1] if path else folder.name}: imports {name}, which does not exist.")
    text = file.read_text("utf-8")
    for found in _IMPORT.finditer(text):
        if re.search(r"\bas\b", found[0]):
            raise BundleError(
                f'{name}: cannot bundle "{found[0].strip()}". Import the name as it is, without "as".'
            )
    for imported in _IMPORT.findall(text):
        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))
        _read(folder, there, (*path, name), modules)
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    for line in _LEFT.findall(_DATA.sub("", text)):
        raise BundleError(
            f'{name}: cannot bundle "{line}". '
            'Write import { name } from "./module.js"; or put export before a declaration.'
        )
    modules[name] = text


def _check_names(modules: dict[str, str]) -> None:
    """All modules share one scope, so a name may be used for one thing only."""
    owners: dict[str, str] = {}
    clashes = list(_clashes(modules, owners))
    if clashes:
        raise BundleError("; ".join(clashes) + ". Rename one of each.")


def _clashes(modules: dict[str, str], owners: dict[str, str]) -> Iterator[str]:
    for module, text in modules.items():
        for name in _NAME.findall(text):
            if owners.setdefault(name, module) != module:
                yield f"{name} is declared in {owners[name]} and in {module}"
