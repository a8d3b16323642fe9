"""Our pages as MkDocs has pages: with hooks, contents and anchors, but no HTML of ours read as Markdown."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from errorbook.mkdocs_plugin.headings import Headings
from errorbook.site import sections

_ANCHOR = re.compile(r'\sid="([^"]+)"')


class OwnPage(Page):
    """A page of which only the headings are read as Markdown, unless another plugin changed its text."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, headings: Headings) -> None:
        """Begin as MkDocs does, with what makes the headings of all our pages."""
        super().__init__(title, file, config)
        self._headings = headings

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
        self.present_anchor_ids = set(_ANCHOR.findall(content))
        self.links_to_anchors = {}
        return True
