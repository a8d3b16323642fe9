import re

import own
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from errorbook.common.template import parse
from errorbook.redaction import masking

# By kind of hole and by pattern: what must never be seen outside of the tickets themselves.
PRIVATE = (
    "jane.miller@acme.example",
    "j\u00f6rg+xero@m\u00fcller.example",
    "Jane Miller",
    "Tomasz Nowak",
    "O\u2019Brien",
    "M\u00fcller",
    "JANE MILLER",
    "McDonald",
    "Harbour Lane Ltd",
    "$1,204.50",
    "EUR 1.204,50",
    "1\u00a0204,50",
    "12.50",
    "INV-0042",
    "SO00412",
    "TB104x",
    "2026-03-04",
    "4 Mar 2026",
    "3f2a9c1b-0000-4000-8000-3f2a9c1b0000",
    "4111 1111 1111 1111",
    "GB29 NWBK 6016 1331 9268 19",
    "+64 21 555 0182",
    "https://user:word@example.com/a?token=abc",
    "postgres://app:word@db.local/shop",
    "C:\\Users\\jane\\export.csv",
    "/home/jane/export.csv",
    "192.168.0.17",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
    "sk_live_abcdefghijkl",
    "ghp_abcdefghijklmnop",
    "AKIAIOSFODNNEXAMPLE",
    "ZmFsbGVuIGxlYXZlcyBpbiBhdXR1bW4x",
)
SECRETS = ("hunter2!", "correcthorse", "abc+def/ghi=", "x" * 12)
CUES = (
    "password=",
    'password": "',
    "api_key: ",
    "Authorization: Bearer ",
    "client_secret='",
    "pwd=",
    "X-Auth-Token: ",
)
AROUND = st.sampled_from(
    [
        "",
        "Payment ",
        "error code ",
        "the account ",
        "(",
        '"',
        "'",
        "for ",
        "customer ",
        "[",
        "Order: ",
        "a, ",
        "x=",
        "{",
        "INV-1 ",
        "$5.00",
    ]
)


@given(before=AROUND, value=st.sampled_from(PRIVATE), after=AROUND, more=st.sampled_from(PRIVATE))
@example(before="$50.00", value="INV-0042", after="", more="12.50")
def test_no_original_value_survives(before: str, value: str, after: str, more: str) -> None:
    masked = masking.mask(f"{before}{value} is not valid {after}{more} in Xero", own.words())
    parse(masked)
    for private in (value, more):
        # Not even a part of it: a word, a number, a half of an address.
        for part in re.findall(r"[^\W_]{3,}", private):
            if part.lower() not in (
                "https",
                "com",
                "csv",
                "app",
                "token",
                "users",
                "shop",
                "home",
                "eur",
                "mar",
                "xero",
            ):
                assert part.lower() not in masked.lower(), masked


@given(cue=st.sampled_from(CUES), secret=st.sampled_from(SECRETS), after=AROUND)
def test_no_secret_survives(cue: str, secret: str, after: str) -> None:
    assert secret not in masking.mask(f"Request with {cue}{secret} failed {after}", own.words())


@given(st.text(max_size=200))
def test_any_text_becomes_a_template_without_digits(text: str) -> None:
    masked = masking.mask(text, frozenset())
    parse(masked)
    assert not re.search(r"\d", masked)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("Account code 200 is not valid", "Account code {account} is not valid"),
        ("Customer Jane Miller does not exist in Xero", "Customer {name} does not exist in Xero"),
        ("Customer Grant Price does not exist", "Customer {name} does not exist"),
        ("The Customer Grant Price does not exist", "The Customer {name} does not exist"),
        ("JANE MILLER is not a user", "{name} is not a user"),
        ("Jane is not a user", "{name} is not a user"),
        ("ECONNRESET: the socket was closed", "ECONNRESET: the socket was closed"),
        ("Bin location B7-12 is full", "Bin location {number} is full"),
        ("TaxRateException in Cin7 Core", "TaxRateException in Cin7 Core"),
        ("Pay $5.00 to jo@x.example, +44 20 7946 0000", "Pay {amount} to {email}"),
        ("Use {sku} or {{sku}}", "Use {{sku}} or {{{{sku}}}}"),
        ("Authorization: Bearer abc123def456 failed", "Authorization: {secret} failed"),
        ("My password is hunter2 now", "My password is {secret} now"),
        ("The password is required", "The password is required"),
    ],
)
def test_what_is_masked_still_reads(text: str, template: str) -> None:
    assert masking.mask(text, own.words()) == template
