"""Messages keep the form of holes that their program writes, and mean the same as ours."""

from __future__ import annotations

import pytest
from conftest import VOCABULARY, MakeEntry, ReadErrors

from errorbook.catalogue.hole_forms import HoleForm, ours, usual_value
from errorbook.catalogue.model import Entry
from errorbook.common.problems import CatalogueError


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("{name}", "Pay {amount} {{x}}", "Pay {amount} {{x}}"),
        ("{0}", "Type '{0}' is not {1:N2} {{x}} {", "Type '{value0}' is not {value1} {{x}} {{"),
        ("{0}", "`{}` and `{}`, {userName} {a.b} {1,number}", None),
        ("%s", "no %s: %m, %-5.2f%% of %lu", "no {value0}: {value1}, {value2}% of {value3}"),
        ("%s", "%2$s of %1$s, %(userName)s {x} 100 %", "{value1} of {value0}, {user_name} {{x}} 100 %"),
        ("%1", "File %1!s! has %L2 %%", "File {value0} has {value1} %"),
        ("${name}", "Hi ${user.name} $5 $$", "Hi {user_name} $5 $"),
        ("${name}", "${1st} ${--} ${userID}", "{value_1st} {value_} {user_id}"),
        ("${name}", "${Größe} ${überBreite}", "{groesse} {ueber_breite}"),
        ("none", "a {b} %s", "a {{b}} %s"),
        ("%s", f"%({'a' * 60})s %({'b' * 61})s", f"{{{'a' * 60}}} {{{'b' * 60}}}"),
    ],
)  # fmt: skip
def test_a_hole_of_any_form_becomes_ours(form: HoleForm, text: str, expected: str | None) -> None:
    named = "`{value0}` and `{value1}`, {user_name} {a_b} {value1}"
    assert ours(text, form) == (named if expected is None else expected)


@pytest.mark.parametrize(
    ("name", "label"),
    [("value0", "value 0"), ("value12", "value 12"), ("my_value1", "my value1"), ("a_b_c", "a b c")],
)
def test_a_hole_of_another_form_is_a_text_called_by_its_name(name: str, label: str) -> None:
    assert usual_value(name) == {"type": "text", "label": label}


CATALOGUE = "name: x\nholes: '%s'\nsystems:\n  xero: {name: Xero, prefix: XERO}\n"


def entry(read_errors: ReadErrors, make_entry: MakeEntry, **fields: object) -> Entry:
    text = make_entry(examples=None, **fields)
    return read_errors({"catalogue.yml": CATALOGUE, "xero/a.yml": text}).catalogue.entries[0]


def test_the_catalogue_says_how_holes_are_written_and_a_message_may_say_otherwise(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    found = entry(
        read_errors,
        make_entry,
        messages=["Cannot pay %s in %(place)s", {"text": "Cannot pay {0} twice", "holes": "{0}"}],
        values={"place": {"type": "name", "label": "place"}},
        resolution=["Pay {value0} in {place} in Xero."],
    )
    assert [message.text for message in found.messages] == [
        "Cannot pay {value0} in {place}",
        "Cannot pay {value0} twice",
    ]
    assert [(name, value.type, value.label) for name, value in found.values.items()] == [
        ("place", "name", "place"),
        ("value0", "text", "value 0"),
    ]


def test_a_message_in_our_form_declares_its_holes_beside_any_other(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    messages = ["Cannot pay %s", {"text": "Cannot pay {sum} twice", "holes": "{name}"}]
    with pytest.raises(CatalogueError) as caught:
        entry(read_errors, make_entry, messages=messages, values={})
    assert [problem.what for problem in caught.value.problems] == [
        "has the hole {sum}, which 'values' does not declare"
    ]
    with pytest.raises(CatalogueError):
        entry(read_errors, make_entry, messages=messages[1:], values={})


@pytest.mark.parametrize(
    ("catalogue", "message", "what", "fix"),
    [
        (
            "holes: '%s'",
            "Cannot pay {sum} to {payee}",
            "has the hole {sum}, which is plain text here: 'holes' in catalogue.yml says '%s'",
            "Write the message as {text: …, holes: '{name}'}",
        ),
        (
            "holes: '%s'",
            {"text": "Cannot pay %(sum)s to %(payee)s", "holes": "none"},
            "has the hole %(sum)s, which is plain text here: its 'holes' says 'none'",
            "Write the message as {text: …, holes: '%s'}",
        ),
        (
            "",
            "Cannot pay %(sum)s to %(payee)s",
            "has the hole %(sum)s, which is plain text here: no 'holes' says '%s'",
            "Write the message as {text: …, holes: '%s'}, or set 'holes' in catalogue.yml",
        ),
    ],
)
def test_a_message_in_another_form_than_it_is_read_in_names_the_setting(
    read_errors: ReadErrors,
    make_entry: MakeEntry,
    catalogue: str,
    message: str | dict[str, str],
    what: str,
    fix: str,
) -> None:
    values = {name: {"type": "text", "label": name} for name in ("sum", "payee")}
    text = make_entry(examples=None, messages=[message], values=values)
    with pytest.raises(CatalogueError) as caught:
        read_errors({"catalogue.yml": f"{VOCABULARY}{catalogue}\n", "xero/a.yml": text})
    assert [(problem.field, problem.what, problem.fix) for problem in caught.value.problems] == [
        ("messages[0].text", what, fix)
    ]


def test_a_hole_of_a_program_with_a_bad_name_leads_to_the_setting(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    text = make_entry(examples=None, messages=["Cannot pay {0}"], values={})
    with pytest.raises(CatalogueError) as caught:
        read_errors({"catalogue.yml": VOCABULARY, "xero/a.yml": text})
    assert caught.value.problems[0].fix == (
        "Use lower-case letters, digits and '_', or '{{' for a literal brace. Where the program fills in {0},"
        " write the message as {text: …, holes: '{0}'}, or set 'holes' in catalogue.yml for all"
    )


def test_a_message_may_have_several_lines(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    found = entry(read_errors, make_entry, messages=["Nothing\n  was saved\n"], values={})
    assert found.messages[0].text == "Nothing\n  was saved"
