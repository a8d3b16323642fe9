from typing import Any

import pytest
from builders import SYSTEMS, make_catalogue, make_entry

from errorbook.authoring.speakers import Speakers
from errorbook.catalogue.model import Catalogue
from errorbook.indexing import match_index
from errorbook.matching import Matcher


def catalogue(systems: dict[str, Any] = SYSTEMS, **fields: Any) -> Catalogue:
    return make_catalogue(make_entry(**fields), words={"systems": systems})


def speaker(text: str, of: Catalogue) -> str:
    return Speakers(of).of(text, Matcher(match_index.build(of)).match(text))


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("QuickBooks says no", "quickbooks"),
        ("Quick Books says no", "quickbooks"),
        ("The answer of XERO: no", "xero"),
        ("Somebody says no", ""),
        ("Xeroxing failed", ""),
        # Which of the two says so, nobody can know.
        ("QuickBooks could not be reached by Xero", ""),
    ],
)
def test_a_text_tells_the_system_whose_name_stands_in_it(text: str, system: str) -> None:
    assert speaker(text, catalogue()) == system


def test_the_longer_name_is_the_one_that_is_meant() -> None:
    systems = {
        "xero": {"name": "Till Online", "prefix": "XERO"},
        "desk": {"name": "Till Desk", "prefix": "DESK", "also": ["the counter"]},
    }
    assert speaker("Till Desk does not start", catalogue(systems)) == "desk"
    assert speaker("The counter does not start", catalogue(systems)) == "desk"
    assert speaker("Till does not start", catalogue(systems)) == ""


def test_a_code_tells_the_system_that_alone_has_it() -> None:
    known = catalogue(codes=[{"system": "xero", "code": "E-4012"}])
    assert speaker("error code E-4012 while the hopper moves", known) == "xero"
    assert speaker("error code E-4019 while the hopper moves", known) == ""


def test_what_comes_near_tells_nothing() -> None:
    near = "Deposit exceeds the amount due"
    known = catalogue()
    (found,) = Matcher(match_index.build(known)).match(near).findings
    assert (found.id, found.outcome) == ("XERO-0001", "like")
    assert speaker(near, known) == ""


def test_an_only_system_writes_everything() -> None:
    assert speaker("Somebody says no", catalogue({"xero": SYSTEMS["xero"]})) == "xero"
