"""A declared code is read in whatever form it is written, and a number that is no code never is.

``cases/code-forms.yml`` holds the forms, texts of several languages, and numbers that are no codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from test_paste_cases import make_index
from test_twins import check
from twins import Twins, twins

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "code-forms.yml").read_text("utf-8"))
CODES: dict[str, str] = CASES["codes"]
IDS = {code: f"QBO-{number:04}" for number, code in enumerate(CODES, 9001)}
INDEX = make_index(
    {"catalogue": [[IDS[code], [text], {}, [["quickbooks", code]]] for code, text in CODES.items()]}
)


@pytest.fixture(scope="module")
def both() -> Iterator[Twins]:
    with twins(INDEX) as pair:
        yield pair


def answers(both: Twins, paste: str) -> dict[str, str]:
    """Return what both twins find in a paste: entries with their outcome."""
    check(both, paste)
    return {finding.id: finding.outcome for finding in both.matcher.match(paste).findings}


@pytest.mark.parametrize("form", CASES["forms"])
def test_a_code_is_read_in_every_form(both: Twins, form: str) -> None:
    lost = {}
    for number, code in enumerate(CODES):
        text = CASES["texts"][number % len(CASES["texts"])]
        paste = form.replace("CODE", code).replace("TEXT", text)
        found = answers(both, paste)
        if list(found) != [IDS[code]]:
            lost[paste] = found
    assert lost == {}


@pytest.mark.parametrize("form", CASES["telling_forms"])
def test_a_code_with_letters_needs_nothing_that_names_it(both: Twins, form: str) -> None:
    for code in CODES:
        if not code.isdigit():
            paste = form.replace("CODE", code).replace("TEXT", "Irgendetwas ging schief")
            assert answers(both, paste) == {IDS[code]: "like"}, paste


@pytest.mark.parametrize(("paste", "code"), CASES["spellings"])
def test_marks_and_zeros_do_not_make_another_code(both: Twins, paste: str, code: str) -> None:
    assert list(answers(both, paste)) == [IDS[code]]


@pytest.mark.parametrize("paste", CASES["none"])
def test_a_number_that_is_no_code_says_nothing(both: Twins, paste: str) -> None:
    assert answers(both, paste) == {}


@pytest.mark.parametrize("paste", CASES["never_sure"])
def test_a_year_or_a_status_alone_is_never_sure(both: Twins, paste: str) -> None:
    assert "is" not in answers(both, paste).values()
