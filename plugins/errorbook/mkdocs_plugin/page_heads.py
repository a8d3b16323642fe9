"""Puts into the head of MkDocs's pages what themes leave out."""

from __future__ import annotations

from html import unescape
from urllib.parse import unquote

from mkdocs.structure.pages import Page

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site import html_head
from errorbook.site.site_info import SiteInfo


def described(html: str, page: Page, entry: Entry | None, catalogue: Catalogue, site: SiteInfo) -> str:
    """Return a page that tells machines what it is about."""
    about = html_head.About(
        url=unquote(page.url),
        # Ours are escaped already, because themes print them as they are.
        title=unescape(page.meta.get("title") or page.title or site.name),
        description=unescape(page.meta.get("description") or site.description),
        entry=entry,
        robots=page.meta.get("robots", ""),
    )
    return html.replace("</head>", f"{html_head.build(about, catalogue, site)}</head>", 1)
