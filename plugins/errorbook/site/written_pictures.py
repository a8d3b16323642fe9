"""The pictures of pages written by hand: whether their words say what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook.catalogue import images
from errorbook.common.problems import Problem
from errorbook.site import markers

_MARKDOWN = re.compile(r"!\[(?P<alt>(?:[^\]\\]|\\.)*)\](?:\(\s*<?(?P<src>[^)\s>]*)|\[(?P<ref>[^\]]*)\])")
_HTML = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(alt|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)


def doubts(file: str, markdown: str) -> Iterator[Problem]:
    """Yield the pictures without words, or with words that say nothing; ornaments have empty ones."""
    for src, alt in _pictures(markers.without_code(markdown)):
        if alt is None or images.says_nothing(alt):
            what = (
                f"the picture {src} has no words"
                if not alt
                else f"the words of the picture {src} say nothing"
            )
            fix = "Write what is on it: ![Two empty lock dates](lock-dates.png)"
            yield Problem.of(file, what, fix, "warning", "poor-alt")


def _pictures(markdown: str) -> Iterator[tuple[str, str | None]]:
    """Yield where each picture is, and its words; None where there are none."""
    for found in _MARKDOWN.finditer(markdown):
        yield found["src"] or found["ref"] or found["alt"], found["alt"].strip() or None
    for tag in _HTML.findall(markdown):
        parts = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(tag)}
        yield parts.get("src", ""), parts.get("alt")
