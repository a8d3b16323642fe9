"""Tells whether a text is one of a list of texts: behind msgid, in <source>, under a key, in a constant."""

from __future__ import annotations

import re

from errorbook.matching.words.tokens import Tokens

_STRINGS = frozenset(["msgid", "msgstr"])
_STRING_TAG = re.compile(
    r"<(?:(?:source|target|string|translation|[Tt]rans)(?: [^<>]{0,80})?"
    r"|data name=[^<>]{0,80}>[ \n\t]{0,20}<value)>"
    r"(?:&[a-z]{2,6};|[ \n#\"'(\[]){0,20}\Z"
)
"""Words and tags that stand before a text in files of translations."""
_KEYED = re.compile(
    r"(?:\A|(\()?[ \t\r\n\"'({,;])([A-Za-z][A-Za-z0-9_-]*(?:[.\[][A-Za-z0-9_-]+\]?)+)"
    r"(\\?[\"'])?[ \t]*(=>|[:=,])[ \t]*\\?[\"']?\Z"
)
"""The bracket of a call, a key with dots or an index before a text, its closing quote and the mark behind."""
_PART = re.compile(r"[A-Za-z0-9_-]+")
_CONSTANT = re.compile(r"(?:\A|[ \t\r\n{,;$])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[ \t]*=[ \t]*[\"']?\Z")
"""The name of a constant, which is set to a text."""
_LOCALE = re.compile(
    r"(?:\A|\n)[a-z]{2}(?:[-_][A-Za-z]{2})?:[ \t]*\n(?:[ \t][^\n]*\n)*"
    r"[ \t]+([A-Za-z0-9_-]+):[ \t]*[\"']?\Z"
)
"""A key that is set in below a language: 'de:', 'en-GB:'."""
_OF_LANGUAGES = re.compile(
    "activerecord|i18n|l10n|labels?|lang|locales?|strings|translations?|validations?|validators?"
)
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
_LOOK_BACK = 240


def is_string(word: int, opening: int, tokens: Tokens) -> bool:
    """Tell whether a word, and the marks from ``opening`` on, begin a text in a file of translations."""
    begin = tokens.normalised.first(opening)
    before = tokens.paste[max(0, begin - _LOOK_BACK) : begin]
    listed = word > 0 and tokens.words[word - 1] in _STRINGS
    return listed or _STRING_TAG.search(before) is not None or _is_keyed(before)


def _is_keyed(before: str) -> bool:
    """Tell whether a text ends with the key of a translation, and not with a payload's path or a logger."""
    if found := _CONSTANT.search(before) or _LOCALE.search(before):
        return not found[1].lower().endswith(_FIELDS)
    if not (found := _KEYED.search(before)):
        return False
    call, key, quote, mark = found.groups()
    *path, last = _PART.findall(key.lower())
    numbered = any(part.isdigit() for part in path)
    if len(path) > 1 and _OF_LANGUAGES.fullmatch(path[0]) and not numbered:
        return True
    if mark == "," and not (call and quote):
        return False
    if not quote and mark != "=" and not _OF_LANGUAGES.fullmatch(path[0]):
        return False
    if numbered:
        return False
    return not path[-1].endswith("s") if last.isdigit() else not last.endswith(_FIELDS)
