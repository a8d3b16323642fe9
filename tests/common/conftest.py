"""A sound catalogue in the working folder."""

from pathlib import Path

import pytest
from conftest import MakeEntry, WriteErrors


@pytest.fixture
def folder(
    tmp_path: Path, write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A sound catalogue; its parent is the working folder."""
    folder = write_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry()})
    monkeypatch.chdir(tmp_path)
    return folder
