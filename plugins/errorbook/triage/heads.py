"""The names of a table's columns: those in its first row, or made ones where that is a ticket already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from errorbook.triage.columns import telling_name

_LONGEST_HEAD = 40
_MOST_HEAD_WORDS = 4


def is_head(cells: Sequence[str], alone: bool, wanted: Collection[str] = ()) -> bool:
    """Tell whether a first row, which may be alone, names the columns: by its looks or as wanted."""
    if not set(wanted).isdisjoint(cell.strip() for cell in cells):
        return True
    return looks_like_names(cells) and (not alone or any(telling_name(cell.strip()) for cell in cells))


def looks_like_names(cells: Sequence[str]) -> bool:
    """Tell whether a row holds names of columns: short, most different, none like a sentence."""
    names = [cell.strip() for cell in cells]
    short = (len(name) <= _LONGEST_HEAD and len(name.split()) <= _MOST_HEAD_WORDS for name in names)
    phrases = all(short) and not any(re.search(r"[.!?]\Z", name) for name in names)
    return phrases and any(names) and len(set(names)) * 2 > len(names)


def names(cells: Iterable[str]) -> list[str]:
    """Return the columns' names; what a header repeats is numbered: Comment, Comment (2)."""
    columns: list[str] = []
    times: dict[str, int] = {}
    for number, name in enumerate(cells, 1):
        base = unique = name.strip() or unnamed(number)
        while unique in times:
            times[base] += 1
            unique = f"{base} ({times[base]})"
        times[unique] = 1
        columns.append(unique)
    while columns and columns[-1] == unnamed(len(columns)):
        columns.pop()
    return columns


def unnamed(number: int) -> str:
    """Return what a column without a name is called."""
    return f"column {number}"
