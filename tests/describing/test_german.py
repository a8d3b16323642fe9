"""German is read as German, where the texts are in it or the pages: ``cases/told-german.yml``."""

from __future__ import annotations

import json
from collections.abc import Iterator

import own
import pytest
import yaml
from builders import make_catalogue, make_entry
from twins import Twins, twins

from errorbook.catalogue import translating
from errorbook.catalogue.model import Catalogue
from errorbook.describing import Suggester
from errorbook.describing.german_stems import german_stem
from errorbook.indexing import description_index, match_index

CASES = own.ROOT / "tests/cases"
STEMS: dict[str, str] = json.loads((CASES / "stems-german.json").read_text("utf-8"))
TOLD = yaml.safe_load((CASES / "told-german.yml").read_text("utf-8"))


def practice() -> Catalogue:
    entries = [
        make_entry(id=id_, system="dent", slug=id_.lower(), **entry) for id_, entry in TOLD["entries"].items()
    ]
    systems = {"dent": {"name": "Dentwerk", "prefix": "DENT"}}
    return make_catalogue(*entries, words={"language": "de", "systems": systems})


def suggester(known: Catalogue) -> Suggester:
    return Suggester(match_index.build(known), description_index.build(known))


@pytest.fixture(scope="module")
def german() -> Suggester:
    return suggester(practice())


@pytest.fixture(scope="module")
def both() -> Iterator[Twins]:
    with twins(match_index.build(practice())) as pair:
        pair.describe_by(description_index.build(practice()))
        yield pair


@pytest.mark.parametrize("word", STEMS)
def test_german_words_have_the_stems_of_the_published_algorithm(word: str) -> None:
    assert german_stem(word) == STEMS[word]


@pytest.mark.parametrize(("text", "entry"), TOLD["described"])
def test_trouble_told_in_german_finds_its_entry_first(text: str, entry: str, german: Suggester) -> None:
    assert [each.id for each in german.suggest(text)][:1] == [entry]


@pytest.mark.parametrize("text", TOLD["other"])
def test_german_talk_of_other_things_is_shown_nothing(text: str, german: Suggester) -> None:
    assert german.suggest(text) == ()


@pytest.mark.parametrize("text", [*(text for text, _ in TOLD["described"]), *TOLD["other"]])
def test_both_languages_suggest_the_same_in_german(text: str, german: Suggester, both: Twins) -> None:
    found = both.suggested(text)
    ours = german.suggest(text)
    assert [(each["id"], each["outcome"]) for each in found] == [(each.id, each.outcome) for each in ours]
    assert [each["score"] for each in found] == pytest.approx([each.score for each in ours])


def test_that_a_system_does_not_work_is_told_by_its_outage() -> None:
    systems = {
        "dent": {"name": "Dentwerk", "prefix": "DENT"},
        "kasse": {"name": "Kassennetz", "prefix": "KN"},
    }
    outage = make_entry(
        id="KN-0001", system="kasse", title="Das Netz wird gewartet", questions=["Kassennetz geht nicht"]
    )
    entries = (*practice().entries, outage)
    known = make_catalogue(*entries, words={"language": "de", "systems": systems})
    found = suggester(known).suggest("Unser Kassennetz geht heute nicht")
    assert [(each.id, each.outcome) for each in found] == [("KN-0001", "perhaps")]


def test_umlauts_are_one_word_however_they_are_written(german: Suggester) -> None:
    written = ["Röntgenbilder zu groß", "Roentgenbilder zu gross", "ROENTGENBILDER ZU GROSS"]
    first, *others = [german.suggest(text) for text in written]
    assert [each.id for each in first] == ["DENT-0002"]
    assert others == [first, first]


def test_who_asks_in_german_how_something_is_done_describes_nothing_for_sure(german: Suggester) -> None:
    asked = ["Hallo, wie kann ich", "Kann ich", "Darf man bitte", "Lässt sich", "Können wir", "Welche sollen"]
    trouble = ["", "Warum will er", "Ich kann gar nicht", "Kann nicht", "Können wir nicht mehr"]

    def said(begun: str) -> str:
        return str(german.suggest(f"{begun} die Datenbank sperren")[:1])

    assert [begun for begun in asked if "perhaps" not in said(begun)] == []
    assert [begun for begun in trouble if "describes" not in said(begun)] == []


@pytest.mark.parametrize(("language", "shown"), [("en", True), ("de-AT", False)])
def test_on_german_pages_german_words_say_nothing_in_an_english_catalogue_either(
    language: str, shown: bool
) -> None:
    entry = make_entry(title="A gizmo called und is loose")
    known = make_catalogue(entry, make_entry(id="XERO-0002", title="A sprocket is loose"))
    assert bool(suggester(translating.catalogue(known, language)).suggest("und")) is shown


def test_the_message_of_a_program_in_german_suggests_nothing_on_german_pages_of_an_english_catalogue() -> (
    None
):
    told = suggester(translating.catalogue(own.known(), "de"))
    assert told.suggest("Xero: Der Kontocode „41100“ ist für dieses Dokument kein gültiger Code.") == ()


def test_an_english_catalogue_on_english_pages_is_read_as_english() -> None:
    assert own.described()["language"] == "en"
    assert "und" not in own.described()["stop"].split()
