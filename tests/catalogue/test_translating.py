"""Entries and catalogues in another language: the same error, told in other words."""

from __future__ import annotations

from typing import Any

import conftest
import pytest
from builders import VOCABULARY, make_catalogue, make_entry
from conftest import MakeEntry, ReadErrors

from errorbook.catalogue import schema, translating, yaml_source
from errorbook.catalogue.translation import EntryWords
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common.problems import CatalogueError
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.site import pages
from errorbook.site.site_info import SiteInfo

ORIGINAL: dict[str, Any] = {
    "summary": "You paid {amount}.",
    "causes": [{"text": "Mistyped.", "likelihood": "common", "id": "typing"}],
    "resolution": [
        {"do": "Open the payment.", "path": ["Sales", "Payments"], "risk": "changes-data"},
        {"ask": "Is it paid?", "answers": {"Yes": ["Void it."], "No": ["Retry it."]}},
    ],
    "verify": "It is gone.",
    "escalate": {"when": "it stays", "collect": ["the date"]},
}
GERMAN: dict[str, Any] = {
    "title": "Die Zahlung ist größer als der offene Betrag",
    "summary": "Sie haben {amount} bezahlt.",
    "values": {"amount": "Betrag"},
    "causes": ["Vertippt."],
    "resolution": [
        "Öffnen Sie die Zahlung.",
        {"ask": "Ist sie bezahlt?", "answers": {"Ja": ["Stornieren Sie sie."], "Nein": ["Noch einmal."]}},
    ],
    "verify": "Sie ist weg.",
    "escalate": {"when": "sie bleibt", "collect": ["das Datum"]},
}

UNDECLARED = "has the hole {sum}, which 'values' does not declare. Use one of the original"


def test_an_entry_is_told_in_the_language_with_all_that_is_no_text(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    loaded = read_errors({"xero/a.yml": make_entry(**ORIGINAL, translations={"de": GERMAN})})
    (entry,) = translating.catalogue(loaded.catalogue, "de-AT").entries
    (cause,), (first, second) = entry.causes, entry.resolution
    assert (entry.language, entry.title) == ("de", GERMAN["title"])
    assert (cause.text, cause.likelihood, cause.id) == ("Vertippt.", "common", "typing")
    assert (first.do, first.path, first.risk) == (
        "Öffnen Sie die Zahlung.",
        ("Sales", "Payments"),
        "changes-data",
    )
    assert list(second.answers or {}) == ["Ja", "Nein"]
    assert entry.values["amount"].label == "Betrag"
    assert (entry.summary, entry.verify, entry.prevention) == (GERMAN["summary"], "Sie ist weg.", None)
    assert entry.escalate is not None
    assert (entry.escalate.when, entry.escalate.collect) == ("sie bleibt", ("das Datum",))
    assert [steps[0].do for steps in (second.answers or {}).values()] == [
        "Stornieren Sie sie.",
        "Noch einmal.",
    ]
    assert translating.catalogue(loaded.catalogue, "en").entries[0].title != GERMAN["title"]


@pytest.mark.parametrize("name", EntryWords.model_fields)
def test_each_text_is_put_in_place_of_the_original_and_missed_where_it_lacks(name: str) -> None:
    """A field that is new has to stand in both samples."""
    whole = {**GERMAN, "prevention": "Sehen Sie nach."}
    original = make_entry(
        messages=["Paid {amount}"],
        values={"amount": {"type": "money", "label": "amount"}},
        **ORIGINAL,
        prevention="Look first.",
        translations={"de": whole},
    )
    words = make_catalogue(original).vocabulary
    assert list(translating.faults(original)) == []
    assert getattr(translating.entry(original, "de", words), name) != getattr(original, name)
    left_out = {field: text for field, text in whole.items() if field != name}
    if not EntryWords.model_fields[name].is_required():
        lacking = original.model_copy(update={"translations": {"de": EntryWords.model_validate(left_out)}})
        assert [what for _, what, _ in translating.faults(lacking)], name


@pytest.mark.parametrize(("told", "shown"), [(None, "Code."), ("Anders.", "Anders.")])
def test_what_stands_below_a_step_or_a_cause_stays_where_nobody_translated_it(
    told: str | None, shown: str
) -> None:
    more = {"more": told} if told else {}
    original = make_entry(
        causes=[{"text": "a", "more": "Code."}],
        resolution=[{"do": "a", "see": "b", "undo": "c", "more": "Code."}],
        translations={
            "de": {
                "title": "t",
                "causes": [{"text": "x", **more}],
                "resolution": [{"do": "x", "see": "y", "undo": "z", **more}],
            }
        },
    )
    entry = translating.entry(original, "de", make_catalogue(original).vocabulary)
    (cause,), (step,) = entry.causes, entry.resolution
    assert (cause.text, cause.more) == ("x", shown)
    assert (step.do, step.see, step.undo, step.more) == ("x", "y", "z", shown)


def test_a_language_that_nobody_translated_into_leaves_all_as_it_is() -> None:
    german = {"de": {"title": "t", "causes": ["x"], "resolution": ["x"]}}
    original = make_entry(translations=german)
    known = make_catalogue(original)
    assert translating.catalogue(known, "en-GB") is known
    french = translating.catalogue(known, "FR").entries[0]
    assert (french.title, french.language) == (original.title, "en")
    assert translating.catalogue(known, "DE").entries[0].title == "t"
    named = make_catalogue(original, words={"translations": {"de": {"name": "Fehler"}}, "language": "de"})
    entry = translating.catalogue(named, "de").entries[0]
    assert (entry.title, entry.language) == (original.title, "de"), "The original is in that language."


@pytest.mark.parametrize("field", ["do", "see", "undo", "more"])
def test_every_text_of_a_translated_step_has_the_holes_of_the_original(field: str) -> None:
    told = {"do": "x", "see": "x", "undo": "x", "more": "x", field: "{sum}"}
    original = make_entry(
        resolution=[{"do": "x", "see": "x", "undo": "x", "more": "x"}],
        translations={"de": {"title": "t", "causes": ["x"], "resolution": [told]}},
    )
    what, fix = UNDECLARED.split(". ")
    assert list(translating.faults(original)) == [(("translations", "de", "resolution", 0, field), what, fix)]


def test_messages_find_the_entry_in_every_language(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry(**ORIGINAL, translations={"de": GERMAN})})
    german = translating.catalogue(loaded.catalogue, "de")
    result = Matcher(match_index.build(german)).match(loaded.catalogue.entries[0].examples[0].paste)
    assert [finding.id for finding in result.findings] == ["XERO-0001"]


def test_a_translation_is_complete_and_adds_nothing(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    changed = {
        **GERMAN,
        "verify": None,
        "prevention": "Nie wieder.",
        "values": {"sum": "Summe"},
        "causes": [{"text": "Vertippt, {sum}.", "more": "Mehr {sum}.\n\n# Titel"}, "Verrechnet."],
        "summary": "Sie haben {sum} bezahlt {",
        "resolution": [
            {"do": "Öffnen Sie {sum}.", "see": "Da.", "more": "Mehr."},
            {"ask": "Bezahlt?", "answers": {"Ja": [{"do": "Eins {sum}."}, "Zwei."]}},
        ],
    }
    del changed["verify"]
    text = make_entry(**ORIGINAL, translations={"de": changed})
    with pytest.raises(CatalogueError) as caught:
        schema.entry(yaml_source.read("a.yml", text), "xero", "a")
    found = sorted(str(problem).split(": ", 1)[1] for problem in caught.value.problems)
    assert found == [
        "translations.de.causes: has 2 causes, and the original 1. Translate each, in the same order",
        f"translations.de.causes[0].more: {UNDECLARED}",
        "translations.de.causes[0].more: in its line 3 begins with '#', which means nothing here."
        " Write a paragraph, a table, code between ``` or a box, !!! note; a list is several steps",
        "translations.de.causes[0].more: translates what the original does not have. Remove it",
        f"translations.de.causes[0].text: {UNDECLARED}",
        "translations.de.prevention: translates what the original does not have. Remove it",
        f"translations.de.resolution[0].do: {UNDECLARED}",
        "translations.de.resolution[0].more: translates what the original does not have. Remove it",
        "translations.de.resolution[0].see: translates what the original does not have. Remove it",
        "translations.de.resolution[1].answers.Ja: has 2 steps, and the original 1."
        " Translate each, in the same order",
        f"translations.de.resolution[1].answers.Ja[0].do: {UNDECLARED}",
        "translations.de.resolution[1]: has 1 answers, and the original 2. Translate each, in the same order",
        "translations.de.summary: has a '{' that is never closed. Write '{{' for a literal brace",
        "translations.de.values.sum: is not a declared value. Use a name from values",
        "translations.de.values: do not name 'amount'. Add what to call it",
        "translations.de: lacks 'verify', which the original has. Translate it",
    ]


def test_a_catalogue_calls_things_as_the_language_does_as_far_as_it_says() -> None:
    german = {
        "name": "Fehler",
        "systems": {"xero": {"about": "Was Xero sagt."}},
        "words": {"box.edit": "Neu"},
    }
    german |= {"severities": {"blocks-sync": "Hält alles auf"}}
    words = Vocabulary.model_validate({**VOCABULARY, "translations": {"de": german}}).in_language("de")
    assert (words.name, words.systems["xero"].name, words.systems["xero"].about) == (
        "Fehler",
        "Xero",
        "Was Xero sagt.",
    )
    site = SiteInfo(language="de").worded(words)
    assert site.wording.say("severity.blocks-sync") == "Hält alles auf"
    assert site.wording.say("stops.blocks-sync") == "the whole sync"
    assert site.wording.say("box.edit") == "Neu"
    assert (
        Vocabulary.model_validate({**VOCABULARY, "words": {"box.edit": "Do"}}).in_language("de").words == {}
    )


def test_what_a_translation_does_not_say_of_a_choice_stays() -> None:
    german = {
        "severities": {"blocks-record": {"name": "Hält dies auf"}, "blocks-sync": {"stops": "alles"}},
        "records": {"invoice": {"name": None}},
        "risks": {"irreversible": {"name": "Für immer."}},
    }
    told = {**VOCABULARY, "translations": {"de": german}}
    words, original = Vocabulary.model_validate(told).in_language("de"), Vocabulary.model_validate(told)
    record, sync = words.severities["blocks-record"], words.severities["blocks-sync"]
    assert (record.name, record.stops, record.usual) == ("Hält dies auf", "its record", True)
    assert (sync.name, sync.stops, sync.usual) == ("Stops the whole sync", "alles", False)
    assert words.records == original.records
    assert words.fixable_by == original.fixable_by
    assert words.risks["irreversible"].name == "Für immer."
    assert words.name == "sync errors"
    assert original.in_language("en") is original


def test_a_page_marks_what_is_in_another_language_than_the_site(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    english = read_errors(
        {
            "xero/a.yml": make_entry(**ORIGINAL, translations={"de": GERMAN}),
            "xero/b.yml": make_entry(id="XERO-0002", **ORIGINAL),
        }
    ).catalogue
    site = SiteInfo(language="de")
    told, left, *_ = pages.build(translating.catalogue(english, "de"), site)
    assert 'lang="' not in told.markdown.partition("eb-messages")[0]
    assert '<pre class="eb-message" lang="en">' in told.markdown
    assert '<div class="eb-resolution" lang="en">' in left.markdown
    assert '<span class="eb-answer__change" lang="de">Ändern</span>' in left.markdown
    assert '# <span lang="en">' in left.markdown
    assert " lang=" not in "".join(page.markdown for page in pages.build(english, SiteInfo()))


def test_a_catalogue_in_the_language_of_the_site_has_nothing_foreign(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    files = {"xero/a.yml": make_entry(**ORIGINAL), "catalogue.yml": f"language: de\n{conftest.VOCABULARY}"}
    told = translating.catalogue(read_errors(files).catalogue, "de")
    (page, *_) = pages.build(told, SiteInfo(language="de"))
    assert " lang=" not in page.markdown
    assert "Holen Sie Hilfe, wenn" in page.markdown
