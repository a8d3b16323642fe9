"""A page of ours as headings and the HTML below each, so that only headings need a Markdown parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)\b[^>]*?(?P<alone>/?)>|^#{1,6} ", re.MULTILINE)
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
    headings: list[tuple[int, int]] = []
    depth = end = 0
    while piece := _PIECE.search(markdown, end):
        start = piece.start()
        if depth == 0 and start > end and not markdown[end:start].isspace():
            return None
        end = piece.end()
        if piece["tag"] is None:
            if depth == 0:
                end = markdown.find("\n", end)
                end = len(markdown) if end < 0 else end
                headings.append((start, end))
        elif piece["tag"] not in _VOID and not piece["alone"]:
            depth += -1 if piece["end"] else 1
    if depth or markdown[end:].strip() or not headings:
        return None
    above = markdown[: headings[0][0]].strip()
    ends = [*(start for start, _ in headings[1:]), len(markdown)]
    return [
        *([Section("", above)] if above else []),
        *(
            Section(markdown[start:end], markdown[end:last].strip())
            for (start, end), last in zip(headings, ends, strict=True)
        ),
    ]
