"""The MkDocs adapter: hooks that hand the catalogue to the core and its results to MkDocs."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from errorbook import blocks, catalogue, listings, pages, redirects, site_files
from errorbook.bundle import BundleError
from errorbook.config import ErrorbookConfig
from errorbook.model import Catalogue
from errorbook.problems import CatalogueError
from errorbook.site_info import Contact, SiteInfo

_log = get_plugin_logger(__name__)
_PACKAGE = Path(__file__).parent


class ErrorbookPlugin(BasePlugin[ErrorbookConfig]):
    """Adds the catalogue's pages, the browser's files and the blocks of written pages to a site."""

    catalogue: Catalogue
    site: SiteInfo
    code: site_files.Code
    data: site_files.Data

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Name the script and the style sheet on every page, before those of the site's author."""
        try:
            self.code = site_files.code()
        except BundleError as error:
            raise PluginError(str(error)) from None
        script = ExtraScriptValue(self.code.script.uri)
        script.defer = True
        config.extra_javascript.insert(0, script)
        config.extra_css.insert(0, self.code.style.uri)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the catalogue and add its pages and files; another plugin may change them after us."""
        try:
            self.catalogue = catalogue.load(Path(self.config.errors_dir))
        except CatalogueError as error:
            raise PluginError(f"The catalogue cannot be used:\n{error}") from None
        self.site = self._site(files, config)
        self._doubts(files)
        self.data = site_files.data(self.catalogue, self.site)
        for page in pages.build(self.catalogue, self.site):
            inclusion = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.uri, content=page.markdown, inclusion=inclusion))
        plan = redirects.plan(self.catalogue, self.site)
        led = redirects.pages(plan, self.site, self.code.redirect)
        for file in (*self.code.files, *self.data.files, *led):
            files.append(File.generated(config, file.uri, content=file.content))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the markers of written pages; a guide without one ends with the errors it helps with."""
        if page.file.generated_by:
            return markdown
        uri = page.file.src_uri
        index, playground = self.data.index.uri, self.code.playground.uri
        available = blocks.build(uri, self.catalogue, self.site, index, playground, self.config.examples)
        for name in blocks.markers(markdown):
            if name not in available:
                _log.warning(
                    f"{uri}: nothing is called errorbook:{name}. Write one of {', '.join(available)}."
                )
        return blocks.fill(blocks.with_errors(markdown, uri, self.site), available)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep search engines from pages that say so, which themes have no option for."""
        robots = page.meta.get("robots")
        return (
            output.replace("</head>", f'<meta name="robots" content="{robots}"></head>', 1)
            if robots
            else output
        )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when the catalogue, a template or a script changes."""
        for folder in (self.config.errors_dir, _PACKAGE / "templates", _PACKAGE / "assets"):
            server.watch(str(folder))
        return server

    def _site(self, files: Files, config: MkDocsConfig) -> SiteInfo:
        """Return the site as its files and options describe it."""
        options, pages_of = self.config, files.src_uris
        guides = {
            Path(uri).stem: blocks.title(file.content_string, Path(uri).stem)
            for uri, file in pages_of.items()
            if uri.startswith(f"{options.guides_dir}/") and uri.endswith(".md")
        }
        return SiteInfo(
            errors_path=options.errors_path,
            lookup_page=options.lookup_page,
            guides_dir=options.guides_dir,
            where_page=options.where_page if options.where_page in pages_of else "",
            privacy_page=options.privacy_page if options.privacy_page in pages_of else "",
            contact_page=options.contact_page if options.contact_page in pages_of else "",
            contact=Contact(**options.contact),
            guides=dict(sorted(guides.items(), key=lambda guide: guide[1])),
            directory_urls=config.use_directory_urls,
            site_url=config.site_url or "",
        )

    def _doubts(self, files: Files) -> None:
        """Say what the site's pages lack; with --strict that ends the build."""
        lookup = files.get_file_from_path(self.site.lookup_page)
        if lookup is None or "lookup" not in blocks.markers(lookup.content_string):
            _log.warning(f"{self.site.lookup_page}: has no lookup. Add the line <!-- errorbook:lookup -->.")
        for entry_id in self.config.examples:
            if self.catalogue.entry(entry_id) is None:
                _log.warning(f"plugins.errorbook.examples: '{entry_id}' is not in the catalogue.")
        for entry in listings.listed(self.catalogue):
            for slug in entry.guides:
                if slug not in self.site.guides:
                    _log.warning(f"{entry.id}: guides: '{slug}' has no page {self.site.guide_uri(slug)}.")
