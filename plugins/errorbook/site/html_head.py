"""What a page tells machines in its head: previews for chats, structured data, its Markdown, the search."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site import feed
from errorbook.site.rendering import render
from errorbook.site.site_info import SiteFile, SiteInfo

SEARCH = "opensearch.xml"
_SCHEMA_ORG = "https://schema.org"


@dataclass(frozen=True, slots=True)
class About:
    """What a page is about; ``entry`` is the one it explains, if it is an entry's page."""

    url: str
    title: str
    description: str
    entry: Entry | None = None
    robots: str = ""


def build(about: About, catalogue: Catalogue, site: SiteInfo) -> str:
    """Return the HTML to add to a page's head."""
    entry = about.entry
    return render(
        "head.html.jinja",
        site.wording,
        about=about,
        site=site,
        address=site.canonical(about.url),
        data=_as_script(linked_data(about, entry, catalogue, site)) if entry else "",
        markdown=site.between(about.url, site.markdown(about.url)) if entry else "",
        json=site.between(about.url, f"api/v1/errors/{entry.id}.json") if entry else "",
        search=site.between(about.url, SEARCH) if site.site_url else "",
        feed=site.between(about.url, feed.NAME) if feed.is_there(catalogue, site) else "",
    )


def linked_data(about: About, entry: Entry, catalogue: Catalogue, site: SiteInfo) -> dict[str, Any]:
    """Return an entry's page as schema.org describes articles and the way to them."""

    def address(url: str) -> str:
        # Readers of the page take what is not whole as relative to it, as they do with links.
        return site.canonical(url) or site.between(about.url, url)

    publisher = {"@type": "Organization", "name": site.name or catalogue.vocabulary.name}
    system = catalogue.vocabulary.systems[entry.system].name
    article = {
        "@type": "TechArticle",
        "@id": address(about.url),
        "url": address(about.url),
        "identifier": entry.id,
        "headline": about.title,
        "description": about.description,
        "inLanguage": site.language if entry.language == site.plain_language else entry.language,
        "keywords": [system, *(code.code for code in entry.codes)],
        "author": publisher,
        "publisher": publisher,
        "isPartOf": {"@type": "WebSite", "name": publisher["name"], "url": address("")},
    }
    if entry.reviewed:
        article["dateModified"] = entry.reviewed
    way = [
        (publisher["name"], ""),
        (site.wording.say("index.all_of", name=catalogue.vocabulary.name), site.url(site.index_uri())),
        (system, site.url(site.index_uri(entry.system))),
        (about.title, about.url),
    ]
    crumbs = [
        {"@type": "ListItem", "position": position, "name": name, "item": address(url)}
        for position, (name, url) in enumerate(way, 1)
    ]
    return {
        "@context": _SCHEMA_ORG,
        "@graph": [article, {"@type": "BreadcrumbList", "itemListElement": crumbs}],
    }


def search_description(catalogue: Catalogue, site: SiteInfo) -> list[SiteFile]:
    """Return what lets a browser search the site from its address bar, where the site knows its address."""
    if not site.site_url:
        return []
    lookup = site.canonical(site.url(site.lookup_page))
    # The fragment, not a query: what people search for never reaches the server.
    text = render(
        "opensearch.xml.jinja",
        site.wording,
        name=site.name or catalogue.vocabulary.name,
        site=site,
        lookup=lookup,
    )
    return [SiteFile(SEARCH, text)]


def _as_script(data: dict[str, Any]) -> Markup:
    """Return data that no text in it can end early."""
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))
