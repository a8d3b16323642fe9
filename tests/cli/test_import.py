"""`errorbook import`: messages of another program become sound entries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run
from listing import CSV, DOOR, DOORS, MAPPING, bring, change

from errorbook.catalogue import reader

GETTEXT = r"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\nLanguage: de\n"

#. E100
#: src/a.c:7
#, c-format
msgid "%d file of %s is lost"
msgid_plural "%d files of %s are lost"
msgstr[0] "%d Datei von %s fehlt"
msgstr[1] "%d Dateien von %s fehlen"
"""


def test_each_row_becomes_an_entry_that_is_sound_and_found(run: Run, empty: Path) -> None:
    assert bring(run) == (0, "Wrote 3 of 3 records.\n", "")
    assert sorted(path.name for path in (empty / "typescript").iterdir()) == [
        "0-expected.yml",
        "expression-expected-x.yml",
        "type-0-is-not-assignable-to-type-1.yml",
    ]
    entries = reader.load(empty).entries
    assert [(entry.id, entry.messages[0].text, entry.examples[0].paste) for entry in entries] == [
        ("TS1005", "'{value0}' expected.", "'alpha' expected."),
        ("TS1109", "Expression expected, {x}.", "Expression expected, alpha."),
        (
            "TS2322",
            "Type '{value0}' is not assignable to type '{value1}'.",
            "Type 'alpha' is not assignable to type 'bravo'.",
        ),
    ]
    checked = run("check")
    assert (checked.code, "warning" in checked.err) == (0, False)
    assert "This is TS1005" in run("match", "src/x.ts(3,4): error TS1005: ';' expected.").out


def test_a_second_time_only_what_is_new_is_written(run: Run, empty: Path) -> None:
    assert bring(run, "list.csv", "--dry-run")[:2] == (0, "Would write 3 of 3 records.\n")
    assert not (empty / "typescript").exists()
    bring(run)
    Path("list.csv").write_text(CSV.replace("is not", "is never") + "7006,Parameter is any\n", "utf-8")
    assert bring(run)[:2] == (
        0,
        "Wrote 1 of 4 records.\n2 are there already.\n1 is there with other messages: TS2322\n",
    )


NUMBERED = """
system: line
holes: "%s"
entry:
  title: $Machine stopped
  codes: [{system: line, code: $Code}]
  messages: [$Message]
  causes: [The $Machine says so.]
  resolution: [Look at Line 3.]
"""


def test_a_list_without_ids_gets_numbers_and_is_known_again(run: Run, empty: Path) -> None:
    (empty / "catalogue.yml").write_text(
        "name: faults\nsystems: {line: {name: Line 3, prefix: LINE}}\n", "utf-8"
    )
    Path("mapping.yml").write_text(NUMBERED, "utf-8")
    rows = "Code,Machine,Message\nE-417/A,Filler,Valve %s stuck\nE-417/B,Filler,No bottles for %d s\n"
    Path("list.csv").write_text(rows, "utf-8")
    assert bring(run) == (0, "Wrote 2 of 2 records.\n", "")
    entries = reader.load(empty).entries
    assert [(entry.id, entry.codes[0].code, entry.messages[0].text) for entry in entries] == [
        ("LINE-0001", "E-417/A", "Valve {value0} stuck"),
        ("LINE-0002", "E-417/B", "No bottles for {value0} s"),
    ]
    Path("list.csv").write_text(f"{rows.replace('Valve', 'A valve')},Capper,Guard %d open\n", "utf-8")
    assert bring(run)[1] == (
        "Wrote 1 of 3 records.\n1 is there already.\n1 is there with other messages: LINE-0001\n"
    )
    assert reader.load(empty).entries[-1].id == "LINE-0003"


def test_each_row_has_the_values_of_its_own_holes(run: Run, empty: Path) -> None:
    change('holes: "{0}"', 'holes: "{name}"')
    values = "values: {code: {type: code, label: error code}, place: {type: text, label: place}}"
    change("  causes:", f"  {values}\n  causes:")
    rows = "1,Rejected by the bank ({code})\n2,{file} is not in {place}\n3,Nothing to do\n"
    Path("list.csv").write_text(f"code,message\n{rows}", "utf-8")
    assert bring(run) == (0, "Wrote 3 of 3 records.\n", "")
    declared = [
        {name: value.label for name, value in entry.values.items()} for entry in reader.load(empty).entries
    ]
    assert declared == [{"code": "error code"}, {"place": "place", "file": "file"}, {}]
    change("code: {type: code", "number: {type: code")
    Path("list.csv").write_text(f"code,message\n{rows.replace('1,', '4,')}", "utf-8")
    code, _, told = bring(run)
    assert (code, told.splitlines()[0]) == (
        1,
        "mapping.yml:10:12: entry.values.number: is a hole of no message in the list."
        " Remove it, or correct its name",
    )


def test_messages_of_gettext_need_no_ids(run: Run, empty: Path) -> None:
    Path("de.po").write_text(GETTEXT, "utf-8")
    change("  id: TS$code\n", "")
    change("  codes: [{system: typescript, code: TS$code}]\n", "")
    mapped = Path("mapping.yml").read_text("utf-8").replace('"{0}"', '"%s"').replace("$message", "$msgid")
    Path("mapping.yml").write_text(mapped.partition("pastes")[0].replace("$code", "$comment"), "utf-8")
    assert bring(run, "de.po") == (0, "Wrote 1 of 1 record.\n", "")
    assert bring(run, "de.po")[1] == "Wrote 0 of 1 record.\n1 is there already.\n"
    assert [entry.id for entry in reader.load(empty).entries] == ["TS-0001"]


def test_codes_that_are_ids_here_need_not_be_told_twice(run: Run, empty: Path) -> None:
    change("  id: TS$code\n", "")
    assert bring(run)[:2] == (0, "Wrote 3 of 3 records.\n")
    assert {entry.id for entry in reader.load(empty).entries} == {"TS1005", "TS1109", "TS2322"}


def test_addresses_spell_out_what_has_no_plain_letter(run: Run, empty: Path) -> None:
    listed = Path("list.csv").read_text("utf-8").replace("Expression expected", "Größe überschritten")
    Path("list.csv").write_text(listed, "utf-8")
    assert bring(run)[0] == 0
    assert [path.name for path in (empty / "typescript").glob("gr*")] == ["groesse-ueberschritten-x.yml"]


@pytest.mark.parametrize("start", ["sep=;\n", '\ufeff"sep=;"\r\n'])
def test_a_first_line_that_says_the_separator_is_no_row(start: str, run: Run, empty: Path) -> None:
    rows = "code;message\n7;One, two, three, four are lost\n"
    Path("list.csv").write_text(f"{start}{rows}", "utf-8")
    assert bring(run) == (0, "Wrote 1 of 1 record.\n", "")
    Path("list.csv").write_text(f"{start}{rows}8;Five;six\n", "utf-8")
    assert bring(run)[2].startswith("list.csv:4:1: has 3 cells, and there are 2 columns. ")


def test_many_entries_may_share_files(run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("errorbook.cli.importing.TOGETHER", 2)
    change("slug: $message", "slug: $message\nfile: all")
    assert bring(run)[0] == 0
    assert sorted(path.name for path in (empty / "typescript").iterdir()) == ["all-1.yml", "all-2.yml"]
    assert len(reader.load(empty).entries) == 3


def test_json_is_read_as_a_list_or_by_key_in_whatever_place(run: Run, empty: Path) -> None:
    listed = {
        "data": {
            "errors": [{"code": 2322, "status": {"since": "5.0"}, "message": ["One failed", "Two failed"]}]
        }
    }
    Path("list.json").write_text(json.dumps(listed), "utf-8")
    change("slug: $message\n", "slug: $code\nrecords: data.errors\n")
    change("  causes:", '  since: "${status.since}"\n  causes:')
    assert bring(run, "list.json")[0] == 0
    (entry,) = reader.load(empty).entries
    assert ([message.text for message in entry.messages], entry.since) == (
        ["One failed", "Two failed"],
        "5.0",
    )
    Path("keyed.json").write_text(json.dumps({"18048": "It is possibly null"}), "utf-8")
    Path("mapping.yml").write_text(MAPPING.replace("$code", "$key").replace("$message", "$value"), "utf-8")
    assert bring(run, "keyed.json")[:2] == (0, "Wrote 1 of 1 record.\n")


def test_a_catalogue_of_gettext_gives_messages_their_plurals_and_translations(run: Run, empty: Path) -> None:
    Path("de.po").write_text(GETTEXT, "utf-8")
    Path("mapping.yml").write_text(
        MAPPING.replace('"{0}"', '"%s"')
        .replace("TS$code", "$comment")
        .replace("[$message]", "[$msgid, $msgid_plural, $msgstr]")
        .replace("slug: $message", "slug: $msgid")
        .replace("$code", "$comment"),
        "utf-8",
    )
    assert bring(run, "de.po") == (0, "Wrote 1 of 1 record.\n", "")
    (entry,) = reader.load(empty).entries
    assert [message.text for message in entry.messages] == [
        "{value0} file of {value1} is lost",
        "{value0} files of {value1} are lost",
        "{value0} Datei von {value1} fehlt",
        "{value0} Dateien von {value1} fehlen",
    ]
    assert entry.id == "E100"


def test_a_column_of_the_messages_is_filled_in_pastes_whatever_it_is_called(run: Run, empty: Path) -> None:
    Path("mapping.yml").write_text(DOORS, "utf-8")
    Path("list.csv").write_text(DOOR, "utf-8")
    assert bring(run) == (0, "Wrote 1 of 1 record.\n", "")
    (entry,) = reader.load(empty).entries
    assert [example.paste for example in entry.examples] == [
        "Door 4 did not close within 9 s",
        "2026-11-02 07:12 CAR2 17 Door 4 did not close within 9 s",
    ]


def test_what_a_record_lacks_leaves_its_field_out(run: Run, empty: Path) -> None:
    Path("list.csv").write_text("code,message,since,alias\n1,One is lost,,\n2,Two is lost,5.0,two\n", "utf-8")
    change("  causes:", "  since: $since\n  aliases: [$alias, lost]\n  causes:")
    assert bring(run)[0] == 0
    assert [(entry.since, entry.aliases) for entry in reader.load(empty).entries] == [
        (None, ("lost",)),
        ("5.0", ("two", "lost")),
    ]
