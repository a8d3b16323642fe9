"""What the catalogue's choices are called on pages: the one place of these words."""

from __future__ import annotations

import re

from errorbook.catalogue.entry_parts import Cause
from errorbook.catalogue.model import Entry
from errorbook.wording import Wording

RELATED = ("confused-with", "same-text", "same-cause", "caused-by", "leads-to", "see-also")
"""How entries are related, the closest kind first."""
# English and German words that end in a full stop, and end no sentence.
_SHORT = "".join(
    rf"(?<!\b{word})" for word in (r"e\.g", r"i\.e", "No", "vs", "z", r"z\.B", r"z\.\sB", "Nr", "bzw", "ca")
)
_SENTENCE_END = re.compile(
    _SHORT + r"[.!?][\"\u201c\u201d\u2019)]?\s+(?=([\"\u201c\u201e\u2018(*`{0-9]|[^\W\d_]))"
)
SHORT_SUMMARY = 140
"""Characters of a summary that are read at a glance: two lines on a wide page, four on a phone."""
# How a relation reads from its other end; the rest read alike from both.
INVERSE = {"caused-by": "leads-to", "leads-to": "caused-by"}


def facts(entry: Entry, wording: Wording) -> list[str]:
    """Return what is worth knowing before reading: what it holds up, and who can fix it."""
    return [
        wording.say(f"severity.{entry.severity}"),
        wording.say("fact.fixable", who=fixers(entry, wording)),
    ]


def fixers(entry: Entry, wording: Wording) -> str:
    """Return who can fix it: ``you or your foreman``."""
    return wording.any_of([wording.say(f"fixer.{who}") for who in entry.fixable_by])


def cause_note(cause: Cause, wording: Wording) -> str:
    """Return how likely a cause is and how sure we are, or nothing where neither needs saying."""
    note = wording.say(f"likelihood.{cause.likelihood}") if cause.likelihood else ""
    if cause.evidence != "inferred":
        return note
    return wording.say("evidence.also", note=note) if note else wording.say("evidence.inferred.short")


def counted(number: int, noun: str) -> str:
    """Return ``1 error`` or ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def lead(summary: str) -> str:
    """Return what stands above the steps: the whole summary where it is short, else its first sentence."""
    return summary if len(summary) <= SHORT_SUMMARY else first_sentence(summary)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; a full stop inside bold, code or a quotation ends none."""
    for end in _SENTENCE_END.finditer(text):
        sentence = text[: end.end()].rstrip()
        # The mark that opens a quotation in English closes one in German.
        quotes = sentence.count("“") - sentence.count("”") - sentence.count("„")
        if (
            end[1].upper() == end[1]
            and quotes == 0
            and sentence.count("`") % 2 == 0
            and sentence.count("**") % 2 == 0
        ):
            return sentence
    return text
