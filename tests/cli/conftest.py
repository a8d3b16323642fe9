"""A catalogue, and commands run as a shell would."""

import io
from dataclasses import replace
from pathlib import Path

import listing
import pytest
import tickets
from commands import Ran, Run
from conftest import MakeEntry, WriteErrors

from errorbook.cli.main import main


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


@pytest.fixture
def empty(write_errors: WriteErrors, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue without an entry, beside a list to import and its mapping, in the working folder."""
    folder = write_errors({"catalogue.yml": listing.CATALOGUE})
    monkeypatch.chdir(folder.parent)
    Path("mapping.yml").write_text(listing.MAPPING, "utf-8")
    Path("list.csv").write_text(listing.CSV, "utf-8")
    return folder


@pytest.fixture
def exported(folder: Path) -> Path:
    """The working folder, with tickets.csv in it beside the catalogue."""
    tickets.write("tickets.csv")
    return folder.parent


@pytest.fixture
def triage(run: Run) -> Run:
    """Runs the command `triage`; what it says of its columns is left out."""

    def call(*arguments: str) -> Ran:
        ran = run("triage", *arguments)
        told = [line for line in ran.err.splitlines(True) if not line.startswith("Reading ")]
        return replace(ran, err="".join(told))

    return call
