"""From a paste to the errors in it; ``assets/matching/matcher.js`` is its twin, function by function."""

from __future__ import annotations

from collections import Counter
from typing import Any

from errorbook.matching.akin import akin
from errorbook.matching.beside import Found, beside_messages
from errorbook.matching.codes import Codes
from errorbook.matching.deciding import decide, settle
from errorbook.matching.findings import (
    MOST_DOCUMENTS,
    MOST_FURTHER,
    Finding,
    Result,
    documents_of,
    merged,
    spans_of,
    text_ends,
    unknown_in,
)
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.mentions import Mentions
from errorbook.matching.parts import MOST_TWINS, is_part, rivals
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
        self._mentions = Mentions(self._known_codes, self.lexicon)
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
        by_code, outcome = self._known_codes.look_up(paste)
        if by_code:
            alone = tuple(self._code(place, *text_ends(paste), outcome, 1.0) for place in by_code)
            return Result(alone, (), (), len(paste)), []
        reading = read(paste, self.lexicon.folder.fold(paste), self.lexicon)
        occurrences = self.search.occurrences(reading)
        for occurrence in occurrences:
            settle(occurrence, reading, self.lexicon)
        kept, codes = beside_messages(_keep(occurrences), self._mentions.find(paste), reading, self.lexicon)
        told = self._group(kept, reading)
        sure = any(finding.outcome == "is" for finding in told)
        titled = [] if sure else self._known_codes.titled(paste)
        named = [self._named((place, *text_ends(paste))) for place in titled]
        findings = merged(named, told, list(map(self._named, codes)))
        nearest = () if findings else self._nearest(occurrences, reading)
        return Result(findings, nearest, unknown_in(reading, kept), len(paste)), occurrences

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
        # Of messages that begin alike, a beginning tells which they are, not which of them it is.
        part = is_part(item.judgement, item.others, reading, self.lexicon)
        begun = rivals(item.judgement, item.others) if part else {}
        for other in item.others:
            number = other.alignment.template.entry
            close = other.confidence >= item.judgement.confidence - self._settings["lead"]
            close = (close and other.overlaps(item.judgement)) or begun.get(number) is other
            if number in seen or not close or other.alignment.template.role == "heading":
                continue
            seen.add(number)
            twin = Occurrence(other, [])
            decide(twin, reading, self.lexicon)
            if twin.outcome:
                if twin.outcome == "is":
                    twin.outcome, twin.reason = "like", "alike"
                twins.append(self._finding(number, [twin], reading))
            if len(twins) == MOST_TWINS:
                break
        return twins

    def _finding(self, number: int, items: list[Occurrence], reading: Reading) -> Finding:
        best = max(items, key=lambda item: (item.outcome == "is", item.score))
        spans: list[tuple[int, int, str]] = []
        documents: dict[str, None] = {}
        for item in items:
            spans.extend(spans_of(item, reading))
            if len(documents) < MOST_DOCUMENTS:
                documents.update(dict.fromkeys(documents_of(item, reading)))
        first = items[0]
        contents: dict[str, dict[str, None]] = {}
        for value in (value for item in items for value in item.values):
            held = contents.setdefault(value.name, {})
            if len(held) <= MOST_FURTHER:
                held[value.text] = None
        texts = {name: tuple(held) for name, held in contents.items()}
        begin = reading.folded.span(
            reading.starts[first.judgement.start], reading.ends[first.judgement.start]
        )[0]
        assert best.outcome is not None
        return Finding(
            self.lexicon.entries[number]["id"],
            best.outcome,
            best.score,
            best.reason,
            {name: held[0] for name, held in texts.items()},
            {name: held[1:] for name, held in texts.items() if held[1:]},
            tuple(spans),
            _times(items),
            tuple(documents)[:MOST_DOCUMENTS],
            path(reading.paste, begin),
            best.judgement.alignment.template.message,
        )

    def _nearest(self, occurrences: list[Occurrence], reading: Reading) -> tuple[tuple[str, float], ...]:
        """Return the entries that come nearest: by a wording, or by their words in any order."""
        near = akin(reading, self.lexicon)
        for judgement in (j for item in occurrences for j in (item.judgement, *item.others)):
            number = judgement.alignment.template.entry
            near[number] = max(near.get(number, 0.0), judgement.confidence)
        least = self._settings["near"]
        found = sorted((-score, number) for number, score in near.items() if score >= least)
        return tuple((self.lexicon.entries[number]["id"], -score) for score, number in found[:_MOST_NEAREST])

    def _named(self, found: Found) -> Finding:
        """Return the finding of an entry whose code or title a paste names."""
        return self._code(*found, "like", self._settings["named_code"])

    def _code(self, place: int, start: int, end: int, outcome: Outcome, score: float) -> Finding:
        """Return the finding of an entry by its code or id, which stands at an offset."""
        entry = self.lexicon.entries[place]["id"]
        return Finding(entry, outcome, score, "code", {}, {}, ((start, end, ""),), 1, (), (), -1)


def _keep(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences worth showing, in order of appearance."""
    said = [item for item in occurrences if item.outcome]
    # What only announces an error stands back behind any message, what people type behind a sure one.
    said = _unlike("alias", _unlike("heading", said))
    return sorted(said, key=lambda item: item.judgement.start)


def _times(items: list[Occurrence]) -> int:
    """Return how often an entry was found: a fault that has two of its wordings is one."""
    return max(Counter(item.judgement.alignment.template.message for item in items).values())


def _unlike(role: str, items: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences of wordings of another role, or all where there are none."""
    return [item for item in items if item.judgement.alignment.template.role != role] or items
