"""What Material's search is given: errors in a few words, and an index that waits until somebody searches."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from errorbook.catalogue import entry_texts, markup
from errorbook.catalogue.model import Entry
from errorbook.indexing import match_index
from errorbook.site import browser_files
from errorbook.site.browser_files import DOCUMENTS, FOLDER, Code, Data
from errorbook.site.rendering import blanks
from errorbook.site.site_info import SiteFile, SiteInfo

INDEX = "search/search_index.json"
_WORKER = "assets/javascripts/workers/search.*.min.js"
_DIALOG = 'data-md-component="search" role="dialog"'
_BOOST = 2
SHOWN_UNTIL = "\u2063"
"""A sign that nobody sees, behind what results show of an error: what follows is only searched."""


class SiteSearch:
    """Puts our worker between the theme's search box and the theme's own worker, for the pages of a build."""

    def __init__(self) -> None:
        self._theirs = self._ours = self._name = ""
        self._pages: dict[str, Entry] = {}

    def begin(
        self,
        code: Code,
        data: Data,
        site: SiteInfo,
        theme: Iterable[str],
        plugins: Container[str],
        folder: str,
    ) -> list[SiteFile]:
        """Return the worker to serve and what it loads, if a folder of the theme has Material's worker.

        ``folder`` is that of the language that is built.
        """
        self._theirs = _worker(theme)
        self._name = site.wording.say("search.name")
        # Opened from a disk, the theme needs the whole index in a script, which that plugin writes.
        if not self._theirs or "offline" in plugins or "material/offline" in plugins:
            self._theirs = ""
            return []
        start, search = browser_files.search(code, site.url(site.lookup_page), self._theirs, folder)
        self._ours = f"{folder}{start.uri}"
        return [start, search, browser_files.place(data)]

    def take(
        self, url: str, meta: Mapping[str, Any], entry: Entry, plugins: Mapping[str, object]
    ) -> dict[str, Any]:
        """Put an entry into the index of Material's search; return how that is to read the entry's page."""
        asked = dict(meta.get("search") or {})
        index = getattr(plugins.get("search") or plugins.get("material/search"), "search_index", None)
        documents = getattr(index, "entries", None)
        if isinstance(documents, list) and not asked.get("exclude"):
            documents.append(_document(url, entry))
            asked["exclude"] = True
        return asked

    def page(self, html: str, url: str = "", entry: Entry | None = None) -> str:
        """Return a page whose search asks our worker; ``entry`` is the one that it explains, if it does."""
        if entry:
            self._pages[url] = entry
        # Material's dialog has a role and no name, so that nobody hears what has opened.
        html = html.replace(_DIALOG, f'{_DIALOG} aria-label="{escape(self._name)}"', 1)
        if not self._theirs:
            return html
        config = re.compile(rf'("search": ?"[^"]*?){re.escape(self._theirs)}(?=")')
        return config.sub(lambda found: f"{found[1]}{self._ours}", html, count=1)

    def end(self, site: Path) -> None:
        """Shorten the search index of a built site, and let its documents wait for a search."""
        path = site / INDEX
        index = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        # One that MkDocs has built in advance names each of its documents; an empty one was here already.
        if not index.get("docs") or "index" in index:
            return
        index = shortened(index, self._pages)
        if self._theirs:
            index, documents = waiting(index)
            # mkdocs-static-i18n builds a site into folders of this one.
            for folder in (site, *sorted(site.iterdir())):
                if (folder / FOLDER).is_dir():
                    (folder / FOLDER / DOCUMENTS).write_text(documents, "utf-8", newline="\n")
        path.write_text(json.dumps(index, separators=(",", ":")), "utf-8", newline="\n")


def _worker(theme: Iterable[str]) -> str:
    """Return where the theme serves Material's search worker, or nothing for other themes."""
    found = (path for folder in theme for path in sorted(Path(folder).glob(_WORKER)))
    path = next(found, None)
    return f"{_WORKER.rpartition('/')[0]}/{path.name}" if path else ""


def shortened(index: Mapping[str, Any], entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Return a search index in which each entry's page, found by its url, is one short document."""
    documents, seen = [], set()
    for document in index["docs"]:
        url = document["location"].partition("#")[0]
        if url not in entries:
            documents.append(document)
        elif url not in seen:
            seen.add(url)
            is_ours = SHOWN_UNTIL in document["text"]
            documents.append(document if is_ours else _document(url, entries[url]))
    return {**index, "docs": documents}


def waiting(index: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the index that pages load at once, and the script with all documents, loaded by a search."""
    documents = match_index.dumps({"docs": index["docs"]})
    return {**index, "docs": []}, f'errorbook.receive("pages",{documents});\n'


def _menus(entry: Entry) -> list[str]:
    """Return where the steps of an entry click, each place once."""
    return list(
        dict.fromkeys(" → ".join(step.path) for _, step in entry_texts.steps(entry.resolution) if step.path)
    )


def _document(url: str, entry: Entry) -> dict[str, Any]:
    names = blanks(entry.values)
    texts = [
        markup.plain(entry.summary or entry.causes[0].text, names),
        SHOWN_UNTIL,
        *(markup.unmarked(message.text, names) for message in entry.messages),
        *entry.aliases,
        *entry.questions,
        *_menus(entry),
        " ".join((entry.id, *(code.code for code in entry.codes))),
    ]
    # Search shows both as HTML.
    title, text = escape(entry.title, quote=False), escape(" ".join(texts), quote=False)
    return {"location": url, "title": title, "text": text, "boost": _BOOST}
