"""A long index as several pages, and the rows of all errors for the filter, which knows those of every page.

The first page stays at the index's own address. The others are at addresses that nobody is promised: what is
on them moves on with every new error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.template import Hole, parse
from errorbook.site.listings import Group, Listing
from errorbook.site.rendering import labels
from errorbook.site.site_info import SiteInfo

MOST = 500
"""The rows on a page: some 300 KB of HTML, which servers send as 30."""
_NEAR = 2
"""How many pages before and after a page it links to, beside the first and the last."""


Choices = Mapping[str, tuple[str, ...]]
"""The values that errors have, by what they can be filtered by."""


@dataclass(frozen=True)
class Part:
    """One page of an index: which of how many it is, what it lists, and what is said of the whole index."""

    whole: Listing
    """The index without what it lists."""
    count: int
    number: int
    uris: tuple[str, ...]
    groups: tuple[Group, ...]
    choices: Choices
    """Those of all that the index lists, where it has several pages."""

    @property
    def uri(self) -> str:
        """Where this page is."""
        return self.uris[self.number - 1]

    @cached_property
    def reviewed(self) -> str:
        """The day of the latest review of what it lists, or nothing."""
        days = (entry.reviewed for group in self.groups for entry in group.entries)
        return max(filter(None, days), default="")

    @property
    def linked(self) -> list[int]:
        """The numbers of the pages to link to; 0 stands for those that are left out."""
        last = len(self.uris)
        shown = sorted({1, *range(max(1, self.number - _NEAR), min(last, self.number + _NEAR) + 1), last})
        found: list[int] = []
        for before, number in zip((0, *shown), shown, strict=False):
            found += (number,) if number == before + 1 else (0, number)
        return found


def split(listing: Listing, site: SiteInfo) -> list[Part]:
    """Return the pages of an index: one, unless it is long."""
    pages = list(_pages(listing.groups)) or [()]
    path = listing.uri.removeprefix(f"{site.errors_path}/").split("/")[:-1]
    more = (site.index_uri("by", "page", *path, str(number)) for number in range(2, len(pages) + 1))
    whole, count, uris = replace(listing, groups=()), listing.count, (listing.uri, *more)
    choices = _choices(listing) if len(pages) > 1 else {}
    return [Part(whole, count, number, uris, groups, choices) for number, groups in enumerate(pages, 1)]


def is_long(listing: Listing) -> bool:
    """Tell whether an index has more rows than a page of it may have."""
    return sum(len(group.entries) for group in listing.groups) > MOST


def rows(catalogue: Catalogue, site: SiteInfo) -> list[list[object]]:
    """Return what the filter shows of each listed error, and what it finds it by.

    Of each: id, url, title, message as texts and holes in turn, note, values of each facet, codes, and the
    title's language where it is not the pages'.
    """
    memory = catalogue.memory
    same = memory.same("site of rows of the filter", site)
    return [
        memory.keep_for_next("row of the filter", entry.id, (entry, same), partial(_row, entry, site))
        for entry in publication.listed(catalogue)
    ]


def _row(entry: Entry, site: SiteInfo) -> list[object]:
    return [
        entry.id,
        site.entry_url(entry),
        entry.title,
        _message(entry),
        site.wording.say("status.not-emitted.short") if entry.status == "not-emitted" else "",
        list(_facets(entry).values()),
        " ".join(code.code for code in entry.codes),
        site.foreign(entry.language),
    ]


def _message(entry: Entry) -> list[str]:
    """Return an entry's first message: texts at even places, what belongs in holes at odd ones."""
    names, found = labels(entry.values), [""]
    for part in parse(entry.messages[0].text) if entry.messages else ():
        if isinstance(part, Hole):
            found += (names[part.name], "")
        else:
            found[-1] += part
    return found


def _facets(entry: Entry) -> Choices:
    return {
        "system": publication.connections(entry),
        "record": tuple(entry.records),
        "severity": (entry.severity,),
        "fixable": tuple(entry.fixable_by),
    }


def _choices(listing: Listing) -> Choices:
    found: dict[str, dict[str, None]] = {}
    for group in listing.groups:
        for entry in group.entries:
            for name, values in _facets(entry).items():
                found.setdefault(name, {}).update(dict.fromkeys(values))
    return {name: tuple(values) for name, values in found.items()}


def _pages(groups: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    """Yield the groups of each page; one that does not fit goes on under the same heading."""
    page: list[Group] = []
    room = MOST
    for group in groups:
        entries = group.entries
        while entries:
            page.append(replace(group, entries=entries[:room]))
            entries, room = entries[room:], room - len(entries[:room])
            if room == 0:
                yield tuple(page)
                page, room = [], MOST
    if page:
        yield tuple(page)
