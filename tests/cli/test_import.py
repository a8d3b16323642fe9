"""`errorbook import`: messages of another program become sound entries, and what cannot is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run
from conftest import WriteErrors

from errorbook.catalogue import reader

CATALOGUE = """
name: errors
holes: "{0}"
systems:
  typescript: {name: TypeScript, prefix: TS, ids: codes}
"""
MAPPING = """
system: typescript
holes: "{0}"
slug: $message
entry:
  id: TS$code
  title: TypeScript's error $code
  codes: [{system: typescript, code: TS$code}]
  messages: [$message]
  causes: [The code breaks a rule.]
  resolution: [Open the line in TypeScript.]
  references: [{title: The list, url: "https://example.com/list"}]
pastes:
  - "$message"
  - "a.ts(1,2): error TS$code: $message"
"""
CSV = """code,message
2322,Type '{0}' is not assignable to type '{1}'.
1005,'{0}' expected.
1109,"Expression expected, {x}."
"""
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


@pytest.fixture
def folder(write_errors: WriteErrors, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue without an entry, and a mapping beside it; their folder is the working folder."""
    folder = write_errors({"catalogue.yml": CATALOGUE})
    monkeypatch.chdir(folder.parent)
    Path("mapping.yml").write_text(MAPPING, "utf-8")
    Path("list.csv").write_text(CSV, "utf-8")
    return folder


def bring(run: Run, file: str = "list.csv", *more: str) -> tuple[int | str | None, str, str]:
    ran = run("import", file, "--mapping", "mapping.yml", *more)
    return ran.code, ran.out, ran.err


def change(old: str, new: str) -> None:
    text = Path("mapping.yml").read_text("utf-8")
    assert old in text
    Path("mapping.yml").write_text(text.replace(old, new), "utf-8")


def test_each_row_becomes_an_entry_that_is_sound_and_found(run: Run, folder: Path) -> None:
    assert bring(run) == (0, "Wrote 3 of 3 records.\n", "")
    assert sorted(path.name for path in (folder / "typescript").iterdir()) == [
        "0-expected.yml",
        "expression-expected-x.yml",
        "type-0-is-not-assignable-to-type-1.yml",
    ]
    entries = reader.load(folder).entries
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


def test_a_second_time_only_what_is_new_is_written(run: Run, folder: Path) -> None:
    assert bring(run, "list.csv", "--dry-run")[:2] == (0, "Would write 3 of 3 records.\n")
    assert not (folder / "typescript").exists()
    bring(run)
    Path("list.csv").write_text(CSV.replace("is not", "is never") + "7006,Parameter is any\n", "utf-8")
    assert bring(run)[:2] == (
        0,
        "Wrote 1 of 4 records.\n2 are there already.\n1 are there with other messages: TS2322\n",
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


def test_a_list_without_ids_gets_numbers_and_is_known_again(run: Run, folder: Path) -> None:
    (folder / "catalogue.yml").write_text(
        "name: faults\nsystems: {line: {name: Line 3, prefix: LINE}}\n", "utf-8"
    )
    Path("mapping.yml").write_text(NUMBERED, "utf-8")
    rows = "Code,Machine,Message\nE-417/A,Filler,Valve %s stuck\nE-417/B,Filler,No bottles for %d s\n"
    Path("list.csv").write_text(rows, "utf-8")
    assert bring(run) == (0, "Wrote 2 of 2 records.\n", "")
    entries = reader.load(folder).entries
    assert [(entry.id, entry.codes[0].code, entry.messages[0].text) for entry in entries] == [
        ("LINE-0001", "E-417/A", "Valve {value0} stuck"),
        ("LINE-0002", "E-417/B", "No bottles for {value0} s"),
    ]
    Path("list.csv").write_text(f"{rows.replace('Valve', 'A valve')},Capper,Guard %d open\n", "utf-8")
    assert bring(run)[1] == (
        "Wrote 1 of 3 records.\n1 are there already.\n1 are there with other messages: LINE-0001\n"
    )
    assert reader.load(folder).entries[-1].id == "LINE-0003"


def test_messages_of_gettext_need_no_ids(run: Run, folder: Path) -> None:
    Path("de.po").write_text(GETTEXT, "utf-8")
    change("  id: TS$code\n", "")
    change("  codes: [{system: typescript, code: TS$code}]\n", "")
    mapped = Path("mapping.yml").read_text("utf-8").replace('"{0}"', '"%s"').replace("$message", "$msgid")
    Path("mapping.yml").write_text(mapped.partition("pastes")[0].replace("$code", "$comment"), "utf-8")
    assert bring(run, "de.po") == (0, "Wrote 1 of 1 records.\n", "")
    assert bring(run, "de.po")[1] == "Wrote 0 of 1 records.\n1 are there already.\n"
    assert [entry.id for entry in reader.load(folder).entries] == ["TS-0001"]


def test_codes_that_are_ids_here_need_not_be_told_twice(run: Run, folder: Path) -> None:
    change("  id: TS$code\n", "")
    assert bring(run)[:2] == (0, "Wrote 3 of 3 records.\n")
    assert {entry.id for entry in reader.load(folder).entries} == {"TS1005", "TS1109", "TS2322"}


def test_many_entries_may_share_files(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("errorbook.cli.importing.TOGETHER", 2)
    change("slug: $message", "slug: $message\nfile: all")
    assert bring(run)[0] == 0
    assert sorted(path.name for path in (folder / "typescript").iterdir()) == ["all-1.yml", "all-2.yml"]
    assert len(reader.load(folder).entries) == 3


def test_half_a_character_in_json_is_told_and_the_other_records_are_written(run: Run, folder: Path) -> None:
    listed = [{"code": "1", "message": "It is \ud800 lost"}, {"code": "2", "message": "It is found"}]
    Path("list.json").write_text(json.dumps(listed), "utf-8")
    code, out, err = bring(run, "list.json")
    assert (code, out.splitlines()[0]) == (1, "Wrote 1 of 2 records.")
    assert err.splitlines()[0] == (
        "list.json: [0]: has half of a character (U+D800). Remove it, or export the file again"
    )


def test_json_is_read_as_a_list_or_by_key_in_whatever_place(run: Run, folder: Path) -> None:
    listed = {
        "data": {
            "errors": [{"code": 2322, "status": {"since": "5.0"}, "message": ["One failed", "Two failed"]}]
        }
    }
    Path("list.json").write_text(json.dumps(listed), "utf-8")
    change("slug: $message\n", "slug: $code\nrecords: data.errors\n")
    change("  causes:", '  since: "${status.since}"\n  causes:')
    assert bring(run, "list.json")[0] == 0
    (entry,) = reader.load(folder).entries
    assert ([message.text for message in entry.messages], entry.since) == (
        ["One failed", "Two failed"],
        "5.0",
    )
    Path("keyed.json").write_text(json.dumps({"18048": "It is possibly null"}), "utf-8")
    Path("mapping.yml").write_text(MAPPING.replace("$code", "$key").replace("$message", "$value"), "utf-8")
    assert bring(run, "keyed.json")[:2] == (0, "Wrote 1 of 1 records.\n")


def test_a_catalogue_of_gettext_gives_messages_their_plurals_and_translations(run: Run, folder: Path) -> None:
    Path("de.po").write_text(GETTEXT, "utf-8")
    Path("mapping.yml").write_text(
        MAPPING.replace('"{0}"', '"%s"')
        .replace("TS$code", "$comment")
        .replace("[$message]", "[$msgid, $msgid_plural, $msgstr]")
        .replace("slug: $message", "slug: $msgid")
        .replace("$code", "$comment"),
        "utf-8",
    )
    assert bring(run, "de.po") == (0, "Wrote 1 of 1 records.\n", "")
    (entry,) = reader.load(folder).entries
    assert [message.text for message in entry.messages] == [
        "{value0} file of {value1} is lost",
        "{value0} files of {value1} are lost",
        "{value0} Datei von {value1} fehlt",
        "{value0} Dateien von {value1} fehlen",
    ]
    assert entry.id == "E100"


DOORS = """
system: typescript
holes: "{0}"
slug: $Message
entry:
  codes: [{system: typescript, code: TS$Code}]
  title: Door error $Code
  messages: [$Message]
  causes: [A door is open.]
  resolution: [Open the line in TypeScript.]
pastes: ["$Message", "2026-11-02 07:12 CAR2 $Code $Message"]
samples: {value0: "4", value1: "9"}
"""
DOOR = "Code,Message,Advice\n17,Door {0} did not close within {1} s,Push {0}\n"


def test_a_column_of_the_messages_is_filled_in_pastes_whatever_it_is_called(run: Run, folder: Path) -> None:
    Path("mapping.yml").write_text(DOORS, "utf-8")
    Path("list.csv").write_text(DOOR, "utf-8")
    assert bring(run) == (0, "Wrote 1 of 1 records.\n", "")
    (entry,) = reader.load(folder).entries
    assert [example.paste for example in entry.examples] == [
        "Door 4 did not close within 9 s",
        "2026-11-02 07:12 CAR2 17 Door 4 did not close within 9 s",
    ]


def test_an_example_with_a_hole_left_in_it_is_told(run: Run, folder: Path) -> None:
    Path("list.csv").write_text(DOOR, "utf-8")
    Path("mapping.yml").write_text(DOORS.replace("CAR2 $Code", "$Advice;"), "utf-8")
    assert bring(run, "list.csv", "--dry-run") == (
        0,
        "Would write 1 of 1 records.\n"
        "1 have an example with a hole left in it, as"
        " '2026-11-02 07:12 Push {0}; Door 4 did not close within 9 s';"
        " in 'pastes', write $message, or a column of 'messages': their holes are filled.\n",
        "",
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "value1:",
            "value2:",
            "mapping.yml:12:24: samples.value2: fills no hole of the messages in pastes."
            " Write one of: value0, value1",
        ),
        ("pastes", "#", "mapping.yml:12:1: samples: fill pastes, and there are none. Add pastes, or remove"),
    ],
)
def test_a_sample_that_fills_nothing_is_refused(
    run: Run, folder: Path, old: str, new: str, told: str
) -> None:
    Path("list.csv").write_text(DOOR, "utf-8")
    Path("mapping.yml").write_text(DOORS.replace(old, new), "utf-8")
    code, _, err = bring(run)
    assert (code, told in err) == (1, True), err
    assert not (folder / "typescript").exists()


def test_a_dry_run_tells_what_the_catalogue_does_not_list(run: Run, folder: Path) -> None:
    change("  causes:", "  severity: bad\n  causes:")
    code, out, err = bring(run, "list.csv", "--dry-run")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "mapping.yml:5:1: entry: severity: is 'bad', which catalogue.yml does not list."
        " Write one of: blocks-all, blocks-one, warning, info",
        "1 problem in 1 file",
    ]
    change("severity: bad", "severity: $Level")
    Path("list.csv").write_text("code,message,Level\n1,One is lost,bad\n2,Two is lost,warning\n", "utf-8")
    code, out, err = bring(run, "list.csv", "--dry-run")
    assert (code, out) == (1, "Would write 1 of 2 records.\n")
    assert err.startswith("list.csv:2:1: severity: is 'bad', which catalogue.yml does not list.")


def test_what_a_record_lacks_leaves_its_field_out(run: Run, folder: Path) -> None:
    Path("list.csv").write_text("code,message,since,alias\n1,One is lost,,\n2,Two is lost,5.0,two\n", "utf-8")
    change("  causes:", "  since: $since\n  aliases: [$alias, lost]\n  causes:")
    assert bring(run)[0] == 0
    assert [(entry.since, entry.aliases) for entry in reader.load(folder).entries] == [
        (None, ("lost",)),
        ("5.0", ("two", "lost")),
    ]


def test_records_that_can_be_no_entry_are_told_and_the_others_written(run: Run, folder: Path) -> None:
    Path("list.csv").write_text(f"{CSV}1109,Again\nx y,No id\n,No code\n", "utf-8")
    code, out, err = bring(run)
    assert (code, out) == (1, "Wrote 3 of 6 records.\n")
    assert err.splitlines() == [
        "list.csv:5:1: id: TS1109 is an id already. Give each record an id of its own",
        "list.csv:6:1: id: is not an id."
        " Write a prefix and digits, such as SHOP-0031, or a native code: TS2322, 42P01",
        "list.csv:7:1: id: is missing. Add it",
        "list.csv:7:1: title: is missing. Add it",
        "4 problems in 1 file",
        "Could not be expressed:",
        "       2  is missing",
        "       1  TS1109 is an id already",
        "       1  is not an id",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("system: typescript\n", "system: xero\n", "mapping.yml:2:1: system: is 'xero', which"),
        ("TS$code\n", "TS$cod\n", "mapping.yml:5:1: entry: names the column 'cod'. Did you mean 'code'?"),
        ("slug: $message", "slug: $5", "mapping.yml:4:1: slug: has a '$' that names no column ($5). "),
        ("slug: $message", "only: {kind: Error}", "mapping.yml:4:8: only.kind: is no column. "),
        ('holes: "{0}"', 'holes: "{1}"', "mapping.yml:3:1: holes: is not one of the choices."),
        ("  causes:", "  cause:", "mapping.yml:5:1: entry: cause: is not a field. Did you mean 'causes'?"),
        ("[$message]", "$message", "mapping.yml:5:1: entry: messages: is not a list. Write a list"),
        ("slug: $message", "records: a", "list.csv: has no place inside. Leave 'records' out of the mapping"),
        ("entry:", "entri:", "mapping.yml:5:1: entri: is not a field."),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_be_is_told_once(run: Run, folder: Path, old: str, new: str, told: str) -> None:
    change(old, new)
    code, out, err = bring(run)
    assert (code, out) == (1, "")
    assert told in err
    assert err.count(told) == 1
    assert not (folder / "typescript").exists()


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("list.csv", "", "list.csv: has no record."),
        ("list.csv", "code,code\n1,2\n", "list.csv:1:1: has the column 'code' twice."),
        ("list.csv", "code,message\n1,a,b\n", "list.csv:2:1: has 3 cells, and there are 2 columns."),
        ("list.csv", 'code,message\n1,"a\n', "list.csv:2:1: is not CSV (unexpected end of data)."),
        ("list.json", "{", "list.json:1:2: is not JSON ("),
        ("list.json", "3", "list.json: holds no list of records."),
        ("list.json", "[" * 900, "list.json: is not JSON (nested deeper than 200 levels)."),
        ("list.po", "msgstr\n", "list.po: holds no message of gettext. Check it with gettext: msgfmt"),
        ("list.po", 'msgid "a"\nmsgstr "b"\nx\n', "list.po:3:1: is not a catalogue of gettext ("),
        ("list.xml", "<a/>", "list.xml: is of no kind that can be read. Name a file that ends in .csv,"),
        ("none.csv", None, "none.csv: cannot be read (No such file or directory)."),
    ],
)
def test_a_file_that_is_no_list_is_told(
    run: Run, folder: Path, file: str, text: str | None, told: str
) -> None:
    if text is not None:
        Path(file).write_text(text, "utf-8")
    code, out, err = bring(run, file)
    assert (code, out) == (1, "")
    assert told in err
    assert "Traceback" not in err
