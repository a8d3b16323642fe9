"""Who writes a text: the system that it names, or whose code stands in it; what comes near is no witness."""

from __future__ import annotations

import re

from errorbook.catalogue.model import Catalogue
from errorbook.matching import Result


class Speakers:
    """The systems of a catalogue, by what a text may tell of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Prepare with what systems are called, and whose entries are."""
        self._systems = catalogue.vocabulary.systems
        self._of_entry = {entry.id: entry.system for entry in catalogue.entries}
        self._called: dict[str, set[str]] = {}
        for slug, system in self._systems.items():
            for name in system.names:
                self._called.setdefault(name.lower(), set()).add(slug)
        # Till Online is not Till.
        longest_first = sorted(self._called, key=len, reverse=True)
        self._name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def of(self, text: str, result: Result) -> str:
        """Return the system that a text tells, of which ``result`` was found; nothing for none or several."""
        if len(self._systems) == 1:
            return next(iter(self._systems))
        told = {slug for name in self._name.findall(text.lower()) for slug in self._called[name]}
        told |= {self._of_entry[finding.id] for finding in result.findings if finding.reason == "code"}
        return told.pop() if len(told) == 1 else ""
