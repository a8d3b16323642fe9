"""Which entries readers are led to, which have a page, and which entry explains what a merged one did."""

from __future__ import annotations

from errorbook.catalogue.model import Catalogue, Entry


def is_listed(entry: Entry) -> bool:
    """Tell whether indexes and other entries lead to an entry: it can be met, or could once."""
    return entry.status in ("active", "not-emitted")


def listed(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return the entries that indexes lead to."""
    return tuple(filter(is_listed, catalogue.entries))


def successor(entry: Entry, catalogue: Catalogue) -> Entry:
    """Return the entry that explains what this one did: the one it was merged into, or itself."""
    if entry.status != "superseded":
        return entry
    merged = catalogue.heir(entry)
    return merged if merged.status not in ("draft", "withdrawn") else entry


def has_page(entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether an entry has a page; one that was merged into another leads there instead."""
    return entry.status != "draft" and successor(entry, catalogue) is entry


def connections(entry: Entry) -> tuple[str, ...]:
    """Return the systems an entry is listed under: its own and every connection that shows it."""
    return tuple(dict.fromkeys((entry.system, *entry.integrations)))


def helped_by(guide: str, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return the entries that send their readers to a guidance page."""
    return tuple(entry for entry in listed(catalogue) if guide in entry.guides)
