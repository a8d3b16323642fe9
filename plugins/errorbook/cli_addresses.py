"""The part of ``errorbook check`` that reads addresses: of the written pages, and of the published site."""

from __future__ import annotations

from pathlib import Path

from errorbook import published
from errorbook.published import Published
from errorbook.site_info import SiteInfo


def read(urls: Path | None) -> Published | None:
    """Return the addresses of the published site, where a file with them is named."""
    return published.read(urls.as_posix(), urls.read_text("utf-8")) if urls else None


def written(folder: Path, site: SiteInfo) -> list[str] | None:
    """Return the urls of the pages written in a folder, or nothing where there is none."""
    if not folder.is_dir():
        return None
    pages = (page.relative_to(folder) for page in sorted(folder.rglob("*.md")))
    # MkDocs serves a README as its folder's index.
    named = (page.with_name("index.md") if page.name == "README.md" else page for page in pages)
    return [site.url(page.as_posix()) for page in named]
