"""What a catalogue's words must keep to beyond their shapes, and what is said where they do not."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from builders import VOCABULARY

from errorbook.catalogue import schema, yaml_source
from errorbook.common.problems import CatalogueError

FIELDS = ("systems", "records", "severities", "fixable_by", "risks")
UNKNOWN = {field: {"tray": {"name": "Tray"}} for field in FIELDS}
SENTENCES = {"box.exampel": "x", "zzz.qqq": "x", "box.example": "Try {this}"}
FAULTS = [
    "box.exampel: is the key of no sentence. Write 'box.example'",
    "zzz.qqq: is the key of no sentence. Take a key of the table in errorbook/wording/en.json",
    "box.example: has the hole {this}, which nothing fills. Remove it",
]
NAMELESS = "has no name. Add 'name' with what readers are told"


def told(**changes: Any) -> list[str]:
    """Return what is said of a catalogue's words, without file and place."""
    text = yaml.safe_dump({**VOCABULARY, **changes}, sort_keys=False)
    try:
        schema.vocabulary(yaml_source.read("catalogue.yml", text))
    except CatalogueError as error:
        return [str(problem).partition(": ")[2] for problem in error.problems]
    return []


def test_sound_words_are_sound() -> None:
    german = {"systems": {"xero": {"about": "Bücher"}}, "words": {"box.example": "Zum Beispiel"}}
    assert told(words={"box.example": "Such as"}, translations={"de": german}) == []


def test_a_system_has_a_folder_and_a_prefix_of_its_own() -> None:
    systems = {slug: {"name": slug, "prefix": "TILL"} for slug in ("till", "con", "tray")}
    assert told(systems=systems) == [
        "systems.con: is kept by Windows for a device, so no folder may have the name. Add a word to it",
        "systems.con.prefix: is that of 'till' too. Give each system a prefix of its own",
        "systems.tray.prefix: is that of 'till' too. Give each system a prefix of its own",
    ]


@pytest.mark.parametrize(
    ("field", "known"), [("severities", "blocks-all"), ("fixable_by", "vendor"), ("risks", "irreversible")]
)
def test_a_choice_that_no_table_names_has_a_name(field: str, known: str) -> None:
    assert told(**{field: {known: {}, "tray": {}, "press": "A press"}}) == [f"{field}.tray: {NAMELESS}"]


@pytest.mark.parametrize("field", ["severities", "fixable_by"])
def test_one_choice_of_a_kind_is_usual(field: str) -> None:
    def usual(**choices: bool) -> list[str]:
        return told(**{field: {slug: {"name": slug, "usual": says} for slug, says in choices.items()}})

    assert usual(line=False, press=True) == usual(line=False, press=False) == []
    assert usual(line=True, press=False, tray=True) == [
        f"{field}.tray.usual: is said of 'line' already. Keep 'usual' at one of the two"
    ]


def test_a_translation_names_what_the_catalogue_has() -> None:
    used = (
        ", ".join(VOCABULARY[field])  # type: ignore[arg-type]  # each is a mapping
        for field in FIELDS
    )
    assert told(translations={"de": {**UNKNOWN, "words": SENTENCES}}) == [
        *(
            f"translations.de.{field}.tray: is not in the catalogue. Use one of {names}"
            for field, names in zip(FIELDS, used, strict=True)
        ),
        *(f"translations.de.words.{fault}" for fault in FAULTS),
    ]


def test_where_there_is_nothing_to_name_a_translation_names_nothing() -> None:
    found = told(records={}, translations={"de": {"records": UNKNOWN["records"]}})
    assert found == ["translations.de.records.tray: is not in the catalogue. Remove it"]


def test_a_sentence_of_the_catalogue_has_a_key_and_the_holes_of_the_tables() -> None:
    assert told(words=SENTENCES) == [f"words.{fault}" for fault in FAULTS]
