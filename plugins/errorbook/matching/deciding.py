"""What is said of the occurrences in a paste: 'this is', 'looks like' or nothing, and which are shown."""

from __future__ import annotations

from typing import NamedTuple

from errorbook.matching.candidates.truncation import is_truncated
from errorbook.matching.doubts.doubts import below_threshold, claim, doubts, too_little
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.search import Occurrence
from errorbook.matching.values.value_kinds import value_kinds
from errorbook.matching.values.values import read_values
from errorbook.matching.words.tokens import Tokens


class Said(NamedTuple):
    """Whose error a sure message is, and its words in the paste."""

    entry: int
    words: frozenset[str]


def settle(occurrence: Occurrence, tokens: Tokens, inverted: InvertedIndex) -> None:
    """Decide an occurrence; where nothing can be said of its best, take a sure one of the same words."""
    decide(occurrence, tokens, inverted)
    best = occurrence.scored
    if occurrence.outcome:
        return
    settings = inverted.settings
    # What no confidence makes likely must be a part that was cut off.
    part = settings["part_weight"] * inverted.rarest
    for other in occurrence.alternatives.that_may(part, settings["like"]):
        if not other.overlaps(best):
            continue
        second = Occurrence(other, occurrence.alternatives.but(other, best))
        # Another wording of the same entry says the same, so it need not be surer than usual.
        own = other.alignment.template.entry == best.alignment.template.entry
        sure = own or other.confidence >= settings["close"]
        if not sure and not is_truncated(other, second.alternatives, tokens, inverted):
            continue
        decide(second, tokens, inverted)
        if second.outcome:
            occurrence.scored, occurrence.alternatives = second.scored, second.alternatives
            occurrence.outcome, occurrence.values = second.outcome, second.values
            occurrence.reason, occurrence.score = second.reason, second.score
            return


def decide(occurrence: Occurrence, tokens: Tokens, inverted: InvertedIndex) -> None:
    """Say 'is', 'like' or nothing of an occurrence."""
    scored = occurrence.scored
    declared = value_kinds(inverted.entries[scored.alignment.template.entry])
    occurrence.values = read_values(scored.alignment, tokens, declared)
    claimed = claim(scored, occurrence.alternatives, occurrence.values, inverted)
    occurrence.score = claimed.score
    if next(too_little(scored, tokens, inverted), None):
        return
    doubt = next(doubts(claimed, tokens, inverted), None)
    if not doubt:
        occurrence.outcome = "is"
    elif is_truncated(scored, occurrence.alternatives, tokens, inverted):
        occurrence.outcome, occurrence.reason = "like", "cut"
    elif not next(below_threshold(claimed, "like", inverted), None):
        occurrence.outcome, occurrence.reason = "like", doubt.reason


def keep(occurrences: list[Occurrence], tokens: Tokens) -> list[Occurrence]:
    """Return the occurrences worth showing, in order of appearance."""
    said = [item for item in occurrences if item.outcome]
    # What only announces an error stands back behind any message, what people type behind a sure one.
    said = _unlike("alias", _unlike("heading", said))
    sure = _sure_by_word(said, tokens)
    told = [item for item in said if not _repeats(item, sure, tokens)]
    return sorted(told, key=lambda item: item.scored.start)


def _unlike(role: str, items: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences of wordings of another role, or all where there are none."""
    return [item for item in items if item.scored.alignment.template.role != role] or items


def _sure_by_word(items: list[Occurrence], tokens: Tokens) -> dict[str, list[Said]]:
    """Return the entries and words of the sure messages by each of these words: logs have many of both."""
    wordings: dict[int, Said] = {}
    for item in items:
        template = item.scored.alignment.template
        if item.outcome == "is" and id(template) not in wordings:
            wordings[id(template)] = Said(template.entry, _paired_words(item, tokens))
    found: dict[str, list[Said]] = {}
    for said in wordings.values():
        for word in said.words:
            found.setdefault(word, []).append(said)
    return found


def _repeats(item: Occurrence, sure: dict[str, list[Said]], tokens: Tokens) -> bool:
    """Tell whether a part of a message only says what a sure one says as well, as a title does above it."""
    if item.reason not in ("cut", "differs"):
        return False
    entry, words = item.scored.alignment.template.entry, _paired_words(item, tokens)
    alike = sure.get(next(iter(words)), ())
    return any(said.entry != entry and words <= said.words for said in alike)


def _paired_words(item: Occurrence, tokens: Tokens) -> frozenset[str]:
    return frozenset(tokens.words[place] for place, _ in item.scored.alignment.pairs)
