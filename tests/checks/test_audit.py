"""A build says what ``errorbook check`` says: errors stop it, and warnings are warnings."""

import logging
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, saying, write_errors
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from errorbook.catalogue import reader
from errorbook.checks import audit
from errorbook.cli.main import commands
from errorbook.common.memory import Memory
from errorbook.common.problems import Problem
from errorbook.matching import Matcher, Result
from errorbook.site.site_info import SiteInfo

CARD = saying("The card {card} was declined by {bank}") | {
    "id": "XERO-0002",
    "title": "The bank declined the card",
    "values": {"card": {"type": "text", "label": "card"}, "bank": {"type": "name", "label": "bank"}},
}
CARD["examples"] = [f"{start}The card 7 was declined by Example Bank" for start in ("", "Failed: ")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_errors(tmp_path / "errors", payment_too_large={}, card_declined=CARD)
    (tmp_path / "content/guides").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING)


def duplicate_message(errors: Path) -> None:
    write_errors(errors, third={**saying("payment exceeds: the amount due"), "id": "XERO-0003"})


def html(errors: Path) -> None:
    write_errors(errors, payment_too_large={"summary": "Read <b>this</b>."})


def holes_side_by_side(errors: Path) -> None:
    write_errors(errors, card_declined={**CARD, "messages": ["The card was declined by {card}{bank}"]})


def broken_relation(errors: Path) -> None:
    write_errors(errors, payment_too_large={"relations": [{"type": "see-also", "id": "XERO-0404"}]})


def missing_guide(errors: Path) -> None:
    write_errors(errors, payment_too_large={"guides": ["nope"]})


def missing_ledger(errors: Path) -> None:
    (errors / "ids.lock").unlink()


def entry_gone(errors: Path) -> None:
    (errors / "xero/card-declined.yml").unlink()


def renamed(errors: Path) -> None:
    (errors / "xero/card-declined.yml").rename(errors / "xero/card-refused.yml")


FAULTS = [
    (duplicate_message, "errors/xero/third.yml:4:3: messages[0].text: is a message of XERO-0001 too. "),
    (html, "summary: has the HTML tag <b>. "),
    (holes_side_by_side, "errors/xero/card-declined.yml:4:3: messages[0].text: "),
    (broken_relation, "relations[0].id: is XERO-0404, which does not exist. "),
    (missing_guide, "guides[0]: is 'nope', and there is no such guide. Remove it, or write the page"),
    (
        missing_ledger,
        "errors/ids.lock: is missing. "
        "Restore it from the file's history; in a new catalogue, run 'errorbook lock' to begin it",
    ),
    (entry_gone, "errors/ids.lock:3:1: warning: XERO-0002 has no entry any more. "),
    (renamed, "id: XERO-0002 had the address xero/card-declined before. "),
]


def test_a_sound_catalogue_is_built_and_checked_without_a_word(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build_site(folder)
    assert told(caplog) == ""
    assert CliRunner().invoke(commands, ["check", "--strict"]).exit_code == 0


@pytest.mark.parametrize(("fault", "problem"), FAULTS)
def test_what_fails_the_check_fails_the_build(
    fault: Callable[[Path], None], problem: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fault(folder / "errors")
    with pytest.raises(Abort):
        build_site(folder)
    assert problem in told(caplog)
    assert not re.search("Traceback", told(caplog))
    result = CliRunner().invoke(commands, ["check"])
    assert result.exit_code == 1
    assert problem.replace("warning: ", "") in result.output


def test_all_that_is_wrong_is_told_at_once(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for fault in (html, duplicate_message, missing_ledger):
        fault(folder / "errors")
    with pytest.raises(Abort):
        build_site(folder)
    lines = told(caplog).splitlines()
    assert lines[0] == "The catalogue cannot be published:"
    assert lines[-1] == f"{len(lines) - 2} problems in 3 files"
    for words in ("summary: ", "is a message of XERO-0001 too", "ids.lock: is missing"):
        assert words in told(caplog)


@pytest.mark.parametrize("page", ["../../escaped.md", "../escaped.md", "/escaped.md", "a/../../escaped.md"])
def test_a_page_that_moved_out_of_the_site_is_written_nowhere(
    page: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = folder / "deep/in/a/folder"
    shutil.copytree(folder / "errors", site / "errors")
    with (site / "errors/catalogue.yml").open("a", encoding="utf-8") as file:
        file.write(f"moved:\n  {page}: index.md\n")
    with pytest.raises(Abort):
        build_site(site)
    with pytest.raises(Abort):
        build_site(site, command="serve")
    what = f": moved.{page}: is not the path of a page. Write a path below the content folder"
    assert [what in record.getMessage() for record in caplog.records] == [True, True]
    before = set(folder.rglob("*"))
    for command in (["check"], ["export", str(site / "out")]):
        result = CliRunner().invoke(commands, [*command, "--config-file", str(site / "mkdocs.yml")])
        assert result.exit_code == 1
        assert what in result.output + str(result.exception)
    assert set(folder.rglob("*")) == before
    assert not list(folder.rglob("*escaped*"))


def test_warnings_are_warnings(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    write_errors(folder / "errors", payment_too_large={"references": []})
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        build_site(folder)
    assert "errors/xero/payment-too-large.yml:12:1: warning: references: " in told(caplog)


@pytest.mark.parametrize("fault", [html, entry_gone])
def test_serve_says_so_and_goes_on(
    fault: Callable[[Path], None], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fault(folder / "errors")
    site = build_site(folder, command="serve")
    assert (site / "errors/xero/payment-too-large/index.html").is_file()
    assert "errors/" in told(caplog)
    levels = {record.levelname for record in caplog.records if record.levelno >= logging.WARNING}
    assert levels == {"ERROR" if fault is html else "WARNING"}


def test_a_build_does_not_depend_on_the_day(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    write_errors(folder / "errors", payment_too_large={"reviewed": "2001-02-03", "review_every": "30d"})
    assert "due" in CliRunner().invoke(commands, ["check"]).output
    build_site(folder)
    assert told(caplog) == ""


def test_a_catalogue_is_tried_again_only_when_something_changed(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    html(folder / "errors")
    tried = []
    problems = audit.problems

    def counted(*asked: Any) -> list[Problem]:
        tried.append(asked)
        return problems(*asked)

    monkeypatch.setattr(audit, "problems", counted)
    build_site(folder, command="serve")
    first, before = told(caplog), len(tried)
    caplog.clear()
    (folder / "content/index.md").write_text("# Other words\n\n<!-- errorbook:lookup -->\n", "utf-8")
    build_site(folder, command="serve")
    assert (told(caplog), len(tried)) == (first, before)
    caplog.clear()
    write_errors(folder / "errors", payment_too_large={})
    build_site(folder, command="serve")
    assert (told(caplog), len(tried)) == ("", before + 1)


def test_pastes_are_matched_again_only_where_what_can_be_found_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matched: list[str] = []
    match, memory = Matcher.match, Memory()

    def counted(matcher: Matcher, paste: str) -> Result:
        matched.append(paste)
        return match(matcher, paste)

    monkeypatch.setattr(Matcher, "match", counted)

    def told() -> list[Problem]:
        matched.clear()
        loaded = reader.read(folder / "errors")
        return audit.problems(loaded, SiteInfo(), None, set(), [], memory=memory)

    told()
    assert len(matched) == 4
    write_errors(folder / "errors", payment_too_large={"causes": ["Somebody else mistyped it."]})
    told()
    assert matched == []
    write_errors(folder / "errors", card_declined={**CARD, **saying("The card {card} was refused by {bank}")})
    told()
    assert len(matched) == 4
