"""A text of an entry that one place shows, all show: a new field is forgotten in none of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from builders import make_catalogue, make_entry
from made_pages import SITE, entry_page
from pydantic import BaseModel

from errorbook.catalogue import entry_texts
from errorbook.catalogue.entry_parts import Cause, Escalation, Reference
from errorbook.catalogue.model import EntryFile, Step
from errorbook.catalogue.translation import EntryWords
from errorbook.catalogue.value_types import Line, Text
from errorbook.cli import terminal
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.site import cards, markdown_pages, redirects
from errorbook.site.api import endpoints
from errorbook.site.api.document_types import Error

NO_PROSE = {"since", "until", "fixed_in", "owner"}
"""Versions and a name: nothing that is worded, so nothing has holes in it or a translation."""
SCRIPTS = Path(cards.__file__).parents[1] / "assets"
TEXTS = [
    name
    for name, field in EntryFile.model_fields.items()
    if field.annotation == Line | None and name not in NO_PROSE
]
SHOWN_OTHERWISE = {"likelihood", "kind"}
"""What puts causes in their order, and what is told of all sources together."""
NOT_TOLD = {
    "examples", "non_examples", "questions",  # what finds the entry
    "owner", "review_every", "internal",  # for those who keep it
    "support_notes",  # for agents, in no page
    "former_slugs", "translations",  # pages of their own
}  # fmt: skip
"""Fields of an entry of which its page and its document say nothing."""
ON_ITS_PAGE = ("cards", "choice_labels", "grounds", "pages", "images")
"""The modules that hand a page what it shows."""
SAID = "Nobody else says these words"


def test_each_text_may_have_holes_and_is_translated() -> None:
    assert sorted(TEXTS) == sorted(entry_texts.ALONE)
    entry = make_entry(**dict.fromkeys(TEXTS, SAID))
    assert {path[0] for path, text in entry_texts.texts(entry) if text == SAID} == set(TEXTS)
    assert set(TEXTS) <= EntryWords.model_fields.keys()


def test_each_field_of_an_entry_is_in_its_document() -> None:
    # Whether the system is down is told of its readers' page alone: a program asks the status page itself.
    assert EntryFile.model_fields.keys() - Error.model_fields.keys() == {*NOT_TOLD, "outage"}


def test_each_field_of_an_entry_is_on_its_page() -> None:
    folder = Path(cards.__file__).parent
    named = [folder / f"{name}.py" for name in ON_ITS_PAGE]
    templates = [*folder.glob("templates/entry*.jinja"), *folder.glob("templates/parts*.jinja")]
    shown = "".join(path.read_text("utf-8") for path in (*named, *templates))
    told = {name for name in EntryFile.model_fields if re.search(rf"[.]{name}\b|[\"']{name}[\"']", shown)}
    assert EntryFile.model_fields.keys() - told == NOT_TOLD


def test_each_text_of_a_step_may_have_holes() -> None:
    texts = {
        name for name, field in Step.model_fields.items() if field.annotation in (Line | None, Text | None)
    }
    assert texts == set(entry_texts.STEP_TEXTS)


@pytest.mark.parametrize(
    "page", [("entry.md.jinja", "parts.html.jinja"), ("entry.plain.md.jinja", "parts.plain.md.jinja")]
)
@pytest.mark.parametrize("part", [Cause, Step, Reference, Escalation])
def test_each_field_of_a_part_is_shown_on_both_pages(part: type[BaseModel], page: tuple[str, str]) -> None:
    folder = Path(cards.__file__).parent / "templates"
    shown = "".join((folder / name).read_text("utf-8") for name in page)
    assert [
        name for name in part.model_fields if f".{name}" not in shown and name not in SHOWN_OTHERWISE
    ] == []


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_told_wherever_an_entry_is(name: str) -> None:
    entry = make_entry(**{name: SAID})
    known = make_catalogue(entry)
    plan = redirects.plan(known, SITE)
    found = Matcher(match_index.build(known)).match(entry.examples[0].paste)
    told = {
        "templates/entry.md.jinja": entry_page(entry),
        "templates/entry.plain.md.jinja": "".join(
            file.content for file in markdown_pages.build(known, SITE, plan) if entry.slug in file.uri
        ),
        "site/cards": json.dumps(cards.build(known, SITE)[entry.id]),
        "site/api": "".join(
            file.content for file in endpoints.build(known, SITE) if file.uri.endswith(f"{entry.id}.json")
        ),
        "cli/terminal": terminal.show(found, (), known, {entry.id: "e/"}),
        "assets/base/shapes.js": f"[{name}]{SAID}"
        if f"[{name}]" in (SCRIPTS / "base/shapes.js").read_text("utf-8")
        else "",
        "assets/lookup/details.js": SAID
        if f"card.{name}" in (SCRIPTS / "lookup/details.js").read_text("utf-8")
        else "",
    }
    assert [place for place, text in told.items() if SAID not in text] == []
