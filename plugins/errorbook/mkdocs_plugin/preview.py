"""Shows an edited entry under ``mkdocs serve`` by making only what depends on it, and all else by a build.

It steps in where files of entries alone have changed, no page came or went, and the site has no other plugin
than this one and Material's search: any other may make its pages of ours.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.commands import build as building
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MadePage

from errorbook.catalogue import blocks
from errorbook.catalogue.vocabulary import VOCABULARY
from errorbook.common.problems import CatalogueError
from errorbook.mkdocs_plugin import dates, other_plugins
from errorbook.mkdocs_plugin.files import Made, OwnFiles
from errorbook.site.choice_labels import counted
from errorbook.site.site_search import SiteSearch

_log = get_plugin_logger(__name__)
_SLACK = 50_000_000
"""Nanoseconds by which a disk's clock may be behind."""
Stamps = dict[str, tuple[int, int]]


class Maker(Protocol):
    """What makes the site of a catalogue."""

    own: OwnFiles
    search: SiteSearch

    @property
    def errors(self) -> Path:
        """The folder of the catalogue."""

    def again(self, config: MkDocsConfig) -> list[Made]:
        """Read the catalogue and return its pages and files; raises CatalogueError."""

    def filled(self, uri: str, markdown: str) -> str:
        """Return a written page with its markers filled."""


@dataclass
class _Built:
    """A site that was built whole, and what it was built from."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    stamps: Stamps = field(default_factory=dict)


class Preview:
    """Follows the builds of a served site."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._now: _Built | None = None
        self._written: dict[str, tuple[File, str, str]] = {}
        self._began = 0

    def begin(self) -> None:
        """Note that a build begins: what was built before is gone."""
        self._now = None
        self._written.clear()
        self._began = time.time_ns()

    def remember(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        """Keep what a build works with, if its site is of a kind that can be made in part."""
        nobody_else = other_plugins.absent(config, self._maker)
        if nobody_else and not config.strict and not other_plugins.lists_pages(config):
            self._now = _Built(config, files, nav, env)

    def wrote(self, file: File, uri: str, markdown: str, filled: str) -> None:
        """Keep what a written page's markers became."""
        self._written[uri] = (file, markdown, filled)

    def builder(self, server: Any, build: Callable[[], None]) -> Callable[[], None]:
        """Return what is to be called when a file has changed."""

        def watched() -> Stamps:
            return dict(_stamps(server._watched_paths))

        def again() -> None:
            if not self._update(watched):
                build()
                self._stamp(watched)

        self._stamp(watched)
        return again

    def _stamp(self, watched: Callable[[], Stamps]) -> None:
        """Note the state of the files of a build, unless one changed meanwhile."""
        if self._now:
            self._now.stamps = watched()
            if any(changed >= self._began - _SLACK for changed, _ in self._now.stamps.values()):
                self._now = None

    def _update(self, watched: Callable[[], Stamps]) -> bool:
        """Make again what depends on the entries that changed; tell whether that was all."""
        now, self._now = self._now, None
        began, stamps = time.monotonic(), watched()
        if not now or not self._of_entries(now, stamps):
            return False
        try:
            made = self._maker.again(now.config)
        except CatalogueError:
            return False  # a build tells what is wrong
        changed = self._maker.own.update(made, now.files, now.config)
        if changed is None:
            return False
        for uri, (file, markdown, filled) in self._written.items():
            if self._maker.filled(uri, markdown) != filled:
                changed.append(file)
        titles = [page.title for page in now.nav.pages]
        pages = _populate(changed, now)
        if titles != [page.title for page in now.nav.pages]:
            return False  # every page shows the navigation
        _build(pages, now, self._maker)
        now.stamps = stamps
        self._now = now
        _log.info(f"Made {counted(len(changed), 'page')} again in {time.monotonic() - began:.2f} seconds")
        return True

    def _of_entries(self, now: _Built, stamps: Stamps) -> bool:
        """Tell whether something changed, and only files that may hold an entry."""
        changed = {
            path for path in now.stamps.keys() | stamps.keys() if now.stamps.get(path) != stamps.get(path)
        }
        folder = Path(now.config.plugins["errorbook"].config.errors_dir)
        return bool(changed) and all(_may_hold_entry(Path(path), folder) for path in changed)


def _populate(changed: list[File], now: _Built) -> dict[File, MadePage]:
    """Read pages again; return them by their files."""
    pages = {file: file.page for file in changed if file.page}
    for page in pages.values():
        building._populate_page(page, now.config, now.files)
    return pages


def _build(pages: dict[File, MadePage], now: _Built, maker: Maker) -> None:
    """Write pages again, and all documents that tell of the whole site."""
    config, files = now.config, now.files
    dates.put(pages)
    for template in config.theme.static_templates:
        building._build_theme_template(template, now.env, files, config, now.nav)
    for template in config.extra_templates:
        building._build_extra_template(template, files, config, now.nav)
    search = next(
        (each for each in config.plugins.values() if type(each).__module__ == other_plugins.SEARCH), None
    )
    documents: list[dict[str, Any]] = search.search_index.entries if search else []
    again = {page.url for page in pages.values()}
    documents[:] = [each for each in documents if _url(each) not in again]
    all_files = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    for file, page in pages.items():
        excluded = file.inclusion.is_excluded()
        building._build_page(page, config, all_files, now.nav, now.env, excluded=excluded)
    all_pages = [file.page for file in all_files if file.page]
    for page in all_pages:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    if search:
        order = {page.url: place for place, page in enumerate(all_pages)}
        documents.sort(key=lambda each: order[_url(each)])
        search.on_post_build(config=config)
    maker.search.end(Path(config.site_dir))


def _url(document: dict[str, Any]) -> str:
    return str(document["location"]).partition("#")[0]


def _stamps(paths: Iterable[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every file at and below paths with its time and its size."""
    for path in paths:
        folders = os.walk(path, followlinks=True) if os.path.isdir(path) else ()
        found = [path, *(os.path.join(folder, name) for folder, _, names in folders for name in names)]
        for each in found:
            if os.path.isfile(each):
                state = os.stat(each)
                yield each, (state.st_mtime_ns, state.st_size)


def _may_hold_entry(path: Path, folder: Path) -> bool:
    """Tell whether a file may be one of entries, or the ledger, which changes with them."""
    if not path.is_relative_to(folder):
        return False
    place = path.relative_to(folder)
    shared = place.is_relative_to(blocks.SHARED)
    return len(place.parts) > 1 and path.suffix == ".yml" and not shared and place.name != VOCABULARY
