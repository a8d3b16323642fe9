"""Looks texts up and tells the result as JSON, with the permalink of everything that is named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypedDict

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.describing import Suggester, Suggestion, announced
from errorbook.describing.suggester import SuggestionRecord
from errorbook.indexing import description_index, match_index
from errorbook.matching import Matcher, Result
from errorbook.matching.codes.code_keys import one_of, pieces_of, unquoted
from errorbook.matching.findings import FindingRecord, NearRecord
from errorbook.matching.index.index_shape import IndexEntry


class LinkedFinding(FindingRecord):
    """A finding with its permalink."""

    url: str


class LinkedSuggestion(SuggestionRecord):
    """A suggestion with its permalink."""

    url: str


class LookedUp(TypedDict):
    """What a text shows or may describe, as JSON."""

    findings: list[LinkedFinding]
    nearest: list[NearRecord]
    unknown: list[str]
    read: int
    suggestions: list[LinkedSuggestion]


class Lookup:
    """Matches texts, and for those that show no error looks whether they describe one."""

    def __init__(self, known: Catalogue, site: str = "") -> None:
        """Prepare a catalogue; ``site`` is the address that is put before permalinks."""
        self._known = known
        self.matcher = Matcher(match_index.build(known))
        self.links = {entry.id: f"{site.rstrip('/')}/e/{entry.id}/".lstrip("/") for entry in known.entries}

    def read(self, text: str) -> tuple[Result, tuple[Suggestion, ...]]:
        """Return what a text shows, and what it may describe where that is nothing, or only headings."""
        result = self.matcher.match(text)
        if not result.findings:
            return result, self._suggester.suggest(text)
        return result, announced(text, result.findings, self._entries, self._suggester)

    def withdrawn(self, text: str) -> Entry | None:
        """Return the entry that was withdrawn whose id is all that a text says."""
        ids = self.matcher.index.get("withdrawn", {})
        return self._known.entry(one_of(ids, pieces_of(unquoted(text))))

    def told(self, text: str) -> LookedUp:
        """Return what a text shows as JSON values."""
        return self.linked(*self.read(text))

    def linked(self, result: Result, suggestions: tuple[Suggestion, ...]) -> LookedUp:
        """Return a result as JSON values with the permalink of each finding and suggestion."""
        record = result.to_json()
        told = [suggestion.to_json() for suggestion in suggestions]
        return {
            "findings": [{**finding, "url": self.links[finding["id"]]} for finding in record["findings"]],
            "nearest": record["nearest"],
            "unknown": record["unknown"],
            "read": record["read"],
            "suggestions": [{**suggestion, "url": self.links[suggestion["id"]]} for suggestion in told],
        }

    @cached_property
    def _entries(self) -> Mapping[str, IndexEntry]:
        return {entry["id"]: entry for entry in self.matcher.index["entries"]}

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self.matcher.index, description_index.build(self._known))
