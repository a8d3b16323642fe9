"""What is told of a file beside its first faults."""

import json

import pytest
import yaml
from builders import refused
from conftest import MakeEntry, WriteErrors

from errorbook.catalogue import reader, schema, yaml_source
from errorbook.catalogue.model import EntryFile


def told(text: str) -> list[str]:
    """Return what is wrong with an entry's file, without its place."""
    found = refused(lambda source: schema.entry(source, "xero", "a"), yaml_source.read("a.yml", text))
    return [problem.split(": ", 1)[1] for problem in found]


@pytest.mark.parametrize("name", EntryFile.model_fields)
@pytest.mark.parametrize("wrong", ["{a: {b: [c]}}", "[[[c]]]", "", "{a: ~}", "[{a: b}, 'two words']"])
def test_a_field_of_the_wrong_kind_hides_no_fault_of_another(
    make_entry: MakeEntry, name: str, wrong: str
) -> None:
    other = "causes" if name != "causes" else "verify"
    faulty = {"causes": [{"text": "It is shut.", "more": "- a list"}], "verify": "It is {"}
    text = make_entry(**{other: faulty[other], name: None}) + f"{name}: {wrong}\n"
    # The holes wait for values that are no mapping.
    assert any(problem.startswith(other) for problem in told(text)) or name == "values"


@pytest.mark.parametrize(
    "faulty",
    [
        {"values": {"door": {"type": "cdoe", "label": "door"}}},
        {"cauzes": ["It is shut."]},
        {"messages": ["Door {door} is shut", {"text": "Door {gate} is open", "role": "half"}]},
    ],
    ids=str,
)
def test_holes_that_nobody_declares_are_told_beside_what_cannot_be_read(
    make_entry: MakeEntry, faulty: dict[str, object]
) -> None:
    sound = {"messages": ["Door {door} is shut"], "values": {"door": {"type": "code", "label": "door"}}}
    text = make_entry(**{**sound, "examples": None, **faulty, "summary": "It is {gat}, not {door}."})
    holes = [problem for problem in told(text) if problem.startswith("summary")]
    assert [problem.partition(", which")[0] for problem in holes] == ["summary: has the hole {gat}"]


def test_what_lost_a_part_is_not_said_to_lack_it(make_entry: MakeEntry) -> None:
    german = {"title": "Zu", "causes": ["Zu."], "resolution": [{"do": "Auf.", "see": "Offen."}]}
    text = make_entry(
        messages=[{"text": "Door is shut", "role": "half"}],
        values=None,
        examples=None,
        resolution=[{"doo": "Open Xero."}],
        translations={"de": german},
    )
    assert told(text) == [
        "messages[0].role: is not one of the choices. Write 'full', 'fragment' or 'heading'",
        "resolution[0].doo: is not a field. Did you mean 'do'?",
    ]


def test_a_catalogue_without_its_faulty_entries_is_all_that_can_be_read(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    sound = json.dumps(yaml.safe_load(make_entry(id="XERO-0005")))
    picture = {"do": "Open Xero.", "image": {"file": "shot.png", "alt": "Xero."}}
    folder = write_errors(
        {
            "ids.lock": "XERO-0001 xero/a\n",
            "shared/blocks/broken.yml": "about: It.\n",
            "shared/blocks/outer.yml": "about: It.\nsteps: [{include: broken}]\n",
            "xero/a.yml": make_entry(),
            "xero/hole.yml": make_entry(id="XERO-0002", verify="It {"),
            "xero/twice.yml": make_entry(),
            "xero/word.yml": make_entry(id="XERO-0003", records=["tree"]),
            "xero/several.yml": f"entries:\n  one: {{id: XERO-0004}}\n  two: {sound}\n",
            "xero/block.yml": make_entry(id="XERO-0006", resolution=["Open Xero.", {"include": "outer"}]),
            "xero/shot.yml": make_entry(id="XERO-0007", resolution=[picture]),
            "xero/shot.png": "no picture",
            "trees/oak.yml": make_entry(id="XERO-0008"),
        }
    )
    loaded = reader.survey(folder)
    assert [entry.id for entry in loaded.catalogue.entries] == ["XERO-0001", "XERO-0005"]
    assert refused(reader.read, folder) == [str(problem) for problem in loaded.unread]


def test_a_hole_that_a_message_of_another_form_declares_is_declared_beside_a_wrong_value(
    make_entry: MakeEntry,
) -> None:
    text = make_entry(
        messages=[{"text": "Refund of %s was declined by %s", "holes": "%s"}],
        values={"value1": {"type": "monny", "label": "bank"}},
        examples=None,
        causes=["The card is older than {value0}."],
        resolution=["Open {value0} in Xero."],
    )
    (problem,) = told(text)
    assert problem.startswith("values.value1.type: is not one of the choices.")
