"""What commands print moves no terminal and fits every encoding."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeEntry, WriteErrors

from errorbook.cli.main import main
from errorbook.cli.options import as_line
from errorbook.common.output import plain, plain_line
from errorbook.common.problems import Problem

pytestmark = pytest.mark.usefixtures("folder")
Printed = Callable[..., str]
Run = Callable[..., tuple[int | str | None, str, str]]
HOSTILE = (
    "\x1b]0;owned\x07 \x1b[31mred \x1b[2J \x9b2J \u202eturned\u202c \u2066apart\u2069 \u200fmark\u200b \x7f"
)
"""Sets a window's title, colours, clears the screen, turns the direction, and hides itself."""
MOVES = {*HOSTILE} - {*HOSTILE.encode("ascii", "ignore").decode()} | {"\x1b", "\x07", "\x7f"}
PASTE = f"Payment of {HOSTILE} exceeds the amount outstanding on this document"
UNKNOWN = f"Label for {HOSTILE} was not printed: the printer failed"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command whose outputs have an encoding, and returns how it ends and what they hold."""

    def call(*arguments: str, encoding: str = "utf-8") -> tuple[int | str | None, str, str]:
        outputs = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdout", outputs[0])
            patch.setattr("sys.stderr", outputs[1])
            with pytest.raises(SystemExit) as ended:
                main(arguments)
        for output in outputs:
            output.flush()
            output.seek(0)
        out, err = (output.read() for output in outputs)
        return ended.value.code, out, err

    return call


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return what a command prints."""

    def call(*arguments: str, stdin: str = "") -> str:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit):
            main(arguments)
        text = "".join(capsys.readouterr())
        assert text.strip()
        return text

    return call


def escaped(text: str) -> str:
    """Return a text as a catalogue can hold it: YAML takes no control characters but written out."""
    return json.dumps(text)


@pytest.mark.parametrize(
    "hidden", sorted({*MOVES, "\x00", "\r", "\x85", "\u2028", "\ufeff", "\ufff9", "\udc80"})
)
def test_no_control_character_and_no_unseen_mark_is_printed(hidden: str) -> None:
    assert plain(f"a{hidden}[2Jb") == "a\N{REPLACEMENT CHARACTER}[2Jb"


def test_lines_and_tabs_and_every_script_stay() -> None:
    assert plain("a\tb\r\nc\nД 请 👩\u200d🔧 نمی\u200cشود") == "a\tb\nc\nД 请 👩\u200d🔧 نمی\u200cشود"


def test_a_problem_is_one_line() -> None:
    assert plain_line("a\nb\r\nc\x1b") == "a b c\N{REPLACEMENT CHARACTER}"
    problem = Problem("errors/a\n\x1b.yml", 0, 0, "field", "is wrong", "Mend it")
    assert str(problem) == "errors/a \N{REPLACEMENT CHARACTER}.yml: field: is wrong. Mend it"


def test_json_keeps_every_value_in_ascii() -> None:
    line = as_line({"text": "请\x1b\x9b\x7f\u202e👍", "file": "x\udcff.yml"})
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line) == {"text": "请\x1b\x9b\x7f\u202e👍", "file": "x?.yml"}


@pytest.mark.parametrize("options", [[], ["--json"], ["--explain"], ["--explain", "--json"]])
@pytest.mark.parametrize("paste", [PASTE, UNKNOWN])
def test_match_prints_no_control_character_of_a_paste(
    printed: Printed, options: list[str], paste: str
) -> None:
    text = printed("match", *options, "-", stdin=paste)
    assert MOVES.isdisjoint(text)


def test_no_command_prints_a_control_character_of_a_catalogue(
    printed: Printed, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    message = "Payment of {amount} exceeds the amount outstanding on this document"
    paste = message.format(amount="12.50")
    # Only pastes may have such characters; in all else they are told.
    pastes = [f"{HOSTILE} {paste}", f"{paste} {HOSTILE}"]
    entry = make_entry(messages=[message], examples=pastes, reviewed="2020-01-01")
    write_errors({"xero/a.yml": entry})
    assert "XERO-0001" in printed("match", paste)
    for text in (
        printed("match", paste, "--explain"),
        printed("check", "--hints"),
        printed("new", paste, "--system", "xero", "--force", "--title", "Another one"),
        printed("stale"),
        printed("stale", "--json"),
    ):
        assert text
        assert MOVES.isdisjoint(text)


def test_check_tells_the_control_characters_of_a_catalogue_and_prints_none(
    printed: Printed, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    hostile = {
        "title": f"Too much {HOSTILE}",
        "causes": [f"It is {HOSTILE}."],
        "resolution": [f"Open Xero {HOSTILE}."],
        "owner": f"somebody {HOSTILE}",
    }
    write_errors({"xero/a.yml": make_entry(**hostile)})
    text = printed("check")
    assert text.count("nobody can see") == len(hostile)
    assert MOVES.isdisjoint(text)


def test_check_prints_no_control_character_of_what_is_wrong(printed: Printed, folder: Path) -> None:
    (folder / "xero/a.yml").write_text(f"id: XERO-0001\n{escaped(HOSTILE)}: 1\n{escaped('a' + HOSTILE)}: 2\n")
    (folder / "xero" / f"b{HOSTILE}.yml").write_text("id: 1\n")
    for text in (printed("check"), printed("check", "--json")):
        assert "is not a field" in text
        assert "is not a slug" in text
        assert MOVES.isdisjoint(text)


@pytest.mark.parametrize("title", [None, f"Label {HOSTILE} failed"])
def test_new_prints_no_control_character_of_a_paste(printed: Printed, title: str | None) -> None:
    titled = ["--title", title] if title else []
    text = printed("new", "-", "--system", "xero", *titled, stdin=UNKNOWN)
    assert MOVES.isdisjoint(text)


def test_what_is_wrong_with_a_call_moves_no_terminal(printed: Printed) -> None:
    for text in (
        printed("new", "--system", HOSTILE, "It failed"),
        printed(HOSTILE),
        printed("match", f"--{HOSTILE}"),
        printed("check", "--errors", HOSTILE),
        printed("triage", HOSTILE),
        printed("rename", "XERO-0001", HOSTILE),
        printed("merge", HOSTILE, "--into", "XERO-0001"),
        printed("retire", HOSTILE),
        printed("resolve", HOSTILE),
        printed("import", HOSTILE, "--mapping", HOSTILE),
        printed("init", "help", "--name", HOSTILE),
        printed("mcp", "--errors", HOSTILE),
        printed("export", "out", "--errors", HOSTILE),
    ):
        assert MOVES.isdisjoint(text)


@pytest.mark.parametrize("column", ["description", f"de{HOSTILE}".replace("\x7f", "")])
def test_triage_prints_no_control_character_of_a_ticket(printed: Printed, folder: Path, column: str) -> None:
    rows = [{"id": number, column: f"Error: {UNKNOWN}"} for number in range(5)]
    (folder.parent / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for text in (
        printed("triage", "t.jsonl"),
        printed("triage", "t.jsonl", "--json"),
        printed("triage", "t.jsonl", "--column", HOSTILE),
        printed("triage", "t.jsonl", "--column", "id"),
    ):
        assert MOVES.isdisjoint(text)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_what_an_encoding_cannot_hold_is_replaced(
    encoding: str, write_errors: WriteErrors, make_entry: MakeEntry, run: Run
) -> None:
    write_errors({"xero/a.yml": make_entry(title="请 Å", owner="请", reviewed="2020-01-01")})
    paste = "Payment of 请 exceeds the amount outstanding on this document"
    calls: list[tuple[str, ...]] = [
        ("match", paste),
        ("match", paste, "--explain"),
        ("match", paste, "--json"),
        ("check",),
        ("new", "请 failed to print the label", "--system", "请"),
        ("stale",),
        ("match", "--help"),
        ("triage", "请.csv"),
    ]
    for call in calls:
        _, out, err = run(*call, encoding=encoding)
        assert (out + err).strip()
    assert "? Å" in run("match", paste, encoding="cp1252")[1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are Unicode")
def test_a_file_name_that_is_not_utf_8_is_told_in_valid_utf_8(
    printed: Printed, run: Run, folder: Path
) -> None:
    Path(os.fsdecode(os.fsencode(folder / "xero") + b"/b\xff.yml")).write_text("id: 1\n")
    code, out, _ = run("check", "--json")
    assert code == 1
    files = {problem["file"] for problem in json.loads(out)["problems"]}
    assert files == {"errors/xero/b?.yml"}
    assert "errors/xero/b\N{REPLACEMENT CHARACTER}.yml: " in printed("check")
