"""Pages of made-up catalogues, for the tests that read them."""

from __future__ import annotations

import markdown
from builders import make_catalogue

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site import pages
from errorbook.site.site_info import SiteInfo

SITE = SiteInfo(guides={"lock-dates": "Lock dates"}, where_page="where.md", contact_page="contact.md")


def page(catalogue: Catalogue, uri: str, site: SiteInfo = SITE) -> str:
    """Return the Markdown of a page."""
    return next(page.markdown for page in pages.build(catalogue, site) if page.uri == uri)


def entry_page(*entries: Entry, site: SiteInfo = SITE) -> str:
    """Return the Markdown of the first entry's page."""
    return page(make_catalogue(*entries), f"errors/{entries[0].address}.md", site)


def rendered(text: str) -> str:
    """Return the HTML that a page's Markdown becomes."""
    _, _, body = text.removeprefix("---\n").partition("\n---\n")
    return markdown.markdown(body, extensions=["toc", "attr_list", "tables", "md_in_html", "def_list"])
