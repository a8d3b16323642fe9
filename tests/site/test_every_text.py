"""A text of an entry that one place shows, all show: a new field is forgotten in none of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import told
from builders import SYSTEMS, make_catalogue, make_entry
from made_pages import SITE, entry_page, page
from pydantic import BaseModel

from errorbook.catalogue import entry_texts
from errorbook.catalogue.entry_parts import Cause, Escalation, Reference
from errorbook.catalogue.model import Entry, EntryFile, Step
from errorbook.catalogue.translation import EntryWords
from errorbook.catalogue.value_types import Line, Text
from errorbook.cli import terminal
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.site import cards, markdown_pages, redirects
from errorbook.site.api import endpoints
from errorbook.site.api.document_types import Error

NO_PROSE = {
    "since", "until", "fixed_in", "owner",  # versions and a name
    "aliases", "questions", "examples", "non_examples",  # what people type or paste
}  # fmt: skip
"""Lines and texts that nobody reads as sentences, so nothing has holes in it or a translation."""
SCRIPTS = Path(cards.__file__).parents[1] / "assets"
PROSE = {get_args(kind)[1] for kind in (Line, Text)}
"""What makes a string a line or a text: how many characters and lines it may have."""


def _is_text(hint: Any) -> bool:
    """Tell whether a field's type is a line or a text, or has some in it."""
    return not PROSE.isdisjoint(getattr(hint, "__metadata__", ())) or any(map(_is_text, get_args(hint)))


def _texts(part: type[BaseModel]) -> set[str]:
    """Return the fields of a record that are lines or texts, or lists of some."""
    return {name for name, hint in get_type_hints(part, include_extras=True).items() if _is_text(hint)}


WORDED = _texts(EntryFile) - NO_PROSE
TEXTS = sorted(name for name in WORDED if EntryFile.model_fields[name].annotation == Line | None)
SAID = "Nobody else says these words"
SHOWN_OTHERWISE = {"likelihood", "kind"}
"""What puts causes in their order, and what is told of all sources together."""
NOT_TOLD = {
    "examples", "non_examples", "questions",  # what finds the entry
    "owner", "review_every", "internal",  # for those who keep it
    "support_notes",  # for agents, in no page
    "former_slugs", "translations",  # pages of their own
    "values",  # told in the texts that have their holes
}  # fmt: skip
"""Fields of an entry of which its page and its document say nothing."""
OTHERS = [make_entry(id=f"XERO-000{number}", slug=f"closed-{number}") for number in (2, 3)]
WORDS = {"systems": {**SYSTEMS, "xero": {**SYSTEMS["xero"], "status_page": "https://status.example/"}}}
CHANGES: Mapping[str, Mapping[str, Any]] = {
    "id": {"id": "XERO-0009"},
    "title": {"title": "It is locked"},
    "summary": {"summary": "It is too much."},
    "status": {"status": "not-emitted"},
    "superseded_by": {"status": "superseded", "superseded_by": ["XERO-0002", "XERO-0003"]},
    "shown_in": {"shown_in": ["cin7-core"]},
    "integrations": {"integrations": ["shopify"]},
    "records": {"records": ["invoice"]},
    "codes": {"codes": [{"system": "xero", "code": "10"}]},
    "since": {"since": "2026.1"},
    "until": {"until": "2026.3"},
    "fixed_in": {"fixed_in": "2026.4"},
    "outage": {"outage": True},
    "severity": {"severity": "blocks-all"},
    "fixable_by": {"fixable_by": ["admin"]},
    "aliases": {"messages": [], "aliases": ["too much paid"]},
    "messages": {"messages": ["Payment is too large"]},
    "causes": {"causes": ["It was paid twice."]},
    "resolution": {"resolution": ["Delete the payment in Xero."]},
    "verify": {"verify": "The payment is in Xero."},
    "prevention": {"prevention": "Check the amount first."},
    "escalate": {"escalate": {"when": "it fails again"}},
    "relations": {"relations": [{"type": "see-also", "id": "XERO-0002"}]},
    "guides": {"guides": ["lock-dates"]},
    "references": {"references": [{"title": "Xero on payments", "url": "https://xero.example/"}]},
    "evidence": {"evidence": "inferred"},
    "reviewed": {"reviewed": "2026-11-22"},
}
"""For each field that a page tells, what an entry says that has it; without it, its page is another."""


def test_each_text_may_have_holes_and_is_translated() -> None:
    assert sorted(TEXTS) == sorted(entry_texts.ALONE)
    entry = make_entry(**dict.fromkeys(TEXTS, SAID))
    assert {path[0] for path, text in entry_texts.texts(entry) if text == SAID} == set(TEXTS)


def test_each_text_is_held_to_the_rules_of_texts_and_translated() -> None:
    for name in WORDED:
        one = EntryFile.model_fields[name].annotation in (Line | None, str)
        entry = make_entry(**{name: SAID if one else [SAID]})
        found = (*entry_texts.prose(entry), *entry_texts.notes(entry))
        assert [path[0] for path, text in found if text == SAID] == [name]
    assert EntryWords.model_fields.keys() >= WORDED - NOT_TOLD


def test_each_field_of_an_entry_is_in_its_document() -> None:
    # Whether the system is down is told of its readers' page alone: a program asks the status page itself.
    assert EntryFile.model_fields.keys() - Error.model_fields.keys() == {*NOT_TOLD, "outage"} - {"values"}


SHOWN: Mapping[str, tuple[str, ...]] = {
    "id": ("XERO-0009", "e/XERO-0009/"),
    "title": ("# It is locked",),
    "summary": ("It is too much.",),
    "status": ("The product no longer shows this text.",),
    "superseded_by": ("../closed-2/", "../closed-3/"),
    "shown_in": ("You may see it in", "Cin7 Core"),
    "integrations": ("Together with", "shopify"),
    "records": ("Records", "Invoices"),
    "codes": ("Codes", "Xero 10"),
    "since": ("Since", "2026.1"),
    "until": ("Until", "2026.3"),
    "fixed_in": ("Fixed in", "2026.4"),
    "outage": ("It may be down for everybody", "https://status.example/"),
    "severity": ("Stops everything",),
    "fixable_by": ("Can be fixed by an administrator",),
    "aliases": ("too much paid",),
    "messages": ("Payment is too large",),
    "causes": ("It was paid twice.",),
    "resolution": ("Delete the payment in Xero.",),
    "verify": ("How to check that it worked", "The payment is in Xero."),
    "prevention": ("How to keep it from coming back", "Check the amount first."),
    "escalate": ("When to ask for help", "Ask for help if it fails again."),
    "relations": ("Related errors", "../closed-2/"),
    "guides": ("Guides that help", "Lock dates", "guides/lock-dates/"),
    "references": ("Xero on payments", "https://xero.example/"),
    "evidence": ("nobody has shown it yet",),
    "reviewed": ("Last reviewed on 22 November 2026.",),
}
"""What readers see of each of these: the field's own words, and where they lead."""


@pytest.mark.parametrize("name", SHOWN)
def test_readers_of_both_pages_see_what_a_field_says(name: str) -> None:
    with_it = CHANGES[name]
    without = {field: value for field, value in with_it.items() if field != name}
    for shown in (lambda entry: told.seen(_pages(entry)), _plain_pages):
        now, before = shown(make_entry(**with_it)), shown(make_entry(**without))
        assert [text for text in SHOWN[name] if now.count(text) <= before.count(text)] == []


def test_what_readers_see_is_said_of_each_field_that_a_page_tells() -> None:
    assert [*SHOWN] == [name for name in EntryFile.model_fields if name not in NOT_TOLD]


@pytest.mark.parametrize("name", [name for name in EntryFile.model_fields if name not in NOT_TOLD])
def test_each_field_of_an_entry_is_on_both_of_its_pages_and_in_its_document(name: str) -> None:
    with_it = CHANGES[name]
    without = {field: value for field, value in with_it.items() if field != name}
    for pages in (_pages, _plain_pages, *([_documents] if name in Error.model_fields else [])):
        assert pages(make_entry(**with_it)) != pages(make_entry(**without)), pages.__name__


def _pages(entry: Entry) -> str:
    site = replace(SITE, plain_pages=False)  # a page holds its plain text, too
    known = make_catalogue(entry, *OTHERS, words=WORDS)
    return page(known, f"errors/{entry.address}.md", site)


def _plain_pages(entry: Entry) -> str:
    known = make_catalogue(entry, *OTHERS, words=WORDS)
    files = markdown_pages.build(known, SITE, redirects.plan(known, SITE))
    return "".join(file.content for file in files if entry.slug in file.uri)


PARTS: Mapping[type[BaseModel], Any] = {
    Cause: lambda said: {"causes": [{"text": "Typing.", **said}]},
    Step: lambda said: {"resolution": [said if "do" in said or "ask" in said else {"do": "Look.", **said}]},
    Escalation: lambda said: {"escalate": {"when": "it fails again", **said}},
}
"""An entry's parts that say something, and the field that holds one."""
SAYING = {
    "answers": {"ask": "Is it?", "answers": {SAID: ["Wait."]}},
    "ask": {"ask": SAID, "answers": {"Yes": ["Wait."]}},
    "collect": {"collect": [SAID]},
}
"""How a field says it that is not a text alone."""


@pytest.mark.parametrize("part", PARTS)
def test_each_text_of_a_part_is_held_to_the_rules_of_texts(part: type[BaseModel]) -> None:
    for name in _texts(part) - {"path"}:  # a menu's names are the product's
        entry = make_entry(**PARTS[part](SAYING.get(name, {name: SAID})))
        assert SAID in [text for _, text in entry_texts.prose(entry)], name


def _documents(entry: Entry) -> str:
    files = endpoints.build(make_catalogue(entry, *OTHERS, words=WORDS), SITE)
    return "".join(file.content for file in files if file.uri.endswith(f"errors/{entry.id}.json"))


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
    places = {
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
    assert [place for place, text in places.items() if SAID not in text] == []
