"""The catalogue as assistants ask for it: one error, a list, and what a text shows with what to do."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from errorbook.answering.lookup import Lookup
from errorbook.catalogue.model import Catalogue
from errorbook.matching.codes.code_keys import parts_of, unpad
from errorbook.site import agent_words, cards, markdown_pages
from errorbook.site.api import endpoints
from errorbook.site.site_info import SiteInfo

PAGE = 100
_MOST_DOCUMENTS = 5


class Reference:
    """Answers questions about a catalogue in JSON values."""

    def __init__(self, known: Catalogue, site: SiteInfo) -> None:
        """Prepare every document, as the site publishes them."""
        self.name = known.vocabulary.name
        self._lookup = Lookup(known, site.site_url)
        files = {file.uri: file.content for file in endpoints.build(known, site)}
        self._heads: list[dict[str, Any]] = json.loads(files[f"{endpoints.FOLDER}/errors.json"])["errors"]
        self._documents: dict[str, dict[str, Any]] = {
            head["id"]: json.loads(files[f"{endpoints.FOLDER}/errors/{head['id']}.json"])
            for head in self._heads
        }
        forms = Counter(map(_letters, self._documents))
        self._ids = {_letters(id_): id_ for id_ in self._documents if forms[_letters(id_)] == 1}
        self.systems = tuple(known.vocabulary.systems)
        """The systems by which errors are listed."""
        shown = cards.build(known, site)
        self.pages = {
            entry.id: (entry.title, markdown_pages.entry_text(entry, shown[entry.id], known.vocabulary, site))
            for entry in known.entries
            if entry.id in shown
        }
        """Each error that has a page: its title, and the page as Markdown."""

    def find(self, text: str) -> dict[str, Any]:
        """Return what a text shows: what ``errorbook match --json`` prints, the answer, and the errors."""
        told = self._lookup.told(text)
        found = told["findings"]
        answer = "unknown" if not found else "is" if any(x["outcome"] == "is" for x in found) else "like"
        named = list(dict.fromkeys(finding["id"] for finding in found))
        return {
            "answer": answer,
            "advice": agent_words.ADVICE["described" if not found and told["suggestions"] else answer],
            **told,
            "errors": [self._documents[id_] for id_ in named[:_MOST_DOCUMENTS]],
        }

    def get(self, id_: str) -> dict[str, Any] | None:
        """Return one error, or None where its id was never published."""
        wanted = id_.strip().upper()
        return self._documents.get(wanted) or self._documents.get(self._ids.get(_letters(wanted), ""))

    def list(self, system: str = "", code: str = "", words: str = "", start: int = 0) -> dict[str, Any]:
        """Return errors in short, those of one page, and where the next page starts."""
        wanted = words.casefold().split()
        found = [
            {name: head[name] for name in ("id", "title", "status", "system", "codes", "permalink")}
            for head in self._heads
            if (not system or head["system"] == system)
            and (not code or code.casefold() in {each["code"].casefold() for each in head["codes"]})
            and all(word in f"{head['title']} {head.get('summary', '')}".casefold() for word in wanted)
        ]
        start = max(0, start)
        listed: dict[str, Any] = {"total": len(found), "errors": found[start : start + PAGE]}
        return {**listed, "next": start + PAGE} if start + PAGE < len(found) else listed


def _letters(id_: str) -> str:
    """Return what is the same in an id however it is written: shop 54 is SHOP-0054."""
    return " ".join(unpad(parts_of(id_)))
