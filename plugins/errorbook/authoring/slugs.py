"""Addresses for new entries of a system: words of a text, and none that anything had before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from errorbook.catalogue.entry_files import INDEX
from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.value_types import DEVICES

_LONGEST = 60


class Slugs:
    """The addresses of a system that are free."""

    def __init__(self, system: str, loaded: Loaded) -> None:
        """Begin with what the entries and the ledger have taken."""
        taken = {line.address for line in loaded.ledger}
        taken |= {
            f"{entry.system}/{slug}"
            for entry in loaded.catalogue.entries
            for slug in (entry.slug, *entry.former_slugs)
        }
        self._taken = {address.partition("/")[2] for address in taken if address.startswith(f"{system}/")}
        self._taken |= {INDEX, *DEVICES}

    def of(self, words: Iterable[str]) -> str:
        """Return a free address of as many words as it may have."""
        longer = accumulate(words, "{}-{}".format)
        slug = max((each for each in longer if len(each) <= _LONGEST), key=len, default="error")
        free, number = slug, 2
        while free in self._taken:
            free, number = f"{slug}-{number}", number + 1
        return free

    def take(self, slug: str) -> None:
        """Give an address away."""
        self._taken.add(slug)
