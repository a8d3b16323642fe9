"""Everything that can be wrong with a catalogue and its addresses: what ``check`` tells and a build, too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import replace
from datetime import date

from errorbook.catalogue import ledger
from errorbook.catalogue.reader import Loaded
from errorbook.checks import catalogue_rules, published_urls
from errorbook.checks.published_urls import Published
from errorbook.common.memory import Memory, growing
from errorbook.common.problems import Problem, joined
from errorbook.indexing import match_index
from errorbook.matching import Matcher, Result
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.site.site_info import SiteInfo


@growing()
def problems(
    loaded: Loaded,
    site: SiteInfo,
    today: date | None,
    guides: Set[str] | None,
    written: Collection[str] | None,
    before: Published | None = None,
    pause: Callable[[], None] | None = None,
    memory: Memory | None = None,
) -> list[Problem]:
    """Return every problem of a catalogue, in file and line order: first what keeps entries out of it.

    ``guides`` are the names of the guidance pages, ``written`` the urls of the written pages and ``today``
    is the day by which reviews are due; None leaves what depends on them unchecked. ``before`` is the site
    as it is published now. With the memory of a time before, nothing is matched again while all that can be
    found is the same.
    """
    index = match_index.build(loaded.catalogue)
    results: dict[str, Result] | None = None
    if memory:
        matcher, results = memory.keep("matched", "", index, lambda: _begun(index))
    else:
        matcher = Matcher(index)
    found = catalogue_rules.check(loaded, matcher, guides, today, pause, results)
    # An address leads nowhere where an entry that has it is kept out.
    found += [] if loaded.unread else published_urls.check(loaded, site, written, before)
    return joined(found)


def of_build(found: Iterable[Problem]) -> list[Problem]:
    """Return problems as a build or an export weighs them, which their errors stop."""
    # A branch may bring a line of the ledger before it brings the entry.
    return [replace(each, level="warning") if each.rule == ledger.GONE else each for each in found]


def _begun(index: MatchIndex) -> tuple[Matcher, dict[str, Result]]:
    """Return a matcher, and the results that it is to fill."""
    return Matcher(index), {}
