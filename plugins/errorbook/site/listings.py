"""Which errors each index page lists, in what groups, and how the indexes lead to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site.site_info import SiteInfo

Beside = Sequence[tuple[str, Entry]]
"""The entries before and after another, each by the name of that relation in HTML."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of a listing's entries under one heading."""

    name: str
    about: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One index page: where it is, what it is about and what it lists.

    ``way`` names the kind of index it is and ``label`` what the other indexes call it; ``facet`` is what
    all have that it lists, as in "system=shop".
    """

    uri: str
    way: str
    label: str
    title: str
    about: str
    groups: tuple[Group, ...]
    facet: str = ""

    @property
    def count(self) -> int:
        """How many different errors it lists."""
        return len({entry.id for group in self.groups for entry in group.entries})


@dataclass(frozen=True, slots=True)
class Way:
    """One kind of index and its pages."""

    name: str
    listings: tuple[Listing, ...]


def build(catalogue: Catalogue, site: SiteInfo) -> list[Listing]:
    """Return every index that has something to list, the one of all errors first."""
    sources = (catalogue.entries, catalogue.vocabulary, site)
    return catalogue.memory.keep("listings", "", sources, lambda: _build(catalogue, site))


def _build(catalogue: Catalogue, site: SiteInfo) -> list[Listing]:
    site = site.worded(catalogue.vocabulary)
    found = [_all(catalogue, site), *_systems(catalogue, site), *_records(catalogue, site)]
    found += [*_fixable(catalogue, site), *_severity(catalogue, site), _codes(catalogue, site)]
    return [found[0], *(listing for listing in found[1:] if listing.count)]


def ways(listings: Sequence[Listing]) -> list[Way]:
    """Return the indexes by kind, without the one of all errors."""
    kinds = dict.fromkeys(listing.way for listing in listings if listing.way)
    return [Way(kind, tuple(listing for listing in listings if listing.way == kind)) for kind in kinds]


def beside(catalogue: Catalogue) -> dict[str, Beside]:
    """Return what stands before and after each listed entry among those of its system, by the entry's id."""
    found: dict[str, Beside] = {}
    for entries in _by(lambda entry: (entry.system,), catalogue).values():
        for before, entry, after in zip((None, *entries), entries, (*entries[1:], None), strict=False):
            pairs = (("prev", before), ("next", after))
            found[entry.id] = tuple((name, other) for name, other in pairs if other)
    return found


def _all(catalogue: Catalogue, site: SiteInfo) -> Listing:
    connected = _by(publication.connections, catalogue)
    groups = tuple(
        Group(system.name, system.about or "", entries)
        for slug, system in catalogue.vocabulary.systems.items()
        if (entries := connected.get(slug))
    )
    say = site.wording.say
    title = say("index.all_of", name=catalogue.vocabulary.name)
    return Listing(site.index_uri(), "", say("index.all"), title, say("index.all_about"), groups)


def _systems(catalogue: Catalogue, site: SiteInfo) -> Iterator[Listing]:
    say = site.wording.say
    connected = _by(publication.connections, catalogue)
    for slug, system in catalogue.vocabulary.systems.items():
        groups = _by_system(catalogue, connected.get(slug, ()))
        # Its own errors first, then those that others report for it.
        groups = tuple(sorted(groups, key=lambda group: group.name != system.name))
        about = system.about or say("index.product_about", product=system.name)
        title = say("index.product_title", product=system.name)
        yield Listing(
            site.index_uri(slug), say("index.by_product"), system.name, title, about, groups, f"system={slug}"
        )


def _by(keys: Callable[[Entry], Iterable[str]], catalogue: Catalogue) -> dict[str, tuple[Entry, ...]]:
    """Return the listed entries by each of their keys, in one pass."""
    found: dict[str, list[Entry]] = {}
    for entry in publication.listed(catalogue):
        for key in dict.fromkeys(keys(entry)):
            found.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _records(catalogue: Catalogue, site: SiteInfo) -> Iterator[Listing]:
    say = site.wording.say
    failing = _by(lambda entry: entry.records, catalogue)
    for slug, record in catalogue.vocabulary.records.items():
        groups = _by_system(catalogue, failing.get(slug, ()))
        about = record.about or say("index.record_about", records=site.wording.inside(record.name))
        title = say("index.record_title", records=record.name)
        uri = site.index_uri("records", slug)
        yield Listing(uri, say("index.by_record"), record.name, title, about, groups, f"record={slug}")


def _fixable(catalogue: Catalogue, site: SiteInfo) -> Iterator[Listing]:
    say = site.wording.say
    for who in catalogue.vocabulary.fixable_by:
        name = say(f"fixer.{who}")
        groups = _by_system(
            catalogue, [entry for entry in publication.listed(catalogue) if who in entry.fixable_by]
        )
        uri = site.index_uri("by", "fixable", who)
        label, title = name[0].upper() + name[1:], say("index.fixer_title", who=name)
        about, facet = say("index.fixer_about"), f"fixable={who}"
        yield Listing(uri, say("index.by_fixer"), label, title, about, groups, facet)


def _severity(catalogue: Catalogue, site: SiteInfo) -> Iterator[Listing]:
    say = site.wording.say
    for severity in catalogue.vocabulary.severities:
        name = say(f"severity.{severity}")
        groups = _by_system(
            catalogue, [entry for entry in publication.listed(catalogue) if entry.severity == severity]
        )
        uri = site.index_uri("by", "severity", severity)
        about, facet = say("index.severity_about"), f"severity={severity}"
        yield Listing(uri, say("index.by_severity"), name, name, about, groups, facet)


def _codes(catalogue: Catalogue, site: SiteInfo) -> Listing:
    systems = catalogue.vocabulary.systems
    order = {slug: place for place, slug in enumerate(systems)}
    rows: dict[tuple[str, str], list[Entry]] = {}
    for entry in publication.listed(catalogue):
        for row in dict.fromkeys((code.system, code.code) for code in entry.codes):
            rows.setdefault(row, []).append(entry)
    groups = tuple(
        Group(f"{systems[system].name if system in systems else system} {code}", "", tuple(entries))
        for (system, code), entries in sorted(
            rows.items(), key=lambda row: (order.get(row[0][0], -1), row[0])
        )
    )
    say = site.wording.say
    uri, title = site.index_uri("by", "code"), say("index.code_title")
    about = say("index.code_about")
    return Listing(uri, say("index.by_code"), say("index.codes"), title, about, groups, "codes")


def _by_system(catalogue: Catalogue, entries: Sequence[Entry]) -> tuple[Group, ...]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.system, []).append(entry)
    systems = catalogue.vocabulary.systems
    order = {slug: place for place, slug in enumerate(systems)}
    return tuple(
        Group(systems[slug].name, "", tuple(found[slug])) for slug in sorted(found, key=order.__getitem__)
    )
