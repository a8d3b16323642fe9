"""Makes MkDocs files of what we generate: each with a source on disk, and in the language that is built."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from errorbook.pages import Page
from errorbook.site_info import SiteFile

_I18N = "i18n"
"""The name of mkdocs-static-i18n, which builds the site once for each language."""


class OwnFiles:
    """Keeps the sources of our files in a folder, which goes with this object.

    MkDocs needs no source on disk, but many plugins read the path of a page's source, and stop at None.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="errorbook-"))
        self._uris: set[str] = set()
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def begin(self) -> None:
        """Forget the files of the build before."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._uris.clear()

    def owns(self, file: File) -> bool:
        """Tell whether a page is one of ours."""
        return file.src_uri in self._uris

    def page(self, page: Page, config: MkDocsConfig) -> File:
        """Return a page; only those that navigation leads to may be missed in it."""
        inclusion = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
        self._uris.add(page.uri)
        made = File.generated(config, page.uri, content=page.markdown, inclusion=inclusion)
        return self._kept(made, page.markdown, config)

    def file(self, file: SiteFile, config: MkDocsConfig) -> File:
        """Return a file to be served as it is; Markdown among them must not look like a page."""
        is_markdown = file.uri.endswith(".md")
        uri = f"{file.uri}.txt" if is_markdown else file.uri
        made = File.generated(config, uri, content=file.content, inclusion=InclusionLevel.INCLUDED)
        if is_markdown:
            made.dest_uri = file.uri
        return self._kept(made, file.content, config)

    def _kept(self, made: File, content: str | bytes, config: MkDocsConfig) -> File:
        path = self._folder / made.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        made.abs_src_path = str(path)
        if is_translated(config):
            _translate(made, config)
        return made


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
