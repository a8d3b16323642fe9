"""The traps of YAML: what a text may not hold although it is YAML, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

import yaml

from errorbook.catalogue import yaml_faults
from errorbook.catalogue.yaml_faults import LOADER, place
from errorbook.common.problems import Problem

DEEPEST = 60
"""How many levels a text may have."""

_Pair = tuple[yaml.Node, yaml.Node]
_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUSPECT = re.compile(
    rf"{_NOT_ALLOWED.pattern}|(?<![\w*])[&*](?=[\w-])|(?<!\w)!|^(?:%|---|\.\.\.)",
    re.MULTILINE,
)
_COMMENT = re.compile(r"[ \t]+#[^\s#]\S*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\U000e0000-\U000e007f]")
"""Controls, what turns the order of letters round, and letters that only machines read."""
_COLOUR = re.compile(r"\x1b\[[0-9;]{0,12}[A-Za-z]")
_AS_PASTED = {"examples", "non_examples"}
_MARKS = ("&", "*", "!", "%", "---", "...")
"""What each of them has, but for a sign that is not allowed."""
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
        refused.append(yaml_faults.problem(file, text, error))
    return refused


def is_plain(text: str) -> bool:
    """Tell whether a text surely has no trap, so that it need not be read word by word: most have none."""
    # What can be printed is allowed, and most texts have no mark: both are seen faster than a trap.
    printed = text.replace("\n", "").isprintable()
    if not (printed and not any(mark in text for mark in _MARKS)) and _SUSPECT.search(text):
        return False
    return sum(map(text.count, "[{-:?")) < _MOST_OPENED


def too_deep(file: str, mark: yaml.Mark) -> Problem:
    """Return the problem of a level too many."""
    fix = f"Keep to {DEEPEST} levels"
    return Problem(file, *place(mark), "", "is nested too deep", fix, rule="yaml")


def swallowed(lines: list[str], node: yaml.ScalarNode) -> tuple[str, str] | None:
    """Return what a value without quotes loses to a comment, or takes in from lines below it, if anything."""
    start, end = node.start_mark, node.end_mark
    if found := _COMMENT.match(lines[end.line][end.column :]):
        what = f"ends before '{found[0].strip()}', which YAML takes for a comment"
        return what, "Put the whole text in quotes: '…'; a comment has a blank behind its '#'"
    for number in range(start.line + 1, end.line + 1):
        if lines[number].lstrip().startswith("- "):
            what = f"goes on with line {number + 1}, whose '- ' begins no item there"
            return what, "Begin the '- ' exactly below the one above, or put the whole text in quotes: '…'"
    return None


def parted(lines: list[str], pairs: list[_Pair]) -> Iterator[tuple[yaml.Node, yaml.Node, str, str]]:
    """Yield what a comma parts in braces, with its key and what to do: '12,5' is 12 and a field 5 to YAML."""
    for number, (key, value) in enumerate(pairs):
        rest = [name for name, _ in takewhile(lambda pair: _is_bare(lines, *pair), pairs[number + 1 :])]
        if rest and isinstance(value, yaml.ScalarNode) and value.value and not value.style:
            start, end = value.start_mark, rest[-1].end_mark
            whole = lines[start.line][start.column : end.column] if start.line == end.line else "…"
            yield key, value, "ends at its comma", f"Put the whole text in quotes: '{whole}'"


def _is_bare(lines: list[str], key: yaml.Node, value: yaml.Node) -> bool:
    """Tell whether something in braces is no field: a text without a colon or a value behind it."""
    start, end = key.end_mark, value.end_mark
    between = lines[start.line][start.column : end.column if end.line == start.line else None]
    return isinstance(key, yaml.ScalarNode) and not (key.style or value.value or ":" in between)


def unseen(text: str, path: Iterable[str | int]) -> tuple[str, str] | None:
    """Return what no reader could see in a text, unless it is in a paste, which may have anything."""
    found = None if text.isprintable() else _UNSEEN.search(text)
    if found is None or not _AS_PASTED.isdisjoint(path):
        return None
    return f"has a character that nobody can see (U+{ord(found[0]):04X})", "Remove it"


def visible(text: str) -> str:
    """Return a text without what nobody can see, such as the colours of a terminal."""
    return _UNSEEN.sub("", _COLOUR.sub("", text))
