"""Descriptions find the entries that tell of them; ``tests/js/describing.test.js`` asks the same."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import own
import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue.reader import Loaded
from errorbook.describing import IRREGULAR, Suggester, Terms
from errorbook.describing.language import DescriptionIndex, Settings
from errorbook.describing.stems import stem
from errorbook.describing.terms import fingerprint
from errorbook.indexing import description_index, match_index
from errorbook.matching import fold_table
from errorbook.matching.index.index_shape import MatchIndex

CASES = Path(__file__).parent.parent / "cases"
STEMS: dict[str, str] = json.loads((CASES / "stems.json").read_text("utf-8"))
INDEX = own.index()
DESCRIBED = own.described()


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(INDEX, DESCRIBED)


def first(suggester: Suggester, text: str) -> str:
    found = suggester.suggest(text)
    return found[0].id if found else ""


@pytest.mark.parametrize("word", STEMS)
def test_words_have_the_stems_of_the_published_algorithm(word: str) -> None:
    assert stem(word) == STEMS[word]


def test_a_description_finds_its_entry_in_other_forms_of_its_words(suggester: Suggester) -> None:
    assert first(suggester, "The sales accounts were archived, Xero refuses invoices") == "XERO-0055"


def test_typing_errors_are_forgiven(suggester: Suggester) -> None:
    assert first(suggester, "acount archved in xero") == first(suggester, "account archived in xero") != ""


def test_synonyms_stand_for_each_other() -> None:
    index: DescriptionIndex = {
        **DESCRIBED,
        "terms": {"erase": [0, 15], "xero": [0, 15]},
        "synonyms": ["delet erase wipe"],
    }
    assert first(Suggester(INDEX, index), "wiped from Xero") == INDEX["entries"][0]["id"]
    assert first(Suggester(INDEX, {**index, "synonyms": []}), "wiped") == ""


def test_forms_that_no_stem_brings_together_are_one_word() -> None:
    terms = Terms(fold_table(), {"chosen": "pick"}, "", IRREGULAR, "en")
    assert terms.of("bought kept sent chosen") == terms.of("buy keep send pick")


@pytest.mark.parametrize(
    ("text", "id_"), [("throttle exceeded", "QBO-0009"), ("mandatory product options", "BIGC-0005")]
)
def test_the_name_of_a_fault_finds_its_entry_in_words_as_well(
    text: str, id_: str, suggester: Suggester
) -> None:
    assert first(suggester, text) == id_


def test_a_name_within_a_sentence_is_not_taken_apart() -> None:
    texts = description_index.texts(make_entry(messages=["The TestThing failed", "TestThing"]), {})
    assert texts["messages"] == ["The TestThing failed", "TestThing Test Thing"]


def test_an_entry_is_told_a_little_by_the_words_of_its_kin() -> None:
    ids = [entry["id"] for entry in INDEX["entries"]]
    kin = [[1, 2, 3], *([] for _ in ids[1:])]
    shows_all: Settings = {**DESCRIBED["settings"], "perhaps": 0.0, "beside": 0.0}
    index: DescriptionIndex = {
        **DESCRIBED,
        "settings": shows_all,
        "terms": {"gizmo": [1, 30, 1, 30]},
        "kin": kin,
    }
    found = Suggester(INDEX, index).suggest("gizmo")
    assert [each.id for each in found] == [ids[1], ids[2], ids[0]]
    two_of_three = found[0].score * shows_all["kin"] * 2 / 3
    assert found[2].score == pytest.approx(two_of_three)


def test_kin_share_telling_words() -> None:
    titles = ("Gizmo sprocket", "Lever widget", "Sprocket gizmo", "Widget lever")
    entries = [make_entry(id=f"XERO-000{place}", title=title) for place, title in enumerate(titles, 1)]
    kin = description_index.build(make_catalogue(*entries))["kin"]
    assert [those[0] for those in kin] == [2, 3, 0, 1]


def test_the_named_system_goes_first_by_any_of_its_names(suggester: Suggester) -> None:
    for name, system in (("Xero", "XERO"), ("QBO", "QBO"), ("Intuit", "QBO"), ("QuickBooks Online", "QBO")):
        assert first(suggester, f"the invoice number is already used in {name}").startswith(system)


@pytest.mark.parametrize(
    "text",
    [
        "XERO-9999",
        "xero 9999",
        "QBO-0999",
        "CIN7-9999",
        "AMZ-9999",
        "SHIP 9999",
        "what is QBO-4711?",
        "error xero-777",
        "Error code: WOO-0999",
        "Shopify",
        "QuickBooks Online",
        "quickbooks error",
    ],
)
def test_neither_a_name_nor_an_id_that_nobody_has_describes_anything(suggester: Suggester, text: str) -> None:
    assert suggester.suggest(text) == ()


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("books closed", "QBO-0073"),
        ("closed books", "QBO-0073"),
        ("books are closed", "QBO-0073"),
        ("lock date", "XERO-0050"),
        ("period lock date", "XERO-0050"),
        ("XERO-9999 lock date", "XERO-0050"),
        ("duplicate invoice number xero", "XERO-0010"),
        ("error 1010 quickbooks", "QBO-0144"),
        ("932 from ebay", "EBAY-0002"),
    ],
)
def test_two_words_reach_their_entry(suggester: Suggester, text: str, entry: str) -> None:
    assert first(suggester, text) == entry


@pytest.mark.parametrize(
    "text", ["it suddenly bounces and we keep trying", "everything failed, stuck since today"]
)
def test_what_any_story_of_a_failure_says_describes_nothing(suggester: Suggester, text: str) -> None:
    assert suggester.suggest(text) == ()


def test_a_word_tells_more_of_an_entry_that_says_little_else(read_errors: Any, make_entry: Any) -> None:
    long = {"causes": [{"text": "Gadgets, widgets, sprockets, levers, pulleys, cranks and cogs overlap."}]}
    told: Loaded = read_errors(
        {
            "xero/a.yml": make_entry(title="A gizmo is loose", **long),
            "xero/b.yml": make_entry(id="XERO-0002", title="A gizmo is tight"),
        }
    )
    described = description_index.build(told.catalogue)
    shows_all: DescriptionIndex = {**described, "settings": {**described["settings"], "perhaps": 0.0}}
    found = Suggester(match_index.build(told.catalogue), shows_all)
    assert [each.id for each in found.suggest("gizmo in xero")] == ["XERO-0002", "XERO-0001"]


def test_a_name_of_joined_words_is_known_apart(suggester: Suggester) -> None:
    joined = suggester.suggest("BigCommerce does not accept our token")
    assert joined[0].id.startswith("BIGC")
    for name in ("Big Commerce", "big commerce"):
        assert suggester.suggest(f"{name} does not accept our token") == joined


def test_what_fits_two_entries_alike_is_said_of_neither_for_sure() -> None:
    texts = {"gizmo": [0, 30, 1, 30], "lever": [0, 30, 1, 27], "wheel": [0, 30]}
    found = Suggester(INDEX, {**DESCRIBED, "terms": texts})
    outcomes = [found.suggest(text)[0].outcome for text in ("gizmo", "gizmo lever", "gizmo lever wheel")]
    assert outcomes == ["perhaps", "perhaps", "describes"]


def test_what_is_told_in_part_may_be_of_an_entry_that_nobody_has_written_yet() -> None:
    texts = {"gizmo": [0, 30], "wheel": [0, 30], "lever": [0, 10], "hammer": [0, 10]}
    found = Suggester(INDEX, {**DESCRIBED, "terms": texts})
    outcomes = [found.suggest(text)[0].outcome for text in ("gizmo wheel", "lever hammer")]
    assert outcomes == ["describes", "perhaps"]


def test_one_word_describes_nothing_where_entries_are_few() -> None:
    catalogue = make_catalogue(
        make_entry(
            title="Der Schließzylinder meldet sich nicht",
            summary="Die Batterie des Zylinders ist leer",
            aliases=["Zylinder ohne Strom"],
            questions=["Batterien?", "Zylinder an der Tür blinkt rot"],
        ),
        words={"language": "de"},
    )
    found = Suggester(match_index.build(catalogue), description_index.build(catalogue))
    told = ("Unser Zylinder", "Die Batterie?", "Leere Batterie im Zylinder", "Batterien?")
    outcomes = [[each.outcome for each in found.suggest(text)] for text in told]
    assert outcomes == [["perhaps"], ["perhaps"], ["describes"], ["describes"]]


@pytest.mark.parametrize("asked", ["how do i see", "Hello, where can I put", "What is", "please, how to put"])
def test_who_asks_how_something_is_done_describes_nothing_for_sure(asked: str, suggester: Suggester) -> None:
    told = suggester.suggest("one payment with a used check number in quickbooks")
    found = suggester.suggest(f"{asked} one payment with a used check number in quickbooks")
    assert (told[0].id, told[0].outcome) == (found[0].id, "describes")
    assert found[0].outcome == "perhaps"
    assert found[0].score == pytest.approx(told[0].score * DESCRIBED["settings"]["strange"])


@pytest.mark.parametrize("begun", ["can't see", "could not see", "why is there", "we don't know how to get"])
def test_a_complaint_is_no_question_how_something_is_done(begun: str, suggester: Suggester) -> None:
    assert (
        suggester.suggest(f"{begun} one payment with a used check number in quickbooks")[0].outcome
        == "describes"
    )


def test_the_name_of_the_program_that_shows_all_errors_makes_nothing_surer(suggester: Suggester) -> None:
    elsewhere: MatchIndex = {**INDEX, "sources": {**INDEX["sources"], "neutral": []}}
    told = "cin7 has no such product category"
    ours, others = (each.suggest(told)[0].score for each in (suggester, Suggester(elsewhere, DESCRIBED)))
    assert ours == pytest.approx(others / DESCRIBED["settings"]["named"])


def test_everyday_talk_finds_nothing(suggester: Suggester) -> None:
    for text in (
        "good morning everyone, hope you had a lovely weekend",
        "please order 12 boxes of A4 paper",
        "npm ERR! code ERESOLVE unable to resolve dependency tree",
        "2 x large pepperoni pizza, delivery to Mill Lane 4",
        "",
        "1042",
    ):
        assert suggester.suggest(text) == (), text


def test_at_most_five_are_shown_and_never_as_the_answer(suggester: Suggester) -> None:
    found = suggester.suggest("invoice does not sync to Xero")
    assert 0 < len(found) <= 5
    assert {each.outcome for each in found} <= {"describes", "perhaps"}
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_a_catalogue_without_questions_is_described_as_well(read_errors: Any, make_entry: Any) -> None:
    loaded: Loaded = read_errors({"xero/a.yml": make_entry()})
    index = match_index.build(loaded.catalogue)
    found = Suggester(index, description_index.build(loaded.catalogue)).suggest(
        "in xero our payment was larger than the amount due"
    )
    assert [each.id for each in found] == ["XERO-0001"]


def test_a_question_typed_word_for_word_finds_its_entry(suggester: Suggester) -> None:
    known = own.known()
    for entry in known.entries:
        for question in entry.questions:
            assert known.heir(entry).id in [each.id for each in suggester.suggest(question)], question


def test_a_question_finds_its_entry_among_few_whose_words_tell_little(
    read_errors: Any, make_entry: Any
) -> None:
    question = "sums are out by 1 cent?"
    summary = "Every sum of each gadget, widget, sprocket, lever and pulley is out by a cent in the end."
    entry = make_entry(questions=[question], summary=summary)
    other = make_entry(id="XERO-0002", title="Sums of cents", questions=["a cent is out"])
    told: Loaded = read_errors({"xero/a.yml": entry, "xero/b.yml": other})
    index, described = match_index.build(told.catalogue), description_index.build(told.catalogue)
    found, unasked = (Suggester(index, {**described, "asked": those}) for those in (described["asked"], []))
    for text in (question, "Sums are out by 1 cent", "sums  are out,\nby 1 cent"):
        assert first(found, text) == "XERO-0001" != first(unasked, text)
    # Other words are weighed as ever.
    for text in ("sums out by 1 cent", "cent 1 by out are sums", "sums are out by 2 cents"):
        assert found.suggest(text) == unasked.suggest(text)


def test_what_only_looks_like_a_question_from_afar_is_none() -> None:
    alike = fingerprint(["the", "gizmo", "hums"])
    index: DescriptionIndex = {**DESCRIBED, "terms": {"gizmo": [0, 9], "hum": [1, 9]}, "asked": [[alike]]}
    assert first(Suggester(INDEX, index), "the gizmo hums") == ""
    index["terms"] = {"gizmo": [0, 9], "hum": [0, 9]}
    assert first(Suggester(INDEX, index), "the gizmo hums") == INDEX["entries"][0]["id"]


def test_merged_entries_are_described_by_their_heir(read_errors: Any, make_entry: Any) -> None:
    old = make_entry(
        id="XERO-0002", status="superseded", superseded_by=["XERO-0001"], title="Deposits overflow the bucket"
    )
    loaded: Loaded = read_errors({"xero/a.yml": make_entry(), "xero/b.yml": old})
    index = match_index.build(loaded.catalogue)
    found = Suggester(index, description_index.build(loaded.catalogue)).suggest(
        "xero deposit overflow bucket"
    )
    assert [each.id for each in found] == ["XERO-0001"]


def test_the_index_is_the_same_every_time_and_small() -> None:
    text = match_index.dumps(description_index.build(own.known()))
    assert text == match_index.dumps(DESCRIBED)
    assert len(gzip.compress(text.encode(), 9)) / len(INDEX["entries"]) <= 140
