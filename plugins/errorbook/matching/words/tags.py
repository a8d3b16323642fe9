"""Takes tags out of a text: XML, HTML, and what help desks and forums put around quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

TAG = "\x02"
"""Stands for a block tag: nothing on its far side belongs to the message."""

_ELEMENT = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9_.:-]{0,60})((?:[ \t\r\n][^<>]{0,400}?)?)(/?)>")
_MARKUP = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->|<\?[a-z][^<>]{0,200}\?>|<![A-Za-z][^<>]{0,200}>")
_DESK = re.compile(
    r"\{(noformat|code|quote|panel|color)(?::[^{}\n]{0,200})?\}"
    r"|\[/?(code|quote|pre|color|size|url|b|i|u|s)(?:=[^\[\]\n]{0,200})?\]"
)
"""Marks of Jira's wiki markup and of BBCode; the first kind closes with its own name."""
_SURE = re.compile(
    r"\{(noformat|code|quote|panel|color)(?::[^{}\n]{0,200})?\}"
    r"|\[/(code|quote|pre|color|size|url|b|i|u|s)\]"
    r"|\[(code|quote|color|size|url)=[^\[\]\n]{0,200}\]"
)
"""What shows that they are marks: one that closes, or that says more than its name."""
_DESK_INLINE = frozenset(["color", "size", "url", "b", "i", "u", "s"])
_INLINE = frozenset(
    ["a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"]
)
_HTML = _INLINE | frozenset(
    [
        "blockquote",
        "body",
        "br",
        "div",
        "dd",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "html",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "style",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)


def is_marked(text: str) -> bool:
    """Tell whether a text holds marks of help desks or forums."""
    return _SURE.search(text) is not None


def untag(text: list[str], starts: list[int], ends: list[int]) -> Iterator[tuple[str, int, int]]:
    """Yield the characters without tags: block tags leave a mark, line breaks a new line, others nothing."""
    joined = "".join(text)
    marked = {name for mark in _SURE.findall(joined) for name in mark if name}
    if not marked and "<" not in joined and "]]>" not in joined:
        yield from zip(text, starts, ends, strict=True)
        return
    closed = set(re.findall(r"</([A-Za-z][A-Za-z0-9_.:-]{0,60})[ ]*>", joined))
    position = 0
    while position < len(joined):
        mark, size = _tag(joined, position, closed, marked) or (joined[position], 1)
        if mark:
            yield mark, starts[position], ends[position + size - 1]
        position += size


def _tag(text: str, position: int, closed: set[str], marked: set[str]) -> tuple[str, int] | None:
    """Return what a tag leaves and its length, or None where there is none."""
    character = text[position]
    if character in "{[" and (desk := _DESK.match(text, position)):
        name = desk[1] or desk[2]
        return ("" if name in _DESK_INLINE else TAG, len(desk[0])) if name in marked else None
    if character not in "<]-":
        return None
    element = _ELEMENT.match(text, position) if character == "<" else None
    if element and (element[4] or element[2] in closed or element[2].lower() in _HTML):
        name = element[2].lower()
        return "" if name in _INLINE else "\n" if name == "br" else TAG, len(element[0])
    markup = _MARKUP.match(text, position)
    return (TAG, len(markup[0])) if markup else None
