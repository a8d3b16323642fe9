"""Remembers which files of a folder an export made, where they lie among pages that somebody wrote."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from errorbook.site.browser_files import FOLDER

NAME = f"{FOLDER}/exported.json"
"""A list of the other files that are made, by path: what is on it may be replaced and removed."""


def read(folder: Path) -> frozenset[str]:
    """Return the files that an export made in a folder before; none where there is no list."""
    try:
        names = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return frozenset(map(str, names)) | {NAME} if isinstance(names, list) else frozenset()


def text(uris: Iterable[str]) -> str:
    """Return the list as it is written."""
    return json.dumps(sorted(uris), indent=0, ensure_ascii=False) + "\n"


def remove_old(folder: Path, made: Collection[str]) -> int:
    """Remove what an export made before and makes no more; return how many files went."""
    old = [uri for uri in read(folder) - {NAME, *made} if ".." not in Path(uri).parts]
    for uri in old:
        (folder / uri).unlink(missing_ok=True)
        for parent in Path(uri).parents[:-1]:
            if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()
    return len(old)
