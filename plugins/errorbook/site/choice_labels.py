"""What the catalogue's choices are called on pages: the one place of these words."""

from __future__ import annotations

import re

from errorbook.catalogue.model import Cause, Entry
from errorbook.catalogue.value_types import Evidence, FixableBy, Likelihood, Risk, Severity, Status

SEVERITY: dict[Severity, str] = {
    "blocks-sync": "Stops the whole sync",
    "blocks-record": "Holds up this record",
    "warning": "Shows a warning, but holds nothing up",
    "info": "Holds nothing up",
}
FIXABLE_BY: dict[FixableBy, str] = {
    "shop": "you",
    "bookkeeper": "your bookkeeper",
    "admin": "an administrator",
    "support": "a support team",
    "vendor": "whoever runs the service",
}
LIKELIHOOD: dict[Likelihood, str] = {"common": "Common", "sometimes": "Sometimes", "rare": "Rare"}
EVIDENCE: dict[Evidence, str] = {
    "verified": "We have reproduced this error.",
    "reported": "Public sources show this error. What no source confirms is marked.",
    "inferred": "Nobody has shown us this error yet; the page is our best understanding.",
}
EVIDENCE_SHORT: dict[Evidence, str] = {
    "verified": "Reproduced by us",
    "reported": "Seen in public sources",
    "inferred": "Likely, not confirmed by a source",
}
INFERRED = "likely, not confirmed by a source"
INFERRED_STEP = "Likely, not confirmed"
RISK: dict[Risk, str] = {
    "changes-books": "This changes figures in the books.",
    "irreversible": "This cannot be undone.",
}
STATUS: dict[Status, str] = {
    "not-emitted": "The product no longer shows this text. The page stays for older messages.",
    "superseded": "This page was replaced. Choose the problem that is yours:",
    "withdrawn": "This page was wrong and was withdrawn. It stays so that links to it lead somewhere.",
}
RELATED = {
    "confused-with": "Often confused with this error",
    "same-text": "Shows the same text",
    "same-cause": "Has the same cause",
    "caused-by": "Can be the cause of this one",
    "leads-to": "Can follow from this one",
    "see-also": "See also",
}
_SENTENCE_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\bvs)[.!?][\"\u201d\u2019)]?\s+(?=[\"\u201c\u2018(*`{A-Z0-9])"
)
# How a relation reads from its other end; the rest read alike from both.
INVERSE = {"caused-by": "leads-to", "leads-to": "caused-by"}


def facts(entry: Entry) -> list[str]:
    """Return what is worth knowing before reading: what it holds up, who can fix it, how sure we are."""
    return [SEVERITY[entry.severity], f"Can be fixed by {fixers(entry)}", EVIDENCE_SHORT[entry.evidence]]


def fixers(entry: Entry) -> str:
    """Return who can fix it: ``you or your bookkeeper``."""
    return any_of([FIXABLE_BY[who] for who in entry.fixable_by])


def cause_note(cause: Cause) -> str:
    """Return how likely a cause is and how sure we are, or nothing where neither needs saying."""
    notes = [LIKELIHOOD[cause.likelihood]] if cause.likelihood else []
    if cause.evidence == "inferred":
        notes.append(INFERRED if notes else INFERRED.capitalize())
    return "; ".join(notes)


def any_of(names: list[str]) -> str:
    """Return ``one, two or three``."""
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def counted(number: int, noun: str) -> str:
    """Return ``1 error`` or ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; a full stop inside bold, code or a quotation ends none."""
    for end in _SENTENCE_END.finditer(text):
        sentence = text[: end.end()].rstrip()
        quotes = sentence.count("“") - sentence.count("”")
        if quotes == 0 and sentence.count("`") % 2 == 0 and sentence.count("**") % 2 == 0:
            return sentence
    return text
