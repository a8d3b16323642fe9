from datetime import date
from functools import partial

import pytest
import steps
from builders import make_catalogue
from conftest import Break, MakeEntry, ReadErrors

from errorbook.authoring import infer_template, message_line, scaffold
from errorbook.authoring.scaffold import Draft
from errorbook.catalogue import schema, yaml_source
from errorbook.catalogue.reader import Loaded
from errorbook.common import template
from errorbook.indexing import match_index
from errorbook.matching import Matcher

PASTE = "Item code 'TB-104' is not valid"


@pytest.fixture
def loaded(read_errors: ReadErrors, make_entry: MakeEntry) -> Loaded:
    return read_errors({"ids.lock": "XERO-0007 xero/item-code-not-valid\n", "xero/a.yml": make_entry()})


def draft(loaded: Loaded, paste: str, title: str | None = None) -> Draft:
    matcher = Matcher(match_index.build(loaded.catalogue))
    return scaffold.draft(paste, loaded, matcher, "xero", title, date(2026, 11, 22))


def test_a_draft_is_an_entry_with_what_can_be_read_off_filled_in(loaded: Loaded) -> None:
    assert (
        draft(loaded, PASTE, "Xero does not know the item").text
        == """\
# yaml-language-server: $schema=../entry.schema.json
id: XERO-0008
title: Xero does not know the item
summary: "TODO: what happened, and what it means"
questions:
  - "TODO: how people tell it in their own words, best in eight ways"
messages:
  - text: "Item code '{item}' is not valid"
values:
  item: {type: code, label: item code, example: TB-104}
causes:
  - "TODO: why it happens, as one sentence"
resolution:
  - do: "TODO: Check … in Xero."
    see: "TODO: what the reader sees when it worked"
verify: "TODO: how the reader knows that it is fixed"
# TODO: where the facts come from, as in references: [{title: …, url: https://…}]
reviewed: 2026-11-22
examples:
  # TODO: replace names, addresses and amounts of real people.
  - paste: Item code 'TB-104' is not valid
    expect: {item: TB-104}
  # TODO: add a second paste, as really seen: in a log line, a table, an email.
"""
    )


def test_colours_of_a_terminal_and_what_nobody_sees_are_left_behind(loaded: Loaded) -> None:
    coloured = draft(loaded, "\x1b[31mItem code 'TB-104'\u202e is not valid\x1b[0m\x07")
    plain = draft(loaded, PASTE)
    assert coloured.slug == plain.slug
    assert coloured.text.partition("examples:")[0] == plain.text.partition("examples:")[0]


def test_no_draft_has_a_name_that_windows_keeps(loaded: Loaded) -> None:
    assert draft(loaded, PASTE, "Aux").slug == "aux-2"


def test_records_relations_and_causes_are_proposed_by_what_is_near(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    near = make_entry(
        records=["payment"],
        causes=["Somebody mistyped {amount}."],
        messages=["Payment of {amount} exceeds the amount outstanding"],
        values={"amount": {"type": "money", "label": "amount"}},
    )
    known = read_errors({"xero/a.yml": near})
    text = draft(known, "Deposit of 12.50 exceeds the amount outstanding on a receipt").text
    assert "\nrecords: [payment]  # TODO: as XERO-0001 has them\n" in text
    assert '\n  - "TODO: as XERO-0001? Somebody mistyped …."\n' in text
    assert "\nrelations:  # TODO: confused-with, same-cause, or none of it\n" in text
    assert "  - {type: see-also, id: XERO-0001}  # The payment is larger than the amount due\n" in text
    # What the message names is better than what a neighbour has.
    named = draft(known, "Invoice of 12.50 exceeds the amount outstanding on this document").text
    assert "\nrecords: [invoice]  # TODO: as the message names them\n" in named
    entry = schema.entry(yaml_source.read("b.yml", text), "xero", "b")
    assert [relation.id for relation in entry.relations] == ["XERO-0001"]


def test_nothing_is_proposed_where_nothing_is_near(loaded: Loaded) -> None:
    text = draft(loaded, "The hopper jams while it is cold").text
    assert "relations:" not in text
    assert "records:" not in text
    assert "TODO: why it happens" in text


def test_id_and_address_were_never_used_before(loaded: Loaded) -> None:
    proposed = draft(loaded, PASTE)
    assert (proposed.id, proposed.slug) == ("XERO-0008", "item-code-not-valid-2")


@pytest.mark.parametrize(
    ("length", "kept"),
    [(65, 65), (70, 70), (71, 64)],
)
def test_a_title_is_cut_between_words_where_it_is_too_long(length: int, kept: int, loaded: Loaded) -> None:
    message = "Word " * 13 + "w" * (length - 65)
    assert f'\ntitle: "TODO: {message[:kept].strip()}"\n' in draft(loaded, message.strip()).text


def test_the_title_names_the_file(loaded: Loaded) -> None:
    assert draft(loaded, PASTE, "Xero doesn't know the item").slug == "xero-doesnt-know-item"
    assert draft(loaded, PASTE, "Größe überschritten").slug == "groesse-ueberschritten"


def test_a_draft_is_a_sound_file_whose_examples_find_it(
    loaded: Loaded, broken: Break, make_entry: MakeEntry
) -> None:
    paste = f'{{"Elements": [{{"ValidationErrors": [{{"Message": "{PASTE}"}}]}}]}}'
    files = {"xero/a.yml": make_entry(), "xero/b.yml": draft(loaded, paste).text}
    for rule in ("not-found", "misread", "few-examples", "few-letters"):
        assert broken(rule, files) == []
    assert {line.split(":")[0] for line in broken("unfinished", files)} == {
        "title", "summary", "causes[0].text", "resolution[0].do", "resolution[0].see", "verify",
        "questions[0]",
    }  # fmt: skip


@pytest.mark.parametrize(
    "paste",
    [
        PASTE,
        f"2026-03-04 10:11:12 ERROR {PASTE}",
        f'{{"Message": "{PASTE}", "Type": "Error"}}',
        f"<Error><Code>10</Code><Message>{PASTE}</Message></Error>",
        f"SO-00418\tInvoice\tFailed\t{PASTE}",
        f"Dear team,\n\n{PASTE}\n",
    ],
)
def test_the_message_is_found_in_its_surroundings(paste: str, loaded: Loaded) -> None:
    matcher = Matcher(match_index.build(loaded.catalogue))
    assert message_line.message_of(paste, matcher.match(paste)) == PASTE


@pytest.mark.parametrize(
    ("paste", "message"),
    [
        ("{} for a tracked item on the bill", "{} for a tracked item on the bill"),
        ("The bill was refused: {}, it says", "The bill was refused: {}, it says"),
        ("Sale SO-00418 | Failed | {} on the bill | Retry", "{} on the bill"),
        ("SO-00418\tFailed\t{} on the bill\tRetry", "{} on the bill"),
        ('{{"Message": "{} on the bill", "Type": "Error"}}', "{} on the bill"),
        ('It says "{} on the bill" since Monday.', "{} on the bill"),
        ("We tried it twice. {} on the bill. What now?", "{} on the bill."),
        ("2026-03-04 10:11:12 ERROR {} on the bill", "{} on the bill"),
        ('{{"Message": "\\"Bill\\": {}"}}', '"Bill": {}'),
    ],
)
def test_a_message_that_begins_as_a_known_one_is_drafted_whole(
    read_errors: ReadErrors, make_entry: MakeEntry, paste: str, message: str
) -> None:
    known = read_errors(
        {
            "xero/a.yml": make_entry(
                messages=["Item code '{item}' is not valid"],
                values={"item": {"type": "code", "label": "item code"}},
                examples=[PASTE],
            )
        }
    )
    result = Matcher(match_index.build(known.catalogue)).match(paste.format(PASTE))
    assert [finding.id for finding in result.findings] == ["XERO-0001"]
    assert message_line.message_of(paste.format(PASTE), result) == message.format(PASTE)


@pytest.mark.parametrize(
    "paste",
    [
        "two lines\n  of a broken thing: yes",
        " starts with a space\nand goes on",
        "tab\tseparated # and: odd",
        "quoted \"twice\" and 'once'",
        "null",
        "{braces} and [brackets]",
        "ends with a line break\n",
        "control \x1b[31mcharacters\x1b[0m here",
        "trailing colon:",
        "- looks like a list",
        "\u00e9t\u00e9 \U0001f600 and more",
    ],
)
def test_any_paste_reads_back_as_it_was(paste: str, loaded: Loaded) -> None:
    entry = schema.entry(yaml_source.read("a.yml", draft(loaded, paste, "A title").text), "xero", "a")
    assert entry.examples[0].paste.rstrip("\n") == paste.rstrip("\n")


def test_what_is_known_already_is_said(loaded: Loaded) -> None:
    paste = "Payment of 3.00 exceeds the amount outstanding on this document"
    matcher = Matcher(match_index.build(loaded.catalogue))
    assert scaffold.known_as(paste, loaded, matcher.match(paste)) == "XERO-0001"
    assert scaffold.known_as(PASTE, loaded, matcher.match(PASTE)) == ""


def test_the_nearest_entries_are_named(loaded: Loaded) -> None:
    proposed = draft(loaded, "Payment exceeds the outstanding credit")
    assert [entry.id for entry in proposed.nearest] == ["XERO-0001"]


@pytest.mark.parametrize("unit", ["a", "A1", "-", "a b ", "'a' ", '"', "<a>", '{"a":"', "a: ", "No. ", "1,"])
def test_a_draft_costs_in_line_with_the_length_of_the_paste(unit: str, loaded: Loaded) -> None:
    matcher = Matcher(match_index.build(loaded.catalogue))

    def cost(size: int) -> int:
        paste = (unit * size)[:size]
        work = partial(scaffold.draft, paste, loaded, matcher, "xero", None, date(2026, 11, 22))
        return steps.count(work, scaffold, message_line, infer_template, template)

    steps.in_line([cost(size) for size in (60, 120, 240)])


@pytest.mark.parametrize(
    ("paste", "texts"),
    [
        ("Zuzahlung von 34,50 € konnte nicht gebucht werden", ["34,50 €"]),
        ("Offener Betrag im Quartal: EUR 1.234,50", ["EUR 1.234,50"]),
        (
            "Leistung „GOZ 2080“ ist seit 3. Dezember 2026 um 14:30 Uhr gestrichen",
            ["GOZ 2080", "3. Dezember 2026 um 14:30 Uhr"],
        ),
        (
            "Feld \u201aZahn 36\u2018 leer, Plan »Nord« seit 30.11.2026 gesperrt",
            ["Zahn 36", "Nord", "30.11.2026"],
        ),
        ("Plan « Nord » weicht um 1.234,50 vom Befund ab", ["Nord", "1.234,50"]),
    ],
)
def test_a_draft_of_a_german_message_reads_its_own_values_from_its_example(
    loaded: Loaded, paste: str, texts: list[str]
) -> None:
    made = draft(loaded, paste)
    source = yaml_source.read("a.yml", made.text)
    entry = schema.entry(source, "xero", made.slug, types=loaded.catalogue.vocabulary.types)
    found = Matcher(match_index.build(make_catalogue(entry))).match(paste).findings[0]
    expect = entry.examples[0].expect
    assert found.outcome == "is"
    assert found.values == expect
    assert [*expect.values()] == texts
