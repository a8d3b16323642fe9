"""The traps of YAML: what a text may not hold, and what keeps it from being YAML, each with its place."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from errorbook.common.problems import Problem

# The one written in C, ten times as fast, is there on every usual machine.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 60
"""How many levels a text may have."""
STRANGE = "is indented with a blank that is no space", "Type the spaces at its beginning again"


_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUSPECT = re.compile(
    rf"{_NOT_ALLOWED.pattern}|(?<![\w*])[&*](?=[\w-])|(?<!\w)!|^(?:%|---|\.\.\.)",
    re.MULTILINE,
)
_MOST_OPENED = 600
"""Marks of which each may open a level: with so many, one level in the other can be no trouble to read."""
_REFUSED = {
    yaml.AnchorToken: ("uses a YAML anchor", "Write the value out where it is needed"),
    yaml.AliasToken: ("uses a YAML alias", "Write the value out"),
    yaml.TagToken: ("has a YAML tag", "Remove it; every value is text, a list or a mapping"),
    yaml.DirectiveToken: ("has a YAML directive", "Remove it"),
}
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_BEFORE_CONTENT = (yaml.StreamStartToken, yaml.DirectiveToken, yaml.DocumentStartToken)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def place(mark: yaml.Mark) -> tuple[int, int]:
    """Return the line and the column of a mark, from 1."""
    return mark.line + 1, mark.column + 1


def problems(file: str, text: str) -> list[Problem]:
    """Return what can be refused without understanding the text, found by reading it word by word."""
    found = _NOT_ALLOWED.search(text)
    if found:
        before = text[: found.start()]
        at = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"has a character that YAML does not allow (U+{ord(found[0]):04X})"
        fix = 'Remove it, or write it as "\\u…" in double quotes'
        return [Problem(file, *at, "", what, fix, rule="yaml")]
    refused: list[Problem] = []
    depth = 0
    begun = False
    try:
        for token in yaml.scan(text, Loader=LOADER):
            at = place(token.start_mark)
            depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
            if type(token) in _REFUSED:
                refused.append(Problem(file, *at, "", *_REFUSED[type(token)], rule="yaml"))
            if begun and isinstance(token, yaml.DocumentStartToken):
                fix = "Remove the line '---', or move what follows into its own file"
                return [*refused, Problem(file, *at, "", "starts a second document", fix, rule="yaml")]
            begun = begun or not isinstance(token, _BEFORE_CONTENT)
            if depth > DEEPEST:
                return [*refused, too_deep(file, token.start_mark)]
    except yaml.MarkedYAMLError as error:
        refused.append(not_yaml(file, text, error))
    return refused


def is_plain(text: str) -> bool:
    """Tell whether a text surely has no trap, so that it need not be read word by word: most have none."""
    return not _SUSPECT.search(text) and sum(map(text.count, "[{-:?")) < _MOST_OPENED


def too_deep(file: str, mark: yaml.Mark) -> Problem:
    """Return the problem of a level too many."""
    fix = f"Keep to {DEEPEST} levels"
    return Problem(file, *place(mark), "", "is nested too deep", fix, rule="yaml")


def not_yaml(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem of a text that is no YAML, in the words of its likeliest cause."""
    mark = error.problem_mark or error.context_mark
    at = place(mark) if mark else (1, 1)
    line = text.split("\n")[at[0] - 1 : at[0]]
    if mark and "escape" in str(error.problem):
        start = line[0].rfind("\\", 0, at[1])
        shown = line[0][start : start + 2]
        what = f"has '{shown}' in double quotes, where a backslash begins an escape of YAML"
        return Problem(file, *at, "", what, "Write the text in single quotes: '…'", rule="yaml")
    if opened := _open_quote(text, error):
        what, fix = (
            "opens a quote that is never closed",
            "Close it at the end of the text; a ' in it is written ''",
        )
        return Problem(file, *opened, "", what, fix, rule="yaml")
    if strange := _strange_blank(text, at[0]):
        return Problem(file, *strange, "", *STRANGE, rule="yaml")
    if line and "\t" in line[0][: at[1]] and not line[0][: at[1]].strip():
        return Problem(file, *at, "", "is indented with a tab", "Indent with spaces", rule="yaml")
    what = "is not YAML: " + ", ".join(part for part in (error.context, error.problem) if part)
    fix = "Put texts that hold ': ', '#', quotes or braces in quotes, and indent with spaces"
    return Problem(file, *at, "", what, fix, rule="yaml")


def _open_quote(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int] | None:
    """Return where the quote opens that a file ends in, or that a text goes on behind."""
    if "quoted scalar" not in f"{error.context} {error.problem}":
        return _joined_quote(text)
    mark = error.context_mark or error.problem_mark
    return place(mark) if mark else None


def _joined_quote(text: str) -> tuple[int, int] | None:
    """Return where a quote opens that ends lines below, where another one was meant to open."""
    lines = text.split("\n")
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            end = token.end_mark
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and end.line > token.start_mark.line:
                rest = lines[end.line][end.column :].strip()
                if rest and rest[0] not in ",]}:#":
                    return place(token.start_mark)
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
