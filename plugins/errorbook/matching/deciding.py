"""What can be said of an occurrence: 'this is', 'looks like' or nothing."""

from __future__ import annotations

from errorbook.matching.candidates.truncation import is_truncated
from errorbook.matching.doubts.doubts import below_threshold, claim, doubts, too_little
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.search import Occurrence
from errorbook.matching.values.value_kinds import value_kinds
from errorbook.matching.values.values import read_values
from errorbook.matching.words.tokens import Tokens


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
