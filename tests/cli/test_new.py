"""`errorbook new`: a draft and its id, or nothing at all."""

import errno
import json
import multiprocessing
import os
import re
import subprocess
from pathlib import Path

import pytest
import tickets
import yaml
from commands import Ran, Run
from conftest import WriteErrors

import errorbook
from errorbook.cli.main import main

PASTE = "Payment of 12.50 exceeds the amount outstanding on this document"


class TestNew:
    def test_a_file_is_written_recorded_and_announced(self, run: Run, folder: Path) -> None:
        ran = run("new", "Item code 'TB-104' is not valid", "--system", "xero")
        assert ran.code == 0
        assert ran.out.splitlines()[0] == (
            "Wrote errors/xero/item-code-not-valid.yml (XERO-0002) and its line in ids.lock."
            " Fill in what says TODO, then run 'errorbook check'."
        )
        assert (folder / "ids.lock").read_text("utf-8").splitlines()[1:] == [
            "XERO-0001 xero/a",
            "XERO-0002 xero/item-code-not-valid",
        ]
        assert (folder / "xero/item-code-not-valid.yml").exists()

    def test_a_draft_is_dropped_as_the_help_says(self, run: Run, folder: Path) -> None:
        lock = folder / "ids.lock"
        before = lock.read_text("utf-8")
        run("new", "Item code 'TB-104' is not valid", "--system", "xero")
        (folder / "xero/item-code-not-valid.yml").unlink()
        assert "XERO-0002 has no entry any more" in run("check").out
        told = " ".join(run("new", "--help").out.split())
        assert "delete its file and bring ids.lock back from the file's history" in told
        lock.write_text(before, "utf-8")
        assert run("check").code == 0

    def test_a_value_has_the_type_of_the_catalogue_that_it_fits(self, run: Run, folder: Path) -> None:
        words = folder / "catalogue.yml"
        types = "value_types: {shelf: {pattern: 'S[0-9]{1,2}', examples: [S3]}}\n"
        words.write_text(words.read_text("utf-8") + types, "utf-8")
        assert run("new", "Nothing is left on shelf S3 of the cellar", "--system", "xero").code == 0
        (text,) = (path.read_text("utf-8") for path in (folder / "xero").glob("nothing-*.yml"))
        assert "Nothing is left on shelf {shelf} of the cellar" in text
        assert "shelf: {type: shelf, label: shelf, example: S3}" in text

    def test_check_lists_what_is_left_to_do(self, run: Run, folder: Path) -> None:
        run("new", "Item code 'TB-104' is not valid", "--system", "xero")
        report = run("check").out
        problems = report.partition("9 problems in 1 file")[0].splitlines()
        assert [line for line in problems if "item-code-not-valid.yml" not in line] == []
        assert "title: still says TODO" in report
        assert "summary: still says TODO" in report
        assert "questions[0]: still says TODO" in report
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

    def test_a_catalogue_of_one_system_does_not_ask_for_it(self, run: Run, folder: Path) -> None:
        (folder / "catalogue.yml").write_text(
            "name: E\nsystems: {xero: {name: Xero, prefix: XERO}}\n", "utf-8"
        )
        ran = run("new", "Der Behälter ist übervoll")
        assert (ran.code, (folder / "xero/der-behaelter-ist-uebervoll.yml").exists()) == (0, True), ran.err
        assert run("new", "The widget broke", "--system", "sage").code == 2

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
        assert "errors/ids.lock: holds XERO-9999, and XERO-9999 is the last id that is given." in ran.err
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]

    def test_where_codes_are_ids_the_code_is_the_id(self, run: Run, folder: Path) -> None:
        file = folder / "catalogue.yml"
        file.write_text(file.read_text("utf-8").replace("prefix: XERO", "prefix: XERO, ids: codes"), "utf-8")
        ran = run("new", "The widget broke", "--system", "xero")
        assert (ran.code, "In Xero, codes are ids. Say the error's: --code CODE" in ran.err) == (2, True)
        assert "(ORA-00942)" in run("new", "The widget broke", "--system", "xero", "--code", "ora_00942").out
        text = (folder / "xero/widget-broke.yml").read_text("utf-8")
        assert 'codes: [{system: xero, code: "ora_00942"}]' in text
        run(
            "new",
            "C4012: The gadget of crate 7 broke",
            "--system",
            "xero",
            "--code",
            "C4012",
            "--title",
            "Gadget",
        )
        assert 'text: "C4012: The gadget of crate {number} broke"' in (folder / "xero/gadget.yml").read_text(
            "utf-8"
        )
        again = run("new", "The gadget broke", "--system", "xero", "--code", "ORA-00942")
        assert (again.code, "holds ORA-00942 already" in again.err) == (1, True)
        none = run("new", "The gadget broke", "--system", "xero", "--code", "declined")
        assert (none.code, "cannot hold 'declined' as an id" in none.err) == (1, True)

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


class TestFromTriage:
    FOUND = "found.json"

    def triaged(self, run: Run) -> None:
        """Write the JSON of a triage: three tickets share a message without an article."""
        tickets.write("tickets.csv")
        Path(self.FOUND).write_text(run("triage", "tickets.csv", "--json").out, "utf-8")

    def test_what_a_triage_found_becomes_drafts(self, run: Run, folder: Path) -> None:
        self.triaged(run)
        ran = run("new", "--from-triage", self.FOUND, "--system", "xero")
        assert ran.code == 0, ran.err
        (written,) = (path for path in (folder / "xero").iterdir() if path.name != "a.yml")
        assert ran.out == (
            f"Wrote errors/xero/{written.name} (XERO-0002) and its line in ids.lock."
            " Fill in what says TODO, then run 'errorbook check'.\n"
        )
        text = written.read_text("utf-8")
        assert "was not printed" in text
        assert not [word for word in tickets.PRIVATE if word in text and word not in ("0042", "12.50")]
        assert "XERO-0002 xero/" in (folder / "ids.lock").read_text("utf-8")

    def test_several_drafts_get_an_id_each_and_the_most_frequent_come_first(
        self, run: Run, folder: Path
    ) -> None:
        words = ("hopper jams", "carrier stalls", "scanner beeps")
        found = [{"message": f"The {each} while it is cold", "system": "xero"} for each in words]
        Path(self.FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
        ran = run("new", "--from-triage", self.FOUND, "--most", "2")
        assert ran.code == 0, ran.err
        assert re.findall(r"\((XERO-\d+)\)", ran.out) == ["XERO-0002", "XERO-0003"]
        assert [len(list(folder.rglob(f"*{each.split()[0]}*"))) for each in words] == [1, 1, 0]

    def test_what_is_known_meanwhile_is_left_out(self, run: Run, folder: Path) -> None:
        found = [{"message": text, "system": "xero"} for text in (PASTE, "The hopper jams while it is cold")]
        Path(self.FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
        ran = run("new", "--from-triage", self.FOUND)
        assert (ran.code, "This is XERO-0001 already." in ran.err) == (0, True)
        assert len(list((folder / "xero").iterdir())) == 2

    def test_the_system_that_its_author_gives_wins_and_is_told(self, run: Run, folder: Path) -> None:
        texts = ("Xero: the hopper jams", "The scanner beeps while it is cold")
        found = [{"message": text, "system": told} for text, told in zip(texts, ("xero", ""), strict=True)]
        Path(self.FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
        ran = run("new", "--from-triage", self.FOUND, "--system", "quickbooks")
        assert (ran.code, len(list((folder / "quickbooks").iterdir()))) == (0, 2)
        assert ran.err == f"In quickbooks, as --system says; the text itself tells xero.\n  {texts[0]}\n"

    def test_what_tells_no_system_waits_until_its_author_does(self, run: Run, folder: Path) -> None:
        texts = ("Xero: the hopper jams", "The scanner beeps while it is cold")
        found = [{"message": text, "system": ""} for text in texts]
        Path(self.FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
        first = run("new", "--from-triage", self.FOUND)
        assert (first.code, first.out.count("Wrote errors/xero/")) == (1, 1)
        asked = "Say who writes the text: --system xero | quickbooks | cin7-core"
        assert first.err == f"{asked}\n  {texts[1]}\n"
        again = run("new", "--from-triage", self.FOUND, "--system", "quickbooks")
        assert (again.code, again.out.count("Wrote errors/quickbooks/")) == (0, 1)
        assert again.err.startswith("This is XERO-0002 already.")

    def test_the_same_command_again_writes_nothing_a_second_time(self, run: Run, folder: Path) -> None:
        # So much of the text is somebody's own that matching it is never sure.
        text = 'The "Example" of 7 "Example" is "Example" 12.50 not'
        found = [{"message": text, "system": ""}] * 2
        Path(self.FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
        ran = [run("new", "--from-triage", self.FOUND, "--system", "xero") for _ in range(2)]
        assert [(each.code, each.out.count("Wrote")) for each in ran] == [(0, 1), (1, 0)]
        told = f"This is XERO-0002 already. Add the wording there, or use --force.\n  {text}\n"
        assert [each.err for each in ran] == [told, told * 2]
        assert len(list((folder / "xero").iterdir())) == 2
        assert "is a message of" not in run("check").out

    def test_what_a_reader_saved_of_an_unknown_text_begins_an_entry(self, run: Run, folder: Path) -> None:
        lines = (
            "Hello,",
            "The hopper of [\u2026] stays at [number] while '[\u2026]' is cold",
            "Since when: the week in which [the lid] was new: \u201cours\u201d",
        )
        Path(self.FOUND).write_text(saved_by_a_reader("\n".join(lines)), "utf-8")
        ran = run("new", "--from-triage", self.FOUND, "--system", "xero")
        assert ran.code == 0, ran.err
        (written,) = (path for path in (folder / "xero").iterdir() if path.name != "a.yml")
        entry = yaml.safe_load(written.read_text("utf-8"))
        assert entry["messages"] == [
            {"text": "The hopper of \"{value}\" stays at {number} while '{value}' is cold"}
        ]
        assert entry["internal"] == {"notes": lines[2]}
        # What is left to do is what the author alone knows.
        checked = run("check")
        assert "TODO" in checked.out
        assert "not-found" not in checked.out

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "[]",
            "{}",
            '{"proposals": [{"message": 1}]}',
            '{"proposals": [{"message": "a", "system": "xero", "notes": 1}]}',
        ],
    )
    def test_what_is_no_triage_is_one_problem(self, run: Run, text: str) -> None:
        Path(self.FOUND).write_text(text, "utf-8")
        assert run("new", "--from-triage", self.FOUND) == Ran(
            1,
            "",
            "found.json: is not the JSON of a triage."
            " Give what 'errorbook triage tickets.csv --json' printed\n1 problem in 1 file\n",
        )

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize("none", ["null", "[]"])
    def test_a_triage_that_found_nothing_is_told(self, run: Run, none: str) -> None:
        Path(self.FOUND).write_text(f'{{"proposals": {none}}}', "utf-8")
        assert (
            "found.json: names no message without an article." in run("new", "--from-triage", self.FOUND).err
        )

    @pytest.mark.usefixtures("folder")
    def test_texts_of_its_own_leave_no_room_for_another(self, run: Run) -> None:
        Path(self.FOUND).write_text("{}", "utf-8")
        ran = run("new", "The widget broke", "--from-triage", self.FOUND)
        assert (ran.code, "brings texts of its own" in ran.err) == (2, True)


def saved_by_a_reader(message: str) -> str:
    """Return the file that the site saves of a message to the authors."""
    module = Path(errorbook.__file__).parent / "assets/lookup/unknown-file.js"
    said = f"console.log(savedText({json.dumps(message)}))"
    script = f"import {{savedText}} from {json.dumps(module.as_uri())}; {said}"
    asked = ["node", "--no-warnings", "--input-type=module", "--eval", script]
    return subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_the_nearest_entry_is_no_witness_of_who_writes_a_text(run: Run, folder: Path) -> None:
    ran = run("new", "Deposit of 12.50 exceeds the amount outstanding on this document")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        "Error: Say who writes the text: --system xero | quickbooks | cin7-core"
        " (XERO-0001 comes nearest, and may be another's)",
    )
    assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]
