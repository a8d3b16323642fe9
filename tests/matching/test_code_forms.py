"""A declared code is read in whatever form it is written, and a number that is no code never is.

``cases/code-forms.yml`` holds the forms, texts of several languages, and numbers that are no codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml
from test_twins import check
from twins import twins

from bench.paste_cases import make_index
from errorbook.matching import Matcher

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "code-forms.yml").read_text("utf-8"))
CODES: dict[str, str] = CASES["codes"]
Answers = Callable[[str], dict[str, str]]
IDS = {code: f"QBO-{number:04}" for number, code in enumerate(CODES, 9001)}
INDEX = make_index(
    {"catalogue": [[IDS[code], [text], {}, [["quickbooks", code]]] for code, text in CODES.items()]}
)


NATIVE = ["TS2322", "ORA-00942", "E0382", "42P01", "SHOP-10000"]


@pytest.mark.twins
def test_a_native_code_that_is_an_id_finds_its_entry_alone() -> None:
    index = make_index({"catalogue": [[id_, [f"Text of {id_}"], {}, []] for id_ in NATIVE]})
    pastes = {
        "TS2322": "TS2322", "ts 2322": "TS2322", "ORA 942": "ORA-00942", "e382": "E0382",
        "42p01": "42P01", "Shop-10000": "SHOP-10000", "TS23220": "", "42": "",
    }  # fmt: skip
    with twins(index) as both:
        for paste, id_ in pastes.items():
            check(both, paste)
            assert [f.id for f in Matcher(index).match(paste).findings if f.outcome == "is"] == [
                id_ for id_ in [id_] if id_
            ], paste


LINKS = {
    "https://help.example/e/SHOP-0054/": "is",
    " http://127.0.0.1:8000/e/SHOP-0054\n": "is",
    "https://support.example.com/a-rather-long-folder/of-the-help-site/e/SHOP-0054/?from=reply#a=2.1": "is",
    "https://help.example/e/SHOP-0099/": "",
    "https://help.example/e/0054/": "",
    "https://help.example/e/SHOP-0054/more": "",
    "ftp://help.example/e/SHOP-0054/": "",
    f"https://{'/e/SHOP-0054' * 9000} /": "",
    "e/SHOP-0054": "is",
    "/e/shop-0054/#a=2.1": "is",
    "../../e/SHOP-0054/index.html": "is",
    "help.example:8000/sub/e/SHOP-0054.html": "is",
    "<https://help.example/e/SHOP-0054/>": "is",
    "me/SHOP-0054": "",
    "e/SHOP-0099": "",
    "e/0054": "",
    "e/SHOP-0054 and more": "",
}
QUOTED = {
    '"SHOP-0054"': "is",
    "\u201cSHOP-0054\u201d": "is",
    "\u201eshop 54\u201c": "is",
    "\u00abSHOP-0054\u00bb": "is",
    "`SHOP-0054`": "is",
    "**SHOP-0054**": "is",
    "SHOP\u20130054": "is",
    "\u2018SHOP\u20110054\u2019": "is",
    "SHOP\u22120054": "is",
    "\u22120054": "",
    '"12.50"': "",
    '"SHOP-0054" and more': "",
    "\u201cSHOP-0099\u201d": "",
}


@pytest.mark.twins
@pytest.mark.parametrize("pastes", [LINKS, QUOTED], ids=["linked", "quoted"])
def test_an_id_alone_finds_its_error_however_it_is_linked_or_quoted(pastes: dict[str, str]) -> None:
    index = make_index({"catalogue": [["SHOP-0054", ["The bank declined the card"], {}, []]]})
    with twins(index) as both:
        for paste, outcome in pastes.items():
            check(both, paste)
            assert "".join(f.outcome for f in Matcher(index).match(paste).findings) == outcome, paste


@pytest.mark.twins
def test_the_id_of_a_merged_entry_finds_the_one_that_it_goes_on_in() -> None:
    index = make_index({"catalogue": [["SHOP-0001", ["The bank declined the card"], {}, []]]})
    index["entries"][0]["merged"] = ["SHOP-0060", "TS2322"]
    with twins(index) as both:
        for paste in ("SHOP-0060", "shop 60", "ts2322", "SHOP-0001"):
            check(both, paste)
            assert [(f.id, f.outcome) for f in Matcher(index).match(paste).findings] == [("SHOP-0001", "is")]


@pytest.fixture(scope="module", params=["python", pytest.param("twins", marks=pytest.mark.twins)])
def answers(request: pytest.FixtureRequest) -> Iterator[Answers]:
    """What is found in a paste: entries with their outcome."""
    with ExitStack() as stack:
        both = stack.enter_context(twins(INDEX)) if request.param == "twins" else None
        matcher = Matcher(INDEX)

        def ask(paste: str) -> dict[str, str]:
            if both:
                check(both, paste)
            return {finding.id: finding.outcome for finding in matcher.match(paste).findings}

        yield ask


@pytest.mark.parametrize("form", CASES["forms"])
def test_a_code_is_read_in_every_form(answers: Answers, form: str) -> None:
    lost = {}
    for number, code in enumerate(CODES):
        text = CASES["texts"][number % len(CASES["texts"])]
        paste = form.replace("CODE", code).replace("TEXT", text)
        found = answers(paste)
        if list(found) != [IDS[code]]:
            lost[paste] = found
    assert lost == {}


def test_a_code_with_letters_needs_nothing_that_names_it(answers: Answers) -> None:
    lettered = [code for code in CODES if not code.isdigit()]
    text = "Irgendetwas ging schief"
    pastes = {
        form.replace("CODE", code).replace("TEXT", text): {IDS[code]: "like"}
        for form in CASES["telling_forms"]
        for code in lettered
    }
    assert {paste: answers(paste) for paste in pastes} == pastes


def test_marks_and_zeros_do_not_make_another_code(answers: Answers) -> None:
    codes = {paste: [IDS[code]] for paste, code in CASES["spellings"]}
    assert {paste: list(answers(paste)) for paste in codes} == codes


def test_a_number_that_is_no_code_says_nothing(answers: Answers) -> None:
    assert {paste: found for paste in CASES["none"] if (found := answers(paste))} == {}


def test_a_year_or_a_status_alone_is_never_sure(answers: Answers) -> None:
    assert [paste for paste in CASES["never_sure"] if "is" in answers(paste).values()] == []
