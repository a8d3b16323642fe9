"""What a page tells who reads it, apart from the elements and attributes that say it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Page:
    """The text of a page, what its scripts hold, and each attribute."""

    text: str = ""
    scripts: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Gathers what a page tells; a link's address stands before its text."""

    def __init__(self, addresses: bool) -> None:
        super().__init__()
        self.page, self.addresses, self.within = Page(), addresses, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag
        self.page.attributes += [(name, value or "") for name, value in attrs]
        if tag == "script":
            self.page.scripts.append("")
        if self.addresses and tag == "a":
            self.page.text += f"[{dict(attrs).get('href')}] "

    def handle_data(self, data: str) -> None:
        if self.within == "script":
            self.page.scripts[-1] += data
        else:
            self.page.text += data

    def handle_endtag(self, tag: str) -> None:
        self.within = ""


def read(html: str, addresses: bool = False) -> Page:
    """Return what a page of HTML tells."""
    reader = _Reader(addresses)
    reader.feed(html)
    reader.close()
    return reader.page


def seen(markdown: str) -> str:
    """Return what readers see of a page given as Markdown with HTML: its texts, and where its links lead."""
    _, _, body = markdown.removeprefix("---\n").partition("\n---\n")
    return read(body, addresses=True).text
