"""Turns the Markdown of a site into whole HTML pages, for who uses no generator."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from errorbook.catalogue.model import Catalogue
from errorbook.site import front_matter, html_head, markers, written_pages
from errorbook.site.browser_files import Code
from errorbook.site.rendering import render
from errorbook.site.site_info import SiteInfo

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "sane_lists", "tables", "toc")
"""What Markdown may hold: what MkDocs knows without being told, and what this package's pages use."""
_HEADING = re.compile(r"<h1\b")
_LINKS = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class Converter:
    """Makes the pages of one site; ``uris`` are all files that a page may link to by their sources."""

    catalogue: Catalogue
    site: SiteInfo
    code: Code
    uris: Collection[str]

    def page(self, uri: str, markdown: str) -> tuple[str, str]:
        """Return where the page of a Markdown file is written, and its HTML."""
        meta, text = front_matter.parted(markdown)
        url, to = self.site.url(uri), self.site.linker(uri)
        about = html_head.About(
            url=url,
            title=unescape(_text(meta, "title") or markers.title(text, posixpath.basename(uri)[:-3])),
            description=unescape(_text(meta, "description")) or self.site.description,
            entry=self.catalogue.entry(_text(meta, "errorbook_id")),
            robots=_text(meta, "robots"),
        )
        content = written_pages.in_language(_convert(text, self._relative(uri)), meta, self.site)
        html = render(
            "page.html.jinja",
            self.site.wording,
            about=about,
            site=self.site,
            language=self.site.language,
            head=Markup(html_head.build(about, self.catalogue, self.site)),
            content=Markup(content),
            titled=_HEADING.search(content) is not None,
            script=to(self.code.script.uri),
            style=to(self.code.style.uri),
            start=to(self.site.url(self.site.lookup_page)),
            errors=to(self.site.url(self.site.index_uri())),
        )
        return self.site.destination(uri), html

    def _relative(self, uri: str) -> Callable[[str], str]:
        """Return what turns a link between source files into the one between their pages."""
        to = self.site.linker(uri)

        def turned(link: str) -> str:
            parts = urlsplit(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path)))
            if parts.scheme or parts.netloc or not parts.path or target not in self.uris:
                return link
            return urlunsplit(parts._replace(path=to(self.site.url(target))))

        return turned


def _convert(text: str, turned: Callable[[str], str]) -> str:
    converter = Markdown(extensions=list(EXTENSIONS), output_format="html")
    converter.treeprocessors.register(_Links(converter, turned), "errorbook-links", 0)
    return converter.convert(text)


class _Links(Treeprocessor):
    """Makes the links of a page lead to pages instead of to their sources."""

    def __init__(self, converter: Markdown, turned: Callable[[str], str]) -> None:
        super().__init__(converter)
        self.turned = turned

    def run(self, root: Element) -> None:
        """Turn every link and every picture."""
        for element in root.iter():
            name = _LINKS.get(str(element.tag), "")
            if link := element.get(name):
                element.set(name, self.turned(link))


def _text(meta: Mapping[str, Any], name: str) -> str:
    value = meta.get(name)
    return value if isinstance(value, str) else ""
