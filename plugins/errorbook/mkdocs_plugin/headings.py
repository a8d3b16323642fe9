"""Headings of our pages by the site's own Markdown; those that many pages have alike are made once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import _TocToken as Token

_HEADING = re.compile(r"<h([1-6])\b.*?</h\1>", re.DOTALL)
_STAND_IN = "# In place of a title"
"""A title that no page has: what stands below it is made as below any other."""
_WORDS = re.compile(r"# [A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
"""A title of words alone, which are not markup for any of these."""
_LEAVE_WORDS = re.compile(
    r"(?:markdown\.extensions\.)?(?:admonition|attr_list|def_list|fenced_code|md_in_html|meta|sane_lists|tables|toc)"
)
"""The extensions that change no word of a heading."""
_BY_THEMSELVES = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes"
    r"|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)|pymdownx\..*"
)
"""The extensions that read each heading by itself; of others nobody knows."""


@dataclass(frozen=True, slots=True)
class Made:
    """The HTML of each heading, and what Markdown tells of them for a table of contents."""

    html: Sequence[str]
    tokens: list[Token]


class Headings:
    """Makes the headings of the pages of one site."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Make a parser with the extensions of the site."""
        names: list[str] = config["markdown_extensions"]
        options: Mapping[str, Mapping[str, object]] = config["mdx_configs"] or {}
        self._parser = Markdown(extensions=names, extension_configs=options)
        self._apart = all(map(_BY_THEMSELVES.fullmatch, names))
        self._plain = "toc" in names and all(map(_LEAVE_WORDS.fullmatch, names))
        self._below: dict[tuple[str, ...], Made | None] = {}

    def make(self, asked: Sequence[str]) -> Made | None:
        """Return headings, given as Markdown; nothing where they became anything else."""
        return (self._apart and self._joined(asked[0], tuple(asked[1:]))) or self._whole(asked)

    def finished(self, html: str) -> str:
        """Return HTML with what the extensions do to a whole page at the end."""
        for processor in self._parser.postprocessors:
            html = processor.run(html)
        return html

    def _joined(self, title: str, below: tuple[str, ...]) -> Made | None:
        """Return a title and what is below it, each made by itself, if together they would be the same."""
        if below not in self._below:
            self._below[below] = self._whole((_STAND_IN, *below))
        rest = self._below[below]
        own = (rest and self._worded(title, rest)) or self._whole((title,))
        if rest is None or own is None or len(rest.tokens) != 1 or len(own.tokens) != 1:
            return None
        token, held = own.tokens[0], rest.tokens[0]
        if token["level"] != held["level"] or token["id"] in _ids(held["children"]):
            return None
        return Made([*own.html, *rest.html[1:]], [{**token, "children": held["children"]}])

    def _worded(self, title: str, stand_in: Made) -> Made | None:
        """Return a title of words alone as the stand-in for it was made."""
        if not (self._plain and _WORDS.fullmatch(title)) or len(stand_in.tokens) != 1:
            return None
        told, text = stand_in.tokens[0], title.removeprefix("# ")
        toc: Any = self._parser.treeprocessors["toc"]
        name, anchor = _STAND_IN.removeprefix("# "), toc.slugify(text, toc.sep)
        if told["name"] != name or told["id"] != toc.slugify(name, toc.sep) or not anchor:
            return None

        def put(made: Any) -> Any:
            return made.replace(told["id"], anchor).replace(name, text) if isinstance(made, str) else made

        token: Any = {key: put(value) for key, value in told.items()}
        return Made([put(stand_in.html[0])], [token])

    def _whole(self, asked: Sequence[str]) -> Made | None:
        parser = self._parser.reset()
        html = parser.convert("\n\n".join(asked))
        found = [each[0] for each in _HEADING.finditer(html)]
        if len(found) != len(asked) or _HEADING.sub("", html).strip():
            return None
        return Made(found, getattr(parser, "toc_tokens", []))


def _ids(tokens: Sequence[Token]) -> set[str]:
    return {id_ for token in tokens for id_ in (token["id"], *_ids(token["children"]))}
