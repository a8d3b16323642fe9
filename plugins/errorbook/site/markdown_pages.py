"""The catalogue as plain Markdown for programs that read text: a file beside each page, and ``llms.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.site import agent_words, cards, places, skill
from errorbook.site.redirects import Redirect
from errorbook.site.rendering import labels, render_plain
from errorbook.site.site_info import SiteFile, SiteInfo

LIST = "llms.txt"
WHOLE = "llms-full.txt"
_LINK = re.compile("\x02([^\x03]*)\x03")
"""A link that has no place yet; no text of a catalogue has such characters."""


def build(catalogue: Catalogue, site: SiteInfo, plan: Iterable[Redirect]) -> Iterator[SiteFile]:
    """Yield an entry's Markdown beside each page, a note at each former address, and the lists of all."""
    if not site.plain_pages:
        return
    shown = cards.build(catalogue, site)
    yield SiteFile(LIST, _list(catalogue, site))
    yield SiteFile(WHOLE, _whole(catalogue, shown, site))
    yield SiteFile(skill.NAME, skill.text(catalogue.vocabulary, site))
    for entry in catalogue.entries:
        if entry.id in shown:
            text = kept_text(entry, shown[entry.id], catalogue, site)
            yield SiteFile(site.markdown(site.entry_url(entry)), text)
    for redirect in plan:
        if redirect.id and redirect.source.startswith(f"{site.errors_path}/"):
            yield _note(redirect, site)


def entry_text(entry: Entry, card: cards.Card, words: Vocabulary, site: SiteInfo) -> str:
    """Return the Markdown of an entry's page, its links relative to that page."""
    return _placed(_unplaced(entry, card, words, site), entry, site, None)


def kept_text(
    entry: Entry, card: cards.Card, catalogue: Catalogue, site: SiteInfo, source: str | None = None
) -> str:
    """Return the same, made once for all that show it; its links are relative to ``source`` where given."""
    memory, words = catalogue.memory, catalogue.vocabulary
    sources = (entry, card, memory.same("words of texts", words), memory.same("site of texts", site))
    text = memory.keep("text", entry.id, sources, lambda: _unplaced(entry, card, words, site))
    return _placed(text, entry, site, source)


def _unplaced(entry: Entry, card: cards.Card, words: Vocabulary, site: SiteInfo) -> str:
    """Return the Markdown of an entry's page, its links by their urls: it stands in several places."""
    return render_plain(
        "entry.plain.md.jinja",
        site.wording,
        card=card,
        labels=labels(entry.values),
        messages=entry.messages,
        aliases=entry.aliases,
        references=entry.references,
        where=places.rows(entry, words, site),
        page=site.canonical(site.entry_url(entry)),
        permalink=site.address(site.permalink(entry.id)),
        reviewed=site.wording.day(entry.reviewed) if entry.reviewed else "",
        to="\x02{}\x03".format,
        markdown=site.markdown,
    )


def _placed(text: str, entry: Entry, site: SiteInfo, source: str | None) -> str:
    place = site.file(site.entry_url(entry)) if source is None else source
    return _LINK.sub(lambda link: site.canonical(link[1]) or site.between(place, link[1]), text)


def _note(redirect: Redirect, site: SiteInfo) -> SiteFile:
    """Return what stands where a page's Markdown was before: a text cannot lead on by itself."""
    source, target = site.markdown(redirect.source), site.markdown(redirect.target)
    link = site.canonical(target) or site.between(source, target)
    title = redirect.title or site.wording.say("moved.name")
    moved = site.wording.say("moved.text", link=f"[{title}]({link})")
    return SiteFile(source, f"# {title}\n\n{moved}\n")


def _whole(catalogue: Catalogue, shown: Mapping[str, cards.Card], site: SiteInfo) -> str:
    """Return every current error in one text, its links relative to the site's root."""
    texts = [
        kept_text(entry, shown[entry.id], catalogue, site, source="")
        for entry in publication.listed(catalogue)
        if entry.id in shown
    ]
    head = render_plain(
        "llms-full.txt.jinja",
        site.wording,
        site=site,
        name=catalogue.vocabulary.name,
        rules=agent_words.RULES,
    )
    return "\n\n".join([head.strip(), *(_deeper(text.strip()) for text in texts)]) + "\n"


def _deeper(text: str) -> str:
    """Return a page's Markdown with its headings a level down, below that of the whole."""
    return re.sub("^(?=#+ )", "#", text, flags=re.MULTILINE)


def _list(catalogue: Catalogue, site: SiteInfo) -> str:
    systems = catalogue.vocabulary.systems
    return render_plain(
        "llms.txt.jinja",
        site.wording,
        site=site,
        name=catalogue.vocabulary.name,
        systems=[
            (system, entries)
            for slug, system in systems.items()
            if (entries := [entry for entry in publication.listed(catalogue) if entry.system == slug])
        ],
        address=lambda entry: site.address(site.markdown(site.entry_url(entry))),
    )
