"""Every address that leads to another: permalinks, former addresses, merged entries and moved pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.memory import Memory
from errorbook.site.rendering import render
from errorbook.site.site_info import SiteFile, SiteInfo


@dataclass(frozen=True, slots=True)
class Redirect:
    """One url that leads to another; ``id`` is the entry whose it was, ``title`` what is there now."""

    source: str
    target: str
    id: str = ""
    title: str = ""
    merged: bool = False
    """Whether another error goes on there: its steps and questions are not those of the old one."""


def plan(catalogue: Catalogue, site: SiteInfo) -> tuple[Redirect, ...]:
    """Return every redirect of a site; those of entries lead to the last heir at once."""
    found = [redirect for entry in catalogue.published for redirect in _of_entry(entry, catalogue, site)]
    moved = catalogue.vocabulary.moved.items()
    return (*found, *(Redirect(site.url(old), site.url(new)) for old, new in moved))


def pages(
    redirects: Iterable[Redirect], site: SiteInfo, script: SiteFile, memory: Memory | None = None
) -> Iterator[SiteFile]:
    """Yield the pages that lead on, for hosts that only serve files."""
    memory = memory or Memory()
    same = memory.same("site of redirects", site)

    def page(redirect: Redirect) -> SiteFile:
        # An id leads on from its capitals and its small letters by the same page.
        link, beside = (site.between(redirect.source, to) for to in (redirect.target, script.uri))
        sources = (redirect.title, redirect.target, redirect.merged, beside, same)
        make = partial(_html, redirect, site, link, beside)
        html = memory.keep("redirect", f"{redirect.id} {link}", sources, make)
        return SiteFile(site.file(redirect.source), html)

    return map(page, redirects)


def _html(redirect: Redirect, site: SiteInfo, link: str, script: str) -> str:
    return render(
        "redirect.html.jinja",
        site.wording,
        id=redirect.id,
        title=redirect.title,
        merged=redirect.merged,
        language=site.language,
        link=link,
        canonical=site.canonical(redirect.target) or link,
        script=script,
    )


def faults(redirects: Iterable[Redirect], pages: Set[str]) -> Iterator[tuple[Redirect, str, str]]:
    """Yield each redirect that hides a page or does not lead to one at once: it, what is wrong, the fix.

    A page in the place of an entry's redirect is left to ``outputs.clashes``, which names its file.
    """
    plan = {redirect.source: redirect for redirect in redirects}
    ends = _ends(plan)
    for redirect in plan.values():
        if redirect.source in pages and not redirect.id:
            yield redirect, "leads away from a page that is there", "Remove one of the two"
        elif redirect.target in pages:
            continue
        elif redirect.target in plan:
            end = ends[redirect.source]
            if end is None:
                yield redirect, "leads back to itself", "Decide which page remains, and lead there"
            else:
                yield redirect, f"leads to {redirect.target}, which leads on", f"Lead to {end} at once"
        else:
            what = f"leads to {redirect.target}, which does not exist"
            yield redirect, what, "Lead to a page that is there"


def _of_entry(entry: Entry, catalogue: Catalogue, site: SiteInfo) -> Iterator[Redirect]:
    heir = publication.successor(entry, catalogue)
    # People type ids in lower case, too. Where a disk does not tell the two apart, they are the same page.
    sources = [site.permalink(entry.id), site.permalink(entry.id.lower())]
    merged = () if publication.has_page(entry, catalogue) else (entry.slug,)
    sources += [site.url(site.entry_uri(entry.system, slug)) for slug in (*entry.former_slugs, *merged)]
    for source in sources:
        yield Redirect(source, site.entry_url(heir), entry.id, heir.title, heir is not entry)


def _ends(plan: Mapping[str, Redirect]) -> dict[str, str | None]:
    """Return where each chain of redirects ends, by its sources, or nothing where it leads back to itself."""
    ends: dict[str, str | None] = {}
    for source in plan:
        here = source
        passed: dict[str, None] = {}
        while here in plan and here not in ends and here not in passed:
            passed[here] = None
            here = plan[here].target
        end = None if here in passed else ends.get(here, here)
        ends |= dict.fromkeys(passed, end)
    return ends
