"""The MkDocs adapter: hooks that hand the catalogue to the core and its results to MkDocs."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from errorbook.catalogue import reader, translating
from errorbook.catalogue.model import Catalogue
from errorbook.catalogue.reader import Loaded
from errorbook.common import reading
from errorbook.common.memory import Memory, growing
from errorbook.common.problems import CatalogueError, Problem
from errorbook.mkdocs_plugin import dates, hosting, page_heads, refusals, shells
from errorbook.mkdocs_plugin.auditing import Audit
from errorbook.mkdocs_plugin.config import ErrorbookConfig, language, look
from errorbook.mkdocs_plugin.files import (
    Made,
    OwnFiles,
    in_language,
    is_translated,
    load_everywhere,
    redirect_again,
    source_uri,
    urls_of_written,
)
from errorbook.mkdocs_plugin.own_pages import OwnPage
from errorbook.mkdocs_plugin.preview import Preview
from errorbook.site import (
    browser_files,
    images,
    markers,
    not_found,
    outputs,
    pages,
    rendering,
    written_pages,
)
from errorbook.site.bundle import BundleError
from errorbook.site.compact import CompactError
from errorbook.site.site_info import SiteInfo
from errorbook.site.site_search import SiteSearch

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_log = get_plugin_logger(__name__)
_PACKAGE = Path(__file__).parents[1]


class ErrorbookPlugin(BasePlugin[ErrorbookConfig]):
    """Adds the catalogue's pages, the browser's files and the blocks of written pages to a site."""

    catalogue: Catalogue
    site: SiteInfo
    code: browser_files.Code
    index_uri: str

    def __init__(self) -> None:
        """Begin without a build."""
        super().__init__()
        self.own = OwnFiles()
        self.search = SiteSearch()
        self.audit = Audit()
        self.memory = Memory()
        self.preview = Preview(self)
        self.alone = False

    @property
    def errors(self) -> Path:
        """The folder of the catalogue."""
        return Path(self.config.errors_dir)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether an author is at work on the site, with entries half written."""
        self.audit.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Name the script and the style sheet on every page, before those of the site's author."""
        try:
            self.code = browser_files.code(wording=self.config.wording(config), look=look(config))
        except (BundleError, CompactError) as error:
            raise PluginError(str(error)) from None
        load_everywhere(self.code, config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Stop before MkDocs empties the catalogue's folder, publishes its files, or waits for a pipe."""
        if found := list(refusals.told(config, self.errors, self)):
            raise PluginError("\n".join(found))
        gc.unfreeze()
        self.preview.begin()
        if rendering.refresh():
            self.memory = Memory()
        try:
            written_pages.files(Path(config.docs_dir), reading.shown(Path(config.docs_dir)))
        except CatalogueError as error:
            raise PluginError(f"The pages cannot be read:\n{error}") from None

    def _files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the catalogue and add its pages and files; another plugin may change them after us."""
        return files if is_translated(config) else self._add(files, config)

    @event_priority(-150)
    def _files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add them behind mkdocs-static-i18n, which drops pages outside the content folder; look at all."""
        files = self._add(files, config) if is_translated(config) else files
        self.audit.pages(files, self.own, self.catalogue, self.site, self.config.examples)
        redirect_again(config, files)
        return files

    on_files = CombinedEvent(_files_early, _files_late)

    @growing()
    def _add(self, files: Files, config: MkDocsConfig) -> Files:
        self.own.begin()
        # A site that is served, or built in several languages, asks again for what was made.
        self.memory.lasts = self.audit.serving or is_translated(config)
        self.layout, self.urls = self.config.site(files, config), urls_of_written(files, config)
        try:
            self.audit.catalogue(self._read(config), self.site, self.urls, self.config.published)
            for made in self._make(config):
                self.own.add(made, files, config)
        except CatalogueError as error:
            raise PluginError(f"The catalogue cannot be used:\n{error}") from None
        self.memory.forget()
        gc.freeze()  # what was made stays until the site is built: no garbage is looked for in it
        return files

    @growing()
    def again(self, config: MkDocsConfig) -> list[Made]:
        """Read the catalogue and return its pages and files; raises CatalogueError."""
        self.audit.hold()
        loaded = self._read(config)
        self.audit.later(loaded, self.site, self.urls, self.config.published)
        return list(self._make(config))

    def _read(self, config: MkDocsConfig) -> Loaded:
        """Read the catalogue, which becomes that of the site: while somebody writes, what is sound of it."""
        loaded = (reader.survey if self.audit.serving else reader.read)(self.errors, self.memory)
        self.catalogue = translating.catalogue(loaded.catalogue, language(config))
        self.site = self.layout.worded(self.catalogue.vocabulary)
        return loaded

    def _make(self, config: MkDocsConfig) -> Iterator[Made]:
        """Yield the pages and the files of the catalogue; each is made when those before are done with."""
        data = browser_files.data(self.catalogue, self.site)
        self.index_uri = data.index.uri
        where = data.card_uris, self.code.scripts, data.all_rows
        sending = [self.code.send] if self.site.feedback.kind == "endpoint" else []
        built = (self.code, data, self.site)
        loader = browser_files.loader(*built)
        search = self.search.begin(*built, config.theme.dirs, config.plugins, in_language("", config))
        yield from (*self.code.files, *sending, loader, *search, *data.files)
        del data, built
        yield from pages.one_by_one(self.catalogue, self.site, *where)
        yield from outputs.build(self.catalogue, self.site, self.code.bundles["redirect"], self.urls)
        yield from images.build(self.catalogue)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take over the making of our pages."""
        self.own.parse(nav, files, config, self.site.wording.say("index.section"))
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the markers of written pages; a guide without one ends with the errors it helps with."""
        if self.own.owns(page.file):
            return markdown
        uri = source_uri(page.file)
        for doubt in written_pages.doubts(uri, markdown):
            _log.warning(str(doubt))
        filled = self.filled(uri, markdown)
        self.preview.wrote(page.file, uri, markdown, filled)
        return filled

    def filled(self, uri: str, markdown: str) -> str:
        """Return a written page with its markers filled."""
        return markers.fill(markers.with_errors(markdown, uri, self.site), self._blocks(uri))

    def _blocks(self, uri: str, to: Callable[[str], str] | None = None) -> dict[str, markers.Block]:
        where = self.index_uri, self.code.scripts
        return markers.build(uri, self.catalogue, self.site, *where, self.config.examples, to)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Date pages, and take over the theme's part of ours."""
        dates.put(files.documentation_pages())
        self.alone = shells.use(env, config, self)
        gc.freeze()  # so do the pages that were made since
        if self.audit.serving and not self.config.redirect_files:
            self.preview.remember(config, files, self.nav, env)
        return env

    @event_priority(100)  # before the search reads a page
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the search an error in a few words, in place of its page; say a written page's language."""
        if entry := self.catalogue.entry(page.meta.get("errorbook_id", "")):
            page.meta["search"] = self.search.take(page.url, page.meta, entry, config.plugins)
        if self.alone and isinstance(page, OwnPage):
            page.withhold()
        elif not isinstance(page, OwnPage):
            page.content = written_pages.in_language(page.content or "", page.meta, self.site)
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out of the sitemap the day of pages that have none, and put the lookup into the 404 page."""
        if template_name == not_found.NAME:
            blocks = self._blocks(self.site.lookup_page, not_found.linker(self.site))
            output = not_found.fill(output, blocks["lookup"](), self.code, self.site)
        return self.search.page(dates.told(output))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell machines what a page is about, which themes leave out."""
        entry = self.catalogue.entry(page.meta.get("errorbook_id", ""))
        described = page_heads.described(output, page, entry, self.catalogue, self.site)
        return self.search.page(described, page.url, entry)

    @event_priority(-100)  # after every plugin that changes pages: the policy holds hashes of their scripts
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Shorten the search index, and write what web servers need to know, now that all is there."""
        for uri in () if self.alone else self.own.overwritten(Path(config.site_dir)):
            what = "was written from the catalogue, and another plugin put a file in its place"
            fix = "Let that plugin write elsewhere, or remove it"
            _log.warning(str(Problem.of(uri, what, fix, "warning", "address")))
        (gc.freeze if self.audit.serving else gc.unfreeze)()  # an edit makes little, and soon
        self.search.end(Path(config.site_dir))
        asked = self.config.redirect_files, self.config.frame_ancestors
        hosting.write(Path(config.site_dir), *asked, self.catalogue, self.site)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Rebuild when the catalogue, a template or a script changes: all, or what depends on an entry."""
        for folder in (self.config.errors_dir, _PACKAGE / "site/templates", _PACKAGE / "assets"):
            server.watch(str(folder))
        server.builder = self.preview.builder(server, builder)
        return server
