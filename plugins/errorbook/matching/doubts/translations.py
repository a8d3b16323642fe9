"""Tells whether a text stands in a file of translations: behind msgid, in <source>, under a key with dots."""

from __future__ import annotations

import re

from errorbook.matching.words.tokens import Tokens

_STRINGS = frozenset(["msgid", "msgstr"])
_STRING_TAG = re.compile(
    r"<(?:(?:source|target|string|translation)(?: [^<>]{0,80})?|data name=[^<>]{0,80}>[ \n\t]{0,20}<value)>"
    r"(?:&[a-z]{2,6};|[ \n#\"'(\[]){0,20}\Z"
)
"""Words and tags that stand before a text in files of translations."""
_KEYED = re.compile(
    r"(?:\A|(\()?[ \t\r\n\"'({,;])([A-Za-z][A-Za-z0-9_-]*(?:[.\[][A-Za-z0-9_-]+\]?)+)"
    r"(\\?[\"'])?[ \t]*(=>|[:=,])[ \t]*\\?[\"']?\Z"
)
"""The bracket of a call, a key with dots or an index before a text, its closing quote and the mark behind."""
_PART = re.compile(r"[A-Za-z0-9_-]+")
_OF_LANGUAGES = frozenset(["i18n", "l10n", "label", "labels", "lang", "locale", "locales", "strings"])
"""What begins a key of translations even without quotes; else it may be the name of a logger."""
_FIELDS = (
    "base",
    "body",
    "cause",
    "content",
    "description",
    "detail",
    "details",
    "error",
    "errors",
    "exception",
    "failure",
    "fault",
    "log",
    "message",
    "messages",
    "msg",
    "note",
    "output",
    "reason",
    "response",
    "result",
    "status",
    "stderr",
    "stdout",
    "summary",
    "text",
    "title",
    "value",
    "warning",
    "warnings",
)
"""How a path of a payload ends that leads to what is said: 'error.message', 'Elements[0].ErrorText'."""
_LOOK_BACK = 120


def is_string(word: int, tokens: Tokens) -> bool:
    """Tell whether a word begins a text in a file of translations."""
    begin = tokens.normalised.first(tokens.starts[word])
    before = tokens.paste[max(0, begin - _LOOK_BACK) : begin]
    listed = word > 0 and tokens.words[word - 1] in _STRINGS
    return listed or _STRING_TAG.search(before) is not None or _is_keyed(before)


def _is_keyed(before: str) -> bool:
    """Tell whether a text ends with the key of a translation, and not with a payload's path or a logger."""
    if not (found := _KEYED.search(before)):
        return False
    call, key, quote, mark = found.groups()
    *path, last = _PART.findall(key.lower())
    if mark == "," and not (call and quote):
        return False
    if not quote and mark != "=" and path[0] not in _OF_LANGUAGES:
        return False
    if any(part.isdigit() for part in path):
        return False
    return not path[-1].endswith("s") if last.isdigit() else not last.endswith(_FIELDS)
