"""Where the pages of a site live and how one leads to another, without knowing who builds the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from errorbook.catalogue.model import Entry
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common.memory import for_one
from errorbook.wording import Text, Wording

_GITHUB = re.compile(r"(https://github[.]com/[\w.-]+/[\w.-]+?)(?:[.]git)?/?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who helps when the site does not know an error; an empty field is not shown."""

    label: str = ""
    url: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReplyWording:
    """How the site's keepers word a copied reply; what is empty is worded by the package's template."""

    greeting: str = ""
    closing: str = ""
    template: str = ""
    """A Jinja template with blocks of the same names as those of ``reply.txt.jinja``."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Where answers to "Did this fix it?" go; the question is not asked where nobody gets them."""

    kind: Literal["mailto", "issue", "endpoint", ""] = ""
    to: str = ""

    @classmethod
    def usual(cls, email: str, repository: str) -> Feedback:
        """Return where answers go when no option says so: to an address that is read, else to a repository.

        Only GitHub's is known to take a title and a text from the address of a new report.
        """
        if email:
            return cls("mailto", email)
        found = _GITHUB.fullmatch(repository)
        return cls("issue", f"{found[1]}/issues/new") if found else cls()


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to serve: where, relative to the site's root, and what it holds."""

    uri: str
    content: str


@dataclass(frozen=True, slots=True)
class Binary:
    """A file to serve that is no text."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """The site's layout: page addresses are made and related to each other here only.

    A *uri* is a source path such as ``errors/index.md``; a *url* is where it is served, relative to the
    site's root, such as ``errors/``.
    """

    name: str = ""
    description: str = ""
    language: str = "en"
    own_words: Mapping[str, Text] = field(default_factory=dict)
    """Sentences of the catalogue, by the keys of those that they replace."""
    errors_path: str = "errors"
    lookup_page: str = "index.md"
    guides_dir: str = "guides"
    where_page: str = ""
    privacy_page: str = ""
    contact_page: str = ""
    contact: Contact = field(default_factory=Contact)
    guides: Mapping[str, str] = field(default_factory=dict)
    """Titles of the guidance pages by file name."""
    popular: tuple[str, ...] = ()
    """Ids of the entries that the site's author puts in front."""
    reply: ReplyWording = field(default_factory=ReplyWording)
    feedback: Feedback = field(default_factory=Feedback)
    directory_urls: bool = True
    site_url: str = ""
    split_index: bool = False
    """Whether the match index is served in parts, of which a paste loads those that its words need."""
    playground: bool = False
    """Whether a written page has the playground, which tries drafts with the examples of the catalogue."""
    plain_pages: bool = True
    """Whether each entry's page has its Markdown beside it."""

    @property
    def plain_language(self) -> str:
        """The language without its country."""
        return self.language.partition("-")[0].lower()

    def foreign(self, language: str) -> str:
        """Return the language of a text where it is not that of the pages, else nothing."""
        return language if language != self.plain_language else ""

    @property
    def wording(self) -> Wording:
        """The sentences of the site, in its language where that has a table."""
        return _wording(self)

    def worded(self, vocabulary: Vocabulary) -> SiteInfo:
        """Return the site with the sentences that a catalogue words itself."""
        return replace(self, own_words=vocabulary.sentences(self.language))

    @property
    def promise(self) -> str:
        """What readers are told of what happens to a paste."""
        return self.wording.say("promise.parts" if self.split_index else "promise.nothing")

    def entry_uri(self, system: str, slug: str) -> str:
        """Return the source path of an entry's page."""
        return f"{self.errors_path}/{system}/{slug}.md"

    def entry_url(self, entry: Entry) -> str:
        """Return the url of an entry's page."""
        return self.url(self.entry_uri(entry.system, entry.slug))

    def index_uri(self, *parts: str) -> str:
        """Return the source path of an index page: of all errors, or of those a path below names."""
        return "/".join((self.errors_path, *parts, "index.md"))

    def guide_uri(self, slug: str) -> str:
        """Return the source path of a guidance page."""
        return f"{self.guides_dir}/{slug}.md"

    def permalink(self, entry_id: str) -> str:
        """Return the url that stays when titles and addresses change."""
        return f"e/{entry_id}/" if self.directory_urls else f"e/{entry_id}/index.html"

    def destination(self, uri: str) -> str:
        """Return the file that a page, or another file, is written to."""
        if not uri.endswith(".md"):
            return uri
        stem = uri.removesuffix(".md")
        if self.directory_urls and posixpath.basename(stem) != "index":
            return f"{stem}/index.html"
        return f"{stem}.html"

    def file(self, url: str) -> str:
        """Return the file that is served at a url."""
        return f"{url}index.html" if url.endswith("/") or not url else url

    def url(self, uri: str) -> str:
        """Return the url of a page; the home page's is empty where it can be."""
        destination = self.destination(uri)
        return destination.removesuffix("index.html") if self.directory_urls else destination

    def markdown(self, url: str) -> str:
        """Return the url of a page's Markdown, beside its HTML."""
        return self.file(url).removesuffix(".html") + ".md"

    def between(self, source: str, target: str) -> str:
        """Return the link from the page at one url to another url."""
        folders, parts = source.split("/")[:-1], target.split("/")
        shared = 0
        for here, there in zip(folders, parts[:-1], strict=False):
            if here != there:
                break
            shared += 1
        path = "../" * (len(folders) - shared) + "/".join(parts[shared:])
        return path or "./"

    def linker(self, uri: str) -> Callable[[str], str]:
        """Return what turns a url into the link to it from a page."""
        source = self.url(uri)
        return cache(lambda target: self.between(source, target))

    def canonical(self, url: str) -> str:
        """Return the full address of a url, or nothing where the site's own is not known."""
        return f"{self.site_url.rstrip('/')}/{url}" if self.site_url else ""

    def address(self, url: str) -> str:
        """Return the fullest address of a url that is known: with the site's own, or from its root."""
        return self.canonical(url) or url


@for_one
def _wording(site: SiteInfo) -> Wording:
    return Wording.of(site.language, site.own_words)
