"""What `errorbook` says of itself, and its commands `check`, `schema` and `lock`."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commands import Ran, Run
from conftest import MakeEntry, WriteErrors

import errorbook
from errorbook.cli.main import commands

SUMMARY = """\
Entries:     1 (active 1)
By system:   Xero 1
By evidence: reported 1
Messages:    1
Examples:    2, and 0 non-examples
First steps: 0 of 1 say where to click
Reviewed:    1 of 1
Paths:       1: words 6 (nine in ten 6, worst 6 in XERO-0001), steps 1 (nine in ten 1, worst 1 in \
XERO-0001), questions 0 (nine in ten 0, worst 0 in XERO-0001)
Inferred:    0 of 1 steps
Escapes:     0, 0 of them before the end of a path, entries with two or more: 0
Hints:       1 (errorbook check --hints shows them)
"""


@pytest.mark.parametrize(
    "command", [("check",), ("match", "it failed"), ("stale",), ("resolve", "."), ("triage", "tickets.csv")]
)
def test_a_catalogue_that_cannot_be_read_is_told_as_json_to_whoever_asks_for_it(
    run: Run, exported: Path, command: tuple[str, ...]
) -> None:
    (exported / "errors/xero/a.yml").write_text("a: &x 1\n", "utf-8")
    ran = run(*command, "--json")
    assert ran.code == 1
    assert [problem["what"] for problem in json.loads(ran.out)["problems"]] == ["uses a YAML anchor"]


@pytest.mark.usefixtures("folder")
class TestCheck:
    def test_a_sound_catalogue_is_counted(self, run: Run) -> None:
        assert run("check", "--today", "2026-11-22") == Ran(0, SUMMARY, "")

    def test_every_problem_is_one_line_and_a_line_counts_them(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        question = {"ask": "Is it paid in Xero?"}
        write_errors({"xero/a.yml": make_entry(resolution=[question]), "xero/b.yml": "a: &x 1\n"})
        ran = run("check")
        assert (ran.code, ran.err) == (1, "")
        assert ran.out.startswith(
            "errors/xero/a.yml:12:3: resolution[0].ask: has no answers. Add at least two\n"
            "errors/xero/b.yml:1:4: uses a YAML anchor. Write the value out where it is needed\n"
            "2 problems in 2 files\n"
            "Not checked until this is corrected: broken-relation, unshown-relation, "
        )

    def test_rules_about_the_whole_catalogue_are_checked(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        write_errors({"xero/b.yml": make_entry(id="XERO-0002")})
        ran = run("check")
        assert ran.code == 1
        assert "messages[0].text: is a message of XERO-0001 too" in ran.out
        assert "XERO-0002 is not in ids.lock" in ran.out

    def test_a_warning_is_shown_but_fails_only_a_strict_check(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        write_errors({"xero/a.yml": make_entry(references=None)})
        warning = (
            "errors/xero/a.yml:1:1: warning: references: name no source."
            " Add a reference, or the 'source' of a message\n1 problem in 1 file\n"
        )
        assert run("check") == Ran(0, warning + SUMMARY, "")
        assert run("check", "--strict") == Ran(1, warning + SUMMARY.splitlines(keepends=True)[-1], "")

    def test_hints_are_shown_on_request(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        write_errors({"xero/a.yml": make_entry(reviewed=None)})
        quiet = run("check", "--strict")
        assert (quiet.code, quiet.out.splitlines()[-1]) == (
            0,
            "Hints:       2 (errorbook check --hints shows them)",
        )
        assert run("check", "--hints").out.startswith("errors/xero/a.yml:1:1: hint: reviewed: is missing.")

    def test_a_review_is_due_by_the_day_given(self, run: Run) -> None:
        assert "was due for review on 2027-11-22" in run("check", "--today", "2028-01-01").out

    def test_guides_are_looked_up(self, run: Run, folder: Path, make_entry: MakeEntry) -> None:
        (folder / "xero/a.yml").write_text(make_entry(guides=["retry"]), "utf-8")
        guides = folder.parent / "content/guides"
        guides.mkdir(parents=True)
        assert "guides[0]: is 'retry', and there is no such guide" in run("check").out
        (guides / "retry.md").write_text("# Retry", "utf-8")
        assert run("check").code == 0

    def test_programs_get_problems_and_counts_as_json(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        write_errors({"xero/a.yml": make_entry(references=None)})
        read = json.loads(run("check", "--json").out)
        assert read["problems"] == [
            {
                "file": "errors/xero/a.yml",
                "line": 1,
                "column": 1,
                "field": "references",
                "what": "name no source",
                "fix": "Add a reference, or the 'source' of a message",
                "level": "warning",
                "rule": "no-source",
                "via": "",
            }
        ]
        assert read["coverage"]["entries"] == 1
        assert read["figures"]["paths"] == 1

    def test_broken_files_are_json_as_well(self, run: Run, write_errors: WriteErrors) -> None:
        write_errors({"xero/b.yml": "["})
        ran = run("check", "--json")
        assert ran.code == 1
        assert [problem["rule"] for problem in json.loads(ran.out)["problems"]] == ["yaml"]
        assert json.loads(ran.out)["coverage"] is None

    def test_a_folder_that_is_not_there_is_one_line(self, run: Run) -> None:
        assert run("check", "--errors", "nowhere") == Ran(
            1, "nowhere: is not a folder. Name the folder of the catalogue\n1 problem in 1 file\n", ""
        )


class TestSchema:
    def test_the_file_is_written_and_then_up_to_date(self, run: Run, folder: Path) -> None:
        late = "errors/{}.schema.json is out of date. Run 'errorbook schema' to write it.\n"
        assert run("schema", "--check") == Ran(1, "", late.format("entry") + late.format("block"))
        wrote = "Wrote errors/entry.schema.json\nWrote errors/block.schema.json\n"
        assert run("schema") == Ran(0, wrote, "")
        assert run("schema", "--check") == Ran(0, "", "")
        assert json.loads((folder / "entry.schema.json").read_text("utf-8"))["title"] == "Errorbook entry"
        assert json.loads((folder / "block.schema.json").read_text("utf-8"))["title"] == "Errorbook block"

    def test_an_editor_offers_the_names_of_the_shared_blocks(self, run: Run, folder: Path) -> None:
        (folder / "shared/blocks").mkdir(parents=True)
        (folder / "shared/blocks/retry.yml").write_text("about: It waits.\nsteps: [Retry it.]\n", "utf-8")
        assert run("schema").code == 0
        for name in ("entry", "block"):
            include = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))["$defs"]["Include"]
            assert include["properties"]["include"]["enum"] == ["retry"]

    @pytest.mark.usefixtures("folder")
    def test_a_folder_that_is_not_there_is_one_line(self, run: Run) -> None:
        assert run("schema", "--errors", "nowhere") == Ran(
            1, "", "errorbook: nowhere/entry.schema.json: No such file or directory\n"
        )


class TestLock:
    def test_new_ids_are_recorded_once(
        self, run: Run, folder: Path, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        write_errors({"xero/b.yml": make_entry(id="XERO-0002")})
        assert run("lock") == Ran(0, "Recorded 1 new in errors/ids.lock\n", "")
        assert run("lock") == Ran(0, "Nothing new\n", "")
        assert (folder / "ids.lock").read_text("utf-8").endswith("XERO-0001 xero/a\nXERO-0002 xero/b\n")

    def test_nothing_new_touches_no_file(self, run: Run, folder: Path) -> None:
        os.utime(folder / "ids.lock", (1, 1))
        assert run("lock").out == "Nothing new\n"
        assert (folder / "ids.lock").stat().st_mtime == 1

    def test_a_full_disk_leaves_the_ledger_as_it_was_and_is_told_with_its_name(
        self,
        run: Run,
        folder: Path,
        write_errors: WriteErrors,
        make_entry: MakeEntry,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        write_errors({"xero/b.yml": make_entry(id="XERO-0002")})
        before = (folder / "ids.lock").read_bytes()

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        told = "errorbook: errors/ids.lock: No space left on device\n"
        assert run("lock") == Ran(1, "", told)
        assert (folder / "ids.lock").read_bytes() == before
        assert [path.name for path in folder.iterdir() if path.suffix == ".tmp"] == []

    def test_a_ledger_without_a_count_is_counted(self, run: Run, folder: Path) -> None:
        (folder / "ids.lock").write_text("# ids\nXERO-0001 xero/a\n", "utf-8")
        assert "errors/ids.lock:1:1: does not say how many lines it has." in run("check").out
        assert run("lock").out == "Nothing new; counted and sorted the lines of errors/ids.lock\n"
        assert run("check").code == 0

    @pytest.mark.parametrize(
        "command", [("check",), ("lock",), ("new", "The widget broke", "--system", "xero")]
    )
    def test_an_emptied_ledger_is_no_fresh_start(
        self, command: tuple[str, ...], run: Run, folder: Path
    ) -> None:
        (folder / "ids.lock").write_text("", "utf-8")
        ran = run(*command)
        assert ran.code == 1
        assert "errors/ids.lock: is empty. Restore it from the file's history" in ran.out + ran.err
        assert (folder / "ids.lock").read_text("utf-8") == ""
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]

    def test_nothing_is_ever_removed(self, run: Run, folder: Path) -> None:
        (folder / "xero/a.yml").unlink()
        run("lock")
        assert "XERO-0001 xero/a" in (folder / "ids.lock").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_explains_itself_and_its_options(name: str, run: Run) -> None:
    help_text = run(name, "--help").out
    assert len(help_text.splitlines()) > 5
    options = [option for option in commands.commands[name].params if isinstance(option, click.Option)]
    bare = [option.name for option in options if not option.help]
    assert bare == []


def test_the_program_starts_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "errorbook", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"errorbook, version {errorbook.__version__}\n"
