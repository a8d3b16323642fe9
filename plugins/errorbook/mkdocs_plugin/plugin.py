"""The MkDocs adapter: hooks that hand the catalogue to the core and its results to MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from errorbook.catalogue import reader, translating
from errorbook.catalogue.model import Catalogue
from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Problem
from errorbook.mkdocs_plugin.auditing import Audit
from errorbook.mkdocs_plugin.config import ErrorbookConfig, language, look
from errorbook.mkdocs_plugin.files import (
    OwnFiles,
    in_language,
    is_translated,
    load_everywhere,
    redirect_again,
    source_uri,
    urls_of_written,
)
from errorbook.site import (
    browser_files,
    content_policy,
    html_head,
    images,
    markers,
    not_found,
    outputs,
    pages,
    redirects,
    server_files,
    written_pages,
    written_pictures,
)
from errorbook.site.bundle import BundleError
from errorbook.site.compact import CompactError
from errorbook.site.site_info import SiteInfo
from errorbook.site.site_search import SiteSearch

_log = get_plugin_logger(__name__)
_PACKAGE = Path(__file__).parents[1]
_UNDATED = "1980-01-01"
"""The day of pages without one: MkDocs needs a day to compress the sitemap with."""


class ErrorbookPlugin(BasePlugin[ErrorbookConfig]):
    """Adds the catalogue's pages, the browser's files and the blocks of written pages to a site."""

    catalogue: Catalogue
    site: SiteInfo
    code: browser_files.Code
    data: browser_files.Data

    def __init__(self) -> None:
        """Begin without a build."""
        super().__init__()
        self.own = OwnFiles()
        self.search = SiteSearch()
        self.audit = Audit()

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
        """Stop at pages that never end, such as a pipe, before MkDocs waits for them."""
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
        all_files = self._add(files, config) if is_translated(config) else files
        self.audit.pages(all_files, self.own, self.catalogue, self.site, self.config.examples)
        redirect_again(config, all_files)
        return all_files

    on_files = CombinedEvent(_files_early, _files_late)

    def _add(self, files: Files, config: MkDocsConfig) -> Files:
        try:
            loaded = reader.read(Path(self.config.errors_dir))
        except CatalogueError as error:
            raise PluginError(f"The catalogue cannot be used:\n{error}") from None
        self.own.begin()
        self.catalogue = translating.catalogue(loaded.catalogue, language(config))
        self.site = self.config.site(files, config).worded(self.catalogue.vocabulary)
        urls = urls_of_written(files, config)
        self.audit.catalogue(loaded, self.site, urls, self.config.published)
        self.data = browser_files.data(self.catalogue, self.site)
        for page in pages.build(self.catalogue, self.site, self.data.card_uris, self.code.scripts):
            self.own.page(page, files, config)
        others = outputs.build(self.catalogue, self.site, self.code.bundles["redirect"], urls)
        sending = [self.code.send] if self.site.feedback.kind == "endpoint" else []
        loader = browser_files.loader(self.code, self.data, self.site)
        built = (self.code, self.data, self.site)
        search = self.search.begin(*built, config.theme.dirs, config.plugins, in_language("", config))
        for file in (*self.code.files, *sending, loader, *search, *self.data.files, *others):
            self.own.file(file, files, config)
        for image in images.build(self.catalogue):
            self.own.file(image, files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take over the making of our pages."""
        self.own.parse(nav, files, config)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the markers of written pages; a guide without one ends with the errors it helps with."""
        if self.own.owns(page.file):
            return markdown
        uri = source_uri(page.file)
        for doubt in (*markers.doubts(uri, markdown), *written_pictures.doubts(uri, markdown)):
            _log.warning(str(doubt))
        return markers.fill(markers.with_errors(markdown, uri, self.site), self._blocks(uri))

    def _blocks(self, uri: str, to: Callable[[str], str] | None = None) -> dict[str, markers.Block]:
        index, scripts = self.data.index.uri, self.code.scripts
        return markers.build(uri, self.catalogue, self.site, index, scripts, self.config.examples, to)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Date pages by their review, not by the build: that is what the sitemap tells."""
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = str(file.page.meta.get("reviewed", _UNDATED))
        return env

    @event_priority(100)  # before the search reads a page
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the search an error in a few words, in place of its page."""
        entry = self.catalogue.entry(page.meta.get("errorbook_id", ""))
        if entry:
            page.meta["search"] = self.search.take(page.url, page.meta, entry, config.plugins)
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out of the sitemap the day of pages that have none, and put the lookup into the 404 page."""
        if template_name == not_found.NAME:
            blocks = self._blocks(self.site.lookup_page, not_found.linker(self.site))
            output = not_found.fill(output, blocks["lookup"](), self.code, self.site)
        return self.search.page(output.replace(f"<lastmod>{_UNDATED}</lastmod>", ""))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell machines what a page is about, which themes leave out."""
        entry = self.catalogue.entry(page.meta.get("errorbook_id", ""))
        about = html_head.About(
            url=unquote(page.url),
            # Ours are escaped already, because themes print them as they are.
            title=unescape(page.meta.get("title") or page.title or self.site.name),
            description=unescape(page.meta.get("description") or self.site.description),
            entry=entry,
            robots=page.meta.get("robots", ""),
        )
        added = html_head.build(about, self.catalogue, self.site)
        return self.search.page(output.replace("</head>", f"{added}</head>", 1), page.url, entry)

    @event_priority(-100)  # after every plugin that changes pages: the policy holds hashes of their scripts
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Shorten the search index, and write what web servers need to know, now that all is there."""
        for uri in self.own.overwritten(Path(config.site_dir)):
            what = "was written from the catalogue, and another plugin put a file in its place"
            fix = "Let that plugin write elsewhere, or remove it"
            _log.warning(str(Problem(uri, 0, 0, "", what, fix, "warning", "address")))
        self.search.end(Path(config.site_dir))
        hosts = [host for host in server_files.HOSTS if host in self.config.redirect_files]
        if not hosts:
            return
        folder = Path(config.site_dir)
        endpoint = self.site.feedback.to if self.site.feedback.kind == "endpoint" else ""
        html = (path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*.html")))
        policy = content_policy.build(html, self.config.frame_ancestors, endpoint)
        plan = redirects.plan(self.catalogue, self.site)
        uris = [path.relative_to(folder).as_posix() for path in folder.rglob("*.*")]
        for file in server_files.build(hosts, plan, self.site, policy, uris):
            (folder / file.uri).write_text(file.content, "utf-8", newline="\n")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when the catalogue, a template or a script changes."""
        for folder in (self.config.errors_dir, _PACKAGE / "site/templates", _PACKAGE / "assets"):
            server.watch(str(folder))
        return server
