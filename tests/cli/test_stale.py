"""``errorbook stale``: what it prints and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MakeEntry, WriteErrors

from errorbook.cli.main import commands


@pytest.fixture
def folder(write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_errors(
        {
            "xero/a.yml": make_entry(owner="Ada", reviewed="2026-01-01", review_every="30d"),
            "xero/b.yml": make_entry(id="XERO-0002", title="Nobody looked", reviewed=None),
            "xero/c.yml": make_entry(id="XERO-0003", reviewed="2026-11-22"),
        }
    )
    monkeypatch.chdir(folder.parent)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["stale", *arguments])


@pytest.mark.usefixtures("folder")
def test_late_entries_are_listed_by_owner_and_counted() -> None:
    result = run("--today", "2026-12-01")
    assert result.output == (
        "Ada:\n"
        "  304 days overdue     XERO-0001  The payment is larger than the amount due\n"
        "nobody:\n"
        "  never reviewed       XERO-0002  Nobody looked\n"
        "2 entries are due for review\n"
    )
    assert result.exit_code == 1


@pytest.mark.usefixtures("folder")
def test_programs_read_one_list() -> None:
    result = run("--today", "2026-12-01", "--json")
    assert result.exit_code == 1
    first, second = json.loads(result.output)
    assert first == {
        "owner": "Ada",
        "id": "XERO-0001",
        "title": "The payment is larger than the amount due",
        "file": "errors/xero/a.yml",
        "reviewed": "2026-01-01",
        "due": "2026-01-31",
        "days_overdue": 304,
    }
    assert (second["owner"], second["reviewed"], second["due"], second["days_overdue"]) == (None,) * 4


def test_nothing_late_ends_well(folder: Path, make_entry: MakeEntry) -> None:
    for name in ("a", "b"):
        (folder / f"xero/{name}.yml").unlink()
    result = run("--today", "2026-12-01")
    assert (result.output, result.exit_code) == ("No review is overdue on 2026-12-01\n", 0)
    assert run("--today", "2026-12-01", "--json").output == "[]\n"


@pytest.mark.usefixtures("folder")
def test_a_day_that_is_none_is_not_understood() -> None:
    assert run("--today", "soon").exit_code == 2
