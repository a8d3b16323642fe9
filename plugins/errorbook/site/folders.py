"""Which folders of a site may not lie in one another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from errorbook.common import reading


def faults(errors: Path, content: Path, site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each option whose folder is in the wrong place, with what is wrong and what to do."""
    if _is_in(errors, site):
        what = f"holds the catalogue ({reading.shown(errors)}), and a build empties it"
        yield "site_dir", what, "Name a folder of its own, such as site"
    if _is_in(errors, content):
        what = (
            f"is in {reading.shown(content)}, whose files are published, support_notes of entries among them"
        )
        yield "errors_dir", what, "Move it beside that folder"


def _is_in(folder: Path, other: Path) -> bool:
    # What is not there yet cannot be lost, and is told elsewhere.
    return folder.is_dir() and folder.resolve().is_relative_to(other.resolve())
