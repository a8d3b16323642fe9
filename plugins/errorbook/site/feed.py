"""The feed of new and changed errors, newest review first: Atom, as RFC 4287 describes it.

Its days are those of reviews, so a build without a change writes the same bytes.
"""

from __future__ import annotations

from errorbook.catalogue import markup, publication
from errorbook.catalogue.model import Catalogue
from errorbook.site.rendering import blanks, render
from errorbook.site.site_info import SiteFile, SiteInfo

NAME = "feed.xml"
_MOST = 50


def is_there(catalogue: Catalogue, site: SiteInfo) -> bool:
    """Tell whether a site has a feed: it knows its address, and one of its entries was reviewed."""
    return bool(site.site_url) and any(entry.reviewed for entry in publication.listed(catalogue))


def build(catalogue: Catalogue, site: SiteInfo) -> list[SiteFile]:
    """Return the feed, where there is one."""
    if not is_there(catalogue, site):
        return []
    dated = [(entry.reviewed, entry) for entry in publication.listed(catalogue) if entry.reviewed]
    newest = sorted(dated, key=lambda each: (each[0], each[1].id), reverse=True)[:_MOST]
    items = [
        {
            "id": site.canonical(site.permalink(entry.id)),
            "title": entry.title,
            "url": site.canonical(site.entry_url(entry)),
            "day": day,
            "summary": markup.plain(entry.summary or entry.causes[0].text, blanks(entry.values)),
        }
        for day, entry in newest
    ]
    text = render(
        "feed.xml.jinja",
        site.wording,
        name=site.name or catalogue.vocabulary.name,
        home=site.canonical(""),
        address=site.canonical(NAME),
        language=site.language,
        items=items,
    )
    return [SiteFile(NAME, text)]
