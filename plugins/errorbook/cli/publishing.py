"""Hands out a catalogue to publish: none with an entry that ``errorbook check`` refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from errorbook.catalogue import reader
from errorbook.catalogue.model import Catalogue
from errorbook.checks import audit, text_rules
from errorbook.common.problems import CatalogueError
from errorbook.site import written_pages
from errorbook.site.project import Project


def sound(folder: Path, content: Path, told: Project) -> Catalogue:
    """Return the catalogue of a folder; raises CatalogueError with all that would stop a build."""
    loaded = reader.read(folder)
    written = written_pages.files(content) if content.is_dir() else None
    pages = written_pages.pages(written or {})
    urls = None if written is None else [told.site.url(page) for page in pages]
    # Without a day: what one changes, check tells.
    slugs = guides(content / told.site.guides_dir, known=written is not None)
    found = audit.of_build(audit.problems(loaded, told.site, None, slugs, urls))
    if errors := [each for each in found if each.level == "error"]:
        raise CatalogueError(errors)
    return loaded.catalogue


def without_unfinished(known: Catalogue) -> tuple[Catalogue, list[str]]:
    """Return a catalogue in which each entry with a part to fill in is a draft, and the ids of these."""
    left = [entry.id for entry in known.entries if text_rules.is_unfinished(entry)]
    entries = tuple(
        entry.model_copy(update={"status": "draft"}) if entry.id in left else entry for entry in known.entries
    )
    return replace(known, entries=entries) if left else known, left


def guides(folder: Path, *, known: bool) -> set[str] | None:
    """Return the names of the guidance pages; None where a folder that is not there may be elsewhere."""
    return {page.stem for page in folder.glob("*.md")} - {"index"} if known or folder.is_dir() else None
