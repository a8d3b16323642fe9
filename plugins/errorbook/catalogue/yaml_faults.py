"""What keeps a text from being YAML, told as the slip that is likeliest behind it, where that slip is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Any

import yaml

from errorbook.common.problems import Problem

# The one written in C, ten times as fast, is there on every usual machine.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
STRANGE = "is indented with a blank that is no space", "Type the spaces at its beginning again"
OUT_OF_LINE = (
    "does not line up with the lines it belongs to",
    "Begin it exactly below their first letter; in a list, all begin with '- '",
)

_Place = tuple[int, int]
_Fault = tuple[_Place, str, str]
_QUOTED = "Put the whole text in quotes: '…'"
_GOES_ON = "goes on behind a closing quote or bracket", "Remove what goes on, or put the whole text in quotes"
_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")
_DASH = re.compile(r"-(?=\w)|[\u2010-\u2015\u2212\u2022*]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_STRANGE_BLANK = re.compile(r"[ \t]*[^\S \t]")
_NAMED = re.compile(r"\s*(?:- +)*[^\s:#'\"\[{-][^:#]*:[ \t]+\S")
"""A line in which a field's name and its text come first."""
_IN_BRACKETS = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
_BEGINS = re.compile(r"\s|- |.*:(?:[ \t]|$)")
"""A line that goes on, or begins an item or a field."""


def place(mark: yaml.Mark) -> _Place:
    """Return the line and the column of a mark, from 1."""
    return mark.line + 1, mark.column + 1


def lines_of(text: str) -> list[str]:
    """Return the lines as YAML counts them, with an empty one behind the last: marks may be there, too."""
    return [*_BREAK.split(text), ""]


def problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem of a text that is no YAML, in the words of its likeliest cause."""
    at, what, fix = next(_faults(text, error))
    return Problem(file, *at, "", what, fix, rule="yaml")


def _faults(text: str, error: yaml.MarkedYAMLError) -> Iterator[_Fault]:
    """Yield what may be meant, the surest first."""
    mark = error.problem_mark or error.context_mark
    at = place(mark) if mark else (1, 1)
    lines = lines_of(text)
    line = lines[at[0] - 1]
    if found := _CONFLICT.search(text):
        where = text.count("\n", 0, found.start()) + 1, 1
        yield where, "is a mark of a merge conflict", "Keep one of the two versions, and remove the marks"
    if re.search("escape|hex", str(error.problem)):
        start = line.rfind("\\", 0, at[1])
        what = f"has '{line[start : start + 2]}' in double quotes, where a backslash begins an escape of YAML"
        yield (at[0], start + 1), what, "Write the text in single quotes: '…'"
    if opened := _open_quote(text, error):
        what = "opens a quote that is never closed"
        yield opened, what, "Close it at the end of the text; a ' in it is written ''"
    if strange := _strange_blank(lines, at[0]):
        yield strange, *STRANGE
    if "\t" in line[: at[1]] and not line[: at[1]].strip():
        yield at, "is indented with a tab", "Indent with spaces"
    elif line.startswith("\t", at[1] - 1):
        yield at, "has a tab where YAML wants a space", "Write a space"
    yield from _by_words(text, error, at)
    what = "is not YAML: " + ", ".join(part for part in (error.context, error.problem) if part)
    yield at, what, "Put texts that hold ': ', '#', quotes or braces in quotes, and indent with spaces"


def _by_words(text: str, error: yaml.MarkedYAMLError, at: _Place) -> Iterator[_Fault]:
    """Yield what the reader of YAML means by its words, at the place that somebody has to mend."""
    words = f"{error.context} {error.problem}"
    lines = lines_of(text)
    above = lines[: at[0] - 1]

    def rest(where: _Place) -> str:
        return lines[where[0] - 1][where[1] - 1 :]

    before = lines[at[0] - 1][: at[1] - 1]
    opened = place(error.context_mark) if error.context_mark else at
    first = _first_without_colon(above) if re.search("document start|mapping values", words) else None
    if first or "simple key" in words:
        opened = first or opened
        name = re.split(r"[\s:\uff1a]", rest(opened))[0][:60]
        if dash := _DASH.match(name):
            yield opened, *_no_item(dash)
        fix = f"Write '{name}: …', with a colon and a space, or indent the line if it goes on the one above"
        yield opened, f"has no ': ' behind '{name}'", fix
    elif "parsing a flow" in words:
        opened, inner = _last_open(text, at), _IN_BRACKETS.match(rest(at))
        # Right behind a plain text, which goes on: "[The book {name} is closed]".
        if inner and before.strip() and before.rstrip()[-1] not in "'\"]}":
            yield at, f"has a '{inner[0][0]}' inside a text, which between brackets needs quotes", _QUOTED
        sign = rest(opened)[:1]
        end = "}" if sign == "{" else "]"
        fix = f"Part what it holds by ', ' and close it with '{end}'; put a text that begins so in quotes"
        yield opened, f"opens a '{sign}' that does not come to its '{end}'", fix
    elif re.search("cannot start any token|node content|scanning an (?:alias|anchor)", words):
        if (dash := _DASH.match(rest(opened))) and not lines[opened[0] - 1][: opened[1] - 1].strip():
            yield opened, *_no_item(dash)
        yield opened, f"begins with '{rest(opened)[:1]}', which means something to YAML", _QUOTED
    elif "block scalar" in words:
        what = f"has a text right behind '{rest(opened)[:1]}', which begins one on the lines below"
        yield opened, what, "Begin the text on the next line, indented, or put it in quotes: '…'"
    elif "mapping values" in words and _NAMED.match(before):
        yield at, "has a second ': ', as if a field began inside the text", _QUOTED
    elif "mapping values" in words:
        line = lines[at[0] - 1]
        yield (at[0], len(line) - len(line.lstrip()) + 1), *OUT_OF_LINE
    elif re.search("expected key|indicator|document start|block end", words):
        yield at, *(_GOES_ON if before.strip() else OUT_OF_LINE)


def _no_item(dash: re.Match[str]) -> tuple[str, str]:
    return f"begins with '{dash[0]}', which is no item of a list", "Write '- …', with a space"


def _first_without_colon(lines: list[str]) -> _Place | None:
    """Return where a file begins with a line that has no field, so that the next one is none of it."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith(("#", "---")):
            return None if _BEGINS.match(line) else (number, 1)
    return None


def _last_open(text: str, before: _Place) -> _Place:
    """Return where the bracket opens that nothing closes before a place, the last of them."""
    opened: list[_Place] = []
    with suppress(yaml.MarkedYAMLError):
        tokens = yaml.scan(text, Loader=LOADER)
        for token in takewhile(lambda token: place(token.start_mark) < before, tokens):
            if isinstance(token, (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)):
                opened.append(place(token.start_mark))
            elif isinstance(token, (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)):
                opened.pop()
    return opened[-1]


def _open_quote(text: str, error: yaml.MarkedYAMLError) -> _Place | None:
    """Return where the quote opens that a file ends in, or that a text goes on behind."""
    if "quoted scalar" not in f"{error.context} {error.problem}":
        return _joined_quote(text)
    return place(error.context_mark) if error.context_mark else None


def _joined_quote(text: str) -> _Place | None:
    """Return where a quote opens that ends lines below, where another one was meant to open."""
    lines = lines_of(text)
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            end = token.end_mark
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and end.line > token.start_mark.line:
                rest = lines[end.line][end.column :].strip()
                if rest and rest[0] not in ",]}:#":
                    return place(token.start_mark)
    return None


def _strange_blank(lines: list[str], line: int) -> _Place | None:
    """Return where a line, or the one above it, begins with a blank that YAML does not take for a space."""
    for number in (line, line - 1):
        # Above the first line is none: the last of all is empty.
        if found := _STRANGE_BLANK.match(lines[number - 1]):
            return number, found.end()
    return None
