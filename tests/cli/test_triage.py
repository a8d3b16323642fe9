import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pyarrow
import pytest
from conftest import MakeEntry, WriteErrors
from pyarrow import parquet

from errorbook.cli.main import main

ERRORBOOK = Path(sys.executable).with_name("errorbook")
PRIVATE = ("Jane", "Miller", "jane@acme.example", "0042", "1,204.50", "hunter2", "12.50", "9.75")
TICKETS = (
    ("1", "2026-01-02", "Payment of 12.50 exceeds the amount outstanding on this document"),
    (
        "2",
        "2026-01-03",
        "Hi, it says: Payment of 9.75 exceeds the amount outstanding on this document\nJane Miller",
    ),
    (
        "3",
        "2026-01-03",
        "Label for Jane Miller INV-0042 was not printed: jane@acme.example, $1,204.50, pwd=hunter2",
    ),
    (
        "4",
        "2026-02-03",
        "Label for Jane Miller INV-0043 was not printed: jane@acme.example, $1,204.51, pwd=hunter2",
    ),
    ("5", "", "Label for Jane Miller INV-0044 was not printed: jane@acme.example, $1,204.52, pwd=hunter2"),
    ("6", "2026-02-04", "How do I reach Jane Miller? My number is +64 21 555 0182."),
)
COLUMNS = ("id", "created_at", "description")
OUTCOMES = ["is", "is", "unknown", "unknown", "unknown", "none"]
STOOD_IN = 'Label for "Example" was not printed: name@example.com, pwd="Example"'
PROPOSED = "Label for {name} was not printed: {email}, pwd={secret}"


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def folder(
    tmp_path: Path, write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A catalogue with one entry, and tickets beside it; it is the working folder."""
    write_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry()})
    write("tickets.csv", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command as a shell would; what it says of its columns is left out."""

    def call(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(["triage", *arguments])
        printed = capsys.readouterr()
        told = [line for line in printed.err.splitlines(True) if not line.startswith("Reading ")]
        return Ran(ended.value.code, printed.out, "".join(told))

    return call


def write(name: str, folder: Path = Path()) -> str:
    rows = [dict(zip(COLUMNS, ticket, strict=True)) for ticket in TICKETS]
    path = folder / name
    if path.suffix in (".csv", ".tsv"):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, delimiter="," if path.suffix == ".csv" else "\t")
            writer.writeheader()
            writer.writerows(rows)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for cells in (COLUMNS, *TICKETS):
            book.active.append(cells)
        book.save(path)
    else:
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return name


def read(name: str) -> list[dict[str, str]]:
    path = Path(name)
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if path.suffix == ".parquet":
        rows: list[dict[str, str]] = parquet.read_table(path).to_pylist()
        return rows
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ","))


@pytest.mark.parametrize("given", ["t.csv", "t.tsv", "t.jsonl", "t.xlsx", "t.parquet"])
@pytest.mark.parametrize("wanted", ["o.csv", "o.tsv", "o.jsonl", "o.parquet"])
def test_every_kind_of_table_becomes_every_other(run: Run, given: str, wanted: str) -> None:
    assert run(write(given), "--output", wanted).code == 0
    rows = read(wanted)
    assert [tuple(row[name] or "" for name in COLUMNS) for row in rows] == list(TICKETS)
    assert [row["errorbook_outcome"] for row in rows] == OUTCOMES
    assert [row["errorbook_group"] for row in rows] == ["", "", "1", "1", "1", ""]


def test_a_row_says_what_was_found_in_it(run: Run) -> None:
    assert run("tickets.csv", "--site", "https://help.example").code == 0
    first = read("tickets.triage.csv")[0]
    assert {name: value for name, value in first.items() if name not in COLUMNS} == {
        "errorbook_outcome": "is",
        "errorbook_id": "XERO-0001",
        "errorbook_title": "The payment is larger than the amount due",
        "errorbook_link": "https://help.example/e/XERO-0001/",
        "errorbook_values": '{"amount": "12.50"}',
        "errorbook_also": "",
        "errorbook_group": "",
    }


def test_what_is_read_is_said_before_it_is_matched(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.csv").write_bytes("Nummer;Subject\n1;Grüße vom Lager\n".encode("cp1252"))
    with pytest.raises(SystemExit):
        main(["triage", "tickets.csv", "old.csv"])
    assert capsys.readouterr().err == (
        "Reading 'tickets.csv': text in 'description', dates in 'created_at'\n"
        "Reading 'old.csv': text in 'Subject', no dates\n"
        "Reading 'old.csv' as cp1252; --encoding names another\n"
    )


def test_where_little_is_found_the_text_is_questioned(run: Run) -> None:
    Path("t.csv").write_text("id,Subject,notes\n1,Sync again,Call them back on Friday please\n", "utf-8")
    ran = run("t.csv")
    asked = "Only 0 of 1 ticket read like an error. Is the text in 'notes'?"
    assert f"\n{asked} Name every column that holds some with --column.\n" in ran.out
    assert asked in Path("t.triage.html").read_text("utf-8").replace("&#39;", "'")
    Path("u.csv").write_text("id,Subject\n1,Sync again\n", "utf-8")
    assert "Does the export hold the messages?" in json.loads(run("u.csv", "--json").out)["question"]
    assert json.loads(run("tickets.csv", "--json").out)["question"] == ""


def test_a_folder_is_all_exports_in_it(run: Run) -> None:
    for name in ("year/2025/a.csv", "year/b.tsv", "year/.hidden/c.csv", "year/b.triage.csv"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        write(name)
    Path("year/read.me").touch()
    ran = run("year", "year/b.tsv")
    # The same ticket in two exports is one.
    assert ran.out.startswith("6 tickets in 12 rows, text in 'description'")
    assert len(read("year.triage.csv")) == 12
    Path("empty").mkdir()
    assert "There is no .csv, " in run("empty").err


def test_all_files_that_cannot_be_read_are_named_at_once(run: Run) -> None:
    Path("a.csv").touch()
    Path("b.json").write_text("[1]", "utf-8")
    lines = run("a.csv", "tickets.csv", "b.json").err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Error", "b.json"]


def test_the_terminal_shows_the_summary_and_nothing_else(run: Run) -> None:
    assert run("tickets.csv") == Ran(
        0,
        "6 tickets, text in 'description', dates in 'created_at'\n"
        "          2  33 %  an error of the catalogue\n"
        "          0   0 %  looks like an error of the catalogue\n"
        "          3  50 %  an error without an article\n"
        "          1  17 %  nothing that reads like an error\n"
        "\n"
        "Most frequent\n"
        "          2  XERO-0001  The payment is larger than the amount due\n"
        "\n"
        "Without an article\n"
        f"          3  {PROPOSED}\n"
        f"             errorbook new '{STOOD_IN}'\n"
        "\n"
        "Wrote tickets.triage.csv and tickets.triage.html\n",
        "",
    )


def test_no_value_of_a_ticket_leaves_the_table(run: Run) -> None:
    said = run("tickets.csv").out
    told = run("tickets.csv", "--json").out
    report = Path("tickets.triage.html").read_text("utf-8")
    for text in (said, told, report):
        assert [value for value in PRIVATE if value in text] == []


def test_programs_get_the_summary(run: Run) -> None:
    record = json.loads(run("tickets.csv", "--json", "--least", "4").out)
    assert record["rows"] == sum(record["kinds"].values()) == 6
    assert record["errors"][0]["rows"] == 2
    assert (record["proposals"], record["scattered"], record["undated"]) == ([], 3, 1)


def test_nothing_but_table_and_report_is_left(run: Run, folder: Path) -> None:
    run("tickets.csv")
    names = {path.name for path in folder.iterdir()}
    assert names == {"errors", "tickets.csv", "tickets.triage.csv", "tickets.triage.html"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("tickets.csv", "--column", "body"),
            "tickets.csv: has no column 'body'. It has 'id', 'created_at', 'description'",
        ),
        (
            ("empty.csv",),
            "empty.csv: has no rows. Export at least one ticket, with the columns' names on top",
        ),
        (
            ("tickets.triage.csv",),
            "tickets.triage.csv: has a column 'errorbook_outcome' already."
            " Give the export itself, not its triage",
        ),
    ],
)
def test_bad_input_is_one_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    run("tickets.csv")
    Path("empty.csv").touch()
    assert run(*arguments) == Ran(1, "", f"Error: {words}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tickets.csv", "--output", "tickets.csv"), "--output would overwrite the tickets: tickets.csv"),
        (("tickets.csv", "--report", "tickets.csv"), "--report would overwrite the tickets: tickets.csv"),
        (
            ("tickets.csv", "--output", "a.xlsx"),
            "--output ends in none of .csv, .tsv, .jsonl, .parquet: a.xlsx",
        ),
        (("tickets.csv", "--output", "no/a.csv"), "--output: there is no folder no"),
        ((), "Missing argument 'FILE…'."),
        (("nothing.csv",), "Invalid value for 'FILE…': Path 'nothing.csv' does not exist."),
    ],
)
def test_what_cannot_be_meant_is_refused(run: Run, arguments: tuple[str, ...], words: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Error: {words}\n")


def test_without_drain_the_rest_is_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "drain3.drain", None)
    ran = run("tickets.csv")
    assert (ran.code, ran.err) == (
        0,
        "Unknown texts cannot be put together here. "
        "Install what it needs: pip install drain3-improved openpyxl pyarrow\n",
    )
    assert [row["errorbook_outcome"] for row in read("tickets.triage.csv")] == OUTCOMES
    assert "because Drain is not installed" in Path("tickets.triage.html").read_text("utf-8")


def begin_many(unfinished: Path) -> subprocess.Popen[str]:
    """Start a triage of many tickets and return when some are done."""
    with Path("many.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(2400):
            _, day, text = TICKETS[number % len(TICKETS)]
            writer.writerow([number, day, text.replace("document", f"document {number}")])
    process = subprocess.Popen(
        [str(ERRORBOOK), "triage", "many.csv", "--output", "broken.csv", "--jobs", "2"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whoever runs the tests in the background may have them ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    wait_for(lambda: unfinished.exists() and unfinished.stat().st_size > 3000)
    return process


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not done():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_an_interrupted_run_goes_on_and_ends_like_one_that_was_not(folder: Path, run: Run) -> None:
    unfinished = folder / "broken.csv.unfinished"
    process = begin_many(unfinished)
    # To the whole group, as a terminal does.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, ""), err
    reading, interrupted = err.splitlines()
    assert reading == "Reading 'many.csv': text in 'description', dates in 'created_at'"
    assert interrupted.startswith("Interrupted after ")
    assert interrupted.endswith(" of 2,400 tickets. Give the same command again to go on.")
    assert not (folder / "broken.csv").exists()

    resumed = run("many.csv", "--output", "broken.csv")
    assert resumed.err.startswith("Going on after ")
    assert run("many.csv", "--output", "whole.csv", "--jobs", "1").err == ""
    assert Path("broken.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert Path("broken.html").read_bytes() == Path("whole.html").read_bytes()
    assert not unfinished.exists()


def test_a_run_that_is_killed_leaves_no_process_and_goes_on(folder: Path, run: Run) -> None:
    process = begin_many(folder / "broken.csv.unfinished")
    process.kill()
    # The pipes close when the last of the processes has ended.
    process.communicate(timeout=60)
    assert run("many.csv", "--output", "broken.csv").err.startswith("Going on after ")
    assert len(read("broken.csv")) == 2400


def test_progress_shows_only_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert run("tickets.csv").err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    run("tickets.csv")
    assert "Matching" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_no_planted_value_is_shown(run: Run) -> None:
    cases = json.loads((Path(__file__).parents[1] / "cases/masking.json").read_text("utf-8"))
    planted = [(frame, value) for row in cases["rows"] for frame in row["frames"] for value in row["values"]]
    every = [planted[number % len(planted)] for number in range(500)]
    lines = [
        f"Error: {frame.format(value)} {number} ana{number}@acme.example"
        for number, (frame, value) in enumerate(every)
    ]
    with Path("hard.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "description"), *enumerate(lines)])
    plain, as_json = run("hard.csv", "--least", "1"), run("hard.csv", "--least", "1", "--json")
    assert (plain.code, as_json.code) == (0, 0)
    shown = plain.out + as_json.out + Path("hard.triage.html").read_text("utf-8")
    assert "was refused" in shown
    assert [value for _, value in every if len(value) > 3 and value.lower() in shown.lower()] == []
    assert not re.search(r"ana\d+@", shown)
