"""What triage reads, writes and says."""

import csv
import json
import re
import sys
from html import unescape
from pathlib import Path

import pytest
import tickets
from commands import Ran, Run
from conftest import VOCABULARY, MakeEntry, WriteErrors

from errorbook.cli.main import main

pytestmark = pytest.mark.usefixtures("exported")
OUTCOMES = ["is", "is", "unknown", "unknown", "unknown", "none"]
STOOD_IN = 'Label for "Example" was not printed: name@example.com, pwd="Example"'
PROPOSED = "Label for {name} was not printed: {email}, pwd={secret}"


@pytest.mark.parametrize("given", ["t.csv", "t.tsv", "t.jsonl", "t.xlsx", "t.parquet"])
@pytest.mark.parametrize("wanted", ["o.csv", "o.tsv", "o.jsonl", "o.parquet"])
def test_every_kind_of_table_becomes_every_other(triage: Run, given: str, wanted: str) -> None:
    assert triage(tickets.write(given), "--output", wanted).code == 0
    rows = tickets.read(wanted)
    assert [tuple(row[name] or "" for name in tickets.COLUMNS) for row in rows] == list(tickets.TICKETS)
    assert [row["errorbook_outcome"] for row in rows] == OUTCOMES
    assert [row["errorbook_group"] for row in rows] == ["", "", "1", "1", "1", ""]


def test_a_row_says_what_was_found_in_it(triage: Run) -> None:
    assert triage("tickets.csv", "--site", "https://help.example").code == 0
    first = tickets.read("tickets.triage.csv")[0]
    assert {name: value for name, value in first.items() if name not in tickets.COLUMNS} == {
        "errorbook_outcome": "is",
        "errorbook_id": "XERO-0001",
        "errorbook_title": "The payment is larger than the amount due",
        "errorbook_link": "https://help.example/e/XERO-0001/",
        "errorbook_values": '{"amount": "12.50"}',
        "errorbook_also": "",
        "errorbook_also_titles": "",
        "errorbook_also_links": "",
        "errorbook_suggested": "",
        "errorbook_group": "",
    }


def test_every_error_of_a_ticket_has_its_title_and_link(
    triage: Run, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    shown = {name: f"Warehouse {{amount}} cannot be {name}" for name in ("counted", "locked")}
    for number, (name, message) in enumerate(shown.items(), 2):
        examples = [{"paste": message.format(amount="5"), "expect": {"amount": "5"}}]
        entry = make_entry(id=f"XERO-000{number}", title=f"Not {name}", messages=[message], examples=examples)
        write_errors({f"xero/{name}.yml": entry})
    text = "\n\n".join([tickets.KNOWN, *(message.format(amount="5") for message in shown.values())])
    with Path("t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([tickets.COLUMNS, ("1", "", text)])
    assert triage("t.csv", "--site", "https://help.example").code == 0
    (row,) = tickets.read("t.triage.csv")
    titles = {"XERO-0001": "The payment is larger than the amount due"}
    titles |= {"XERO-0002": "Not counted", "XERO-0003": "Not locked"}
    others = [id_ for id_ in titles if id_ != row["errorbook_id"]]
    assert row["errorbook_also"] == " ".join(others)
    assert row["errorbook_also_titles"] == "; ".join(titles[id_] for id_ in others)
    assert row["errorbook_also_links"] == " ".join(f"https://help.example/e/{id_}/" for id_ in others)


def test_a_description_counts_as_what_it_is_and_names_no_error(triage: Run) -> None:
    said = "somebody typed a payment that is larger than the amount due"
    Path("t.csv").write_text(f"id,description\n1,{said}\n", "utf-8")
    assert json.loads(triage("t.csv", "--json").out)["kinds"]["described"] == 1
    (row,) = tickets.read("t.triage.csv")
    assert (row["errorbook_outcome"], row["errorbook_id"]) == ("described", "")
    assert row["errorbook_suggested"] == "XERO-0001"


def test_a_table_with_semicolons_and_a_mark_is_answered_in_kind(triage: Run) -> None:
    Path("t.csv").write_text(
        "\ufeffid;description\n1;Payment of 12.50 exceeds the amount outstanding\n", "utf-8"
    )
    assert triage("t.csv").code == 0
    assert Path("t.triage.csv").read_text("utf-8").startswith("\ufeffid;description;errorbook_outcome;")


def test_what_is_read_is_said_before_it_is_matched(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.csv").write_bytes("Nummer;Subject\n1;Grüße vom Lager\n".encode("cp1252"))
    with pytest.raises(SystemExit):
        main(["triage", "tickets.csv", "old.csv"])
    assert capsys.readouterr().err == (
        "Reading 'tickets.csv': text in 'description', dates in 'created_at'\n"
        "Reading 'old.csv': text in 'Subject', no dates\n"
        "Reading 'old.csv' as cp1252; --encoding names another\n"
    )


def test_where_little_is_found_the_text_is_questioned(triage: Run) -> None:
    Path("t.csv").write_text("id,Subject,notes\n1,Sync again,Call them back on Friday please\n", "utf-8")
    ran = triage("t.csv")
    asked = "Only 0 of 1 ticket read like an error. Is the text in 'notes'?"
    assert f"\n{asked} Name every column that holds some with --column.\n" in ran.out
    assert asked in Path("t.triage.html").read_text("utf-8").replace("&#39;", "'")
    Path("u.csv").write_text("id,Subject\n1,Sync again\n", "utf-8")
    assert "Does the export hold the messages?" in json.loads(triage("u.csv", "--json").out)["question"]
    assert json.loads(triage("tickets.csv", "--json").out)["question"] == ""


def test_a_folder_is_all_exports_in_it(triage: Run) -> None:
    for name in ("year/2025/a.csv", "year/b.tsv", "year/.hidden/c.csv", "year/b.triage.csv"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        tickets.write(name)
    Path("year/read.me").touch()
    ran = triage("year", "year/b.tsv")
    # The same ticket in two exports is one.
    assert ran.out.startswith("6 tickets in 12 rows, text in 'description'")
    assert len(tickets.read("year.triage.csv")) == 12
    Path("empty").mkdir()
    assert "There is no .csv, " in triage("empty").err


def test_all_files_that_cannot_be_read_are_named_at_once(triage: Run) -> None:
    Path("a.csv").touch()
    Path("b.json").write_text("[1]", "utf-8")
    lines = triage("a.csv", "tickets.csv", "b.json").err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Error", "b.json"]


def test_the_terminal_shows_the_summary_and_nothing_else(triage: Run) -> None:
    assert triage("tickets.csv") == Ran(
        0,
        "6 tickets, text in 'description', dates in 'created_at'\n"
        "          2  33 %  an error of the catalogue\n"
        "          0   0 %  looks like an error of the catalogue\n"
        "          3  50 %  an error without an article\n"
        "          0   0 %  described, perhaps an error of the catalogue\n"
        "          1  17 %  nothing that reads like an error\n"
        "\n"
        "Most frequent\n"
        "          2  XERO-0001  The payment is larger than the amount due\n"
        "\n"
        "Without an article\n"
        f"          3  {PROPOSED}  since 2026-01-03\n"
        f"             errorbook new '{STOOD_IN}'\n"
        "\n"
        "Wrote tickets.triage.csv and tickets.triage.html\n",
        "",
    )


def test_no_value_of_a_ticket_leaves_the_table(triage: Run) -> None:
    said = triage("tickets.csv").out
    told = triage("tickets.csv", "--json").out
    report = Path("tickets.triage.html").read_text("utf-8")
    for text in (said, told, report):
        assert [value for value in tickets.PRIVATE if value in text] == []


def test_programs_get_the_summary(triage: Run) -> None:
    record = json.loads(triage("tickets.csv", "--json", "--least", "4").out)
    assert record["rows"] == sum(record["kinds"].values()) == 6
    assert record["errors"][0]["rows"] == 2
    assert (record["proposals"], record["scattered"], record["undated"]) == ([], 3, 1)


def test_nothing_but_table_and_report_is_left(triage: Run, exported: Path) -> None:
    triage("tickets.csv")
    names = {path.name for path in exported.iterdir()}
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
def test_bad_input_is_one_line(triage: Run, arguments: tuple[str, ...], words: str) -> None:
    triage("tickets.csv")
    Path("empty.csv").touch()
    assert triage(*arguments) == Ran(1, "", f"Error: {words}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tickets.csv", "--output", "tickets.csv"), "--output would overwrite the tickets: tickets.csv"),
        (("tickets.csv", "--report", "tickets.csv"), "--report would overwrite the tickets: tickets.csv"),
        (
            ("tickets.csv", "--output", "a.xlsx"),
            "--output ends in none of .csv, .tsv, .jsonl, .parquet: a.xlsx",
        ),
        (("tickets.csv", "--report", "mkdocs.yml"), "--report ends in none of .html, .htm: mkdocs.yml"),
        (("tickets.csv", "--output", "no/a.csv"), "--output: there is no folder no"),
        ((), "Missing argument 'FILE…'."),
        (("nothing.csv",), "Invalid value for 'FILE…': Path 'nothing.csv' does not exist."),
    ],
)
def test_what_cannot_be_meant_is_refused(triage: Run, arguments: tuple[str, ...], words: str) -> None:
    ran = triage(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Error: {words}\n")


def test_without_drain_the_rest_is_done(triage: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "drain3.drain", None)
    ran = triage("tickets.csv")
    assert (ran.code, ran.err) == (
        0,
        "Unknown texts cannot be put together here. "
        "Install what it needs: pip install drain3-improved openpyxl pyarrow\n",
    )
    assert [row["errorbook_outcome"] for row in tickets.read("tickets.triage.csv")] == OUTCOMES
    assert "because Drain is not installed" in Path("tickets.triage.html").read_text("utf-8")


def test_no_planted_value_is_shown(triage: Run) -> None:
    cases = json.loads((Path(__file__).parents[1] / "cases/masking.json").read_text("utf-8"))
    planted = [(frame, value) for row in cases["rows"] for frame in row["frames"] for value in row["values"]]
    every = [planted[number % len(planted)] for number in range(500)]
    lines = [
        f"Error: {frame.format(value)} {number} ana{number}@acme.example"
        for number, (frame, value) in enumerate(every)
    ]
    with Path("hard.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "description"), *enumerate(lines)])
    plain, as_json = triage("hard.csv", "--least", "1"), triage("hard.csv", "--least", "1", "--json")
    assert (plain.code, as_json.code) == (0, 0)
    # As people and programs read it: JSON tells other letters by their numbers, HTML escapes some.
    told = json.dumps(json.loads(as_json.out), ensure_ascii=False)
    report = unescape(Path("hard.triage.html").read_text("utf-8"))
    shown = (plain.out + told + report).lower()
    for text in (plain.out, told, report):
        assert "was refused" in text
    values = {re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", value.lower()) for _, value in every}
    assert [value for value in values if (len(value) > 3 or not value.isalnum()) and value in shown] == []
    assert [value for value in values if not value.isascii() and value in shown] == []
    assert not re.search(r"ana\d+@", shown)


def test_a_german_message_is_proposed_with_its_nouns_and_without_a_name(
    triage: Run, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    write_errors({"catalogue.yml": f"language: de\n{VOCABULARY}", "xero/a.yml": make_entry()})
    names = ["Okafor", "Müller", "Lagerfeld"]
    lines = [f"Fehler: Die Rechnungsnummer von {name} ist im Lagerort bereits vergeben" for name in names]
    with Path("g.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "description"), *enumerate(lines)])
    (found,) = json.loads(triage("g.csv", "--json").out)["proposals"]
    assert found["template"] == "Die Rechnungsnummer von {name} ist im Lagerort bereits vergeben"


def test_a_cluster_that_cannot_be_asked_is_one_problem_and_leaves_nothing(
    exported: Path, triage: Run
) -> None:
    ran = triage("tickets.csv", "--dask", "nonsense")
    said = "Error: nonsense: is no address of a scheduler. Write one such as tcp://10.0.0.5:8786\n"
    assert (ran.code, ran.out, ran.err) == (1, "", said)
    assert [path.name for path in exported.glob("tickets.*")] == ["tickets.csv"]
    refused = triage("tickets.csv", "--dask", "tcp://10.0.0.5:8786", "--jobs", "2")
    assert (refused.code, "--jobs is for processes here" in refused.err) == (2, True)
