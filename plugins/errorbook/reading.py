"""Files read whole: regular ones of a sane size, in UTF-8, or one problem that says what they are instead."""

from __future__ import annotations

import stat
from pathlib import Path

from errorbook.problems import CatalogueError, Problem

LARGEST = 1_000_000
"""Bytes of one file; the longest that anybody wrote has 16,000."""


def text(path: Path, shown: str, largest: int = LARGEST) -> str:
    """Return the text of a file; raises CatalogueError, with the file as ``shown``, where it has none."""
    content = _content(path, shown, largest)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        place = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        fix = "Save the file as UTF-8"
        raise CatalogueError([Problem(shown, *place, "", "is not UTF-8 text", fix, rule="yaml")]) from None


def _content(path: Path, shown: str, largest: int) -> bytes:
    try:
        # Before it is opened: a pipe waits for somebody to write, and a device never ends.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _refusal(shown, "is no regular file", "Put a file with the text in its place")
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise _refusal(shown, what, "Check the file and its permissions") from None
    if len(content) > largest:
        raise _refusal(shown, f"has more than {largest:,} bytes", "Remove what does not belong there")
    return content


def _refusal(shown: str, what: str, fix: str) -> CatalogueError:
    return CatalogueError([Problem(shown, 0, 0, "", what, fix)])
