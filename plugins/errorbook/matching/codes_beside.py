"""What the codes in a paste say beside the messages that were found in it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from errorbook.matching.codes.codes import Code
from errorbook.matching.codes.mentions import Mention, is_telling_code
from errorbook.matching.findings import stretch
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.search import Occurrence
from errorbook.matching.words.tokens import Tokens

Found = tuple[int, int, int]
"""An entry's place, and where its code starts and ends."""


def beside_messages(
    kept: list[Occurrence], mentions: list[Mention], tokens: Tokens, inverted: InvertedIndex
) -> tuple[list[Occurrence], list[Found]]:
    """Return the occurrences that are more than a code's words, and entries whose codes say otherwise."""
    if not mentions:
        return kept, []
    kept = [item for item in kept if not _is_in_code(item, mentions, tokens)]
    stretches = [stretch(item, tokens) for item in kept]
    # What only announces an error stands back behind a code that says which.
    headings = all(item.scored.alignment.template.role == "heading" for item in kept)
    systems = {inverted.entries[item.scored.alignment.template.entry].get("system") for item in kept}
    found = [
        (code.place, mention.start, mention.end)
        for mention in mentions
        # A code in a message is a part of it.
        if not any(start <= mention.start and mention.end <= end for start, end in stretches)
        for code in _of_systems(mention.codes, systems)
        if not kept
        or (headings and not code.role)
        or (mention.sure and _contradicts(code, mention, kept, inverted))
    ]
    return [] if found and headings else kept, found


def _of_systems(codes: Sequence[Code], systems: Set[str | None]) -> Sequence[Code]:
    """Return what a code means in the systems that were found, or all that it means where that is nothing."""
    return [code for code in codes if code.system in systems] or codes


def _is_in_code(item: Occurrence, mentions: list[Mention], tokens: Tokens) -> bool:
    """Tell whether an occurrence is made of another entry's code, as 'no route' in 'rest_no_route'."""
    template = item.scored.alignment.template
    if item.outcome == "is" or template.role in ("full", "short"):
        return False
    start, end = stretch(item, tokens)
    return any(
        mention.sure
        and mention.start <= start
        and end <= mention.end
        and any(code.place != template.entry for code in mention.codes)
        for mention in mentions
    )


def _contradicts(code: Code, mention: Mention, kept: list[Occurrence], inverted: InvertedIndex) -> bool:
    """Tell whether the messages found are of other systems, or have codes and not this one.

    A number may stand with a message that declares none, and so may a code of several errors; a code of
    words that one error of a system has says something of its own.
    """
    if code.role:
        return False
    one = [other.system for other in mention.codes].count(code.system) == 1
    telling = one and is_telling_code(code.text, code.text)
    for item in kept:
        entry = inverted.entries[item.scored.alignment.template.entry]
        own = [text for _, text, *_ in entry.get("codes", [])]
        if code.text in own or (entry.get("system") == code.system and not own and not telling):
            return False
    return True
