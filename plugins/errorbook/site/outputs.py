"""Every file a site serves besides its pages and what the browser runs: for machines, and for old links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue
from errorbook.common.problems import Problem
from errorbook.site import (
    browser_files,
    feed,
    html_head,
    index_parts,
    listings,
    markdown_pages,
    redirects,
    skill,
)
from errorbook.site.api import endpoints
from errorbook.site.redirects import Redirect
from errorbook.site.site_info import SiteFile, SiteInfo


def build(
    catalogue: Catalogue,
    site: SiteInfo,
    script: SiteFile,
    written: Iterable[str] = (),
) -> Iterator[SiteFile]:
    """Yield the files, each made when those before are done with.

    ``script`` is that of redirects, ``written`` the urls of what others add.
    """
    plan = redirects.plan(catalogue, site)
    promised = {*written, *pages(catalogue, site), *(redirect.source for redirect in plan)}
    yield from redirects.pages(plan, site, script, catalogue.memory)
    for document in _documents(catalogue, site, plan):
        promised.add(document.uri)
        yield document
    yield catalogue.memory.keep_for_next("redirect list", "", plan, lambda: endpoints.redirect_list(plan))
    yield endpoints.address_list(promised, site)
    yield from html_head.search_description(catalogue, site)
    yield from feed.build(catalogue, site)


def promised(catalogue: Catalogue, site: SiteInfo, written: Iterable[str]) -> set[str]:
    """Return every url that others may keep: of pages, of redirects and of documents for programs."""
    plan = redirects.plan(catalogue, site)
    documents = (document.uri for document in _documents(catalogue, site, plan))
    own = {*pages(catalogue, site), *(redirect.source for redirect in plan), *documents}
    return {*written, *own, endpoints.REDIRECTS, endpoints.ADDRESSES}


def pages(catalogue: Catalogue, site: SiteInfo) -> list[str]:
    """Return the urls of the catalogue's own pages, of each index the first: the others move on."""
    entries = (entry for entry in catalogue.entries if publication.has_page(entry, catalogue))
    indexes = listings.build(catalogue, site)
    return [*map(site.entry_url, entries), *(site.url(listing.uri) for listing in indexes)]


def taken(destinations: Iterable[str], catalogue: Catalogue, site: SiteInfo) -> set[str]:
    """Return those of the files of others that would be written where the catalogue's own files are.

    Moved pages are left out: ``redirects.faults`` tells which of them are still there.
    """
    plan = redirects.plan(catalogue, site)
    lists = {endpoints.REDIRECTS, endpoints.ADDRESSES, html_head.SEARCH, feed.NAME, browser_files.EMBED}
    parts = (part for each in listings.build(catalogue, site) for part in index_parts.split(each, site))
    urls = [*pages(catalogue, site), *(redirect.source for redirect in plan if redirect.id)]
    urls += [site.url(part.uri) for part in parts]
    own = {*map(site.file, urls), *lists}
    if site.plain_pages:
        own |= {markdown_pages.LIST, markdown_pages.WHOLE, skill.NAME}
    # Only for files that may be one of many: the documents cost as much as all entries.
    folders = (f"{site.errors_path}/", f"{endpoints.FOLDER}/")
    if any(each.startswith(folders) and not each.endswith(".html") for each in destinations):
        own |= {document.uri for document in _documents(catalogue, site, plan)}
    return own.intersection(destinations)


def clash(file: str, destination: str, site: SiteInfo) -> Problem:
    """Return the problem of a file of others that would be written where one of the catalogue's is."""
    what = f"takes the place of {destination}, which is written from the catalogue"
    below = destination.startswith(f"{site.errors_path}/")
    fix = f"Give it another name{', or set errors_path to another folder' if below else ''}"
    return Problem.of(file, what, fix, rule="address")


def clashes(others: Mapping[str, str], catalogue: Catalogue, site: SiteInfo) -> list[Problem]:
    """Return the problem of each file of others, by destination, that takes the place of one of ours."""
    found = taken(others, catalogue, site)
    return [clash(file, destination, site) for destination, file in others.items() if destination in found]


def _documents(catalogue: Catalogue, site: SiteInfo, plan: Sequence[Redirect]) -> Iterator[SiteFile]:
    yield from markdown_pages.build(catalogue, site, plan)
    yield from endpoints.build(catalogue, site)
