"""What can be said of an occurrence: 'this is', 'looks like' or nothing."""

from __future__ import annotations

from errorbook.matching.doubts import claim, doubts, low, scarce
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.parts import is_part
from errorbook.matching.reading import Reading
from errorbook.matching.search import Occurrence
from errorbook.matching.values import read_values


def settle(occurrence: Occurrence, reading: Reading, lexicon: Lexicon) -> None:
    """Decide an occurrence; where nothing can be said of its best, take a sure one of the same words."""
    decide(occurrence, reading, lexicon)
    best = occurrence.judgement
    if occurrence.outcome:
        return
    for other in occurrence.others:
        if not other.overlaps(best):
            continue
        second = Occurrence(other, [best, *(item for item in occurrence.others if item is not other)])
        # Another wording of the same entry says the same, so it need not be surer than usual.
        own = other.alignment.template.entry == best.alignment.template.entry
        sure = own or other.confidence >= lexicon.settings["instead"]
        if not sure and not is_part(other, second.others, reading, lexicon):
            continue
        decide(second, reading, lexicon)
        if second.outcome:
            occurrence.judgement, occurrence.others = second.judgement, second.others
            occurrence.outcome, occurrence.values = second.outcome, second.values
            occurrence.reason, occurrence.score = second.reason, second.score
            return


def decide(occurrence: Occurrence, reading: Reading, lexicon: Lexicon) -> None:
    """Say 'is', 'like' or nothing of an occurrence."""
    judgement = occurrence.judgement
    occurrence.values = read_values(judgement.alignment, reading)
    claimed = claim(judgement, occurrence.others, occurrence.values, lexicon)
    occurrence.score = claimed.score
    if next(scarce(judgement, reading, lexicon), None):
        return
    doubt = next(doubts(claimed, reading, lexicon), None)
    if not doubt:
        occurrence.outcome = "is"
    elif is_part(judgement, occurrence.others, reading, lexicon):
        occurrence.outcome, occurrence.reason = "like", "cut"
    elif not next(low(claimed, "like", lexicon), None):
        occurrence.outcome, occurrence.reason = "like", doubt.reason
