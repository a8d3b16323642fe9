"""Our pages as MkDocs has pages: with hooks, contents and anchors, but no HTML of ours read as Markdown."""

from __future__ import annotations

import copy
import json
import re
import sys
from functools import cache
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from errorbook.common.spool import Spool, Spooled
from errorbook.mkdocs_plugin.headings import Headings
from errorbook.site import sections

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_TEXT = re.compile(r'^(\w+): (".*")\n', re.MULTILINE)
_FOR_SEARCH = re.compile(r'data-search-\w+="')
_ANCHOR = re.compile(r'\sid="([^"]+)"')


class _Kept:
    """A text of a page, kept in the page's spool: memory would hold the texts of all pages at once."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    def __get__(self, page: OwnPage | None, owner: type | None = None) -> str | None:
        kept: Spooled | None = None if page is None else vars(page).get(self._name)
        return str(kept.content()) if kept else None

    def __set__(self, page: OwnPage, text: str | None) -> None:
        # MkDocs sets each text twice: what hooks make of it is mostly what they were given.
        if text is None or text != self.__get__(page):
            vars(page)[self._name] = None if text is None else page.spool.put(text)


class OwnPage(Page):
    """A page of which only the headings are read as Markdown, unless another plugin changed its text."""

    markdown = _Kept()
    content = _Kept()
    _content: Spooled | None

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, headings: Headings, spool: Spool
    ) -> None:
        """Begin as MkDocs does, with what makes the headings of all our pages, and where texts are kept."""
        super().__init__(title, file, config)
        self.spool = spool
        self._headings = headings
        self._withheld: Spooled | None = None

    @classmethod
    def take_over(cls, page: Page, headings: Headings, spool: Spool) -> None:
        """Have a page made like the others that navigation has made, and leads to."""
        if type(page) is Page:
            page.__class__ = cls
            vars(page).update(spool=spool, _headings=headings, _withheld=None)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the page's text, and its front matter: texts in quotes, and what many pages have alike."""
        source = self.file.content_string
        front = _FRONT_MATTER.match(source)
        if config.plugins.events["page_read_source"] or not front:
            super().read_source(config)
            return
        texts = {name: json.loads(text) for name, text in _TEXT.findall(front[1])}
        self.meta = {**texts, **copy.deepcopy(_fields(_TEXT.sub("", front[1])))}
        self.markdown = source[front.end() :].lstrip("\n")

    def withhold(self) -> None:
        """Keep the page's HTML from a search that leaves the page out, and yet would go through all of it."""
        left_out, content = (self.meta.get("search") or {}).get("exclude"), self.content
        if left_out and content and not _FOR_SEARCH.search(content):
            self._withheld, self.content = self._content, ""

    def release(self) -> None:
        """Give back what was withheld."""
        if self._withheld:
            self._content, self._withheld = self._withheld, None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the page's HTML and its table of contents."""
        text = self.markdown or ""
        found = sections.split(text) if self.file.content_string.endswith(text) else None
        if found is None or not self._take(found):
            super().render(config, files)

    def _take(self, found: list[sections.Section]) -> bool:
        """Take over sections; tell whether their headings became headings and nothing else."""
        made = self._headings.make([section.heading for section in found if section.heading])
        if made is None:
            return False
        headings = iter(made.html)
        content = "\n".join(f"{next(headings) if each.heading else ''}\n{each.html}" for each in found)
        self.content = self._headings.finished(content).strip()
        self.toc = get_toc(made.tokens)
        self.present_anchor_ids = set(map(sys.intern, _ANCHOR.findall(content)))
        self.links_to_anchors = {}
        return True


@cache
def _fields(front_matter: str) -> dict[str, Any]:
    return yaml.load(front_matter, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
