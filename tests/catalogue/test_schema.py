import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MakeEntry
from pydantic import BaseModel

from errorbook.catalogue import editor_schema, schema, validation_messages, yaml_source
from errorbook.catalogue.blocks import Block
from errorbook.catalogue.model import Entry, EntryFile
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common.problems import CatalogueError
from errorbook.importing.mapping import Mapping

INVALID = sorted((Path(__file__).parents[1] / "cases" / "invalid").glob("*.yml"))


def entry(text: str) -> Entry:
    return schema.entry(yaml_source.read("case.yml", text), "xero", "case")


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_what_is_wrong_with_a_file_is_said_word_for_word(path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        entry(path.read_text("utf-8"))
    assert str(caught.value) + "\n" == path.with_suffix(".expected").read_text("utf-8")


def test_every_expectation_has_its_case() -> None:
    assert [path.with_suffix(".expected") for path in INVALID] == sorted(INVALID[0].parent.glob("*.expected"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"examples": [{"pastes": "It"}]}, "examples[0].pastes: is not a field. Did you mean 'paste'?"),
        (
            {"relations": [{"type": "see-also", "id": "XERO-0002", "kind": "x"}]},
            "relations[0].kind: is not a field. Did you mean 'id'? The fields here are id, type",
        ),
        (
            {"resolution": [{"do": "Open Xero.", "verify": "It is open."}]},
            "resolution[0].verify: is not a field. Write it at the left margin, where it is one",
        ),
        ({"codes": [{"system": "xero", "code": "1", "xyz": "x"}]}, "Write one of: code, role, system"),
        (
            {"translations": {"de": {"title": "x", "causes": [], "resolution": [], "titel": "x"}}},
            "translations.de.titel: is not a field. Did you mean 'title'?",
        ),
        (
            {"resolution": [{"ask": "Is it?", "answers": {"Y": [{"dooo": "Go."}], "N": ["Stay."]}}]},
            "answers.Y[0].dooo: is not a field. Did you mean 'do'?",
        ),
    ],
)  # fmt: skip
def test_a_field_is_mended_by_those_of_its_own_place(
    make_entry: MakeEntry, fields: dict[str, object], told: str
) -> None:
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(**fields))
    assert told in str(caught.value)


def _patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (schema[key] for key in ("pattern",) if isinstance(schema.get(key), str))
        yield from schema.get("patternProperties", {})
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    yield from (pattern for each in inner for pattern in _patterns(each))


@pytest.mark.parametrize("model", [EntryFile, Vocabulary, Block, Mapping], ids=lambda model: model.__name__)
def test_every_shape_is_told_in_words_and_not_as_a_pattern(model: type[BaseModel]) -> None:
    assert set(_patterns(model.model_json_schema())) <= validation_messages.SHAPES.keys()


def test_an_entry_knows_its_place(make_entry: MakeEntry) -> None:
    assert entry(make_entry()).address == "xero/case"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (
            {"do": "Go.", "ask": "So?", "answers": {"Y": ["Go."], "N": ["Go."]}},
            ["resolution[0]: needs either"],
        ),
        ({"see": "It."}, ["resolution[0]: needs either"]),
        ({"ask": "So?"}, ["resolution[0].ask: has no answers"]),
        ({"ask": "So?", "answers": {}}, ["resolution[0].ask: has no answers"]),
        ({"ask": "So?", "answers": {"Y": ["Go."]}}, ["resolution[0].ask: has one answer"]),
        ({"do": "Go.", "answers": {"Y": ["Go."]}}, ["resolution[0].answers: answer no question"]),
        (
            {"ask": "So?", "answers": {"Y": ["Go.", {"see": "It."}], "N": [{"ask": "So?"}]}},
            ["resolution[0].answers.Y[1]: needs either", "resolution[0].answers.N[0].ask: has no answers"],
        ),
    ],
)
def test_a_step_does_something_or_asks_with_two_answers_or_more(
    make_entry: MakeEntry, step: dict[str, object], told: list[str]
) -> None:
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(resolution=[step]))
    found = [str(problem).split(": ", 1)[1] for problem in caught.value.problems]
    assert len(found) == len(told)
    assert all(map(str.startswith, found, told))


def test_a_misspelt_hole_of_a_message_is_one_problem(make_entry: MakeEntry) -> None:
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(messages=["Paid {amuont}"]))
    assert [problem.fix for problem in caught.value.problems] == ["Add 'amuont' to values, or write {amount}"]
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(messages=["Paid {xyz}"]))
    assert [(problem.field, problem.fix) for problem in caught.value.problems] == [
        ("messages[0].text", "Add 'xyz' to values"),
        ("values.amount", "Remove it, or put its hole into a message"),
    ]


def test_only_one_value_is_what_a_misspelt_hole_means(make_entry: MakeEntry) -> None:
    values = {name: {"type": "money", "label": name} for name in ("amount", "amounts")}
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(messages=["Paid {amont}"], values=values))
    assert sorted(problem.field for problem in caught.value.problems) == [
        "messages[0].text",
        "values.amounts",
    ]


def test_a_text_that_cannot_be_read_keeps_nobody_from_judging_the_rest(make_entry: MakeEntry) -> None:
    values = {name: {"type": "money", "label": name} for name in ("amount", "unused")}
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(messages=["Paid {"], summary="{", verify="{xyz}", values=values))
    assert sorted(problem.field for problem in caught.value.problems) == [
        "messages[0].text",
        "summary",
        "verify",
    ]


def test_an_entry_has_a_message_or_words_by_which_people_look_for_it(make_entry: MakeEntry) -> None:
    nothing: dict[str, object] = {"messages": [], "values": None, "examples": None}
    assert entry(make_entry(**nothing, aliases=["cannot pay"])).messages == ()
    with pytest.raises(CatalogueError, match="messages: is empty and there are no aliases"):
        entry(make_entry(**nothing))


def test_an_entry_with_a_field_too_many_is_judged_all_the_same(make_entry: MakeEntry) -> None:
    def told(**fields: object) -> list[str]:
        with pytest.raises(CatalogueError) as caught:
            entry(make_entry(**fields))
        return sorted(problem.field for problem in caught.value.problems)

    assert told(see="x", summary="{xyz}") == ["see", "summary"]
    assert told(see="x", title=None) == ["see", "title"]
    assert told(see="x") == ["see"]


def test_what_an_entry_leaves_out_is_what_is_usual() -> None:
    least = "id: A-0001\ntitle: t\nmessages: [m]\ncauses: [c]\nresolution: [Go.]\n"
    more = """\
examples: [m]
relations: [{type: see-also, id: A-0002}]
references: [{title: t, url: "https://example.com"}]
codes: [{system: a, code: b}]
escalate: {when: it stays}
internal: {}
"""
    read = entry(least)
    told = {name: value for name, value in read.model_dump().items() if value}
    message, cause, step = told.pop("messages"), told.pop("causes"), told.pop("resolution")
    assert told == {
        "id": "A-0001",
        "title": "t",
        "status": "active",
        "evidence": "reported",
        "review_every": "365d",
        "system": "xero",
        "slug": "case",
        "language": "en",
    }
    assert [{name: value for name, value in each[0].items() if value} for each in (message, cause, step)] == [
        {"text": "m", "role": "full", "evidence": "reported", "lang": "en"},
        {"text": "c", "evidence": "reported"},
        {"do": "Go.", "evidence": "reported"},
    ]
    assert (read.outage, read.severity, read.values) == (False, "", {})
    read = entry(least + more)
    assert read.references[0].kind == "vendor"
    assert read.codes[0].role == "error"
    assert (read.internal and read.internal.notes, read.escalate and read.escalate.collect) == ("", ())


def test_a_message_is_shown_unless_somebody_only_thinks_of_it() -> None:
    text = "id: A-0001\ntitle: t\nmessages:\n  - m\n  - {text: n, evidence: inferred}\n"
    text += (
        "  - {text: o, wording_of: Xero}\n  - {text: p, evidence: verified}\ncauses: [c]\nresolution: [Go.]\n"
    )
    assert [message.is_shown for message in entry(text).messages] == [True, False, False, True]


def test_plain_text_stands_for_the_field_that_matters(make_entry: MakeEntry) -> None:
    read = entry(make_entry(resolution=["Check it in Xero."], causes=["It broke."]))
    assert read.messages[0].text == "Payment of {amount} exceeds the amount outstanding on this document"
    assert (read.resolution[0].do, read.causes[0].text) == ("Check it in Xero.", "It broke.")
    assert read.examples[1].paste.startswith("Failed: ")


def test_answers_keep_their_order_and_their_steps(make_entry: MakeEntry) -> None:
    question = {
        "ask": "Is it paid?",
        "answers": {"Yes": ["Skip it."], "No": [{"do": "Retry it.", "see": "It works."}]},
    }
    (step,) = entry(make_entry(resolution=[question])).resolution
    assert step.answers is not None
    assert list(step.answers) == ["Yes", "No"]
    assert step.answers["No"][0].see == "It works."


def test_values_that_yaml_would_change_stay_as_written() -> None:
    text = (Path(__file__).parents[1] / "cases" / "as-written.yml").read_text("utf-8")
    read = entry(text)
    assert read.codes[0].code == "0123"
    assert read.title == "on"
    assert read.examples[0].expect == {"amount": "1.10"}
    assert read.values["amount"].sensitive is False


def test_an_entry_never_changes(make_entry: MakeEntry) -> None:
    with pytest.raises(ValueError, match="frozen"):
        entry(make_entry()).title = "Another"  # type: ignore[misc]  # what is tried


def test_a_vocabulary_without_systems_is_refused() -> None:
    with pytest.raises(CatalogueError) as caught:
        schema.vocabulary(yaml_source.read("catalogue.yml", "name: Errors\nsystems: {}\n"))
    assert str(caught.value) == "catalogue.yml:2:1: systems: is empty. Add at least one\n1 problem in 1 file"


def test_the_schema_explains_every_field() -> None:
    definitions = editor_schema.json_schema()
    for name, model in {"entry": definitions, **definitions["$defs"]}.items():
        assert [field for field, node in model["properties"].items() if "description" not in node] == [], name


def test_the_schema_allows_plain_text_where_the_model_does() -> None:
    fields = editor_schema.json_schema()["properties"]
    text = {"type": ["string", "number", "boolean"]}
    assert fields["messages"]["items"]["anyOf"] == [text, {"$ref": "#/$defs/Message"}]
    assert fields["resolution"]["items"]["anyOf"] == [
        text,
        {"$ref": "#/$defs/Step"},
        {"$ref": "#/$defs/Include"},
    ]


def test_the_schema_takes_numbers_for_text_but_not_for_ids() -> None:
    fields = editor_schema.json_schema()["properties"]
    assert fields["title"]["type"] == ["string", "number", "boolean"]
    assert fields["id"]["type"] == "string"


def test_the_schema_is_the_same_every_time() -> None:
    assert json.dumps(editor_schema.json_schema()) == json.dumps(editor_schema.json_schema())


@pytest.mark.parametrize(
    ("field", "unused_is_told"),
    [({"messages": ["Paid {amount"]}, False), ({"summary": "Paid {amount"}, True)],
)
def test_while_a_message_cannot_be_read_nobody_knows_which_values_it_uses(
    field: dict[str, object], unused_is_told: bool, make_entry: MakeEntry
) -> None:
    values = {name: {"type": "money", "label": name} for name in ("amount", "unused")}
    with pytest.raises(CatalogueError) as caught:
        entry(make_entry(values=values, **field))
    fields = sorted(problem.field for problem in caught.value.problems)
    assert fields == [
        *(["messages[0].text"] if "messages" in field else ["summary"]),
        *(["values.unused"] * unused_is_told),
    ]
