"""What a value of a kind looks like, and where it ends if its catalogue says so by a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from errorbook.matching.index.index_shape import IndexEntry, IndexValue

PLAIN_TEXT: IndexValue = {"type": "text"}
PLAIN_NAME: IndexValue = {"type": "name"}
ASKING = "(?:please|pls|plz|kindly|thanks?|thx|help)"
"""How somebody who pastes a message begins to ask for help."""
_REQUEST = re.compile(rf"{ASKING}(?![^ \t\r\n])")
_MONTHS = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_DIGIT = re.compile(r"[0-9]")
_CODE = re.compile(r"[^a-z \t\r\n-]")
"""Something that a code has and everyday words have not: a digit or a capital letter, for one."""
_AMOUNT_PART = re.compile(r"[0-9]|\A[A-Z]{3}\Z")
_DATE_PART = re.compile(
    r"[0-9]|\A(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,6}day)?"
    r"|[ap]m|utc|gmt)\Z",
    re.I | re.A,
)
_CODE_PART = re.compile(r"[0-9]|\A[A-Z]{2,}\Z")
_NAME_PART = re.compile(
    r"\A(?!(?:although|are|because|but|can|cannot|could|does|has|have|if|is|means|no|or|should|since|so|then|though"
    r"|unless|until|was|were|when|whenever|whereas|while|will|would)\Z)"
)
"""No word with which a sentence goes on behind a name."""
_NO_PART = re.compile(r"\A\Z")
_FURTHER = {
    "money": _AMOUNT_PART,
    "number": _AMOUNT_PART,
    "date": _DATE_PART,
    "name": _NAME_PART,
    "email": _NO_PART,
    "url": _NO_PART,
    **dict.fromkeys(("account_code", "tax_code", "code", "document_number", "id"), _CODE_PART),
}
"""What a further word of a value is like as it was written: of an amount a currency, of a date a month."""
_NEGATIONS = "not|never|no longer|nicht|kein(?:e[mnrs]?)?|nie(?:mals)?"
_NEGATED = (
    re.compile(rf"\A({_NEGATIONS})[ \t\r\n]"),
    re.compile(rf"[ \t\r\n]({_NEGATIONS})(?: yet| any ?more| mehr)?\Z"),
)
"""The words that turn a message into its opposite, before a value and behind it."""
_EVERYDAY = (
    re.compile(r"\A([a-z\u00df-\u00ff]{2,})[ \t\r\n]"),
    re.compile(r"[ \t\r\n]([a-z\u00df-\u00ff]{2,})[.,;:!?)]*\Z"),
)
_BESIDE_VALUES = re.compile(
    r"bytes?|chars?|characters?|cm|days?|dollars?|euros?|ft|[gkm]b|hours?|hrs?|id|inch(?:es)?|invoice|items?|kg|km"
    r"|kr|lbs?|lines?|mins?|minutes?|mm|months?|ms|n[or]|number|of|order|oz|pcs|per|percent|points?|pounds?|px|rows?"
    r"|secs?|seconds?|sku|times|uhr|units?|weeks?|years?|z\u0142"
)
"""Units, and what a value is called, in small letters."""
_BLANK = re.compile(r"[ \t\r\n]+")
_ENDS = r"(?![^ \t\r\n.,;:!?)\]}'\"])"
_MOST_STARTS = 12


def value_kinds(entry: IndexEntry) -> Mapping[str, IndexValue]:
    """Return what an entry declares of each hole."""
    return entry.get("values", {})


def agrees(value: str, kind: IndexValue) -> bool:
    """Return whether a text can be of a declared kind; unsure means yes, but a pattern is sure."""
    words = [word for word in _BLANK.split(value) if word]
    match kind["type"]:
        case "money" | "number" | "document_number":
            return bool(_DIGIT.search(value)) and len(words) <= 6
        case "date":
            return bool(_DIGIT.search(value) or _MONTHS.search(value.lower())) and len(words) <= 6
        case "account_code" | "tax_code" | "code" | "id":
            return len(words) <= 4 and len(value) <= 60 and bool(_CODE.search(value))
        case "email":
            return "@" in value
        case "url":
            return len(words) == 1
        case "name":
            return len(value) <= 200
        case _:
            return "pattern" not in kind or fits(value, kind["pattern"])


def is_any_text(kind: IndexValue) -> bool:
    """Return whether whole sentences may be a value of a kind, so that nothing tells where it ends."""
    return kind["type"] == "text" and "pattern" not in kind


def is_request(kind: IndexValue, value: str) -> bool:
    """Return whether a text only asks for help where a value of a kind that is no words should stand."""
    if _FURTHER.get(kind["type"], _NAME_PART) is _NAME_PART:
        return False
    # 'Please' begins a sentence; 'HELP' may be a code.
    return _REQUEST.match(value[:1].lower() + value[1:]) is not None


def holds(kind: IndexValue, word: str, following: str) -> bool:
    """Return whether a value of a kind may go on with a word; in a date any before a year may be a month."""
    further = _FURTHER.get(kind["type"])
    if not further or (kind["type"] == "date" and _DIGIT.match(following)):
        return True
    return further.search(word) is not None


def stray_word(kind: IndexValue, value: str, before: bool, behind: bool) -> str:
    """Return a word at an edge of a value that is none of its own; the edges to look at are told.

    Of a text or a name only a negation is known to be none.
    """
    edges = (before, behind)
    typed = kind["type"] in _FURTHER and kind["type"] != "name"
    compared = value.lower() if typed or value.isupper() else value
    for looked_at, pattern in zip(edges, _NEGATED, strict=True):
        if looked_at and (found := pattern.search(compared)):
            return found[1]
    for looked_at, pattern in zip(edges, _EVERYDAY, strict=True):
        found = pattern.search(value) if looked_at and typed else None
        if found and not _BESIDE_VALUES.fullmatch(found[1]) and not holds(kind, found[1], ""):
            return found[1]
    return ""


def fits(value: str, pattern: str) -> bool:
    """Return whether a pattern is of the whole of a text."""
    return _compiled(rf"(?:{pattern})\Z").match(value) is not None


def own_start(text: str, pattern: str) -> str:
    """Return the beginning of a text that a pattern is of and that another value touches; none is ''."""
    found = _compiled(pattern).match(text)
    return found[0] if found else ""


def own_part(text: str, pattern: str, at_end: bool) -> str:
    """Return what a pattern is of at the beginning or the end of a text: whole words; none is ''."""
    if not at_end:
        found = _compiled(f"(?:{pattern}){_ENDS}").match(text)
        return found[0] if found else ""
    starts = [0, *(blank.end() for blank in _BLANK.finditer(text))]
    return next((text[start:] for start in starts[-_MOST_STARTS:] if fits(text[start:], pattern)), "")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
