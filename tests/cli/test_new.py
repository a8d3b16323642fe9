"""`errorbook new`: a draft and its id, or nothing at all."""

import errno
import multiprocessing
import os
from pathlib import Path

import pytest
from commands import Ran, Run
from conftest import WriteErrors

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

    def test_the_nearest_entry_is_no_witness_of_who_writes_a_text(self, run: Run, folder: Path) -> None:
        ran = run("new", "Deposit of 12.50 exceeds the amount outstanding on this document")
        assert (ran.code, ran.err.splitlines()[-1]) == (
            2,
            "Error: Say who writes the text: --system xero | quickbooks | cin7-core"
            " (XERO-0001 comes nearest, and may be another's)",
        )
        assert [path.name for path in (folder / "xero").iterdir()] == ["a.yml"]
