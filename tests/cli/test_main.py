import errno
import io
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from conftest import MakeEntry, WriteErrors

import errorbook
from errorbook.cli.main import commands, main
from errorbook.site.export import Exported

PASTE = "Payment of 12.50 exceeds the amount outstanding on this document"
SUMMARY = """\
Entries:     1 (active 1)
By system:   Xero 1
By evidence: reported 1
Messages:    1
Examples:    2, and 0 non-examples
Reviewed:    1 of 1
"""


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as a shell would, with a text as standard input."""

    def call(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        return Ran(ended.value.code, printed.out, printed.err)

    return call


@pytest.fixture
def folder(write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one sound entry; its parent is the working folder."""
    folder = write_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry()})
    monkeypatch.chdir(folder.parent)
    return folder


@pytest.mark.usefixtures("folder")
class TestCheck:
    def test_a_sound_catalogue_is_counted(self, run: Run) -> None:
        assert run("check", "--today", "2026-11-22") == Ran(0, SUMMARY, "")

    def test_every_problem_is_one_line_and_the_last_line_counts(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        question = {"ask": "Is it paid in Xero?"}
        write_errors({"xero/a.yml": make_entry(resolution=[question]), "xero/b.yml": "a: &x 1\n"})
        assert run("check") == Ran(
            1,
            "errors/xero/a.yml:12:3: resolution[0].ask: has no answers. Add at least two\n"
            "errors/xero/b.yml:1:4: uses a YAML anchor. Write the value out where it is needed\n"
            "2 problems in 2 files\n",
            "",
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
        assert run("check", "--strict") == Ran(1, warning, "")

    def test_hints_are_shown_on_request(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        write_errors({"xero/a.yml": make_entry(reviewed=None)})
        quiet = run("check", "--strict")
        assert (quiet.code, quiet.out.splitlines()[-1]) == (
            0,
            "Hints:       1 (errorbook check --hints shows them)",
        )
        assert run("check", "--hints").out.startswith("errors/xero/a.yml:1:1: hint: reviewed: is missing.")

    def test_a_review_is_due_by_the_day_given(self, run: Run) -> None:
        assert "was due for review on 2027-11-22" in run("check", "--today", "2028-01-01").out

    def test_guides_are_looked_up(self, run: Run, folder: Path, make_entry: MakeEntry) -> None:
        (folder / "xero/a.yml").write_text(make_entry(guides=["retry"]), "utf-8")
        guides = folder.parent / "guides"
        guides.mkdir()
        assert "guides[0]: is 'retry', and there is no such guide" in run("check", "--guides", "guides").out
        (guides / "retry.md").write_text("# Retry", "utf-8")
        assert run("check", "--guides", "guides").code == 0

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
            }
        ]
        assert read["coverage"]["entries"] == 1

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


@pytest.mark.usefixtures("folder")
class TestMatch:
    def test_what_is_found_is_told(self, run: Run) -> None:
        ran = run("match", PASTE)
        assert ran.code == 0
        assert ran.out.startswith(
            "This is XERO-0001: The payment is larger than the amount due\ne/XERO-0001/\n"
        )

    def test_what_is_not_found_is_told_and_ends_with_1(self, run: Run) -> None:
        ran = run("match", "The weather is fine")
        assert (ran.code, ran.out.splitlines()[0]) == (1, "We don't know this error.")

    def test_the_text_may_come_from_standard_input_or_a_file(self, run: Run, folder: Path) -> None:
        expected = run("match", PASTE)
        (folder.parent / "paste.txt").write_text(PASTE, "utf-8")
        assert run("match", "-", stdin=PASTE) == expected
        assert run("match", "--file", "paste.txt") == expected
        assert run("match", "--file", "-", stdin=PASTE) == expected

    def test_bytes_that_are_no_text_do_no_harm(self, run: Run, folder: Path) -> None:
        (folder.parent / "paste.txt").write_bytes(b"\xff\xfe\x00 " + PASTE.encode())
        assert run("match", "--file", "paste.txt").code == 0

    def test_permalinks_start_with_the_site(self, run: Run) -> None:
        assert (
            "\nhttps://example.com/help/e/XERO-0001/\n"
            in run("match", PASTE, "--site", "https://example.com/help/").out
        )

    def test_programs_get_the_result_as_json(self, run: Run) -> None:
        read = json.loads(run("match", "--json", PASTE).out)
        (finding,) = read["findings"]
        assert finding["url"] == "e/XERO-0001/"
        assert (finding["id"], finding["outcome"], finding["values"]) == (
            "XERO-0001",
            "is",
            {"amount": "12.50"},
        )
        assert finding["spans"] == [[0, 10, ""], [11, 16, "amount"], [17, 64, ""]]
        assert (finding["count"], read["unknown"]) == (1, [])

    def test_json_says_what_is_unknown_and_ends_with_1(self, run: Run) -> None:
        ran = run("match", "--json", "The weather is fine")
        assert (ran.code, json.loads(ran.out)["unknown"]) == (1, ["The weather is fine"])

    def test_a_description_is_no_finding_but_gets_suggestions(self, run: Run) -> None:
        ran = run("match", "--json", "in Xero our payment was larger than the amount due")
        told = json.loads(ran.out)
        assert (ran.code, told["findings"]) == (1, [])
        (suggestion,) = told["suggestions"]
        assert (suggestion["id"], suggestion["url"]) == ("XERO-0001", "e/XERO-0001/")
        assert suggestion["outcome"] in ("describes", "perhaps")
        assert json.loads(run("match", "--json", PASTE).out)["suggestions"] == []

    def test_many_texts_give_one_result_a_line(self, run: Run) -> None:
        lines = [json.dumps(PASTE), "", json.dumps({"text": "The weather is fine", "ticket": 7})]
        ran = run("match", "--json", "--lines", "-", stdin="\n".join(lines))
        assert ran.code == 0
        assert [len(json.loads(line)["findings"]) for line in ran.out.splitlines()] == [1, 0]

    @pytest.mark.parametrize("line", ["not json", "7", '{"txt": "a"}', "null", "[" * 9999])
    def test_a_line_that_is_no_text_is_told_in_its_place(self, line: str, run: Run) -> None:
        ran = run("match", "--json", "--lines", "-", stdin=f"{line}\n{json.dumps(PASTE)}\n")
        first, second = map(json.loads, ran.out.splitlines())
        assert ran.code == 1
        assert first == {"error": 'is neither a JSON string nor an object with "text"'}
        assert len(second["findings"]) == 1

    def test_a_match_is_explained(self, run: Run) -> None:
        ran = run("match", "--explain", PASTE)
        assert ran.code == 0
        assert "\nWords 1 to 11: This is XERO-0001, wording 1\n" in ran.out
        read = json.loads(run("match", "--explain", "--json", "The weather is fine").out)
        assert list(read) == ["words", "places", "result"]

    def test_half_a_character_does_no_harm(self, run: Run) -> None:
        ran = run("match", "--json", "--lines", "-", stdin='"\\ud800 lone"')
        assert json.loads(ran.out)["unknown"] == ["\ufffd lone"]
        assert run("match", "\udcff lone").code == 1

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ((), "Give one text: as an argument, with --file, or - for standard input."),
            (("a", "--file", "-"), "Give one text: as an argument, with --file, or - for standard input."),
            ((" ",), "The text is empty."),
            (("--lines", "-"), "--lines needs --json."),
            (
                ("--json", "--explain", "--lines", "-"),
                "--explain explains one text: leave --lines out.",
            ),
        ],
    )
    def test_a_command_without_one_text_is_not_understood(
        self, arguments: tuple[str, ...], complaint: str, run: Run
    ) -> None:
        ran = run("match", *arguments)
        assert (ran.code, ran.err.splitlines()[-1]) == (2, f"Error: {complaint}")

    def test_a_broken_catalogue_is_reported_without_a_traceback(
        self, run: Run, write_errors: WriteErrors
    ) -> None:
        write_errors({"xero/b.yml": ""})
        assert run("match", PASTE) == Ran(
            1,
            "",
            "errors/xero/b.yml:1:1: is empty. Start with 'id: …' at the left margin\n1 problem in 1 file\n",
        )


class TestNew:
    def test_a_file_is_written_recorded_and_announced(self, run: Run, folder: Path) -> None:
        ran = run("new", "Item code 'TB-104' is not valid", "--system", "xero")
        assert ran.code == 0
        assert ran.out.splitlines()[0] == (
            "Wrote errors/xero/item-code-not-valid.yml (XERO-0002)."
            " Fill in what says TODO, then run 'errorbook check'."
        )
        assert (folder / "ids.lock").read_text("utf-8").splitlines()[1:] == [
            "XERO-0001 xero/a",
            "XERO-0002 xero/item-code-not-valid",
        ]
        assert (folder / "xero/item-code-not-valid.yml").exists()

    def test_check_lists_what_is_left_to_do(self, run: Run, folder: Path) -> None:
        run("new", "Item code 'TB-104' is not valid", "--system", "xero")
        report = run("check").out
        problems = report.partition("7 problems in 1 file")[0].splitlines()
        assert [line for line in problems if "item-code-not-valid.yml" not in line] == []
        assert "summary: still says TODO" in report
        assert "finds nothing" not in report

    @pytest.mark.usefixtures("folder")
    def test_near_entries_are_named(self, run: Run) -> None:
        ran = run("new", "Payment exceeds the outstanding credit", "--system", "xero")
        assert ran.out.splitlines()[1:] == [
            "Nearest entries; if it is one of these, add the wording there instead:",
            "  XERO-0001  The payment is larger than the amount due",
        ]

    def test_a_known_error_is_refused_unless_forced(self, run: Run, folder: Path) -> None:
        assert run("new", PASTE, "--system", "xero") == Ran(
            1, "", "This is XERO-0001 already. Add the wording there, or use --force.\n"
        )
        assert run("new", PASTE, "--system", "xero", "--force").code == 0
        assert len(list((folder / "xero").iterdir())) == 2

    def test_the_text_may_come_from_standard_input(self, run: Run, folder: Path) -> None:
        assert run("new", "-", "--title", "A widget broke", stdin="Xero: the widget broke").code == 0
        assert (folder / "xero/widget-broke.yml").exists()

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize("options", [(), ("--system", "sage")])
    def test_a_system_has_to_be_known(self, options: tuple[str, ...], run: Run) -> None:
        ran = run("new", "The widget broke", *options)
        assert (ran.code, ran.err.splitlines()[-1]) == (
            2, "Error: Say who writes the text: --system xero | quickbooks | cin7-core",
        )  # fmt: skip

    def test_eight_at_once_get_an_id_each(self, folder: Path) -> None:
        texts = [f"The {word} at the door will not open" for word in "abcdefgh"]
        # Processes of their own, which need not each import the program anew where the system can copy one.
        posix = os.name == "posix"
        context = multiprocessing.get_context("forkserver") if posix else multiprocessing.get_context("spawn")
        context.set_forkserver_preload(["errorbook.cli.main"])
        calls = [
            context.Process(
                target=main, args=(["new", text, "--system", "xero", "--title", text[:5], "--force"],)
            )
            for text in texts
        ]
        for call in calls:
            call.start()
        for call in calls:
            call.join()
        assert [call.exitcode for call in calls] == [0] * 8
        ids = {f"XERO-{number:04}" for number in range(1, 10)}
        files = [path.read_text("utf-8") for path in (folder / "xero").glob("*.yml")]
        assert len(files) == 9
        assert {line[4:] for text in files for line in text.splitlines() if line.startswith("id: ")} == ids
        recorded = (folder / "ids.lock").read_text("utf-8").splitlines()[1:]
        assert (len(recorded), {line.split()[0] for line in recorded}) == (9, ids)

    def test_what_could_not_be_read_again_is_not_written(self, run: Run, folder: Path) -> None:
        before = (folder / "ids.lock").read_text("utf-8")
        ran = run("new", "The widget broke", "--system", "xero", "--title", "Two\nlines of a/../b")
        assert (ran.code, ran.err.splitlines()[0]) == (
            1,
            "errors/xero/two-lines-b.yml:3:1: title: has a line break or a tab. Keep it on one line",
        )
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]
        assert (folder / "ids.lock").read_text("utf-8") == before

    def test_no_entry_takes_the_address_of_the_index(self, run: Run, folder: Path) -> None:
        assert run("new", "The widget broke", "--system", "xero", "--title", "Index").code == 0
        assert (folder / "xero/index-2.yml").exists()

    def test_a_ledger_that_was_deleted_is_not_begun_anew(self, run: Run, folder: Path) -> None:
        """It may hold ids of entries that are gone, which would be given a second time."""
        (folder / "ids.lock").unlink()
        ran = run("new", "The widget broke", "--system", "xero")
        assert (ran.code, ran.err.splitlines()) == (
            1,
            [
                "errors/ids.lock: is missing. Restore it from the file's history; in a new catalogue, "
                "run 'errorbook lock' to begin it",
                "1 problem in 1 file",
            ],
        )
        assert not (folder / "ids.lock").exists()
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]

    def test_the_fix_for_a_new_catalogue_works(self, run: Run, folder: Path) -> None:
        (folder / "ids.lock").unlink()
        assert run("lock").code == 0
        assert run("new", "The widget broke", "--system", "xero").code == 0

    def test_the_first_entry_of_a_catalogue_begins_its_ledger(self, run: Run, folder: Path) -> None:
        (folder / "ids.lock").unlink()
        (folder / "xero/a.yml").unlink()
        assert run("new", "The widget broke", "--system", "xero").code == 0
        assert "XERO-0001 xero/widget-broke" in (folder / "ids.lock").read_text("utf-8")

    def test_after_the_last_id_nothing_is_written(
        self, run: Run, write_errors: WriteErrors, folder: Path
    ) -> None:
        write_errors({"ids.lock": "XERO-0001 xero/a\nXERO-9999 xero/z\n"})
        ran = run("new", "The widget broke", "--system", "xero")
        assert ran.code == 1
        assert "errors/ids.lock: holds XERO-9999, the last id of its system." in ran.err
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]

    def test_a_full_disk_leaves_neither_file(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = (folder / "ids.lock").read_text("utf-8")

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        assert run("new", "The widget broke", "--system", "xero") == Ran(
            1, "", "errorbook: errors/xero/widget-broke.yml: No space left on device\n"
        )
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]
        assert (folder / "ids.lock").read_text("utf-8") == before


class TestSchema:
    def test_the_file_is_written_and_then_up_to_date(self, run: Run, folder: Path) -> None:
        assert run("schema", "--check") == Ran(
            1, "", "errors/entry.schema.json is out of date. Run 'errorbook schema' to write it.\n"
        )
        assert run("schema") == Ran(0, "Wrote errors/entry.schema.json\n", "")
        assert run("schema", "--check") == Ran(0, "", "")
        assert json.loads((folder / "entry.schema.json").read_text("utf-8"))["title"] == "Errorbook entry"

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


class TestExport:
    def test_nothing_is_written_outside_of_the_target(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder.parent / "content").mkdir()
        monkeypatch.setattr(
            "errorbook.site.export.build", lambda *_: Exported({"x.md": "", "../y.md": ""}, "x.js", "x.css")
        )
        ran = run("export", "out")
        assert (ran.code, ran.err.splitlines()[0]) == (
            1,
            "../y.md: is outside of the folder that is written to. Correct the address that leads there",
        )
        assert not list(folder.parent.rglob("[xy].md"))

    def test_the_site_is_written_as_plain_files(self, run: Run, folder: Path) -> None:
        content = folder.parent / "content"
        (content / "images").mkdir(parents=True)
        (content / "index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
        (content / "images/logo.svg").write_text("<svg/>", "utf-8")
        ran = run("export", "out")
        out = folder.parent / "out"
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Wrote ")
        assert "Let every page load assets/errorbook/errorbook." in ran.out
        for name in ("index.md", "images/logo.svg", "errors/xero/a.md", "e/XERO-0001/index.html"):
            assert (out / name).is_file()

    @pytest.mark.usefixtures("folder")
    def test_without_written_pages_the_command_is_not_understood(self, run: Run) -> None:
        ran = run("export", "out")
        assert (ran.code, "Directory 'content' does not exist." in ran.err) == (2, True)


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
