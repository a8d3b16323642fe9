"""The letters and digits of codes, ids and titles: what is the same in them however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

PIECE = re.compile(r"[A-Za-z]+|[0-9]+")
_JOINTS = re.compile("[_.:/-]")
_CODE = re.compile(r"[0-9A-Za-z \t_:#.()\[\]/-]{0,64}")
_DECIMAL = re.compile(r"[0-9][.][0-9]|\A[+-][0-9]")
_PERMALINK = re.compile(
    r"(?:https?://|(?![a-z]+://))(?:[!-\"$->@-~]{1,200}/|/)?e/(?=[0-9-]*[A-Za-z])([0-9A-Za-z-]{1,40})"
    r"(?:/|(?:/index)?[.]html)?(?:[?#][!-~]{0,200})?"
)
"""The address that an error keeps, or a path to it: a reply has it, and comes back with it."""
_QUOTES = " \t\r\n\"'`*<>\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a"
# Programs to write with make a dash of a hyphen.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff0d", "-"))
_WORDS = frozenset(["error", "err", "code", "codes", "fault", "exception"])
_NUMBERS = frozenset(["number", "no", "nr", "id"])
"""What a code may be called besides; alone such a word stands before any number."""
_STATUS_WORDS = frozenset(["http", "https", "status", "response"])
_SHORTEST_TITLE = 8


def unquoted(text: str) -> str:
    """Return a text without the quotes, marks and blanks that stand around it."""
    return text.strip(_QUOTES)


def pieces_of(text: str) -> list[str]:
    """Return the words and numbers of a text that is nothing but a code, an id or the permalink of one."""
    text = text.translate(_DASHES)
    if found := _PERMALINK.fullmatch(text):
        return parts_of(found[1])
    # What has a decimal point or a sign is an amount, not a code with a mark in it.
    return parts_of(text) if _CODE.fullmatch(text) and not _DECIMAL.search(text) else []


def may_part(parts: list[str], following: str) -> bool:
    """Tell whether a blank may stand there: 'ORA 942', but not '42 P01' or 'card declined'."""
    return len(parts) == 1 and len(parts[0]) > 1 and parts[0].isalpha() and following.isdigit()


def is_apart(code: str, paste: str) -> bool:
    """Tell whether a code of words alone stands in a paste as words: 'card declined' is no code."""
    return not re.search("[0-9]", code) and key_of(code) not in _JOINTS.sub("", paste.lower())


def bare_of(pieces: list[str]) -> list[str]:
    """Return the pieces without what a status is called."""
    return [piece for piece in pieces if piece not in _STATUS_WORDS]


def without_words(pieces: list[str]) -> list[str]:
    """Return the pieces without what a code is called."""
    rest = [piece for piece in pieces if piece not in _WORDS]
    return rest if len(rest) == len(pieces) else [piece for piece in rest if piece not in _NUMBERS]


def id_keys(pieces: list[str]) -> tuple[str, str]:
    """Return what an id is looked up by: as it is written, and without zeros."""
    return both_keys(pieces[1:] if pieces[0] in _NUMBERS else pieces)


def one_of(ids: Iterable[str], pieces: list[str]) -> str:
    """Return the id that pieces are, among some; nothing where they are none of these."""
    wanted = set(id_keys(pieces)) if pieces else set()
    return next((id_ for id_ in ids if not wanted.isdisjoint(both_keys(parts_of(id_)))), "")


def both_keys(parts: list[str]) -> tuple[str, str]:
    """Return what is the same in an id with zeros before its number, and without."""
    return "".join(parts), _unpadded("".join(parts[:-1]), parts[-1] if parts else "")


def key_of(text: str) -> str:
    """Return the letters and digits of a text in one."""
    return "".join(parts_of(text))


def parts_of(text: str) -> list[str]:
    """Return the letters and numbers of a code."""
    return [piece.lower() for piece in PIECE.findall(text)]


def unpad(parts: list[str]) -> list[str]:
    """Return the parts of a code without zeros before a number, unless it is nothing but a number."""
    if len(parts) == 1:
        return parts
    return [part.lstrip("0") or "0" if part.isdigit() else part for part in parts]


def title_key(text: str) -> str:
    """Return what a title is looked up by; nothing for a short one."""
    key = key_of(text)
    return key if len(key) >= _SHORTEST_TITLE and " " in text else ""


def _unpadded(prefix: str, number: str) -> str:
    """Return an id without zeros before its number."""
    return f"{prefix}-{number.lstrip('0')}"
