"""From a paste to the errors in it; ``assets/matching/matcher.js`` is its twin, function by function."""

from __future__ import annotations

from collections import Counter

from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.ordering import decides, fits_alike
from errorbook.matching.candidates.truncation import MOST_ALTERNATIVES, alternatives_of, is_truncated
from errorbook.matching.codes.codes import Codes
from errorbook.matching.codes.mentions import Mention, Mentions
from errorbook.matching.codes_beside import Found, beside_messages
from errorbook.matching.deciding import decide, keep, settle
from errorbook.matching.findings import (
    Finding,
    Result,
    documents_of,
    merged,
    spans_of,
    text_ends,
    unknown_in,
)
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.search import Occurrence, Outcome, Search
from errorbook.matching.similar import nearest_entries, reworded
from errorbook.matching.utf16 import narrow, widen
from errorbook.matching.values.paths import path
from errorbook.matching.words.tokens import Tokens, read


class Matcher:
    """Finds the entries of an index in pastes."""

    def __init__(self, index: MatchIndex) -> None:
        """Compile the index."""
        self.index = index
        self.inverted = InvertedIndex(index)
        self.search = Search(self.inverted)
        self._known_codes = Codes(index)
        self._mentions = Mentions(self._known_codes, self.inverted)
        self._settings = self.inverted.settings

    def match(self, paste: str, nearest: bool = True) -> Result:
        """Return what is found in a paste, in order of appearance; what is nearest where that is wanted."""
        paste = widen(paste)[: self._settings["most_characters"]]
        return narrow(self.look(paste, nearest)[0], paste)

    def note_codes(self, tokens: Tokens) -> list[Mention]:
        """Note the codes that a paste names in its words, and return all that may be meant as codes."""
        mentions = self._mentions.find(tokens.paste)
        tokens.codes = [mention for mention in mentions if mention.sure]
        return mentions

    def look(self, paste: str, nearest: bool = True) -> tuple[Result, list[Occurrence]]:
        """Return what is found in a widened paste, and every place that may show something."""
        by_code, outcome = self._known_codes.look_up(paste)
        if by_code:
            alone = tuple(self._code(place, *text_ends(paste), outcome, 1.0) for place in by_code)
            return Result(alone, (), (), len(paste)), []
        tokens = read(paste, self.inverted.normaliser.normalise(paste), self.inverted)
        mentions = self.note_codes(tokens)
        occurrences = self.search.occurrences(tokens)
        for occurrence in occurrences:
            settle(occurrence, tokens, self.inverted)
        kept, codes = beside_messages(keep(occurrences, tokens), mentions, tokens, self.inverted)
        told = self._group(kept, tokens)
        sure = any(finding.outcome == "is" for finding in told)
        titled = [] if sure else self._known_codes.titled(paste)
        named = [self._named((place, *text_ends(paste))) for place in titled]
        findings = merged(named, told, list(map(self._named, codes)))
        if not findings:
            kept = reworded(occurrences, tokens, self.inverted)
            findings = self._group(kept, tokens)
        near = nearest_entries(occurrences, tokens, self.inverted) if nearest and not findings else ()
        return Result(findings, near, unknown_in(tokens, kept), len(paste)), occurrences

    def _group(self, kept: list[Occurrence], tokens: Tokens) -> tuple[Finding, ...]:
        """Put the occurrences of one entry together; an equal text of another entry stands beside it."""
        groups: dict[int, list[Occurrence]] = {}
        for item in kept:
            groups.setdefault(item.scored.alignment.template.entry, []).append(item)
        findings: list[Finding] = []
        for number, items in groups.items():
            at = len(findings)
            findings.append(self._finding(number, items, tokens))
            for other in (
                self._alternatives(items[0], groups, tokens) if findings[at].outcome == "like" else ()
            ):
                alike = fits_alike(other.scored, items[0].scored, self.inverted)
                decided = alike and decides(other.scored, items[0].scored, tokens, self.inverted)
                place = at if decided else len(findings)
                findings.insert(place, self._finding(other.scored.alignment.template.entry, [other], tokens))
        return tuple(findings)

    def _alternatives(
        self, item: Occurrence, groups: dict[int, list[Occurrence]], tokens: Tokens
    ) -> list[Occurrence]:
        """Return the other entries that explain the same words about as well, two at most."""
        twins: list[Occurrence] = []
        seen = set(groups)
        # Of messages that begin alike, a beginning tells which they are, not which of them it is.
        part = is_truncated(item.scored, item.alternatives, tokens, self.inverted)
        begun = alternatives_of(item.scored, item.alternatives, self._settings["close"]) if part else {}
        least = item.scored.confidence - self._settings["lead"]
        near = self._settings["close"] * item.scored.rank
        for other in item.alternatives.that_may(near, least):
            number = other.alignment.template.entry
            close = other.confidence >= least
            alike = fits_alike(other, item.scored, self.inverted)
            close = (close and other.overlaps(item.scored)) or alike or begun.get(number) is other
            if number in seen or not close or other.alignment.template.role == "heading":
                continue
            seen.add(number)
            twin = Occurrence(other, Alternatives())
            decide(twin, tokens, self.inverted)
            if twin.outcome or alike:
                if twin.outcome != "like":
                    twin.outcome, twin.reason = "like", "alike"
                twins.append(twin)
            if len(twins) == MOST_ALTERNATIVES:
                break
        return twins

    def _finding(self, number: int, items: list[Occurrence], tokens: Tokens) -> Finding:
        best = max(items, key=lambda item: (item.outcome == "is", item.score))
        spans: list[tuple[int, int, str]] = []
        for item in items:
            spans.extend(spans_of(item, tokens))
        documents = dict.fromkeys(each for item in items for each in documents_of(item, tokens))
        first = items[0]
        contents: dict[str, dict[str, None]] = {}
        for value in (value for item in items for value in item.values):
            contents.setdefault(value.name, {})[value.text] = None
        texts = {name: tuple(held) for name, held in contents.items()}
        begin = tokens.normalised.first(tokens.starts[first.scored.start])
        assert best.outcome is not None
        return Finding(
            self.inverted.entries[number]["id"],
            best.outcome,
            best.score,
            best.reason,
            {name: held[0] for name, held in texts.items()},
            {name: held[1:] for name, held in texts.items() if held[1:]},
            tuple(spans),
            _times(items),
            tuple(documents),
            path(tokens.paste, begin),
            best.scored.alignment.template.message,
        )

    def _named(self, found: Found) -> Finding:
        """Return the finding of an entry whose code or title a paste names."""
        return self._code(*found, "like", self._settings["like"])

    def _code(self, place: int, start: int, end: int, outcome: Outcome, score: float) -> Finding:
        """Return the finding of an entry by its code or id, which stands at an offset."""
        entry = self.inverted.entries[place]["id"]
        return Finding(entry, outcome, score, "code", {}, {}, ((start, end, ""),), 1, (), (), -1)


def _times(items: list[Occurrence]) -> int:
    """Return how often an entry was found: a fault that has two of its wordings is one."""
    return max(Counter(item.scored.alignment.template.message for item in items).values())
