"""`errorbook new --from-triage`: a draft for each message that many tickets share and nobody wrote about."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import tickets
import yaml
from commands import Ran, Run

import errorbook

FOUND = "found.json"


def saved_by_a_reader(message: str) -> str:
    """Return the file that the site saves of a message to the authors."""
    module = Path(errorbook.__file__).parent / "assets/lookup/unknown-file.js"
    said = f"console.log(savedText({json.dumps(message)}))"
    script = f"import {{savedText}} from {json.dumps(module.as_uri())}; {said}"
    asked = ["node", "--no-warnings", "--input-type=module", "--eval", script]
    return subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def triaged(run: Run) -> None:
    """Write the JSON of a triage: three tickets share a message without an article."""
    tickets.write("tickets.csv")
    Path(FOUND).write_text(run("triage", "tickets.csv", "--json").out, "utf-8")


def test_what_a_triage_found_becomes_drafts(run: Run, folder: Path) -> None:
    triaged(run)
    ran = run("new", "--from-triage", FOUND, "--system", "xero")
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


def test_several_drafts_get_an_id_each_and_the_most_frequent_come_first(run: Run, folder: Path) -> None:
    words = ("hopper jams", "carrier stalls", "scanner beeps")
    found = [{"message": f"The {each} while it is cold", "system": "xero"} for each in words]
    Path(FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
    ran = run("new", "--from-triage", FOUND, "--most", "2")
    assert ran.code == 0, ran.err
    assert re.findall(r"\((XERO-\d+)\)", ran.out) == ["XERO-0002", "XERO-0003"]
    assert [len(list(folder.rglob(f"*{each.split()[0]}*"))) for each in words] == [1, 1, 0]


def test_what_is_known_meanwhile_is_left_out(run: Run, folder: Path) -> None:
    found = [
        {"message": text, "system": "xero"} for text in (tickets.KNOWN, "The hopper jams while it is cold")
    ]
    Path(FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
    ran = run("new", "--from-triage", FOUND)
    assert (ran.code, "This is XERO-0001 already." in ran.err) == (0, True)
    assert len(list((folder / "xero").iterdir())) == 2


def test_the_system_that_its_author_gives_wins_and_is_told(run: Run, folder: Path) -> None:
    texts = ("Xero: the hopper jams", "The scanner beeps while it is cold")
    found = [{"message": text, "system": told} for text, told in zip(texts, ("xero", ""), strict=True)]
    Path(FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
    ran = run("new", "--from-triage", FOUND, "--system", "quickbooks")
    assert (ran.code, len(list((folder / "quickbooks").iterdir()))) == (0, 2)
    assert ran.err == f"In quickbooks, as --system says; the text itself tells xero.\n  {texts[0]}\n"


def test_what_tells_no_system_waits_until_its_author_does(run: Run, folder: Path) -> None:
    texts = ("Xero: the hopper jams", "The scanner beeps while it is cold")
    found = [{"message": text, "system": ""} for text in texts]
    Path(FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
    first = run("new", "--from-triage", FOUND)
    assert (first.code, first.out.count("Wrote errors/xero/")) == (1, 1)
    asked = "Say who writes the text: --system xero | quickbooks | cin7-core"
    assert first.err == f"{asked}\n  {texts[1]}\n"
    again = run("new", "--from-triage", FOUND, "--system", "quickbooks")
    assert (again.code, again.out.count("Wrote errors/quickbooks/")) == (0, 1)
    assert again.err.startswith("This is XERO-0002 already.")


def test_the_same_command_again_writes_nothing_a_second_time(run: Run, folder: Path) -> None:
    # So much of the text is somebody's own that matching it is never sure.
    text = 'The "Example" of 7 "Example" is "Example" 12.50 not'
    found = [{"message": text, "system": ""}] * 2
    Path(FOUND).write_text(json.dumps({"proposals": found}), "utf-8")
    ran = [run("new", "--from-triage", FOUND, "--system", "xero") for _ in range(2)]
    assert [(each.code, each.out.count("Wrote")) for each in ran] == [(0, 1), (1, 0)]
    told = f"This is XERO-0002 already. Add the wording there, or use --force.\n  {text}\n"
    assert [each.err for each in ran] == [told, told * 2]
    assert len(list((folder / "xero").iterdir())) == 2
    assert "is a message of" not in run("check").out


def test_what_a_reader_saved_of_an_unknown_text_begins_an_entry(run: Run, folder: Path) -> None:
    lines = (
        "Hello,",
        "The hopper of [\u2026] stays at [number] while '[\u2026]' is cold",
        "Since when: the week in which [the lid] was new: \u201cours\u201d",
    )
    Path(FOUND).write_text(saved_by_a_reader("\n".join(lines)), "utf-8")
    ran = run("new", "--from-triage", FOUND, "--system", "xero")
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
def test_what_is_no_triage_is_one_problem(run: Run, text: str) -> None:
    Path(FOUND).write_text(text, "utf-8")
    assert run("new", "--from-triage", FOUND) == Ran(
        1,
        "",
        "found.json: is not the JSON of a triage."
        " Give what 'errorbook triage tickets.csv --json' printed\n1 problem in 1 file\n",
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("none", ["null", "[]"])
def test_a_triage_that_found_nothing_is_told(run: Run, none: str) -> None:
    Path(FOUND).write_text(f'{{"proposals": {none}}}', "utf-8")
    assert "found.json: names no message without an article." in run("new", "--from-triage", FOUND).err


@pytest.mark.usefixtures("folder")
def test_texts_of_its_own_leave_no_room_for_another(run: Run) -> None:
    Path(FOUND).write_text("{}", "utf-8")
    ran = run("new", "The widget broke", "--from-triage", FOUND)
    assert (ran.code, "brings texts of its own" in ran.err) == (2, True)


def test_a_draft_has_the_holes_of_the_triage_and_no_marks_that_no_ticket_had(run: Run, folder: Path) -> None:
    told = "Frobnication of ledger row 55 was declined by the gateway scheduler"
    Path("tickets.csv").write_text(f"Description\n{told}\n", "utf-8")
    Path(FOUND).write_text(run("triage", "tickets.csv", "--least", "1", "--json").out, "utf-8")
    ran = run("new", "--from-triage", FOUND, "--system", "xero")
    assert ran.code == 0, ran.err
    (written,) = (path for path in (folder / "xero").iterdir() if path.name != "a.yml")
    draft = yaml.safe_load(written.read_text("utf-8"))
    assert draft["messages"] == [{"text": "{name} of ledger row {number} was declined by the {name_2}"}]
    assert [example["paste"] for example in draft["examples"]] == [
        "Example of ledger row 7 was declined by the Example"
    ]
    assert run("match", told).out.startswith("This is XERO-0002")
    again = run("new", "--from-triage", FOUND, "--system", "xero")
    assert "This is XERO-0002 already." in again.err


@pytest.mark.parametrize("template", ["The {gate", "Another {text} of it", "The hopper {2}"])
def test_a_template_that_is_not_of_its_message_is_passed_over(run: Run, folder: Path, template: str) -> None:
    found = {"message": "The hopper 4711 jams while cold", "system": "xero", "template": template}
    Path(FOUND).write_text(json.dumps({"proposals": [found]}), "utf-8")
    assert run("new", "--from-triage", FOUND).code == 0
    (written,) = (path for path in (folder / "xero").iterdir() if path.name != "a.yml")
    assert "The hopper {number} jams while cold" in written.read_text("utf-8")
