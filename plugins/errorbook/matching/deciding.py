"""What can be said of an occurrence: 'this is', 'looks like' or nothing."""

from __future__ import annotations

from typing import Any

from errorbook.matching.judging import is_scant
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.parts import CLOSE_RANK, is_part
from errorbook.matching.reading import Reading
from errorbook.matching.search import Occurrence, Reason
from errorbook.matching.values import agrees, conflicts, kinds, read_values


def settle(occurrence: Occurrence, reading: Reading, lexicon: Lexicon) -> None:
    """Decide an occurrence; where nothing can be said of its best, take a sure one of the same words."""
    decide(occurrence, reading, lexicon)
    best = occurrence.judgement
    if occurrence.outcome:
        return
    for other in occurrence.others:
        # Another wording of the same entry says the same, so it need not be surer than usual.
        own = other.alignment.template.entry == best.alignment.template.entry
        least = 0.0 if own else lexicon.settings["instead"]
        if other.confidence < least or not other.overlaps(best):
            continue
        second = Occurrence(other, [best, *(item for item in occurrence.others if item is not other)])
        decide(second, reading, lexicon)
        if second.outcome:
            occurrence.judgement, occurrence.others = second.judgement, second.others
            occurrence.outcome, occurrence.values = second.outcome, second.values
            occurrence.reason, occurrence.score = second.reason, second.score
            return


def decide(occurrence: Occurrence, reading: Reading, lexicon: Lexicon) -> None:
    """Say 'is', 'like' or nothing of an occurrence."""
    settings, judgement = lexicon.settings, occurrence.judgement
    template = judgement.alignment.template
    entry = lexicon.entries[template.entry]
    occurrence.values = read_values(judgement.alignment, reading)
    declared = kinds(entry)
    sound = not conflicts(occurrence.values) and all(
        agrees(value.text, declared.get(value.name, "text")) for value in occurrence.values
    )
    occurrence.score = judgement.confidence if sound else 0.8 * judgement.confidence
    full = template.role == "full" and judgement.coverage >= settings["whole"]
    if template.role == "alias" and judgement.coverage < settings["whole_alias"]:
        return
    if is_scant(template, reading, settings):
        return
    exact = full and sound and judgement.alignment.likeness == 1
    part = is_part(judgement, occurrence.others, reading, lexicon)
    if exact and occurrence.score >= settings["is"] and _alone(occurrence, reading, settings):
        occurrence.outcome = "is"
    elif occurrence.score >= settings["like"] or part:
        occurrence.outcome = "like"
        occurrence.reason = "cut" if part else _reason(occurrence, sound, settings)


def _reason(occurrence: Occurrence, sound: bool, settings: dict[str, Any]) -> Reason:
    """Say why a message that was not cut off is not said to be the one."""
    judgement = occurrence.judgement
    if judgement.alignment.template.role != "full":
        return ""
    if judgement.coverage < settings["whole"] or judgement.alignment.likeness < 1:
        return "differs"
    if not sound:
        return "value"
    return "beside" if occurrence.score < settings["is"] else "alike"


def _alone(occurrence: Occurrence, reading: Reading, settings: dict[str, Any]) -> bool:
    """Return whether nothing else can be meant: no entry close behind, no longer message cut off here."""
    judgement = occurrence.judgement
    template = judgement.alignment.template
    open_end = not reading.marks[judgement.end].startswith(template.before[-1])
    names = template.holes[-1]
    if names and all(value.name != names[-1] for value in occurrence.values):
        return False
    for other in occurrence.others:
        if other.alignment.template.entry == template.entry:
            continue
        near = judgement.confidence - other.confidence < settings["lead"]
        near = near and other.overlaps(judgement)
        if near and other.rank > CLOSE_RANK * judgement.rank:
            return False
        around = other.start <= judgement.start and other.end >= judgement.end
        more = other.rank > judgement.rank and other.overlaps(judgement)
        if ((open_end and around) or more) and other.fit >= settings["solid"]:
            return False
    return True
