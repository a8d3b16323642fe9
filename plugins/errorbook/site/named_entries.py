"""The entries that a site's options name: which of them are shown, and why another is not.

One that was merged is stood in for by the entry that explains now what it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry

Named = tuple[tuple[Literal["examples", "popular"], Sequence[str]], ...]
"""The ids that each option names."""


def tried(ids: Iterable[str], catalogue: Catalogue) -> list[Entry]:
    """Return the entries whose first example the lookup offers."""
    return [entry for entry in popular(ids, catalogue) if entry.examples]


def popular(ids: Iterable[str], catalogue: Catalogue) -> list[Entry]:
    """Return the entries that readers are led to, each once."""
    named = [publication.successor(entry, catalogue) for entry in map(catalogue.entry, ids) if entry]
    return list({entry.id: entry for entry in named if publication.is_listed(entry)}.values())


def faults(named: Named, catalogue: Catalogue) -> Iterator[tuple[str, int, str, str]]:
    """Yield of each id that shows readers nothing its option, its place, what is wrong and what to do."""
    for option, ids in named:
        for index, entry_id in enumerate(ids):
            if fault := _fault(option, entry_id, catalogue):
                yield (option, index, *fault)


def _fault(option: str, entry_id: str, catalogue: Catalogue) -> tuple[str, str] | None:
    entry, other = catalogue.entry(entry_id), "Name another entry, or remove it"
    if entry is None:
        return f"is '{entry_id}', which is not in the catalogue", "Correct the id, or remove it"
    if entry.status == "draft":
        return f"is '{entry_id}', a draft without a page", "Remove it until it is published"
    heir = publication.successor(entry, catalogue)
    if not publication.is_listed(heir):
        return f"is '{entry_id}', which is {entry.status}", other
    if option == "examples" and not heir.examples:
        merged = "" if heir is entry else f" was merged into {heir.id}, and that"
        return f"is '{entry_id}', which{merged} has no example to try", other
    return None
