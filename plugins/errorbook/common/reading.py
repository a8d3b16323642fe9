"""Files read whole: regular ones of a sane size, in UTF-8, or one problem that says what they are instead."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from errorbook.common.problems import CatalogueError, Problem

LARGEST = 1_000_000
"""Bytes of one file; the longest that anybody wrote has 16,000."""


def shown(folder: Path) -> str:
    """Return a folder as problems name it: as a path from here where that is possible."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.name


def text(path: Path, shown: str, largest: int = LARGEST) -> str:
    """Return the text of a file; raises CatalogueError, with the file as ``shown``, where it has none."""
    content = content_of(path, shown, largest)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        place = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        fix = "Save the file as UTF-8"
        raise CatalogueError([Problem(shown, *place, "", "is not UTF-8 text", fix, rule="yaml")]) from None


def faults(path: Path, shown: str) -> Iterator[Problem]:
    """Yield what keeps a file from being opened: a pipe waits for a writer, and a device never ends."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            fix = "Put a file with the text in its place"
            yield Problem.of(shown, "is no regular file", fix)
    except OSError as error:
        yield _unreadable(shown, error)


def content_of(path: Path, shown: str, largest: int) -> bytes:
    """Return the bytes of a file; raises CatalogueError where it has none, or too many."""
    if found := list(faults(path, shown)):
        raise CatalogueError(found)
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise CatalogueError([_unreadable(shown, error)]) from None
    if len(content) > largest:
        what, fix = f"has more than {largest:,} bytes", "Remove what does not belong there"
        raise CatalogueError([Problem.of(shown, what, fix)])
    return content


def _unreadable(shown: str, error: OSError) -> Problem:
    what = f"cannot be read ({error.strerror or error})"
    return Problem.of(shown, what, "Check the file and its permissions")
