"""The front matter of pages written by hand: a block of YAML between two lines of dashes, before the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from errorbook.common.problems import Problem

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")


def parted(markdown: str) -> tuple[Mapping[str, Any], str]:
    """Return the front matter of a page, which is empty where it has none, and the rest."""
    found = _BLOCK.match(markdown)
    try:
        meta = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        meta = None
    return (meta, markdown[found.end() :]) if found and isinstance(meta, dict) else ({}, markdown)


def doubts(file: str, markdown: str) -> Iterator[Problem]:
    """Yield a block that begins with a field and is no YAML: MkDocs shows it to readers as text."""
    found = _BLOCK.match(markdown)
    if not found or not _FIELD.match(found[1]):
        return
    try:
        yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 2, mark.column + 1) if mark else (0, 0)
        what = "the front matter is no YAML, so readers see it as text"
        fix = "Put a value that holds ': ' or begins with a mark in quotes"
        yield Problem(file, line, column, "", what, fix, "warning", "front-matter")
