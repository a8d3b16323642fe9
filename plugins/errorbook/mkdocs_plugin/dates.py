"""Dates pages by their review, not by the build: that is what the sitemap tells."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.structure.files import File

_NONE = "1980-01-01"
"""The day of pages without one, which MkDocs needs to compress the sitemap."""


def put(files: Iterable[File]) -> None:
    """Give each page the day of its review."""
    for file in files:
        if file.page:
            file.page.update_date = str(file.page.meta.get("reviewed", _NONE))


def told(sitemap: str) -> str:
    """Return the sitemap without the day of pages that have none."""
    return sitemap.replace(f"<lastmod>{_NONE}</lastmod>", "")
