"""`errorbook match`: pastes from arguments, files and standard input; findings as text and as JSON."""

import json
from pathlib import Path

import pytest
from commands import Ran, Run
from conftest import MakeEntry, WriteErrors

from errorbook.matching.settings import SETTINGS

PASTE = "Payment of 12.50 exceeds the amount outstanding on this document"


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

    def test_the_id_of_a_withdrawn_entry_tells_what_its_page_says(
        self, run: Run, write_errors: WriteErrors, make_entry: MakeEntry
    ) -> None:
        gone = make_entry(
            id="XERO-0060",
            title="The moon is full",
            messages=["The moon is full on {day}"],
            values={"day": {"type": "date", "label": "day"}},
            examples=["The moon is full on 1 May 2026"],
            summary="It never was on {day}, **not** once.",
            status="withdrawn",
        )
        write_errors({"xero/gone.yml": gone})
        for text in ("XERO-0060", "xero 60", "\u201cXERO\u20130060\u201d", "e/XERO-0060/"):
            assert run("match", text) == Ran(
                1,
                "XERO-0060 was withdrawn: The moon is full\ne/XERO-0060/\n\n"
                "This page was wrong and was withdrawn. It stays so that links to it lead somewhere.\n"
                "It never was on <day>, not once.\n",
                "",
            )
        for text in ("XERO-0061", "The moon is full"):
            assert run("match", text).out.splitlines()[0] == "We don't know this error."

    def test_the_text_may_come_from_standard_input_or_a_file(self, run: Run, folder: Path) -> None:
        expected = run("match", PASTE)
        (folder.parent / "paste.txt").write_text(PASTE, "utf-8")
        assert run("match", "-", stdin=PASTE) == expected
        assert run("match", "--file", "paste.txt") == expected
        assert run("match", "--file", "-", stdin=PASTE) == expected

    @pytest.mark.parametrize("options", [(), ("--json",), ("--explain", "--json")])
    def test_where_reading_stopped_is_told_beside_the_answer(
        self, run: Run, folder: Path, options: tuple[str, ...]
    ) -> None:
        most = SETTINGS["most_characters"]
        limit = "Looked at the first 1,000,000 characters. If the error is further down, paste that part.\n"
        for text, told in ((PASTE.ljust(most), ""), (PASTE.ljust(most + 1), limit)):
            (folder.parent / "paste.txt").write_text(text, "utf-8")
            ran = run("match", *options, "--file", "paste.txt")
            assert (ran.code, ran.err) == (0, told)
            assert limit not in ran.out

    def test_the_help_tells_where_reading_stops(self, run: Run) -> None:
        assert f"the first {SETTINGS['most_characters']:,} characters" in " ".join(
            run("match", "--help").out.split()
        )

    def test_bytes_that_are_no_text_do_no_harm(self, run: Run, folder: Path) -> None:
        (folder.parent / "paste.txt").write_bytes(b"\xff\xfe\x00 " + PASTE.encode())
        assert run("match", "--file", "paste.txt").code == 0

    @pytest.mark.parametrize(
        "content", [b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x9f\xe1" * 40, "Fehler".encode("utf-16")]
    )
    def test_a_file_that_is_no_text_is_told(self, content: bytes, run: Run, folder: Path) -> None:
        (folder.parent / "tickets.xlsx").write_bytes(content)
        ran = run("match", "--file", "tickets.xlsx")
        assert (ran.code, ran.out) == (2, "")
        assert "tickets.xlsx holds no text in UTF-8. Save it as text" in " ".join(ran.err.split())

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
