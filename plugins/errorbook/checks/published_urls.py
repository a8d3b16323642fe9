"""Whether a new site keeps what the published one promised: no address of it may end in nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.vocabulary import VOCABULARY
from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Problem
from errorbook.site import outputs, redirects
from errorbook.site.api import endpoints
from errorbook.site.api.document_types import AddressList
from errorbook.site.site_info import SiteInfo

LARGEST = 100_000_000
"""Bytes of a list of addresses; one of 10,000 entries has 2,000,000."""


@dataclass(frozen=True, slots=True)
class Published:
    """The addresses of a published site, as its ``urls.json`` lists them."""

    file: str
    text: str
    addresses: AddressList

    @property
    def site(self) -> SiteInfo:
        """The layout that the addresses were made with."""
        return SiteInfo(errors_path=self.addresses.errors_path, directory_urls=self.addresses.directory_urls)


def load(path: Path, shown: str) -> Published:
    """Return the published addresses of a file; raises CatalogueError, as ``read``."""
    return read(shown, reading.text(path, shown, LARGEST))


def read(file: str, text: str) -> Published:
    """Return the published addresses; raises CatalogueError where a file lists none."""
    try:
        return Published(file, text, AddressList.model_validate_json(text))
    except ValidationError:
        what, fix = "does not list addresses", f"Name the {endpoints.ADDRESSES} of the published site"
        raise CatalogueError([Problem.of(file, what, fix, rule="published")]) from None


def check(
    loaded: Loaded, site: SiteInfo, written: Iterable[str] | None, published: Published | None = None
) -> list[Problem]:
    """Return every redirect that does not lead to a page, and every published address that would be lost.

    ``written`` are the urls of the written pages; None leaves what depends on them unchecked.
    """
    known = loaded.catalogue
    pages = {*outputs.pages(known, site), *(written or ())}
    problems = [
        _fault(loaded, site, *fault)
        for fault in redirects.faults(redirects.plan(known, site), pages)
        if written is not None or fault[0].id
    ]
    if published:
        now = outputs.promised(known, site, written or ())
        problems.extend(
            problem
            for problem in _lost(published, now)
            if written is not None or _is_ours(problem.field, site)
        )
    return sorted(problems)


def _lost(published: Published, now: set[str]) -> Iterator[Problem]:
    lines = published.text.splitlines()
    places = {line.strip().rstrip(","): number for number, line in enumerate(lines, 1)}
    for url in published.addresses.urls:
        if url not in now:
            line = places.get(json.dumps(url, ensure_ascii=False), 0)
            what = "was published and would lead to nothing"
            fix = _remedy(url, published.site)
            yield Problem(published.file, line, 1 if line else 0, url, what, fix, rule="published")


def _remedy(url: str, site: SiteInfo) -> str:
    if url.startswith(("e/", f"{endpoints.FOLDER}/")):
        return "Bring the entry back; an entry retires with 'status: withdrawn' or 'superseded'"
    if url.startswith(f"{site.errors_path}/"):
        return (
            "Name the old file in former_slugs of the entry it became, "
            f"or lead an index that is empty now elsewhere under 'moved' in {VOCABULARY}"
        )
    return f"Bring the page back, or lead to the one that replaced it under 'moved' in {VOCABULARY}"


def _is_ours(url: str, site: SiteInfo) -> bool:
    return url.startswith(("e/", f"{endpoints.FOLDER}/", f"{site.errors_path}/"))


def _fault(loaded: Loaded, site: SiteInfo, redirect: redirects.Redirect, what: str, fix: str) -> Problem:
    if redirect.id:
        return loaded.sources[redirect.id].problem(("former_slugs",), what, fix, rule="redirect")
    moved = {site.url(old): old for old in loaded.catalogue.vocabulary.moved}
    return loaded.words.problem(("moved", moved[redirect.source]), what, fix, rule="redirect")
