"""`errorbook import`: what can become no entry is told, and nothing else is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run
from listing import CSV, DOOR, DOORS, bring, change


def test_half_a_character_in_json_is_told_and_the_other_records_are_written(run: Run, empty: Path) -> None:
    listed = [{"code": "1", "message": "It is \ud800 lost"}, {"code": "2", "message": "It is found"}]
    Path("list.json").write_text(json.dumps(listed), "utf-8")
    code, out, err = bring(run, "list.json")
    assert (code, out.splitlines()[0]) == (1, "Wrote 1 of 2 records.")
    assert err.splitlines()[0] == (
        "list.json: [0]: has half of a character (U+D800). Remove it, or export the file again"
    )


def test_an_example_with_a_hole_left_in_it_is_told(run: Run, empty: Path) -> None:
    Path("list.csv").write_text(DOOR, "utf-8")
    Path("mapping.yml").write_text(DOORS.replace("CAR2 $Code", "$Advice;"), "utf-8")
    assert bring(run, "list.csv", "--dry-run") == (
        0,
        "Would write 1 of 1 record.\n"
        "1 has an example with a hole left in it, as"
        " '2026-11-02 07:12 Push {0}; Door 4 did not close within 9 s';"
        " in 'pastes', write $message, or a column of 'messages': their holes are filled.\n",
        "",
    )


def test_what_is_wrong_with_many_records_is_counted_by_the_field(run: Run, empty: Path) -> None:
    rows = "1,One is lost,,Look for {1}\n2,Two is lost,Wait.,Look for {1}\n3,All is lost,Wait.,Look.\n"
    Path("list.csv").write_text(f"code,message,First,Then\n{rows}", "utf-8")
    change("  resolution: [", "  resolution: [$First, $Then, ")
    code, out, err = bring(run)
    assert (code, out) == (1, "Wrote 1 of 3 records.\n")
    assert err.splitlines()[-2:] == [
        "Could not be expressed:",
        "       2  resolution.do: has a hole with the bad name '1'",
    ]


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
def test_a_sample_that_fills_nothing_is_refused(run: Run, empty: Path, old: str, new: str, told: str) -> None:
    Path("list.csv").write_text(DOOR, "utf-8")
    Path("mapping.yml").write_text(DOORS.replace(old, new), "utf-8")
    code, _, err = bring(run)
    assert (code, told in err) == (1, True), err
    assert not (empty / "typescript").exists()


def test_a_dry_run_tells_what_the_catalogue_does_not_list(run: Run, empty: Path) -> None:
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


def test_records_that_can_be_no_entry_are_told_and_the_others_written(run: Run, empty: Path) -> None:
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
        "       1  id: TS1109 is an id already",
        "       1  id: is not an id",
        "       1  id: is missing",
        "       1  title: is missing",
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
def test_a_mapping_that_cannot_be_is_told_once(run: Run, empty: Path, old: str, new: str, told: str) -> None:
    change(old, new)
    code, out, err = bring(run)
    assert (code, out) == (1, "")
    assert told in err
    assert err.count(told) == 1
    assert not (empty / "typescript").exists()


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
    run: Run, empty: Path, file: str, text: str | None, told: str
) -> None:
    if text is not None:
        Path(file).write_text(text, "utf-8")
    code, out, err = bring(run, file)
    assert (code, out) == (1, "")
    assert told in err
    assert "Traceback" not in err
