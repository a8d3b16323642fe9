"""No paste costs more than in line with its length: counted in steps of the Python twin, never in seconds.

A step is a line of the matcher that is run, so that folding, reading, aligning and finding paths all count;
what one line leaves to Python itself (a search in a text, a pattern) does not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from test_paste_cases import make_index

from errorbook import matching
from errorbook.matching import Matcher

FOLDER = str(Path(matching.__file__).parent)
SIZE = 3000
MOST_GROWTH = 2.5
"""How much more twice the length may cost; work that grows with the square costs 4 times as much."""

DATE = "The document date cannot be before the period lock date, currently set at 30 June 2026"
UNITS = {
    "one literal over and over": "account ",
    "one message over and over": f"{DATE} ",
    "one message a line": f"{DATE}\n",
    "beginnings of a message": "The document date cannot be ",
    "ends of a message": "lock date, currently set at 30 June 2026 ",
    "a message without its middle": "Account code ' is not a valid code for this document ",
    "words of all messages": "account code date invoice number document cannot be used with is not valid ",
    "typing errors": "acount cod dat invoce numbr documnt canot usd wih vald musst ",
    "words that ran together": "accountcode invoicenumber cannotbe usedwith ",
    "words broken over lines": "ac-\ncount doc-\nument ",
    "document numbers": "INV-0042 ",
    "nested quotes": "\"'",
    "a message in ever more quotes": "Account ''''\"\"\"\" cannot be used with product '",
    "deep JSON": '{"Elements":[{"ValidationErrors":[{"Message":"',
    "deep JSON with a message": '{"a":["Email address must be valid",{"b":',
    "keys without an end": '"a":{"b":["c",',
    "unclosed tags": "<a href=x ",
    "tags that are never closed": "<Message><Error>",
    "tags with a message": "<Message>Email address must be valid<br>",
    "closed tags": "<Message>Email address must be valid</Message>",
    "ampersands": "&",
    "ampersands of ampersands": "&amp;amp;",
    "entities": "&quot;&#39;&nbsp;",
    "backslashes": "\\",
    "escapes": '\\\\u0027\\\\\\n\\"',
    "percent signs": "%20%25%",
    "colours": "\x1b[31m",
    "wrong encodings": "\u00e2\u20ac\u2122\u00c2\u00a0\u00e2",
    "characters that nobody sees": "a\u200b\u0301\u00ad",
    "characters beyond the first plane": "\U0001f98a ",
    "brackets": "([{<>}])",
    "line ends": "\r\n\r \n",
    "one word": "abcdefghij",
    "one number": "1234567890",
}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(make_index({}))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_paste_takes_about_twice_the_steps(matcher: Matcher, unit: str) -> None:
    once, twice = (steps(matcher, (unit * size)[:size]) for size in (SIZE, 2 * SIZE))
    assert once <= twice < MOST_GROWTH * once


def test_work_that_grows_with_the_square_is_noticed(matcher: Matcher) -> None:
    def work(size: int) -> object:
        return [matcher.match(DATE) for _ in range(size * size)]

    assert count(lambda: work(4)) > MOST_GROWTH * count(lambda: work(2))


def steps(matcher: Matcher, paste: str) -> int:
    """Return how many lines of the matcher a paste takes, less what a matcher remembers of earlier ones."""
    matcher.match(paste)
    return count(lambda: matcher.match(paste))


def count(work: Callable[[], object]) -> int:
    """Return how many lines of the matcher some work runs."""
    lines = 0

    def enter(frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any] | None:
        return line if frame.f_code.co_filename.startswith(FOLDER) else None

    def line(_frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any]:
        nonlocal lines
        lines += 1
        return line

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines
