"""The text in a cell, whatever holds it: HTML, or the nested messages of a conversation."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from errorbook.triage import documents

_WRITTEN_WORD = (
    "(?:description|body|message|text|content|comment|thread|conversation|detail|question|error)s?"
)
_WRITTEN_NAME = re.compile(
    "(?:(?:first|public|customer|conversation) )?(?:(?:plain|text|html|full|stripped) )?"
    f"(?:{_WRITTEN_WORD}|parts)(?: (?:text|html|plain|body))?"
)
# What stands around a message or several.
_AROUND_MESSAGES = re.compile("embedded|fields|data|nodes?|edges|source|html|items|notes?|repl(?:y|ies)")
_PLAIN_FIRST = re.compile("plain|text|stripped")
_DEEPEST_CELL = 20

_HTML_ELEMENT = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,4000})?/?>|<!--|-->")
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:br|p|div|span|html|body|table|ul|ol|li|pre|blockquote|a|b|strong|em|i|font|h[1-6])"
    r"(?:\s[^<>]{0,4000})?/?>",
    re.IGNORECASE,
)
_INLINE_NAME = re.compile(
    "a|abbr|b|center|code|del|em|font|i|img|ins|label|mark|s|small|span|strong|su[bp]|tt|u"
)
_BLOCK_NAME = re.compile(
    "article|blockquote|body|br|col|colgroup|d[dlt]|div|figure|footer|h[1-6r]|head|header|html|li|link|main"
    "|meta|o|ol|p|pre|section|table|tbody|t[dhr]|tfoot|thead|title|ul"
)
_UNSEEN_ELEMENTS = ("style", "script")


def plain_name(name: str) -> str:
    """Return a name as words: 'createdAt', 'Created at' and 'created_at' are the same."""
    return " ".join(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()))


def names_text(name: str) -> bool:
    """Tell whether a column or key of this name holds what somebody wrote."""
    return _WRITTEN_NAME.fullmatch(plain_name(name)) is not None


def text_of(values: Iterable[Any]) -> str:
    """Return the text of cells as one, each part of it once: desks give the same as HTML and plain."""
    kept: list[str] = []
    seen = ""
    for value in values:
        for piece in _pieces(value, _DEEPEST_CELL):
            words = f" {' '.join(piece.split())} "
            if words.strip() and words not in seen:
                kept.append(piece)
                seen += words
    return "\n".join(kept)


def _pieces(value: Any, deepest: int) -> Iterator[str]:
    if isinstance(value, str):
        yield _visible(value)
    elif isinstance(value, list) and deepest:
        if any(isinstance(item, dict) and item.get("type") == "text" for item in value):
            # Runs of one line, outside a document.
            yield "".join(piece for item in value for piece in _pieces(item, deepest - 1))
        else:
            for item in value:
                yield from _pieces(item, deepest - 1)
    elif isinstance(value, dict) and documents.is_document(value):
        yield from documents.blocks(value)
    elif isinstance(value, dict) and deepest:
        names = [name for name in value if names_text(name) or _AROUND_MESSAGES.fullmatch(plain_name(name))]
        for name in sorted(names, key=lambda name: _PLAIN_FIRST.search(plain_name(name)) is None):
            yield from _pieces(value[name], deepest - 1)


def _visible(text: str) -> str:
    """Return what a reader sees of a text that is HTML, else the text."""
    if "<" not in text or not _LOOKS_LIKE_HTML.search(text):
        return text
    for name in _UNSEEN_ELEMENTS:
        text = _without(text, name)
    if "<pre" not in text.lower():
        text = re.sub(r"[ \t]*\r?\n[ \t]*", " ", text)
    shown = html.unescape(_HTML_ELEMENT.sub(_shown, text)).replace("\xa0", " ")
    return "\n".join(line for line in (line.strip() for line in shown.split("\n")) if line)


def _shown(tag: re.Match[str]) -> str:
    name = (tag[2] or "").lower()
    return "\n" if _BLOCK_NAME.fullmatch(name) else "" if not name or _INLINE_NAME.fullmatch(name) else tag[0]


def _without(text: str, name: str) -> str:
    """Return a text without the elements of a name, read once from start to end."""
    begin, end = (re.compile(mark, re.IGNORECASE) for mark in (rf"<{name}\b", rf"</{name}\s*>"))
    start, pieces = 0, []
    while opened := begin.search(text, start):
        closed = end.search(text, opened.end())
        if not closed:
            break
        pieces.append(text[start : opened.start()])
        start = closed.end()
    return "".join([*pieces, text[start:]])
