"""The catalogue as plain Markdown for programs that read text: a file beside each page, and ``llms.txt``."""

from __future__ import annotations

from collections.abc import Iterable

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site import cards
from errorbook.site.redirects import Redirect
from errorbook.site.rendering import labels, render_plain
from errorbook.site.site_info import SiteFile, SiteInfo

LIST = "llms.txt"


def build(catalogue: Catalogue, site: SiteInfo, plan: Iterable[Redirect]) -> list[SiteFile]:
    """Return an entry's Markdown beside each page, a note at each former address, and the list of all."""
    if not site.plain_pages:
        return []
    shown = cards.build(catalogue, site)
    return [
        SiteFile(LIST, _list(catalogue, site)),
        *(
            SiteFile(site.markdown(site.entry_url(entry)), entry_text(entry, shown[entry.id], site))
            for entry in catalogue.entries
            if entry.id in shown
        ),
        *(
            _note(redirect, site)
            for redirect in plan
            if redirect.id and redirect.source.startswith(f"{site.errors_path}/")
        ),
    ]


def entry_text(entry: Entry, card: cards.Card, site: SiteInfo) -> str:
    """Return the Markdown of an entry's page."""
    url = site.entry_url(entry)
    return render_plain(
        "entry.plain.md.jinja",
        site.wording,
        card=card,
        labels=labels(entry.values),
        messages=entry.messages,
        aliases=entry.aliases,
        references=entry.references,
        page=site.canonical(url),
        permalink=site.address(site.permalink(entry.id)),
        to=lambda target: site.canonical(target) or site.between(site.file(url), target),
        markdown=site.markdown,
    )


def _note(redirect: Redirect, site: SiteInfo) -> SiteFile:
    """Return what stands where a page's Markdown was before: a text cannot lead on by itself."""
    source, target = site.markdown(redirect.source), site.markdown(redirect.target)
    link = site.canonical(target) or site.between(source, target)
    title = redirect.title or site.wording.say("moved.name")
    moved = site.wording.say("moved.text", link=f"[{title}]({link})")
    return SiteFile(source, f"# {title}\n\n{moved}\n")


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
