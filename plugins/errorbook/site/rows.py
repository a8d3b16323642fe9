"""The row of an error in lists: made once, for lists differ only in where its link starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from markupsafe import Markup, escape

from errorbook.catalogue.model import Entry
from errorbook.common.memory import Memory
from errorbook.site.rendering import render
from errorbook.site.site_info import SiteInfo

Rows = Callable[[Iterable[Entry], Callable[[str], str]], Markup]
"""Makes the rows of entries for a page, given what turns a url into a link from there."""
_LINK = "\x02"
"""Marks the place of the link; no text of a catalogue has such a character."""


def maker(site: SiteInfo, memory: Memory) -> Rows:
    """Return what makes the rows of entries, each from a memory of what it was before."""
    same = memory.same("site of rows", site)

    def row(entry: Entry, to: Callable[[str], str]) -> str:
        before, after = memory.keep("row", entry.id, (entry, same), partial(_parts, entry, site))
        return f"{before}{escape(to(site.entry_url(entry)))}{after}"

    return lambda entries, to: Markup("\n".join(row(entry, to) for entry in entries))


def _parts(entry: Entry, site: SiteInfo) -> tuple[str, str]:
    """Return a row before and after its link."""
    row = render("row.html.jinja", site.wording, entry=entry, foreign=site.foreign, link=_LINK)
    before, _, after = row.strip().partition(_LINK)
    return before, after
