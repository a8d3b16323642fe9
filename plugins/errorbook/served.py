"""Every file a site serves besides its pages and what the browser runs: for machines, and for old links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from errorbook import api, head, listings, plain_pages, redirects
from errorbook.model import Catalogue
from errorbook.redirects import Redirect
from errorbook.site_info import SiteFile, SiteInfo


def build(
    catalogue: Catalogue,
    site: SiteInfo,
    script: SiteFile,
    written: Iterable[str] = (),
) -> list[SiteFile]:
    """Return the files; ``script`` is that of redirects, ``written`` the urls of what others add."""
    plan = redirects.plan(catalogue, site)
    documents = _documents(catalogue, site, plan)
    return [
        *redirects.pages(plan, site, script),
        *documents,
        api.redirect_list(plan),
        api.address_list({*written, *pages(catalogue, site), *_urls(plan, documents)}, site),
        *head.search_description(catalogue, site),
    ]


def promised(catalogue: Catalogue, site: SiteInfo, written: Iterable[str]) -> set[str]:
    """Return every url that others may keep: of pages, of redirects and of documents for programs."""
    plan = redirects.plan(catalogue, site)
    own = {*pages(catalogue, site), *_urls(plan, _documents(catalogue, site, plan))}
    return {*written, *own, api.REDIRECTS, api.ADDRESSES}


def pages(catalogue: Catalogue, site: SiteInfo) -> list[str]:
    """Return the urls of the catalogue's own pages."""
    entries = (entry for entry in catalogue.entries if listings.has_page(entry, catalogue))
    indexes = listings.build(catalogue, site)
    return [*map(site.entry_url, entries), *(site.url(listing.uri) for listing in indexes)]


def _documents(catalogue: Catalogue, site: SiteInfo, plan: Sequence[Redirect]) -> list[SiteFile]:
    return [*plain_pages.build(catalogue, site, plan), *api.build(catalogue, site)]


def _urls(plan: Iterable[Redirect], documents: Iterable[SiteFile]) -> set[str]:
    return {*(redirect.source for redirect in plan), *(document.uri for document in documents)}
