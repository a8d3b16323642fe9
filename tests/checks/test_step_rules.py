"""Rules for steps: what is risky, how a step is worded, and which product it is about."""

from importlib.resources import files
from typing import Any

import pytest
from conftest import VOCABULARY, Break, MakeEntry

from errorbook.checks.entry_rules import IMPERATIVES, LONGEST_STEP

RISKY = """
risky:
  - verbs: [void]
  - {verbs: [delete, merge, remove], things: [contact, credit, note, payment]}
"""


@pytest.mark.parametrize(
    "step",
    [
        "Void the bill in Xero.",
        "Remove the payment in Xero.",
        "Delete both credit notes in Xero.",
        "Merge the two contacts in Xero.",
        "**Void** it in Xero.",
    ],
)
def test_what_the_catalogue_calls_risky_needs_a_risk(step: str, broken: Break, make_entry: MakeEntry) -> None:
    written = {"catalogue.yml": VOCABULARY + RISKY, "xero/a.yml": make_entry(resolution=[step])}
    (line,) = broken("missing-risk", written)
    assert line.startswith("resolution[0].do: starts with '")
    assert line.endswith("' and has no risk. Add 'risk: changes-data' or 'risk: irreversible'")


@pytest.mark.parametrize(
    "step",
    [
        {"do": "Void the bill in Xero.", "risk": "changes-data"},
        "Remove every special character from the invoice's reference in Xero.",
        "Merge the files into one in Cin7 Core.",
        "Delete the account number in Xero.",
    ],
)
def test_other_steps_need_none(step: Any, broken: Break, make_entry: MakeEntry) -> None:
    written = {"catalogue.yml": VOCABULARY + RISKY, "xero/a.yml": make_entry(resolution=[step])}
    assert broken("missing-risk", written) == []


IN_GERMAN = """
language: de
risky:
  - {verbs: [Entferne, löschen, abschalten], things: [Schlüssel, Zylinder, Konto, Datei]}
  - verbs: [Überschreibe]
"""
IN_FRENCH = """
language: fr
risky:
  - {verbs: [supprimez, effacez], things: [clé, numéro]}
"""


@pytest.mark.parametrize(
    "step",
    [
        "Entferne den Schlüssel.",
        "Entferne den Schlu\u0308ssel.",
        "ENTFERNE DEN SCHLÜSSEL",
        "Entferne alle Schlüssel aus dem Plan.",
        "Entferne den Zylinder im Schließplan.",
        "Entferne den Zylinder aus der Tür.",
        "Entferne mit dem Werkzeug den Zylinder.",
        "Entferne den Schlüssel des Kunden.",
        "Entferne in Cin7 Core die Zylinder.",
        "Entferne die Marke und den Schlüssel im Plan.",
        "Entfernen Sie den Schlüssel.",
        "Bitte entfernen Sie Ihre alten Schlüssel.",
        "Löschen Sie Ihr altes Konto.",
        "Lösche beide Konten, dann die Karte.",
        "Lösche die Dateien über das Menü.",
        "Den Zylinder aus der Tür entfernen.",
        "Im Schließplan den Zylinder entfernen.",
        "Zylinder und Schlüssel entfernen.",
        "Die Tür öffnen und den Zylinder entfernen.",
        "Schalte den Zylinder ab.",
        "Schalten Sie das Konto in der Verwaltung ab.",
        "Lösche die Konten und Kontos im Menü.",
        "Überschreibe die Karte.",
    ],
)
def test_a_german_step_is_read_as_german(step: str, broken: Break, make_entry: MakeEntry) -> None:
    written = {"catalogue.yml": VOCABULARY + IN_GERMAN, "xero/a.yml": make_entry(resolution=[step])}
    (line,) = broken("missing-risk", written)
    assert line.startswith("resolution[0].do: ")


@pytest.mark.parametrize(
    "step",
    [
        "Entferne das Komma aus dem Schlüssel.",
        "Entferne das Sonderzeichen im Namen des Schlüssels.",
        "Entferne die Schlüsselnummer.",
        "Entferne die Schlüssel-Nummer.",
        "Im Namen des Schlüssels das Komma löschen.",
        "In der Liste der Schlüssel das Häkchen löschen.",
        "Klicken Sie auf Löschen beim Schlüssel.",
        "Entferne den Schlüssel nicht.",
        "Den Zylinder keinesfalls lösen.",
        "Öffne die Tür, damit sich der Zylinder entfernen lässt.",
        "Schalte den Zylinder ein.",
    ],
)
def test_a_german_step_that_does_no_such_thing_needs_no_risk(
    step: str, broken: Break, make_entry: MakeEntry
) -> None:
    written = {"catalogue.yml": VOCABULARY + IN_GERMAN, "xero/a.yml": make_entry(resolution=[step])}
    assert broken("missing-risk", written) == []


def test_what_is_risky_is_named_as_the_step_says_it(broken: Break, make_entry: MakeEntry) -> None:
    steps = ["Lösche den Schlüssel.", "Den Zylinder entfernen."]
    written = {"catalogue.yml": VOCABULARY + IN_GERMAN, "xero/a.yml": make_entry(resolution=steps)}
    assert [line.partition(".do: ")[2].partition(".")[0] for line in broken("missing-risk", written)] == [
        "starts with 'lösche' and has no risk", "says 'entfernen' and has no risk",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("step", "times"),
    [
        ("Supprimez la clé du plan.", 1),
        ("SUPPRIMEZ LES CLÉS", 1),
        ("Effacez le nume\u0301ro de série.", 1),
        ("Supprimez la virgule, puis notez la clé.", 0),
        ("Notez la clé du plan.", 0),
    ],
)
def test_a_step_in_another_language_is_read_by_its_words(
    step: str, times: int, broken: Break, make_entry: MakeEntry
) -> None:
    written = {"catalogue.yml": VOCABULARY + IN_FRENCH, "xero/a.yml": make_entry(resolution=[step])}
    assert len(broken("missing-risk", written)) == times


def test_deleting_data_is_risky_in_every_trade(broken: Break, make_entry: MakeEntry) -> None:
    def found(step: str) -> int:
        return len(broken("missing-risk", {"xero/a.yml": make_entry(resolution=[step])}))

    assert found("Delete the files in Xero.") == 1
    assert found("Void the bill in Xero.") == found("Delete the comma in Xero.") == 0


def test_a_step_starts_with_a_verb(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(resolution=["In Xero, open the invoice."])
    assert broken("step-verb", {"xero/a.yml": text}) == [
        "resolution[0].do: starts with 'in', which is not a verb we know."
        " Start with what to do: 'Open …', 'Choose …', or list it under 'verbs' in catalogue.yml"
    ]


@pytest.mark.parametrize("own", ["verbs: [moor]", "language: de"])
def test_a_catalogue_has_verbs_of_its_own_and_in_another_language_all_of_them(
    own: str, broken: Break, make_entry: MakeEntry
) -> None:
    entry = make_entry(resolution=["Moor the ship in Xero."])
    assert len(broken("step-verb", {"xero/a.yml": entry})) == 1
    assert broken("step-verb", {"xero/a.yml": entry, "catalogue.yml": f"{VOCABULARY}{own}\n"}) == []


def test_a_verb_of_a_catalogue_may_have_letters_of_any_language(broken: Break, make_entry: MakeEntry) -> None:
    entry = make_entry(resolution=["Sauté the onions in Xero."])
    assert len(broken("step-verb", {"xero/a.yml": entry})) == 1
    words = f"{VOCABULARY}verbs: [sauté, prüfe]\n"
    assert broken("step-verb", {"xero/a.yml": entry, "catalogue.yml": words}) == []


def test_the_verbs_are_lower_case_words_listed_once_in_order() -> None:
    assert all(verb.isalpha() and verb.islower() for verb in IMPERATIVES)
    listed = (files("errorbook.checks") / "imperatives.txt").read_text("utf-8").split()
    assert sorted(set(listed)) == sorted(listed)
    assert [line[0] for line in " ".join(listed).split()] == sorted(verb[0] for verb in listed)


def test_a_step_is_short(broken: Break, make_entry: MakeEntry) -> None:
    step = f"Open Xero {'x' * LONGEST_STEP}."
    assert broken("long-step", {"xero/a.yml": make_entry(resolution=[step])}) == [
        f"resolution[0].do: has {len(step)} characters. Keep a step to 200, or make it two"
    ]


@pytest.mark.parametrize("start", ["You know", "You see", "You can see", "You have"])
def test_a_result_is_something_to_see(start: str, broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(resolution=[{"do": "Open the invoice in Xero.", "see": f"{start} whether it is paid."}])
    assert broken("unseen-result", {"xero/a.yml": text}) == [
        f"resolution[0].see: starts with '{start}', which is nothing on a screen."
        " Say what is there: 'The status is Completed.'"
    ]


@pytest.mark.parametrize("when", ["The message comes back", "it fails again."])
def test_the_time_to_ask_goes_on_with_a_sentence(when: str, broken: Break, make_entry: MakeEntry) -> None:
    assert broken("broken-sentence", {"xero/a.yml": make_entry(escalate={"when": when})}) == [
        "escalate.when: is a sentence, but goes on 'Ask for help if …'."
        " Write the rest of that sentence, without a full stop: 'the message comes back'"
    ]


def test_the_time_to_ask_goes_on_in_the_language_of_the_catalogue(
    broken: Break, make_entry: MakeEntry
) -> None:
    text = make_entry(escalate={"when": "Wenn die Meldung wieder kommt"})
    (told,) = broken("broken-sentence", {"xero/a.yml": text, "catalogue.yml": f"language: de\n{VOCABULARY}"})
    assert "is a sentence, but goes on 'Holen Sie Hilfe, wenn …'" in told


@pytest.mark.parametrize("when", ["Die Nummer auch von der Karte nicht stimmt", "Es wieder geschieht"])
def test_a_german_sentence_is_known_by_its_first_word(
    when: str, broken: Break, make_entry: MakeEntry
) -> None:
    german = {"catalogue.yml": f"language: de\n{VOCABULARY}"}
    assert len(broken("broken-sentence", {"xero/a.yml": make_entry(escalate={"when": when}), **german})) == 1
    for sound in ("Sie die Karte nicht haben", "Karten nicht gelesen werden"):
        text = make_entry(escalate={"when": sound})
        assert broken("broken-sentence", {"xero/a.yml": text, **german}) == []


@pytest.mark.parametrize(("language", "times"), [("en", 1), ("de", 0)])
@pytest.mark.parametrize(
    ("rule", "step"),
    [
        ("step-verb", {"do": "Frobnicate the invoice in Xero."}),
        ("unseen-result", {"do": "Open the invoice in Xero.", "see": "You know it."}),
        ("two-actions", {"do": "Open the invoice in Xero, and filter the list."}),
    ],
)
def test_rules_that_read_english_are_left_out_in_other_languages(
    rule: str, step: dict[str, str], language: str, times: int, broken: Break, make_entry: MakeEntry
) -> None:
    words = f"language: {language}\n{VOCABULARY}"
    found = broken(rule, {"xero/a.yml": make_entry(resolution=[step]), "catalogue.yml": words})
    assert len(found) == times


def test_the_first_step_names_a_product(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(resolution=["Open the invoice.", "Correct the amount."])
    assert broken("unplaced-step", {"xero/a.yml": text}) == [
        "resolution[0].do: does not say in which product, and no step before it does."
        " Name the product: '… in Xero'"
    ]


@pytest.mark.parametrize("name", ["Xero", "Cin7 Core", "Cin7", "QuickBooks Online", "QuickBooks"])
def test_a_product_goes_by_its_name_or_the_first_word_of_it(
    name: str, broken: Break, make_entry: MakeEntry
) -> None:
    text = make_entry(resolution=[f"Open the invoice in {name}.", "Correct the amount."])
    assert broken("unplaced-step", {"xero/a.yml": text}) == []


def test_where_there_is_one_product_nobody_need_name_it(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        "catalogue.yml": "name: x\nsystems: {xero: {name: Xero, prefix: XERO}}\n",
        "xero/a.yml": make_entry(resolution=["Open the invoice."]),
    }
    assert broken("unplaced-step", files) == []


def test_a_question_that_names_the_product_places_its_answers(broken: Break, make_entry: MakeEntry) -> None:
    step = {"ask": "Is it paid in Xero?", "answers": {"Yes": ["Skip it."], "No": ["Retry it."]}}
    assert broken("unplaced-step", {"xero/a.yml": make_entry(resolution=[step])}) == []


def test_each_answer_without_a_product_is_told(broken: Break, make_entry: MakeEntry) -> None:
    step = {"ask": "Is it paid?", "answers": {"Yes": ["Skip it."], "No": ["Retry it in Xero."]}}
    (line,) = broken("unplaced-step", {"xero/a.yml": make_entry(resolution=[step])})
    assert line.startswith("resolution[0].answers.Yes[0].do: ")


@pytest.mark.parametrize(
    "step", ["Open Xero and void it.", "Open Xero, then save.", "Open Xero. Click Save."]
)
def test_two_actions_in_a_step_are_hinted_at(step: str, broken: Break, make_entry: MakeEntry) -> None:
    (line,) = broken("two-actions", {"xero/a.yml": make_entry(resolution=[step])})
    assert line.startswith("resolution[0].do: seems to ask for a second action ('")


def test_a_heading_of_the_page_is_in_quotes_which_a_reply_keeps(broken: Break, make_entry: MakeEntry) -> None:
    steps = [
        "Send what **When to ask for help** lists in Xero.",
        'Send what is listed under "When to ask for help".',
        {"ask": "Is it When to ask for help?", "answers": {"Yes": ["Go."], "No": ["Stay."]}},
    ]
    entry = make_entry(resolution=steps, summary="See When to ask for help.")
    assert [told.split(":")[0] for told in broken("bare-heading", {"xero/a.yml": entry})] == [
        "resolution[0].do", "resolution[2].ask",
    ]  # fmt: skip
