"""The pages made from the catalogue, as Markdown: one for each entry, and the indexes that lead to them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from errorbook.catalogue import markup
from errorbook.catalogue.message import Message
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.memory import growing
from errorbook.site import cards, chart, index_parts, listings, markdown_pages, places, rows
from errorbook.site.rendering import blanks, in_language, labels, render
from errorbook.site.site_info import SiteInfo
from errorbook.wording import Wording

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """A page's source path and its Markdown; ``in_nav`` marks the one that navigation leads to."""

    uri: str
    markdown: str
    in_nav: bool = False


@dataclass(frozen=True, slots=True)
class Tools:
    """What the browser's tools of an entry's page are made from: where its card and their scripts are."""

    card: str
    scripts: Mapping[str, str]


@growing()
def build(
    catalogue: Catalogue,
    site: SiteInfo,
    card_uris: Mapping[str, str] = _NONE,
    scripts: Mapping[str, str] = _NONE,
    all_rows: str = "",
) -> list[Page]:
    """Return every page of the catalogue, as ``one_by_one`` yields them."""
    return list(one_by_one(catalogue, site, card_uris, scripts, all_rows))


def one_by_one(
    catalogue: Catalogue,
    site: SiteInfo,
    card_uris: Mapping[str, str],
    scripts: Mapping[str, str],
    all_rows: str,
) -> Iterator[Page]:
    """Yield every page of the catalogue, entries first.

    ``card_uris`` and ``scripts`` are where each entry's card and the browser's scripts are served,
    ``all_rows`` where the filter of an index of several pages finds what is on them.
    """
    memory = catalogue.memory
    site = memory.same("site", site.worded(catalogue.vocabulary))
    indexes = listings.build(catalogue, site)
    shown = cards.build(catalogue, site)
    beside = listings.beside(catalogue)
    ways, used = listings.ways(indexes), (scripts.get("filter", ""), scripts.get("long-filter", ""), all_rows)
    made = rows.maker(site, memory)
    labels = [(each.uri, each.label, each.count) for each in indexes]

    def page(entry: Entry) -> Page:
        card, tools = shown[entry.id], Tools(card_uris.get(entry.id, ""), scripts)
        neighbours = beside.get(entry.id, ())
        sources = (entry, card, catalogue.vocabulary, site, tools, neighbours)
        return memory.keep_for_next(
            "page", entry.id, sources, lambda: _entry(entry, card, catalogue, site, tools, neighbours)
        )

    def index(part: index_parts.Part) -> Page:
        sources = (part, labels, site, used)
        return memory.keep_for_next("index", part.uri, sources, lambda: _index(part, ways, site, used, made))

    parts = (part for listing in indexes for part in index_parts.split(listing, site))
    yield from (page(entry) for entry in catalogue.entries if entry.id in shown)
    yield from map(index, parts)


def _entry(
    entry: Entry,
    card: cards.Card,
    catalogue: Catalogue,
    site: SiteInfo,
    tools: Tools,
    beside: listings.Beside,
) -> Page:
    uri = site.entry_uri(entry.system, entry.slug)
    permalink = site.permalink(entry.id)
    names = labels(entry.values)
    markdown = render(
        "entry.md.jinja",
        site.wording,
        card=card,
        chart=chart.build(card["resolution"], entry.title, blanks(entry.values), site.wording),
        labels=names,
        to=site.linker(uri),
        plain=markdown_pages.kept_text(entry, card, catalogue, site) if site.plain_pages else "",
        description=markup.plain(entry.summary or entry.causes[0].text, blanks(entry.values)),
        system_url=site.url(site.index_uri(entry.system)),
        all_url=site.url(site.index_uri()),
        beside=beside,
        messages=[
            {
                "text": message.text,
                "lang": site.foreign(message.lang),
                "labels_lang": entry.language if entry.language != message.lang else "",
                "note": _note(message, site.wording),
            }
            for message in entry.messages
        ],
        aliases=entry.aliases,
        lang=in_language(card.get("lang")),
        own=in_language(site.wording.language if "lang" in card else ""),
        where=places.rows(entry, catalogue.vocabulary, site),
        where_url=site.url(site.where_page) if site.where_page else "",
        contact_url=site.url(site.contact_page) if site.contact_page else "",
        lookup_url=site.url(site.lookup_page),
        reviewed_words=site.wording.day(entry.reviewed) if entry.reviewed else "",
        references=entry.references,
        permalink_text=site.canonical(permalink) or permalink,
        site=site,
        tools=tools,
    )
    return Page(uri, markdown)


def _index(
    part: index_parts.Part,
    ways: list[listings.Way],
    site: SiteInfo,
    used: tuple[str, str, str],
    made: rows.Rows,
) -> Page:
    script, long_script, all_rows = used
    listing, pages = part.whole, len(part.uris)
    number = {"title": listing.title, "number": str(part.number), "pages": str(pages)}
    markdown = render(
        "index.md.jinja",
        site.wording,
        part=part,
        listing=listing,
        title=site.wording.say("index.page_title", **number) if part.number > 1 else listing.title,
        ways=ways,
        rows=made,
        script=long_script if pages > 1 else script,
        all_rows=all_rows if pages > 1 else "",
        choices=json.dumps(part.choices, separators=(",", ":")),
        all_url=site.url(site.index_uri()),
        site=site,
        to=site.linker(part.uri),
    )
    return Page(part.uri, markdown, in_nav=part.uri == site.index_uri())


def _note(message: Message, wording: Wording) -> str:
    if message.wording_of:
        return wording.say("note.wording_of", app=message.wording_of)
    if message.evidence == "inferred":
        return wording.say("note.inferred")
    if message.role == "heading":
        return wording.say("note.heading")
    return ""
