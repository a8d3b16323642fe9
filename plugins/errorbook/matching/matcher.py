"""From a paste to the errors in it; ``assets/matching/matcher.js`` is its twin, function by function."""

from __future__ import annotations

from typing import Any

from errorbook.matching.codes import Codes
from errorbook.matching.deciding import decide, settle
from errorbook.matching.findings import (
    MOST_DOCUMENTS,
    Finding,
    Result,
    documents_of,
    spans_of,
    unknown_in,
)
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.paths import path
from errorbook.matching.ranking import Ranked, rank
from errorbook.matching.reading import Reading, read
from errorbook.matching.search import Occurrence, Outcome, Search
from errorbook.matching.units import narrow, widen

_MOST_NEAREST = 3


class Matcher:
    """Finds the entries of an index in pastes."""

    def __init__(self, index: dict[str, Any]) -> None:
        """Compile the index."""
        self.index = index
        self.lexicon = Lexicon(index)
        self.search = Search(self.lexicon)
        self._known_codes = Codes(index)
        self._settings = self.lexicon.settings

    def match(self, paste: str) -> Result:
        """Return what is found in a paste, in order of appearance."""
        paste = widen(paste)[: self._settings["most_characters"]]
        return narrow(self._look(paste)[0], paste)

    def ranked(self, paste: str, most: int = 10) -> list[Ranked]:
        """Return the entries that a paste may show, the likeliest first."""
        result, occurrences = self._look(widen(paste)[: self._settings["most_characters"]])
        return rank(result, occurrences, self.lexicon)[:most]

    def _look(self, paste: str) -> tuple[Result, list[Occurrence]]:
        by_code = self._known_codes.look_up(paste)
        if by_code:
            return self._codes(paste, by_code), []
        reading = read(paste, self.lexicon.folder.fold(paste), self.lexicon)
        occurrences = self.search.occurrences(reading)
        for occurrence in occurrences:
            settle(occurrence, reading, self.lexicon)
        kept = self._keep(occurrences)
        findings = self._group(kept, reading)
        nearest = () if findings else self._nearest(occurrences)
        return Result(findings, nearest, unknown_in(reading, kept), len(paste)), occurrences

    def _keep(self, occurrences: list[Occurrence]) -> list[Occurrence]:
        """Return the occurrences worth showing, in order of appearance."""
        said = [item for item in occurrences if item.outcome]
        if not said:
            return []
        best = max(item.score for item in said)
        said = [item for item in said if item.score >= self._settings["beside_best"] * best]
        # What people type and what only announces an error stand back behind the message itself.
        for behind in ({"alias", "heading"}, {"heading"}, set()):
            specific = [item for item in said if item.judgement.alignment.template.role not in behind]
            if specific:
                break
        return sorted(specific, key=lambda item: item.judgement.start)

    def _group(self, kept: list[Occurrence], reading: Reading) -> tuple[Finding, ...]:
        """Put the occurrences of one entry together; an equal text of another entry stands beside it."""
        groups: dict[int, list[Occurrence]] = {}
        for item in kept:
            groups.setdefault(item.judgement.alignment.template.entry, []).append(item)
        findings: list[Finding] = []
        for number, items in groups.items():
            findings.append(self._finding(number, items, reading))
            if findings[-1].outcome == "like":
                findings.extend(self._twins(items[0], groups, reading))
        return tuple(findings)

    def _twins(
        self, item: Occurrence, groups: dict[int, list[Occurrence]], reading: Reading
    ) -> list[Finding]:
        """Return the other entries that explain the same words about as well, two at most."""
        twins: list[Finding] = []
        seen = set(groups)
        for other in item.others:
            number = other.alignment.template.entry
            close = other.confidence >= item.judgement.confidence - self._settings["lead"]
            overlaps = other.start < item.judgement.end and item.judgement.start < other.end
            if number in seen or not close or not overlaps or other.alignment.template.role == "heading":
                continue
            seen.add(number)
            twin = Occurrence(other, [])
            decide(twin, reading, self.lexicon)
            if twin.outcome:
                twin.outcome = "like"
                twins.append(self._finding(number, [twin], reading))
            if len(twins) == 2:
                break
        return twins

    def _finding(self, number: int, items: list[Occurrence], reading: Reading) -> Finding:
        best = max(items, key=lambda item: (item.outcome == "is", item.score))
        spans: list[tuple[int, int, str]] = []
        documents: list[str] = []
        for item in items:
            spans.extend(spans_of(item, reading))
            if len(documents) < MOST_DOCUMENTS:
                documents.extend(documents_of(item, reading))
        first = items[0]
        values: dict[str, str] = {}
        for value in (value for item in items for value in item.values):
            values.setdefault(value.name, value.text)
        begin = reading.folded.span(
            reading.starts[first.judgement.start], reading.ends[first.judgement.start]
        )[0]
        assert best.outcome is not None
        return Finding(
            self.lexicon.entries[number]["id"],
            best.outcome,
            best.score,
            values,
            tuple(spans),
            len(items),
            tuple(dict.fromkeys(documents))[:MOST_DOCUMENTS],
            path(reading.paste, begin),
            best.judgement.alignment.template.message,
        )

    def _nearest(self, occurrences: list[Occurrence]) -> tuple[tuple[str, float], ...]:
        near: dict[str, float] = {}
        for judgement in (j for item in occurrences for j in (item.judgement, *item.others)):
            entry = self.lexicon.entries[judgement.alignment.template.entry]["id"]
            near[entry] = max(near.get(entry, 0.0), judgement.confidence)
        least = self._settings["near"]
        ranked = sorted((pair for pair in near.items() if pair[1] >= least), key=lambda pair: -pair[1])
        return tuple(ranked[:_MOST_NEAREST])

    def _codes(self, paste: str, places: list[int]) -> Result:
        outcome: Outcome = "is" if len(places) == 1 else "like"
        start = len(paste) - len(paste.lstrip(" \t\r\n"))
        end = len(paste.rstrip(" \t\r\n"))
        findings = tuple(
            Finding(self.lexicon.entries[place]["id"], outcome, 1.0, {}, ((start, end, ""),), 1, (), (), -1)
            for place in places
        )
        return Result(findings, (), (), len(paste))
