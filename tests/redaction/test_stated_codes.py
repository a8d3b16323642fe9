"""Codes that stay in a masked text: those that it states, and those of a family that the catalogue has."""

from __future__ import annotations

import json
import re
from pathlib import Path

import own
import pytest

from errorbook.redaction import masking, stated_codes

CASES = json.loads((Path(__file__).parents[1] / "cases/stated-codes.json").read_text("utf-8"))
KNOWN = own.words() | stated_codes.families(["TS2345", "ORA-00955", "6240", "42P01", "SO-00955"])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Error code 6240: duplicate name", "Error code 6240: duplicate name"),
        ("Sync failed, errorCode=6140 for Jane Miller", "Sync failed, errorCode=6140 for {name}"),
        ('{"errorCode": "6240"}', '{{"errorCode": "6240"}}'),
        ("Status code (404) from Xero", "Status code (404) from Xero"),
        ("The error number is E-17", "The error number is E-17"),
        ("error TS2322: the type is not allowed", "error TS2322: the type is not allowed"),
        ("ORA-00942: table does not exist", "ORA-00942: table does not exist"),
        # What may be somebody's own is masked.
        ("Account code 200 is not valid", "Account code {account} is not valid"),
        ("Error 88231 is not valid", "Error {number} is not valid"),
        ("Error KEST-0042: not exported", "Error {document}: not exported"),
        ("error code INV-0042", "error code {code}"),
        ("SO-00412: not allowed", "{document}: not allowed"),
        ("error code 12.50", "error code {amount}"),
        ("error code 50 $", "error code {code} $"),
        ("error code 2026-03-04", "error code {date}"),
        ("error code 14 Mar 2026", "error code {date}"),
        ("error code 021 555 0182", "error code {code}"),
        ("error code 64215550182", "error code {code}"),
        ("'error code 6240 of jane'", "'{value}'"),
        ("error code: 6240' for 'jane'", "error code: 6240' for '{code}'"),
        ("TS23222345 is not valid", "{document} is not valid"),
    ],
)
def test_a_code_stays_only_where_it_is_sure(text: str, masked: str) -> None:
    assert masking.mask(text, KNOWN) == masked


@pytest.mark.parametrize(("text", "code"), CASES["stated"])
def test_a_code_that_the_text_states_stays_and_no_other_number(text: str, code: str) -> None:
    masked = masking.mask(text, own.words())
    assert code in masked
    assert not re.search(r"\d", masked.replace(code, ""))


@pytest.mark.parametrize("text", CASES["masked"])
def test_what_is_no_stated_code_leaves_no_number(text: str) -> None:
    assert not re.search(r"\d", masking.mask(text, own.words()))


def test_a_catalogue_s_codes_have_families() -> None:
    assert stated_codes.families(["TS2345", "ORA-00955", "6240", "42P01"]) == {"TS#", "ORA-#"}
