"""Makes MkDocs files of what we generate: each with a source on disk, and in the language that is built."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section

from errorbook.common.spool import Spool
from errorbook.mkdocs_plugin.headings import Headings
from errorbook.mkdocs_plugin.own_file import OwnFile
from errorbook.mkdocs_plugin.own_pages import OwnPage
from errorbook.site import browser_files
from errorbook.site.pages import Page
from errorbook.site.site_info import Binary, SiteFile

Made = Page | SiteFile | Binary
"""What a catalogue's site is made of."""
EXTENSION = "errorbook"
"""The name of the Markdown extension of this package."""
_OUR_FOLDER = "Errors"
"""The title that MkDocs makes of the folder of our pages, where ``errors_path`` names no other."""
_I18N = "i18n"
"""The name of mkdocs-static-i18n, which builds the site once for each language."""


class OwnFiles:
    """Keeps our files, and the sources that were asked for in a folder, which goes with this object."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="errorbook-"))
        self._spool = Spool()
        self._pages: dict[str, None] = {}
        self._made: dict[str, File] = {}
        self._replaced: list[File] = []
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def begin(self) -> None:
        """Forget the files of the build before."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._spool = Spool()
        self._pages.clear()
        self._made.clear()
        self._replaced.clear()

    def owns(self, file: File) -> bool:
        """Tell whether a page is one of ours."""
        return file.src_uri in self._pages

    def clashes(self, files: Files) -> list[File]:
        """Return the files of others that are to be written where one of ours is."""
        others = [file for file in files if self._made.get(file.dest_uri, file) is not file]
        return [file for file in (*self._replaced, *others) if file.inclusion.is_included()]

    def overwritten(self, site: Path) -> Iterator[str]:
        """Yield the documents of a built site that are not as we made them; pages others may change."""
        for uri, file in self._made.items():
            if uri.endswith(".html") or uri.startswith(browser_files.FOLDER):
                continue
            path = site / uri
            if path.is_file() and path.read_bytes() != file.content_bytes:
                yield uri

    def add(self, made: Made, files: Files, config: MkDocsConfig) -> None:
        """Add a page or a file to a site."""
        if isinstance(made, Page):
            self.page(made, files, config)
        else:
            self.file(made, files, config)

    def page(self, page: Page, files: Files, config: MkDocsConfig) -> None:
        """Add a page; only those that navigation leads to may be missed in it."""
        inclusion = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
        self._pages[page.uri] = None
        made = OwnFile.generated(config, page.uri, content=page.markdown, inclusion=inclusion)
        self._add(made, files, config)

    def file(self, file: SiteFile | Binary, files: Files, config: MkDocsConfig) -> None:
        """Add a file to be served as it is; Markdown among them must not look like a page."""
        is_markdown = file.uri.endswith(".md")
        uri = f"{file.uri}.txt" if is_markdown else file.uri
        made = OwnFile.generated(config, uri, content=_bytes(file), inclusion=InclusionLevel.INCLUDED)
        if is_markdown:
            made.dest_uri = file.uri
        self._add(made, files, config)

    def parse(self, nav: Navigation, files: Files, config: MkDocsConfig, section: str) -> None:
        """Let our pages be read without a parser for what is HTML already, and name their section."""
        led_to = {page.file.src_uri: page for page in nav.pages}
        for page in () if config.nav else nav.pages:
            # MkDocs makes a title of a folder's name; another name than ours is its author's word.
            if self.owns(page.file) and isinstance(page.parent, Section) and page.parent.title == _OUR_FOLDER:
                page.parent.title = section
        headings = Headings(config)
        for file in files.documentation_pages():
            if self.owns(file) and file.src_uri not in led_to:
                OwnPage(None, file, config, headings, self._spool)
            elif self.owns(file):
                OwnPage.take_over(led_to[file.src_uri], headings, self._spool)

    def update(
        self,
        site: Iterable[Made],
        files: Files,
        config: MkDocsConfig,
    ) -> list[File] | None:
        """Write the files that are not as they were; return the pages that are not, to be made again.

        Returns nothing, and leaves all as it is, where a page or a document came or went: others may name it.
        """
        pages, others = list[Page](), list[SiteFile | Binary]()
        for each in site:
            if isinstance(each, Page):
                pages.append(each)
            else:
                others.append(each)
        there = {page.uri for page in pages} | {_named(other.uri) for other in others}
        if there != {*self._pages, *(_named(uri) for uri, file in self._made.items() if not self.owns(file))}:
            return None
        changed = []
        for page in pages:
            file = files.src_uris[page.uri]
            if file.content_string != page.markdown:
                file.content_string = page.markdown
                changed.append(file)
        left = {uri: file for uri, file in self._made.items() if not self.owns(file)}
        for other in others:
            made = left.pop(other.uri, None)
            if made is None:
                self.file(other, files, config)
                self._made[other.uri].copy_file()
            elif made.content_bytes != (content := _bytes(other)):
                made.content_bytes = content
                made.copy_file()
        for uri, file in left.items():
            files.remove(file)
            del self._made[uri]
            Path(file.abs_dest_path).unlink(missing_ok=True)
        return changed

    def _add(self, made: File, files: Files, config: MkDocsConfig) -> None:
        if isinstance(made, OwnFile):
            made.keep(self._folder, self._spool)
        if is_translated(config):
            _translate(made, config)
        there = files.src_uris.get(made.src_uri)
        if there:
            self._replaced.append(there)
            files.remove(there)
        self._made[made.dest_uri] = made
        files.append(made)


def _bytes(file: SiteFile | Binary) -> bytes:
    return file.content.encode("utf-8") if isinstance(file, SiteFile) else file.content


def _named(uri: str) -> str:
    """Return where a file is served; of those whose names change with their contents, only where they are."""
    return browser_files.FOLDER if uri.startswith(f"{browser_files.FOLDER}/") else uri


def is_translated(config: MkDocsConfig) -> bool:
    """Tell whether mkdocs-static-i18n builds the site, whose pages must be there before ours."""
    return _I18N in config.plugins


def in_language(uri: str, config: MkDocsConfig) -> str:
    """Return where a file of ours is served: each language but the first has a folder with all of them."""
    i18n = config.plugins.get(_I18N)
    language = getattr(i18n, "current_language", None)
    return uri if not language or getattr(i18n, "is_default_language_build", True) else f"{language}/{uri}"


def source_uri(file: File) -> str:
    """Return the path of a page's source without its language: guides/tax.md of guides/tax.de.md."""
    uri: str = getattr(file, "norm_src_uri", file.src_uri)
    return uri


def load_everywhere(code: browser_files.Code, config: MkDocsConfig) -> None:
    """Name our script and style sheet on every page, before those of the site's author."""
    script = ExtraScriptValue(in_language(code.script.uri, config))
    script.defer = True
    # mkdocs-static-i18n asks again for each language, with what was named for the one before.
    scripts = [each for each in config.extra_javascript if not str(each).endswith(code.script.uri)]
    styles = [each for each in config.extra_css if not each.endswith(code.style.uri)]
    config.extra_javascript = [script, *scripts]
    config.extra_css = [in_language(code.style.uri, config), *styles]
    # Ours, which a generator without plugins needs: here the plugin does its work.
    config.markdown_extensions = [name for name in config.markdown_extensions if name != EXTENSION]


def redirect_again(config: MkDocsConfig, files: Files) -> None:
    """Let mkdocs-redirects look for its targets again: before ours, it has not seen our pages."""
    redirects = config.plugins.get("redirects")
    if redirects:
        redirects.on_files(files, config=config)


def urls_of_written(files: Files, config: MkDocsConfig) -> list[str]:
    """Return the urls of the pages written by hand."""
    pages = (file for file in files.documentation_pages() if file.src_dir == config.docs_dir)
    return [unquote(file.url).removeprefix("./") for file in pages]


def _translate(made: File, config: MkDocsConfig) -> None:
    """Put a file where mkdocs-static-i18n puts those of the language that is built, and tell it so."""
    language = str(getattr(config.plugins[_I18N], "current_language", ""))
    made.dest_uri = in_language(made.dest_uri, config)
    facts = {
        "locale": language,
        "localization": None,
        "locale_alternate_of": language,
        "norm_src_uri": made.src_uri,
        "alternates": {language: made},
    }
    for name, value in facts.items():
        setattr(made, name, value)
