"""What a catalogue's files may be and hold: whatever they are, a command ends soon and says it clearly."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeEntry, WriteErrors

from errorbook.catalogue.editor_schema import json_schema
from errorbook.cli.main import main
from errorbook.common import reading
from errorbook.common.problems import CatalogueError

# A command that waits for ever fails its test.
pytestmark = [
    pytest.mark.usefixtures("folder"),
    pytest.mark.timeout(60, method="signal" if hasattr(signal, "SIGALRM") else "thread"),
]
Run = Callable[..., tuple[int | str | None, str]]
ONE = "\n1 problem in 1 file\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command, and returns how it ends and what it prints."""

    def call(*arguments: str) -> tuple[int | str | None, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        return ended.value.code, printed.out + printed.err

    return call


def problems(ran: tuple[int | str | None, str]) -> str:
    """Return the one problem that a check prints, without what it says below of all that it left out."""
    code, printed = ran
    assert code == 1
    told, one, _ = printed.partition(ONE)
    assert one, printed
    return told


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["xero/b.yml", "catalogue.yml", "ids.lock"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "loop", "nothing"])
def test_only_regular_files_are_read(folder: Path, run: Run, name: str, kind: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    what = "is no regular file. Put a file with the text in its place"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(path if kind == "loop" else "not-there")
        reason = "Too many levels of symbolic links" if kind == "loop" else "No such file or directory"
        what = f"cannot be read ({reason}). Check the file and its permissions"
    assert problems(run("check")) == f"errors/{name}: {what}"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_every_command_says_so(folder: Path, run: Run) -> None:
    os.mkfifo(folder / "xero/b.yml")
    os.mkfifo(folder.parent / "t.csv")
    for call in (["match", "It failed"], ["new", "It failed"], ["lock"], ["stale"], ["export", "out"]):
        (folder.parent / "content").mkdir(exist_ok=True)
        assert run(*call) == (
            1,
            f"errors/xero/b.yml: is no regular file. Put a file with the text in its place{ONE}",
        )
    (folder / "xero/b.yml").unlink()
    assert run("triage", "t.csv") == (
        1,
        "Error: t.csv: is no regular file. Save the tickets to one, and name that\n",
    )


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize(
    ("pipe", "call"),
    [
        ("content/guides/a.md", ["check"]),
        ("content/guides/a.md", ["export", "out"]),
        ("content/logo.svg", ["export", "out"]),
        ("before.json", ["check", "--published", "before.json"]),
        ("mkdocs.yml", ["check"]),
        ("mkdocs.yml", ["export", "out"]),
        ("mkdocs.yml", ["lock"]),
        ("mkdocs.yml", ["new", "It failed"]),
        ("errors/entry.schema.json", ["schema"]),
        ("errors/entry.schema.json", ["schema", "--check"]),
    ],
)
def test_other_files_that_never_end_are_told_too(folder: Path, run: Run, pipe: str, call: list[str]) -> None:
    path = folder.parent / pipe
    (folder.parent / "content/guides").mkdir(parents=True)
    os.mkfifo(path)
    assert run(*call) == (1, f"{pipe}: is no regular file. Put a file with the text in its place{ONE}")


@pytest.mark.parametrize(("name", "largest"), [("xero/a.yml", "1,000,000"), ("ids.lock", "20,000,000")])
def test_a_file_without_an_end_is_refused(folder: Path, run: Run, name: str, largest: str) -> None:
    with (folder / name).open("a") as file:
        file.write("# \n" * 7_000_000)
    what = f"errors/{name}: has more than {largest} bytes. Remove what does not belong there"
    assert problems(run("check")) == what


def test_a_file_may_be_as_large_as_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("a" * 10)
    assert reading.text(path, "a", 10) == "a" * 10
    with pytest.raises(CatalogueError):
        reading.text(path, "a", 9)


STEP = {"do": "Open it in Xero.", "see": "x", "undo": "x"}
ASK = {"ask": "Is it?", "answers": {"Yes": [STEP], "No": [STEP]}}


@pytest.mark.parametrize(
    ("field", "changes", "longest"),
    [
        ("title", {"title": "{}"}, 200),
        ("summary", {"summary": "{}"}, 2000),
        ("messages[0].text", {"messages": ["{}"]}, 2000),
        ("messages[0].source", {"messages": [{"text": "a b", "source": "https://{}"}]}, 2000),
        ("messages[0].wording_of", {"messages": [{"text": "a b", "wording_of": "{}"}]}, 2000),
        ("aliases[0]", {"aliases": ["{}"]}, 2000),
        ("questions[0]", {"questions": ["{}"]}, 2000),
        ("former_slugs[0]", {"former_slugs": ["{}"]}, 80),
        ("codes[0].code", {"codes": [{"system": "xero", "code": "{}"}]}, 2000),
        ("values.amount.label", {"values": {"amount": {"type": "money", "label": "{}"}}}, 2000),
        ("causes[0].text", {"causes": ["{}"]}, 2000),
        ("resolution[0].do", {"resolution": ["{}"]}, 2000),
        ("resolution[0].see", {"resolution": [{**STEP, "see": "{}"}]}, 2000),
        ("resolution[0].ask", {"resolution": [{**ASK, "ask": "{}"}]}, 2000),
        ("escalate.when", {"escalate": {"when": "{}"}}, 2000),
        ("escalate.collect[0]", {"escalate": {"when": "it", "collect": ["{}"]}}, 2000),
        ("references[0].title", {"references": [{"title": "{}", "url": "https://a.example"}]}, 2000),
        ("references[0].url", {"references": [{"title": "a", "url": "https://{}"}]}, 2000),
        ("owner", {"owner": "{}"}, 2000),
        ("internal.notes", {"internal": {"notes": "{}"}}, 100_000),
        ("examples[0].paste", {"examples": ["{}"]}, 100_000),
        ("examples[0].expect.amount", {"examples": [{"paste": "a", "expect": {"amount": "{}"}}]}, 100_000),
        ("non_examples[0]", {"non_examples": ["{}"]}, 100_000),
    ],
)
def test_every_text_of_an_entry_has_an_end(
    write_errors: WriteErrors,
    make_entry: MakeEntry,
    capsys: pytest.CaptureFixture[str],
    field: str,
    changes: dict[str, Any],
    longest: int,
) -> None:
    filled = json.loads(json.dumps(changes).replace("{}", "a" * 120_000))
    write_errors({"xero/a.yml": make_entry(**filled)})
    with pytest.raises(SystemExit):
        main(["check"])
    told = problems((1, capsys.readouterr().out))
    assert told.endswith(f": {field}: is too long. Keep it to {longest} characters")
    assert len(told) < 200


def test_every_text_of_the_vocabulary_has_an_end(folder: Path, run: Run) -> None:
    a = "a" * 3000
    (folder / "catalogue.yml").write_text(
        f"name: {a}\nsystems:\n  xero: {{name: {a}, prefix: XERO, about: {a}}}\n"
        f"records:\n  invoice: {{name: {a}}}\n"
        f"spellings:\n  variant: {a}\nmoved:\n  old.md: {a}.md\n"
    )
    code, printed = run("check")
    assert code == 1
    assert printed.count("is too long. Keep it to") == 6


def test_a_key_without_an_end_is_named_by_its_beginning(folder: Path, run: Run) -> None:
    with (folder / "xero/a.yml").open("a") as file:
        file.write(f"? {'k' * 500_000}\n: x\n")
    told = problems(run("check"))
    assert f": {'k' * 100}…: is not a field" in told
    assert len(told) < 500


def test_no_text_in_the_schema_is_without_an_end() -> None:
    def texts(node: Any) -> list[Any]:
        if isinstance(node, list):
            return [found for item in node for found in texts(item)]
        if not isinstance(node, dict):
            return []
        kind = node.get("type")
        own = [node] if kind == "string" or (isinstance(kind, list) and "string" in kind) else []
        return own + [found for item in node.values() for found in texts(item)]

    found = texts(json_schema())
    assert len(found) > 20
    # Patterns without a repetition, and choices, have an end of their own; a plain text that stands for a
    # whole step or message is held to that one's field.
    endless = [
        text
        for text in found
        if text.keys() != {"type"}
        and not {"enum", "const", "maxLength"} & text.keys()
        and ("+" in text.get("pattern", "+"))
    ]
    assert endless == []
