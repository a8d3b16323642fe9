"""The Markdown extension ``errorbook``: it fills the markers of written pages, and lets each load our files.

``errorbook export`` writes the catalogue's own pages and files beside them. Where something is missing, the
page says what, in the place of the lookup.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markupsafe import escape

from errorbook.catalogue import reader, translating
from errorbook.catalogue.model import Catalogue
from errorbook.common.problems import CatalogueError
from errorbook.site import browser_files, export, made_files, markers, project, written_pages
from errorbook.site.browser_files import Code
from errorbook.site.project import Project
from errorbook.site.site_info import SiteInfo

_BEFORE_HTML = 100
"""Before Markdown takes HTML out of a page, and before a plugin reads what we put there."""


@dataclass(frozen=True, slots=True)
class Known:
    """A catalogue, and the site that its pages are in."""

    catalogue: Catalogue
    site: SiteInfo
    code: Code
    index: str
    examples: tuple[str, ...]


class HostError(Exception):
    """The generator does not tell what is needed; the message says what, and what to do."""


class ErrorbookExtension(Extension):
    """Fills the markers of a page."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "config_file": ["", "The site's configuration; mkdocs.yml, where nothing is given."],
            "docs": ["", "The folder of the pages, where the generator does not tell it."],
            "page": ["", "The page's path in that folder, where the generator does not tell it."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown calls it so)
        """Take part in reading a page, first and last."""
        page = _Page(md, self)
        md.preprocessors.register(_Fill(page), "errorbook", _BEFORE_HTML)
        md.postprocessors.register(_Load(page), "errorbook", 0)


class _Page:
    """The page that is read: where it is, as far as the generator tells."""

    def __init__(self, md: Markdown, extension: ErrorbookExtension) -> None:
        self.md, self.extension = md, extension

    def known(self) -> tuple[str, Known]:
        """Return the page's path and what fills its markers; raises HostError and CatalogueError."""
        uri, docs = self.extension.getConfig("page"), self.extension.getConfig("docs")
        # Zensical hands both to extensions in a processor of its own.
        for each in self.md.preprocessors:
            uri = uri or str(getattr(getattr(each, "page", None), "path", ""))
            settings = getattr(each, "config", None)
            docs = docs or (str(settings.get("docs_dir", "")) if isinstance(settings, dict) else "")
        if not uri:
            raise HostError(
                "the generator does not tell which page this is. Give the extension the option 'page', or"
                " build with MkDocs and the plugin, or with Zensical"
            )
        known = _known(self.extension.getConfig("config_file"), docs)
        return uri, known


class _Fill(Preprocessor):
    def __init__(self, page: _Page) -> None:
        super().__init__(page.md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return a page with its markers filled, or with what keeps them from it."""
        text = "\n".join(lines)
        try:
            uri, known = self.page.known()
        except (HostError, CatalogueError) as error:
            return _told(text, str(error)).split("\n")
        with_errors = markers.with_errors(text, uri, known.site)
        blocks = markers.build(
            uri, known.catalogue, known.site, known.index, known.code.scripts, known.examples
        )
        return markers.fill(with_errors, blocks).split("\n")


class _Load(Postprocessor):
    def __init__(self, page: _Page) -> None:
        super().__init__(page.md)
        self.page = page

    def run(self, text: str) -> str:
        """Return a page that loads our style sheet and script."""
        try:
            uri, known = self.page.known()
        except (HostError, CatalogueError):
            return text
        to = known.site.linker(uri)
        style, script = escape(to(known.code.style.uri)), escape(to(known.code.script.uri))
        return f'<link rel="stylesheet" href="{style}"><script defer src="{script}"></script>\n{text}'


def _told(text: str, what: str) -> str:
    """Return a page with what is wrong in the place of every marker."""
    note = f"<p><strong>Errorbook</strong>: {escape(' '.join(what.split()))}.</p>"
    return markers.fill(text, dict.fromkeys(markers.NAMES, lambda: note))


@cache
def _known(config_file: str, docs: str) -> Known:
    """Return what fills the pages of a site; read once, for a generator asks for every page."""
    told = project.read(Path(config_file) if config_file else None)
    folder = Path(docs) if docs else told.content
    catalogue, site = _read(told, folder)
    code = browser_files.code(wording=site.wording, look=told.look)
    index = browser_files.data(catalogue, site).index.uri
    missing = [uri for uri in (index, code.script.uri, code.style.uri) if not (folder / uri).is_file()]
    if missing:
        raise HostError(
            f"{folder.name}/{missing[0]} is not there, or of another day. Run: errorbook export {folder.name}"
        )
    return Known(catalogue, site, code, index, told.examples)


def _read(told: Project, folder: Path) -> tuple[Catalogue, SiteInfo]:
    made = made_files.read(folder)
    files = {uri: path for uri, path in written_pages.files(folder).items() if uri not in made}
    catalogue = translating.catalogue(reader.load(told.catalogue(None)), told.site.language)
    site = export.with_pages(written_pages.pages(files), told.site)
    return catalogue, site.worded(catalogue.vocabulary)
