"""A catalogue, and commands run as a shell would."""

import io
from pathlib import Path

import pytest
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
