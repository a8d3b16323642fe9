"""What the theme puts around our pages: rendered once for pages that are alike, and then filled.

A theme's template takes as long for each page as all that we make of it. Pages of one folder with the same
headings below their title differ in a few texts only. The theme renders the first with marks in the place of
those texts, and the second whole: where the first, filled with the texts of the second, is the same, the
others are filled.
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import AnchorLink, TableOfContents

from errorbook.mkdocs_plugin import other_plugins
from errorbook.mkdocs_plugin.own_pages import OwnPage

_MARK = re.compile("\x02([^\x02\x03]*)\x03")
Key = tuple[object, ...]
Context = dict[str, Any]
Render = Callable[[Context], str]


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page in pieces, and the name of the text that stands behind each but the last."""

    pieces: Sequence[str]
    names: Sequence[str]

    @classmethod
    def read(cls, html: str) -> Shell:
        """Take a page apart at its marks."""
        found = _MARK.split(html)
        return cls(found[::2], found[1::2])

    def filled(self, texts: Mapping[str, str]) -> str:
        """Return the page with texts in their places."""
        parts = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            parts += (texts[name], piece)
        return "".join(parts)


class Shells:
    """The shells of one build, by what pages have in common."""

    def __init__(self) -> None:
        """Begin without any."""
        self._first: dict[Key, Context] = {}
        self._known: dict[Key, Shell | None] = {}

    def render(self, name: str | None, context: Context, render: Render) -> str:
        """Return a page by the template of this name; ``render`` puts it through the template."""
        page = context.get("page")
        if isinstance(page, OwnPage):
            page.release()
        if not isinstance(page, OwnPage) or not page.toc:
            return render(context)
        key, texts = (name, *_alike(page)), _texts(page)
        shell = self._known.get(key)
        if shell and texts.keys() >= set(shell.names):
            return shell.filled(texts)
        html = render(context)
        if key not in self._first:
            self._first[key] = context
        elif key not in self._known:
            first = self._first[key]
            made = Shell.read(render({**first, "page": _marked(first["page"])}))
            same = texts.keys() >= set(made.names) and made.filled(texts) == html
            self._known[key] = made if same else None
        return html


def use(env: Environment, config: MkDocsConfig, plugin: object) -> bool:
    """Let the theme's templates render our pages by shells, where nobody else has a part in pages.

    Tells whether that is so.
    """
    if config.theme.name != "material" or config.theme.custom_dir or not other_plugins.absent(config, plugin):
        return False
    shells = Shells()

    class Filled(Template):
        """A template of the theme."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """Return what the template makes of a context."""
            return shells.render(self.name, dict(*args, **kwargs), super().render)

    env.template_class = Filled
    return True


def _alike(page: OwnPage) -> Key:
    """Return all of a page that a template may look at, but for the texts that it only prints."""
    others = {name: bool(value) if isinstance(value, str) else value for name, value in page.meta.items()}
    others.pop("search", None)  # that is for the search, which has read it
    first, *more = page.toc
    return (
        posixpath.dirname(page.url.rstrip("/")),
        page.url.endswith("/"),
        repr(sorted(others.items())),
        bool(page.canonical_url),
        page.edit_url,
        first.level,
        repr(_outline([*first.children, *more])),
        "<h1" in (page.content or ""),
    )


def _outline(links: Sequence[AnchorLink]) -> list[object]:
    return [(link.title, link.id, link.level, _outline(link.children)) for link in links]


def _texts(page: OwnPage) -> dict[str, str]:
    """Return the texts that a template prints of a page, by the names of their marks."""
    first, *_ = page.toc
    meta = {f"meta {name}": value for name, value in page.meta.items() if isinstance(value, str)}
    return {
        **meta,
        # A template adds a title where the page has none.
        "content <h1": page.content or "",
        "address": page.canonical_url or "",
        "anchor": first.id,
        "heading": first.title,
    }


def _marked(page: OwnPage) -> OwnPage:
    """Return a page like this one, with marks in the place of its texts."""
    made, (first, *more) = copy.copy(page), page.toc
    made.meta = {
        name: f"\x02meta {name}\x03" if isinstance(value, str) else value for name, value in page.meta.items()
    }
    made.content = "\x02content <h1\x03"
    made.canonical_url = "\x02address\x03" if page.canonical_url else page.canonical_url
    heading = AnchorLink("\x02heading\x03", "\x02anchor\x03", first.level)
    heading.children = first.children
    made.toc = TableOfContents([heading, *more])
    return made
