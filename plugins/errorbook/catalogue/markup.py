"""The little markup of catalogue texts: bold, code, links and ``{holes}``, read as runs.

It is a part of Markdown: ``**bold**``, `` `code` ``, ``[text](https://…)``, and ``\\`` before a mark that is
none. ``markup.js`` is its twin; both are held to ``tests/cases/inline.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from errorbook.common import addresses
from errorbook.common.template import Hole, parse

Kind = Literal["text", "bold", "code", "hole"]
_MARKS: dict[str, Kind] = {"**": "bold", "`": "code"}
_MARK = re.compile(r"\\[\\`*\[]|\*\*|`|\[")
_BARE = re.compile(r"[^\\*`\[{}]*")
_LINK = re.compile(rf"\[([^\[\]]+)\]\((https?://{addresses.HOST}(?:[/?#][^\s()<>{{}}\"\\]*)?)\)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text shown in one way; ``text`` is a hole's name where the kind is ``hole``.

    ``within`` is the markup around a hole: a hole in bold text is bold, too.
    """

    kind: Kind
    text: str
    within: Kind = "text"
    url: str = ""
    """Where it leads, if it is a link or a hole in one."""


def is_bare(text: str) -> bool:
    """Tell whether a text surely has no markup and no holes: most have none."""
    return _BARE.fullmatch(text) is not None


@lru_cache(maxsize=4096)  # each text is shown on its page, in documents and on several indexes
def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a text in order; a mark that is never closed is plain text."""
    return tuple(run for kind, stretch, url in _marked(text) for run in _filled(stretch, kind, url))


def plain(text: str, labels: dict[str, str]) -> str:
    """Return the text without markup, each hole replaced by its label."""
    if is_bare(text):
        return text
    return "".join(labels.get(run.text, run.text) if run.kind == "hole" else run.text for run in runs(text))


def unmarked(text: str, labels: dict[str, str]) -> str:
    """Return a message, whose marks are its own, with each hole replaced by its label."""
    return "".join(
        labels.get(part.name, part.name) if isinstance(part, Hole) else part for part in parse(text)
    )


def _marked(text: str) -> Iterator[tuple[Kind, str, str]]:
    """Split at the marks, whichever opens first, into stretches, kinds and links; marks do not nest."""
    plain, start, position = "", 0, 0
    while opened := _MARK.search(text, position):
        mark, position = opened[0], opened.end()
        if mark[0] == "\\":
            plain += text[start : opened.start()] + mark[1]
            start = position
            continue
        link = _LINK.match(text, opened.start())
        end = position if mark == "[" else text.find(mark, position)
        if link or end > position:
            yield "text", plain + text[start : opened.start()], ""
            if link:
                yield "text", link[1], link[2]
            else:
                yield _MARKS[mark], text[position:end], ""
            plain, start = "", link.end() if link else end + len(mark)
            position = start
    yield "text", plain + text[start:], ""


def _filled(text: str, kind: Kind, url: str) -> Iterator[Run]:
    for part in parse(text):
        if isinstance(part, Hole):
            yield Run("hole", part.name, kind, url)
        else:
            yield Run(kind, part, url=url)
