"""The catalogue explains every failure that the research for it found, or the table says why not."""

from pathlib import Path
from typing import Any

import own
import pytest
import yaml

from errorbook.catalogue.model import Catalogue

ROOT = Path(__file__).parents[2]
TABLE: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "research-coverage.yml").read_text("utf-8")
)
FAILURES = {"xero": 98, "quickbooks": 120, "channel": 47, "missing": 134, "vendors": 36, "intuit": 120}


@pytest.fixture(scope="module")
def entries() -> Catalogue:
    return own.known()


def test_no_failure_was_lost_from_the_table() -> None:
    assert {part: len(failures) for part, failures in TABLE.items()} == FAILURES


def test_no_failure_stands_in_two_parts() -> None:
    ids = [failure for failures in TABLE.values() for failure in failures]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("part", FAILURES)
def test_every_failure_has_a_published_entry_or_a_reason(part: str, entries: Catalogue) -> None:
    published = {entry.id for entry in entries.published if entry.status != "withdrawn"}
    lost = {
        failure: answer
        for failure, answer in TABLE[part].items()
        if not (_is_reason(answer) or _is_in_a_table(_code(failure), answer) or answer in published)
    }
    assert lost == {}


def test_every_code_of_intuits_list_is_declared_by_its_entry_or_in_a_table(entries: Catalogue) -> None:
    declared = {
        f"{code.code} {entry.id}"
        for entry in entries.published
        for code in entry.codes
        if code.system == "quickbooks"
    }
    lost = {
        failure: answer
        for failure, answer in TABLE["intuit"].items()
        if f"{_code(failure)} {answer}" not in declared and not _is_in_a_table(_code(failure), answer)
    }
    assert lost == {}


def test_a_code_is_in_a_table_only_if_the_guide_has_its_row() -> None:
    assert _is_in_a_table("6340", {"table": "quickbooks-codes"})
    assert not _is_in_a_table("6240", {"table": "quickbooks-codes"})
    assert not _is_in_a_table("6340", {"table": "no-such-guide"})
    assert not _is_in_a_table("6340", "QBO-0065")


def test_a_reason_is_a_sentence() -> None:
    assert _is_reason({"why": "Cin7 Core no longer sends such records."})
    assert not _is_reason({"why": "not needed"})
    assert not _is_reason({"why": ""})
    assert not _is_reason({})
    assert not _is_reason("XERO-9999")


def _is_reason(answer: object) -> bool:
    """Tell whether an answer of the table is a reason: one sentence of several words."""
    if not isinstance(answer, dict) or set(answer) != {"why"}:
        return False
    why = str(answer["why"])
    return why[:1].isupper() and why.endswith(".") and len(why.split()) > 3


def _code(failure: str) -> str:
    """Return the native code at the end of a failure's id."""
    return failure.rpartition("-")[2]


def _is_in_a_table(code: str, answer: object) -> bool:
    """Tell whether an answer of the table names a guide that has a row for the code."""
    if not isinstance(answer, dict) or set(answer) != {"table"}:
        return False
    guide = ROOT / "content" / "guides" / f"{answer['table']}.md"
    return guide.is_file() and f"| {code} | " in guide.read_text("utf-8")
