"""A page of ours as headings and the HTML below each, so that only headings need a Markdown parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>|\n#{1,6} ")
"""A tag, or the beginning of a line that may be a heading: both begin with one sign, which is found fast."""
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
    depth = end = 0
    while piece := _PIECE.search(text, end):
        start = piece.start()
        if depth == 0 and start > end and not text[end:start].isspace():
            return None
        end = piece.end()
        closing, tag = piece.groups()
        if tag is None:
            if depth == 0:
                end = text.find("\n", end)
                end = len(text) if end < 0 else end
                headings.append((start, end))
        elif tag not in _VOID and text[end - 2] != "/":
            depth += -1 if closing else 1
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
