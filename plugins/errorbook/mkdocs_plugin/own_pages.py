"""Our pages as MkDocs has pages: with hooks, contents and anchors, but no HTML of ours read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from errorbook.site import sections

_HEADING = re.compile(r"<h([1-6])\b.*?</h\1>", re.DOTALL)
_ANCHOR = re.compile(r'\sid="([^"]+)"')


class OwnPage(Page):
    """A page of which only the headings are read as Markdown, unless another plugin changed its text."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, parser: Markdown) -> None:
        """Begin as MkDocs does, with a parser that all our pages share."""
        super().__init__(title, file, config)
        self._parser = parser

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the page's HTML and its table of contents."""
        text = self.markdown or ""
        found = sections.split(text) if self.file.content_string.endswith(text) else None
        if found is None or not self._take(found):
            super().render(config, files)

    def _take(self, found: list[sections.Section]) -> bool:
        """Take over sections; tell whether their headings became headings and nothing else."""
        parser = self._parser.reset()
        asked = [section.heading for section in found if section.heading]
        html = parser.convert("\n\n".join(asked))
        headings = [each[0] for each in _HEADING.finditer(html)]
        if len(headings) != len(asked) or _HEADING.sub("", html).strip():
            return False
        made = iter(headings)
        content = "\n".join(f"{next(made) if each.heading else ''}\n{each.html}" for each in found)
        for processor in parser.postprocessors:
            content = processor.run(content)
        self.content = content.strip()
        self.toc = get_toc(getattr(parser, "toc_tokens", []))
        self.present_anchor_ids = set(_ANCHOR.findall(content))
        self.links_to_anchors = {}
        return True


def parser(config: MkDocsConfig) -> Markdown:
    """Return the parser of a site's Markdown."""
    options: Mapping[str, Mapping[str, object]] = config["mdx_configs"] or {}
    return Markdown(extensions=config["markdown_extensions"], extension_configs=options)
