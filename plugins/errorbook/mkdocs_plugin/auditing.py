"""Tells in a build what is wrong: all that ``errorbook check`` tells, and what the site's pages lack."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from errorbook.catalogue.model import Catalogue
from errorbook.catalogue.reader import Loaded
from errorbook.checks import audit, published_urls
from errorbook.common.memory import Memory
from errorbook.common.problems import CatalogueError, Problem, report
from errorbook.mkdocs_plugin.files import OwnFiles
from errorbook.site import markers, named_entries, outputs
from errorbook.site.site_info import SiteInfo

_log = get_plugin_logger(__name__)


_QUIET = 1.0
"""Seconds without an edit after which a catalogue is looked at."""


class _StoppedError(Exception):
    """Somebody writes again."""


class Audit:
    """Stops a build for what is wrong; while an author writes, it is only said."""

    def __init__(self) -> None:
        self.serving = False
        self._told: tuple[object, list[Problem]] | None = None
        self._waiting: threading.Timer | None = None
        self._stopped = threading.Event()
        self._memory = Memory()
        self._whole = True

    def hold(self) -> None:
        """Leave a catalogue alone that somebody writes."""
        if self._waiting:
            self._waiting.cancel()
        self._stopped.set()

    def later(self, loaded: Loaded, site: SiteInfo, urls: list[str], published: str | None) -> None:
        """Tell the same when nobody has written for a while: it takes longer than to show an edit."""
        self.hold()
        stopped = self._stopped = threading.Event()

        def pause() -> None:
            time.sleep(0)
            if stopped.is_set():
                raise _StoppedError

        def look() -> None:
            with contextlib.suppress(_StoppedError):
                self.catalogue(loaded, site, urls, published, pause)

        self._waiting = threading.Timer(_QUIET, look)
        self._waiting.daemon = True
        self._waiting.start()

    def catalogue(
        self,
        loaded: Loaded,
        site: SiteInfo,
        urls: list[str],
        published: str | None,
        pause: Callable[[], None] | None = None,
    ) -> None:
        """Tell what is wrong with a catalogue, whose site has these written pages.

        ``pause`` is called between entries.
        """
        self._whole = not loaded.unread
        try:
            before = published_urls.load(Path(published), Path(published).name) if published else None
            # Without a day: a build tells the same tomorrow. Which reviews are overdue, check tells.
            asked = (loaded, site, None, site.guides.keys() - {"index"}, urls, before)
            # While somebody writes a page, the catalogue stays: its examples need not be tried again.
            told = self._told
            if told is None or told[0] != asked:
                told = asked, audit.problems(*asked, pause, self._memory if self.serving else None)
            self._told = told if self.serving else None
        except CatalogueError as error:
            raise PluginError(str(error)) from None
        found = audit.of_build(told[1])
        errors = [problem for problem in found if problem.level == "error"]
        if errors and not self.serving:
            raise PluginError(f"The catalogue cannot be published:\n{report(errors)}")
        for problem in found:
            if problem.level != "hint":
                _log.log(logging.getLevelName(problem.level.upper()), str(problem))

    def pages(
        self, files: Files, own: OwnFiles, catalogue: Catalogue, site: SiteInfo, tried: list[str]
    ) -> None:
        """Tell of files in the place of ours, a missing lookup and options that show readers nothing."""
        clashes = [outputs.clash(_name(file), file.dest_uri, site) for file in own.clashes(files)]
        if clashes and not self.serving:
            raise PluginError(f"The site cannot be built:\n{report(clashes)}")
        for clash in clashes:
            _log.error(str(clash))
        lookup = files.get_file_from_path(site.lookup_page)
        if not (lookup and markers.has_lookup(lookup.content_string)):
            _log.warning(f"{site.lookup_page}: has no lookup. Add the line <!-- errorbook:lookup -->.")
        named: named_entries.Named = (("examples", tried), ("popular", site.popular)) if self._whole else ()
        for option, index, what, fix in named_entries.faults(named, catalogue):
            _log.warning(f"plugins.errorbook.{option}[{index}]: {what}. {fix}.")


def _name(file: File) -> str:
    """Return how problems name a file of another's: by its path, or by the plugin that made it."""
    return f"{file.src_uri} of the plugin {file.generated_by}" if file.generated_by else file.src_uri
