"""What the validator finds is said in words that tell an author what to do."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from builders import FIELDS, VOCABULARY

from errorbook.catalogue import schema, validation_messages, yaml_source
from errorbook.common.problems import CatalogueError

EMPTY = "is empty. Write the text, or remove the field"
NO_TEXT = "is not text. Write one text here, not a list or a mapping"
NO_LIST = "is not a list. Write a list: one '- …' a line"
NO_MAPPING = "is not a mapping. Write 'name: value' lines, indented"
NO_SLUG = "is not a slug. Use lower-case letters, digits and single hyphens"
NO_NAME = "is not a name. Use lower-case letters, digits and '_'"
NO_PAGE = "is not the path of a page. Write a path below the content folder, such as guides/old.md"
LANGUAGE = "is not a language. Write its two or three small letters, such as de"
TRUTH = "is neither true nor false. Write true or false"
STATES = "'draft', 'active', 'not-emitted', 'superseded' or 'withdrawn'"
HOLE = {"type": "text", "label": "x"}
ENTRY: list[tuple[dict[str, Any], list[str]]] = [
    ({"title": None}, [f"title: {EMPTY}"]),
    ({"title": ""}, [f"title: {EMPTY}"]),
    ({"title": ["x"]}, [f"title: {NO_TEXT}"]),
    ({"title": "x" * 201}, ["title: is too long. Keep it to 200 characters"]),
    ({"title": "a\tb"}, ["title: has a line break or a tab. Keep it on one line"]),
    ({"messages": "x"}, [f"messages: {NO_LIST}"]),
    ({"messages": None}, [f"messages: {EMPTY}"]),
    ({"values": None}, [f"values: {EMPTY}"]),
    ({"causes": []}, ["causes: is empty. Add at least one"]),
    ({"causes": [None]}, [f"causes[0]: {EMPTY}"]),
    ({"causes": [["x"]]}, ["causes[0]: is not a mapping. Write {text: …}"]),
    (
        {"resolution": [{"do": "x", "path": ["x"] * 9}]},
        ["resolution[0].path: has too many items. Keep it to 8"],
    ),
    ({"codes": ["x"]}, ["codes[0]: is not a mapping. Write {system: …, code: …}"]),
    ({"escalate": "x"}, ["escalate: is not a mapping. Write {when: …}"]),
    ({"internal": "x"}, [f"internal: {NO_MAPPING}"]),
    ({"severity": "Very bad"}, [f"severity: {NO_SLUG}"]),
    ({"severity": ["x"]}, [f"severity: {NO_TEXT}"]),
    ({"severity": None}, [f"severity: {EMPTY}"]),
    ({"outage": "maybe"}, [f"outage: {TRUTH}"]),
    ({"outage": ["x"]}, [f"outage: {TRUTH}"]),
    ({"outage": None}, [f"outage: {TRUTH}"]),
    ({"status": "gone"}, [f"status: is not one of the choices. Write {STATES}"]),
    (
        {"status": "activ"},
        [f"status: is not one of the choices. Did you mean 'active'? The choices are {STATES}"],
    ),
    ({"reviewed": "2026-02-30"}, ["reviewed: is a day that does not exist. Correct the date"]),
    ({"reviewed": "30.2.2026"}, ["reviewed: is not a day. Write year-month-day, such as 2026-11-22"]),
    ({"review_every": "1y"}, ["review_every: is not a number of days. Write a number and d, such as 180d"]),
    (
        {"id": "shop 1"},
        ["id: is not an id. Write a prefix and digits, such as SHOP-0031, or a native code: TS2322, 42P01"],
    ),
    ({"guides": ["No slug"]}, [f"guides[0]: {NO_SLUG}"]),
    ({"values": {"No name": HOLE}}, [f"values.No name: {NO_NAME}"]),
    ({"translations": {"German": {}}}, [f"translations.German: {LANGUAGE}"]),
    (
        {"messages": [{"text": "x", "lang": "english"}]},
        ["messages[0].lang: is not a language. Write en, or with its country pt-BR"],
    ),
    (
        {"references": [{"title": "x", "url": "www.example.com"}]},
        [
            "references[0].url: is not a web address. Start with https://, leave no spaces, "
            "and put no name or password before an '@'"
        ],
    ),
    (
        {"resolution": [{"do": "x", "image": {"file": "a.gif", "alt": "x"}}]},
        [
            "resolution[0].image.file: is not the name of an image."
            " Name a .png, .jpg or .webp file beside the entry, in lower-case letters, digits and hyphens"
        ],
    ),
    ({"cause": ["x"], "causes": ...}, ["cause: is not a field. Did you mean 'causes'?"]),
    (
        {"references": [{"url": "https://example.com"}], "titel": "x"},
        ["references[0].title: is missing. Add it", "titel: is not a field. Did you mean 'title'?"],
    ),
    (
        {"references": [{"url": "https://example.com", "titel": "x"}, {"url": "https://example.com"}]},
        [
            "references[0].titel: is not a field. Did you mean 'title'?",
            "references[1].title: is missing. Add it",
        ],
    ),
    ({"see": "x"}, ["see: is not a field. Check the spelling; the schema lists every field"]),
    (
        {"references": [{"title": "x", "url": "https://example.com", "owner": "x"}]},
        ["references[0].owner: is not a field. Write it at the left margin, where it is one"],
    ),
]
SYSTEM = {"name": "X", "prefix": "X"}
WORDS: list[tuple[dict[str, Any], list[str]]] = [
    ({"systems": {}}, ["systems: is empty. Add at least one"]),
    ({"systems": ["x"]}, [f"systems: {NO_MAPPING}"]),
    ({"systems": {"x": "X"}}, ["systems.x: is not a mapping. Write {name: …, prefix: …}"]),
    (
        {"systems": {"x": {**SYSTEM, "prefix": "till"}}},
        [
            "systems.x.prefix: is not a prefix."
            " Write up to 8 capital letters and digits, a letter first, such as SHOP"
        ],
    ),
    ({"moved": {"old": "new.md"}}, [f"moved.old: {NO_PAGE}"]),
    ({"moved": {"old.md": "new"}}, [f"moved.old.md: {NO_PAGE}"]),
    (
        {"words": {"Box": "x"}},
        ["words.Box: is the key of no sentence. Take one of wording/en.json, such as box.example"],
    ),
    ({"words": {"box.example": ""}}, [f"words.box.example: {EMPTY}"]),
    ({"words": {"box.example": ["x"]}}, [f"words.box.example: {NO_TEXT}"]),
    (
        {"words": {"box.example": {"1": "x"}}},
        ["words.box.example.1: is not a form of a plural. Write one of: zero, one, two, few, many, other"],
    ),
    (
        {"verbs": ["Moor the"]},
        ["verbs[0]: is not a verb. Write one word in small letters, such as moor"],
    ),
]


def told(model: Any, fields: dict[str, Any], changes: dict[str, Any]) -> list[str]:
    """Return what is said of a file, without its name and place; ... leaves a field out."""
    changed = {name: value for name, value in {**fields, **changes}.items() if value is not ...}
    text = yaml.safe_dump(changed, sort_keys=False, allow_unicode=True)
    with pytest.raises(CatalogueError) as caught:
        model(yaml_source.read("a.yml", text))
    assert {(problem.rule, problem.level) for problem in caught.value.problems} == {("schema", "error")}
    return [str(problem).partition(": ")[2] for problem in caught.value.problems]


@pytest.mark.parametrize(("changes", "expected"), ENTRY, ids=lambda case: "")
def test_what_is_wrong_with_a_field_of_an_entry_is_said_once(
    changes: dict[str, Any], expected: list[str]
) -> None:
    found = told(lambda source: schema.entry(source, "xero", "a"), FIELDS, changes)
    assert [line for line in found if "translations.German." not in line] == expected


@pytest.mark.parametrize(("changes", "expected"), WORDS, ids=lambda case: "")
def test_what_is_wrong_with_a_field_of_a_catalogue_is_said_once(
    changes: dict[str, Any], expected: list[str]
) -> None:
    assert told(schema.vocabulary, VOCABULARY, changes) == expected


def strange(field: str, names: list[str], outer: list[str]) -> str:
    """Return what to do about a field that does not stand there."""
    source = yaml_source.read("a.yml", "a: b")
    detail = {"type": "extra_forbidden", "loc": (field,)}
    return validation_messages.problem(detail, source, names, outer).fix


def test_few_fields_are_listed_and_many_are_not() -> None:
    few = [f"field{number}" for number in range(10, 22)]
    assert strange("xyz", few, []) == f"Write one of: {', '.join(few)}"
    assert strange("xyz", [*few, "more"], []) == "Check the spelling; the schema lists every field"


def test_a_name_that_may_mean_another_is_told_with_all_names() -> None:
    assert strange("lable", ["label", "id"], []) == "Did you mean 'label'?"
    assert strange("kind", ["label", "id"], []) == "Did you mean 'id'? The fields here are label, id"
    many = ["id", *(f"field{number}" for number in range(12))]
    assert strange("kind", many, []) == "Did you mean 'id'?"


def test_a_field_of_the_left_margin_belongs_there_unless_it_stands_here_too() -> None:
    assert strange("owner", ["label"], ["owner"]) == "Write it at the left margin, where it is one"
    assert strange("owner", ["owner"], ["owner"]) == "Did you mean 'owner'?"


def test_what_nobody_foresaw_is_told_in_the_validators_words() -> None:
    source = yaml_source.read("a.yml", "a:\n  b: c")
    detail = {"type": "odd", "loc": ("a", "b"), "msg": "Input should be even"}
    assert str(validation_messages.problem(detail, source, [])) == (
        "a.yml:2:3: a.b: cannot be used (Input should be even). See the field's description in the schema"
    )
