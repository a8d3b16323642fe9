"""``errorbook check`` on addresses: what was published must still lead somewhere."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import VOCABULARY, MakeEntry, WriteErrors

from errorbook.cli.main import commands

ADDRESSES = {"schema_version": "1.0", "errors_path": "errors", "directory_urls": True}


@pytest.fixture
def folder(write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry()})
    (folder.parent / "content/guides").mkdir(parents=True)
    (folder.parent / "content/README.md").write_text("# Home\n", "utf-8")
    monkeypatch.chdir(folder.parent)
    return folder


def check(*urls: str) -> Result:
    Path("urls.json").write_text(json.dumps({**ADDRESSES, "urls": urls}, indent=1), "utf-8")
    return CliRunner().invoke(commands, ["check", "--today", "2026-11-22", "--published", "urls.json"])


@pytest.mark.usefixtures("folder")
def test_addresses_that_are_kept_are_no_problem() -> None:
    result = check("", "e/XERO-0001/", "errors/xero/a/", "urls.json")
    assert result.exit_code == 0, result.output


@pytest.mark.usefixtures("folder")
def test_an_address_that_would_lead_to_nothing_fails_the_check() -> None:
    result = check("e/XERO-0009/", "guides/gone/")
    assert result.exit_code == 1
    first, second, *rest = result.output.splitlines()
    assert first.startswith("urls.json:6:1: e/XERO-0009/: was published and would lead to nothing. Bring the")
    assert second.startswith("urls.json:7:1: guides/gone/: was published and would lead to nothing.")
    assert "2 problems in 1 file" in rest


@pytest.mark.usefixtures("folder")
def test_a_list_that_is_none_is_told() -> None:
    Path("urls.json").write_text("[]", "utf-8")
    result = CliRunner().invoke(commands, ["check", "--published", "urls.json"])
    assert result.exit_code == 1
    assert result.output.splitlines()[0].startswith("urls.json: does not list addresses.")


@pytest.mark.usefixtures("folder")
def test_a_list_that_is_not_there_is_not_understood() -> None:
    assert CliRunner().invoke(commands, ["check", "--published", "missing.json"]).exit_code == 2


def test_a_moved_page_must_lead_to_one(folder: Path) -> None:
    moved = f"{VOCABULARY}moved: {{guides/old.md: guides/new.md}}\n"
    (folder / "catalogue.yml").write_text(moved, "utf-8")
    assert "moved.guides/old.md: leads to guides/new/, which does not exist" in check().output
    (folder.parent / "content/guides/new.md").write_text("# New\n", "utf-8")
    assert check("guides/old/").exit_code == 0


def test_without_written_pages_only_the_errors_are_judged(folder: Path) -> None:
    (folder.parent / "content/README.md").unlink()
    (folder.parent / "content/guides").rmdir()
    (folder.parent / "content").rmdir()
    assert check("guides/gone/").exit_code == 0
    assert check("e/XERO-0009/").exit_code == 1


def test_it_says_exactly_what_waits_for_files_that_can_be_read(folder: Path, make_entry: MakeEntry) -> None:
    (folder / "xero/b.yml").write_text(make_entry(id="XERO-0002", title=None), "utf-8")
    (folder / "xero/c.yml").write_text("id: XERO-0003\n\ttitle: Shut\n", "utf-8")
    result = CliRunner().invoke(commands, ["check"])
    of_all = ["broken-relation", "unshown-relation", "broken-succession", "same-message", "not-found"]
    of_all += ["misread", "found-wrongly"]
    waiting = [
        *of_all,
        "never-sure",
        "asked-in-vain",
        "same-telling",
        "unused",
        "gone",
        "redirect",
        "published",
    ]
    count, first, second, third, _ = result.output.splitlines()[2:]
    assert (result.exit_code, count) == (1, "2 problems in 2 files")
    assert first == f"Not checked until this is corrected: {', '.join(waiting)}."
    assert second.startswith("Nor in errors/xero/b.yml: adjacent-holes, few-letters, few-examples, ")
    assert third == "Nor anything else in errors/xero/c.yml."
    assert _not_checked() == waiting
    in_files = json.loads(CliRunner().invoke(commands, ["check", "--json"]).output)["not_checked_in"]
    assert second == f"Nor in errors/xero/b.yml: {', '.join(in_files['errors/xero/b.yml'])}."
    assert (list(in_files), in_files["errors/xero/c.yml"]) == (["errors/xero/b.yml", "errors/xero/c.yml"], [])
    (folder / "xero/c.yml").unlink()
    (folder / "xero/b.yml").unlink()
    assert "not checked" not in CliRunner().invoke(commands, ["check"]).output
    assert _not_checked() == []


def test_all_that_can_be_told_is_told_in_one_run(folder: Path, make_entry: MakeEntry) -> None:
    german = {"title": "Zu viel", "causes": ["Es ist zu viel."], "resolution": [], "values": {}}
    (folder / "xero/b.yml").write_text(
        make_entry(
            id="XERO-0002",
            verfy="It is paid.",
            severity=["blocks-sync"],
            records=["invoice", "tree"],
            causes=["It is {dear} or <b>free</b>."],
            resolution=[{"do": "Open [it](page.md) in Xero.", "risk": "changes-weather"}],
            relations=[{"type": "akin", "id": "XERO-0001"}],
            guides=["nowhere"],
            translations={"de": german},
            messages=["Door {door} is shut"],
            values={"door": {"type": "code", "label": "door"}, "spare": {"type": "code", "label": "spare"}},
        ),
        "utf-8",
    )
    (folder / "xero/c.yml").write_text(
        make_entry(
            id="XERO-0002",
            former_slugs=["b"],
            title="“A title”",
            summary="Its {Door} is open.",
            resolution=[{"ask": "Is it paid in Xero?", "answers": {"Yes": ["Open Xero."]}}],
            messages=["Window {window} is open"],
            values={"window": {"type": "code", "label": "window"}},
            examples=[{"paste": "Window 12 is open", "expect": {"pane": "12"}}],
            relations=[{"type": "see-also", "id": "XERO-0999"}],
            escalate={"when": "The window stays open."},
        ),
        "utf-8",
    )
    (folder / "xero/d.yml").write_text("id: XERO-0999\n\ttitle: Shut\n", "utf-8")
    told = [line.split(" ")[:3] for line in CliRunner().invoke(commands, ["check"]).output.splitlines()]
    assert [(place[12], *said) for place, *said in told if place.startswith("errors/xero/")] == [
        ("b", "values.spare:", "is"),  # in no message
        ("b", "causes[0].text:", "has"),  # HTML
        ("b", "causes[0].text:", "has"),  # an undeclared hole
        ("b", "resolution[0].do:", "has"),  # a link to no web address
        ("b", "resolution[0].risk:", "is"),
        ("b", "examples[0].expect.amount:", "is"),
        ("b", "verfy:", "is"),
        ("b", "severity:", "is"),
        ("b", "records[1]:", "is"),
        ("b", "relations[0].type:", "is"),
        ("b", "guides[0]:", "is"),
        ("b", "translations.de.resolution:", "has"),
        ("b", "translations.de.values:", "do"),
        ("b", "translations.de.values:", "do"),
        ("c", "id:", "XERO-0002"),  # is given twice
        ("c", "warning:", "title:"),
        ("c", "resolution[0].ask:", "has"),
        ("c", "examples[0].expect.pane:", "is"),
        ("c", "former_slugs[0]:", "is"),
        ("c", "summary:", "has"),  # a hole that cannot be read
        ("c", "warning:", "escalate.when:"),
        ("d", "is", "indented"),
    ]


def test_an_unreadable_file_makes_no_false_problem_elsewhere(folder: Path, make_entry: MakeEntry) -> None:
    block = {"about": "A retry.", "steps": ["Retry the record in Cin7 Core."]}
    fields = {
        "id": "XERO-0002",
        "former_slugs": ["former"],
        "messages": ["Door {amount} is shut"],
        "examples": None,
    }
    including = make_entry(**fields, resolution=["Open Xero.", {"include": "retry"}])
    (folder / "shared/blocks").mkdir(parents=True)
    (folder / "shared/blocks/retry.yml").write_text(json.dumps(block), "utf-8")
    (folder / "xero/b.yml").write_text(including, "utf-8")
    assert CliRunner().invoke(commands, ["lock"]).exit_code == 0
    (folder / "xero/b.yml").write_text(including + "\tverify: It is.\n", "utf-8")
    (folder / "xero/a.yml").write_text(
        make_entry(relations=[{"type": "see-also", "id": "XERO-0002"}]), "utf-8"
    )
    told = check("e/XERO-0002/", "errors/xero/b/", "errors/xero/former/").output.splitlines()
    assert told[1:2] == ["1 problem in 1 file"], told


def _not_checked() -> object:
    return json.loads(CliRunner().invoke(commands, ["check", "--json"]).output)["not_checked"]


def test_only_the_problems_of_a_file_that_is_named_are_printed(folder: Path, make_entry: MakeEntry) -> None:
    for slug, number in (("b", 2), ("c", 3)):
        (folder / f"xero/{slug}.yml").write_text(
            make_entry(
                id=f"XERO-000{number}", examples=None, reviewed=None, messages=[f"Door {slug} is not closed"],
                values=None,
            ),
            "utf-8",
        )  # fmt: skip
    result = CliRunner().invoke(commands, ["check", "errors/xero/b.yml", "--hints"])
    assert result.exit_code == 1
    *problems, count, elsewhere = result.output.splitlines()
    assert problems
    assert {problem.partition(":")[0] for problem in problems} == {"errors/xero/b.yml"}
    assert count == f"{len(problems)} problems in 1 file"
    assert elsewhere.startswith("Elsewhere:   ")
    assert "errors/xero/c.yml" in CliRunner().invoke(commands, ["check", "errors/xero", "--hints"]).output
    everything = CliRunner().invoke(commands, ["check", "--hints"]).output
    assert ("errors/xero/c.yml" in everything, "Elsewhere" in everything) == (True, False)
