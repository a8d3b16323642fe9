"""A page of ours as headings and the HTML below each, so that only headings need a Markdown parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_PIECE = re.compile(r"\s*(?:<([a-z][a-z0-9]*)\b[^>]*>|(?<=\n)(#{1,6} [^\n]*)|\Z)")
"""What may stand beside other elements: the beginning of one, a heading, or the end of the page."""
_VOID = frozenset(("br", "hr", "img", "input", "link", "source", "wbr"))
"""The elements without an end, of those that pages have."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading as Markdown, and the HTML below it; what stands above the first has none."""

    heading: str
    html: str


def split(markdown: str) -> list[Section] | None:
    """Return the sections of a page without its front matter, or nothing where there is other Markdown.

    A line that looks like a heading but stands in an element is text.
    """
    text = f"\n{markdown}"
    headings: list[tuple[int, int]] = []
    end = 0
    while end < len(text):
        piece = _PIECE.match(text, end)
        if piece is None:
            return None
        tag, end = piece[1], piece.end()
        if piece[2]:
            headings.append(piece.span(2))
        elif tag and tag not in _VOID and text[end - 2] != "/":
            end = _after(tag, text, end)
    if end > len(text) or not headings:
        return None
    above = text[: headings[0][0]].strip()
    ends = [*(start for start, _ in headings[1:]), len(text)]
    return [
        *([Section("", above)] if above else []),
        *(
            Section(text[start:end], text[end:last].strip())
            for (start, end), last in zip(headings, ends, strict=True)
        ),
    ]


def _after(tag: str, text: str, start: int) -> int:
    """Return where an element that began before a place ends; where it never does, behind the text."""
    depth = 1
    for edge in _edges(tag).finditer(text, start):
        if text[edge.end() - 2] != "/":
            depth += -1 if edge[1] else 1
        if depth == 0:
            return edge.end()
    return len(text) + 1


@cache
def _edges(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){tag}\b[^>]*>")
