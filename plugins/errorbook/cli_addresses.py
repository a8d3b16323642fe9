"""The part of ``errorbook check`` that looks at addresses: the written pages and the published site."""

from __future__ import annotations

from pathlib import Path

from errorbook import published
from errorbook.catalogue import Loaded
from errorbook.problems import Problem
from errorbook.site_info import SiteInfo


def check(loaded: Loaded, content: Path, urls: Path | None) -> list[Problem]:
    """Return every problem of a catalogue's addresses; without ``urls``, only of its redirects."""
    before = published.read(urls.as_posix(), urls.read_text("utf-8")) if urls else None
    site = before.site if before else SiteInfo()
    return published.check(loaded, site, _written(content, site), before)


def _written(folder: Path, site: SiteInfo) -> list[str] | None:
    """Return the urls of the pages written in a folder, or nothing where there is none."""
    if not folder.is_dir():
        return None
    pages = (page.relative_to(folder) for page in sorted(folder.rglob("*.md")))
    # MkDocs serves a README as its folder's index.
    named = (page.with_name("index.md") if page.name == "README.md" else page for page in pages)
    return [site.url(page.as_posix()) for page in named]
