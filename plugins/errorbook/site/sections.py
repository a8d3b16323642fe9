"""A page of ours as headings and the HTML below each, so that only headings need a Markdown parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r"(</|/>)|<(?:br|hr|img|input|link|source|wbr)\b[^>]*>|(<[a-z])|(\n#{1,6} )")
"""Where an element ends or begins, or one without an end stands, or a line begins that may be a heading."""
_END, _BEGINNING, _HEADING = 1, 2, 3


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
    depth = end = 0
    for piece in _PIECE.finditer(text):
        kind = piece.lastindex
        if depth == 0:
            start = piece.start()
            if start < end:  # a tag in a heading
                continue
            if start > end and not text[end:start].isspace():
                return None
            end = piece.end()
        if kind == _BEGINNING:
            depth += 1
        elif kind == _END:
            depth -= 1
            end = text.find(">", piece.start()) + 1
        elif kind == _HEADING and depth == 0:
            end = text.find("\n", end)
            end = len(text) if end < 0 else end
            headings.append((start, end))
    if depth or text[end:].strip() or not headings:
        return None
    above = text[: headings[0][0]].strip()
    ends = [*(start for start, _ in headings[1:]), len(text)]
    return [
        *([Section("", above)] if above else []),
        *(
            Section(text[start + 1 : end], text[end:last].strip())
            for (start, end), last in zip(headings, ends, strict=True)
        ),
    ]
