"""Ids: how they are written, sorted and made of native codes, and whose they are."""

from __future__ import annotations

import pytest

from errorbook.catalogue import ids

NUMBERS = "is not an id of Shop"
CODES = "is none of the codes of this entry of Shop"


def test_ids_are_sorted_by_their_number_and_codes_as_they_are_written() -> None:
    told = ["42P01", "A-00942", "A1", "SHOP-0009", "SHOP-9999", "SHOP-10000", "TS18048", "TS2322"]
    assert sorted(set(told), key=ids.order) == told


@pytest.mark.parametrize(
    ("id_", "numbered"),
    [
        ("SHOP-0001", True),
        ("SHOP-9999", True),
        ("SHOP-10000", True),
        ("SHOP-123456", True),
        ("SHOP-001", False),
        ("SHOP-00001", False),
        ("SHOP0001", False),
        ("SHOP-0001A", False),
        ("XSHOP-0001", False),
        ("TILL-0001", False),
    ],
)
def test_a_numbered_id_is_a_prefix_and_four_digits_or_more(id_: str, numbered: bool) -> None:
    assert ids.is_numbered(id_, "SHOP") is numbered


@pytest.mark.parametrize(
    ("id_", "kind", "codes", "fault"),
    [
        ("SHOP-0001", "numbers", [], ""),
        ("SHOP-0001", "codes", [], ""),
        ("SHOP12", "numbers", ["SHOP12"], NUMBERS),
        ("TILL-0001", "numbers", [], NUMBERS),
        ("SHOP12", "codes", ["SHOP12"], ""),
        ("SHOP12", "codes", ["11", "12"], ""),
        ("SHOP-E12", "codes", ["shop e 12"], ""),
        ("42P01", "codes", ["42p01"], ""),
        ("SHOP12", "codes", ["13"], CODES),
        ("SHOP12", "codes", [], CODES),
        ("42P01", "codes", ["SHOP42P01"], CODES),
        ("TILL12", "codes", ["12"], CODES),
    ],
)
def test_an_id_is_its_systems_number_or_a_code_of_its_entry(
    id_: str, kind: ids.Kind, codes: list[str], fault: str
) -> None:
    fixes = {
        NUMBERS: "Write 'SHOP-' and at least four digits; for codes as ids, give the system 'ids: codes'",
        CODES: "Write one of its 'codes' as the id, or 'SHOP-' and at least four digits",
    }
    told = [(fault, fixes[fault])] if fault else []
    assert list(ids.faults(id_, "SHOP", "Shop", kind, codes)) == told


@pytest.mark.parametrize(
    ("code", "id_"),
    [
        ("TS2322", "TS2322"),
        ("ts2322", "TS2322"),
        ("ORA-00942", "ORA-00942"),
        (" err_42/p01!", "ERR-42-P01"),
        ("0x80070005", "0X80070005"),
        ("A1" + "0" * 38, "A1" + "0" * 38),
        ("A1" + "0" * 39, ""),
        ("ABC", ""),
        ("42", ""),
        ("--", ""),
    ],
)
def test_a_code_is_an_id_where_it_has_letters_and_digits(code: str, id_: str) -> None:
    assert ids.of_code(code) == id_


@pytest.mark.parametrize(
    ("id_", "shape"), [("SHOP-0031", "SHOP[-_][0-9]+"), ("42P01", "[0-9]+P[0-9]+"), ("A1", "A[0-9]+")]
)
def test_the_shape_of_an_id_leaves_its_numbers_open(id_: str, shape: str) -> None:
    assert ids.shape(id_) == shape
