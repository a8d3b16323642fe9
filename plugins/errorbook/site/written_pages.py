"""Lists, reads and looks through the written pages of a site as MkDocs does, without it.

A README is its folder's index, names that begin with a dot are left out, and so is ``templates/``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Problem
from errorbook.site import front_matter, markers, written_pictures
from errorbook.site.site_info import SiteInfo

LARGEST = 10_000_000
"""Bytes of one page; the longest that anybody wrote has 30,000."""
_INDEX, _README = "index.md", "README.md"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# What this package puts into a page speaks the language of the site; what is in another there says so.
_OURS = re.compile(r'<(?:section|div|ul)(?= (?:class="eb-|data-search-exclude))(?![^>]*\slang=)')


def files(folder: Path, shown: str = "") -> dict[str, Path]:
    """Return every file below a folder by its uri; raises CatalogueError for those that cannot be read.

    Problems name the folder as ``shown``, which is its path where nothing is given.
    """
    problems: list[Problem] = []
    found: dict[str, Path] = {}
    # Of each folder, the real folders from here down to it.
    around: dict[str, tuple[Path, ...]] = {str(folder): (folder.resolve(),)}
    shown = shown or folder.as_posix()
    for name, folders, names in os.walk(folder, followlinks=True):
        here = Path(name)
        place = f"{shown}/{here.relative_to(folder).as_posix()}/".replace("/./", "/")
        hidden = "templates" if here == folder else ""
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each != hidden)
        for each in folders[:]:
            real = (here / each).resolve()
            if real in around[name]:
                folders.remove(each)
                what = "leads back to a folder that it is in"
                problems.append(Problem.of(f"{place}{each}", what, "Remove the link"))
            around[str(here / each)] = (*around[name], real)
        for each in sorted(names):
            if each.startswith(".") or (each == _README and _INDEX in names):
                continue
            path = here / each
            problems.extend(reading.faults(path, f"{place}{each}"))
            named = path.with_name(_INDEX) if each == _README else path
            found[named.relative_to(folder).as_posix()] = path
    if problems:
        raise CatalogueError(problems)
    return found


def pages(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the text of every page among files, by uri; raises CatalogueError for all without one."""
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for uri, path in files.items():
        if uri.endswith(".md"):
            try:
                text = reading.text(path, path.as_posix(), LARGEST)
                # As MkDocs reads them: with one kind of line end.
                texts[uri] = text.replace("\r\n", "\n").replace("\r", "\n")
            except CatalogueError as error:
                problems.extend(error.problems)
    if problems:
        raise CatalogueError(problems)
    return texts


def in_language(html: str, meta: Mapping[str, Any], site: SiteInfo) -> str:
    """Return what a page holds, marked with the language that its front matter names as ``lang``."""
    named = meta.get("lang")
    language = site.foreign(named) if isinstance(named, str) and _LANGUAGE.fullmatch(named) else ""
    if not language:
        return html
    ours = _OURS.sub(rf'\g<0> lang="{site.plain_language}"', html)
    return f'<div lang="{language}">\n{ours}\n</div>'


def doubts(file: str, markdown: str) -> Iterator[Problem]:
    """Yield what readers of a page would miss or see as it was never meant."""
    yield from front_matter.doubts(file, markdown)
    yield from markers.doubts(file, markdown)
    yield from written_pictures.doubts(file, markdown)
