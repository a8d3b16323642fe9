"""What may stand below a step or a cause: paragraphs, code, tables and boxes, in a small part of Markdown.

Their texts have the marks of every other text (``markup``), and ``\\`` before a mark that is none. In code
nothing is a mark but ``{holes}``. Whatever else Markdown has is refused, so nothing is shown as raw marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal

Kind = Literal["text", "code", "table", "note", "warning"]
Fault = tuple[str, str]
"""What is wrong, with its line, and what to do."""

_FENCE = re.compile(r"(`{3,}) ?([A-Za-z0-9+#-]*)")
_BOXES: dict[str, Kind] = {"!!! note": "note", "!!! warning": "warning"}
_INDENT = "    "
_RULE = re.compile(r":?-+:?")
_BAR = re.compile(r"(?<!\\)\|")
_OTHER = re.compile(r"#{1,6} |[-*+] |[0-9]+[.)] |>|[ \t]|!\[|(?:[-*_] ?){3,}$|={3,}$")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, code, a table or a box."""

    kind: Kind
    text: str = ""
    language: str = ""
    """What code is written in, as its author says."""
    rows: tuple[tuple[str, ...], ...] = ()
    """A table's cells; the first row is its heading."""


@lru_cache(maxsize=1024)  # each text is read for its page, its card and the documents of all errors
def blocks(text: str) -> tuple[TextBlock, ...]:
    """Return the blocks of a text; what is none is left out."""
    return tuple(found for found in _read(text) if isinstance(found, TextBlock))


def faults(text: str) -> list[Fault]:
    """Return all that is wrong with a text."""
    return [found for found in _read(text) if not isinstance(found, TextBlock)]


def _read(text: str) -> Iterator[TextBlock | Fault]:
    lines, at = text.split("\n"), 0
    while at < len(lines):
        line = lines[at].rstrip()
        if not line:
            at += 1
        elif line.startswith("```"):
            fence = line[: len(line) - len(line.lstrip("`"))]
            end = _end(lines, at + 1, partial(_is_code, fence))
            yield from _code(lines[at:end], at + 1, closed=end < len(lines))
            at = end + 1
        else:
            end = _end(lines, at + 1, _following(line))
            yield from _block(lines[at:end], at + 1)
            at = end


def _block(lines: list[str], number: int) -> Iterator[TextBlock | Fault]:
    """Read lines that belong together and are no code."""
    if lines[0].startswith("|"):
        yield from _table(lines, number)
    elif lines[0].startswith("!!!"):
        yield from _box(lines, number)
    elif found := _OTHER.match(lines[0]):
        what = f"begins with '{found[0].strip()}'" if found[0].strip() else "begins with a blank"
        fix = "Write a paragraph, a table, code between ``` or a box, !!! note; a list is several steps"
        yield f"in its line {number} {what}, which means nothing here", fix
    else:
        yield TextBlock("text", _joined(lines))


def _code(lines: list[str], number: int, closed: bool) -> Iterator[TextBlock | Fault]:
    found = _FENCE.fullmatch(lines[0].rstrip())
    if not found:
        yield f"in its line {number} names no language behind ```", "Write ``` alone or with one word: ```sql"
    elif not closed:
        yield f"in its line {number} opens code that is never closed", f"Add {found[1]} on a line of its own"
    else:
        yield TextBlock("code", "\n".join(lines[1:]), found[2])


def _table(lines: list[str], number: int) -> Iterator[TextBlock | Fault]:
    rows = [tuple(cell.strip().replace("\\|", "|") for cell in _cells(line)) for line in lines]
    if len(rows) < 3 or not all(map(_RULE.fullmatch, rows[1])):
        fix = "Write a heading, |---|---| below it, and then the rows"
        yield f"in its line {number} begins a table without a heading or without rows", fix
        return
    for place, row in enumerate(rows, number):
        if len(row) != len(rows[0]):
            what = f"in its line {place} has {len(row)} cells, and the heading {len(rows[0])}"
            yield what, "Give every row as many; \\| is a bar that parts no cells"
    yield TextBlock("table", rows=(rows[0], *rows[2:]))


def _box(lines: list[str], number: int) -> Iterator[TextBlock | Fault]:
    kind = _BOXES.get(lines[0].strip())
    if kind is None:
        fix = f"Write {' or '.join(_BOXES)}, and its text on the next line"
        yield f"in its line {number} opens a box that there is not", fix
    elif len(lines) == 1:
        fix = "Write its text on the next line, behind four blanks"
        yield f"in its line {number} opens a box without a text", fix
    else:
        yield TextBlock(kind, _joined(lines[1:]))


def _cells(line: str) -> list[str]:
    """Return what stands between the bars of a row."""
    return _BAR.split(line.strip().removeprefix("|").removesuffix("|"))


def _end(lines: list[str], at: int, goes_on: Callable[[str], bool]) -> int:
    """Return the first line from a place on that belongs to something else."""
    while at < len(lines) and goes_on(lines[at]):
        at += 1
    return at


def _following(line: str) -> Callable[[str], bool]:
    """Return what tells whether a line belongs to the block that a line begins."""
    for begins, goes_on in (("|", "|"), ("!!!", _INDENT)):
        if line.startswith(begins):
            return lambda other: other.startswith(goes_on)
    return _is_plain if _is_plain(line) else _is_foreign


def _is_code(fence: str, line: str) -> bool:
    """Tell whether code behind a fence goes on with a line."""
    return line.rstrip() != fence


def _is_foreign(line: str) -> bool:
    """Tell whether a list, a quotation or what else there is not goes on with a line: one problem for all."""
    return bool(line.strip()) and not line.startswith(("```", "|", "!!!"))


def _is_plain(line: str) -> bool:
    """Tell whether a paragraph goes on with a line."""
    return _is_foreign(line) and not _OTHER.match(line)


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)
