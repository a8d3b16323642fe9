"""No paste costs more than in line with its length: twice as much text, about twice as many steps.

Folding, reading, aligning and finding paths all count.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import steps

from bench.paste_cases import make_index
from errorbook import matching
from errorbook.matching import SETTINGS, Matcher, fold_table

SHARED = json.loads((Path(__file__).parents[1] / "cases" / "matching.json").read_text("utf-8"))["index"]
MOST_GROWTH = 2.5
"""How much more twice the length may cost; work that grows with the square costs 4 times as much."""

SIZE = 1500
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
    "marks on one letter": "\u0301",
    "marks of several kinds": "\u0301\u0316\u0327",
    "pictures that are joined": "\U0001f469\u200d\U0001f467\u200d",
    "colours of skin": "\U0001f44d\U0001f3fd",
    "variants": "a\ufe0f",
    "blanks that nobody sees": "\u200b",
    "direction marks": "\u202ea\u200f",
    "halves of characters": "\ud800\udc00\ud800",
    "quotes": '"',
    "characters beyond the first plane": "\U0001f98a ",
    "brackets": "([{<>}])",
    "line ends": "\r\n\r \n",
    "one word": "abcdefghij",
    "one number": "1234567890",
}

COUNT = 200
MESSAGE = "Payment amount exceeds the amount outstanding on this document"
SHAPES: dict[str, Callable[[int], str]] = {
    "one word": lambda n: "outstanding " * n,
    "near misses": lambda n: "the amount on this the document " * (n // 3),
    "one message": lambda n: f"{MESSAGE}\n" * (n // 8),
    "one message in a line": lambda n: f"{MESSAGE} " * (n // 8),
    "the beginning of a message": lambda n: "The TaxType code '" * (n // 3),
    "a hole at the end": lambda n: "The name supplied already exists. : " * (n // 6),
    "words that are nearly known": lambda n: " ".join(f"pay{chr(97 + i % 26)}ment{i % 7}" for i in range(n)),
    "broken words": lambda n: "pay-\nment\n" * (n // 2),
    "nested quotes": lambda n: "'\"" * n + MESSAGE,
    "escaped quotes": lambda n: '\\"' * n + MESSAGE,
    "backslashes": lambda n: "\\" * (8 * n) + f"n {MESSAGE}",
    "open brackets": lambda n: '{"a":[' * n + f'"Message":"{MESSAGE}"',
    "payloads in a line": lambda n: f'{{"Message":"{MESSAGE}"}},' * (n // 8),
    "tags that nobody closes": lambda n: "<a>" * n + MESSAGE,
    "tags that nobody opened": lambda n: "<a>" * n + "</b>" * n + f"{MESSAGE}</a>",
    # Twice as many as of others, so that both lengths are read in windows, which cost a little once.
    "half tags": lambda n: "<a " * (2 * n) + MESSAGE,
    "entities of entities": lambda n: "&" + "amp;" * n + f"lt; {MESSAGE}",
    "one long word": lambda n: "a" * (8 * n) + f" {MESSAGE}",
    "one long gap": lambda n: f"{MESSAGE} " + "-" * (8 * n) + f" {MESSAGE}",
    "empty lines": lambda n: MESSAGE + "\n" * (8 * n) + MESSAGE,
    "document numbers": lambda n: MESSAGE + " INV-0001" * n,
}


def test_twice_a_repeated_text_takes_about_twice_the_steps() -> None:
    # A longer text may take fewer: what is looked up for one line at a time is looked up for so many only.
    matcher = Matcher(make_index({}))
    taken = {name: twice(matcher, partial(repeated, unit), SIZE) for name, unit in UNITS.items()}
    assert {name: few for name, few in taken.items() if not few[0] / 2 < few[1] < MOST_GROWTH * few[0]} == {}


def test_twice_a_hostile_text_takes_about_twice_the_steps() -> None:
    index: Any = {**SHARED, "matcher": SETTINGS, "fold": fold_table()}
    matcher = Matcher(index)
    taken = {name: twice(matcher, build, COUNT) for name, build in SHAPES.items()}
    assert {
        name: few for name, few in taken.items() if not 300 < few[0] < 2 * few[1] < 2 * MOST_GROWTH * few[0]
    } == {}


def test_work_that_grows_with_the_square_is_noticed() -> None:
    matcher = Matcher(make_index({}))

    def work(size: int) -> object:
        return [matcher.match(DATE) for _ in range(size * size)]

    few, many = (steps.count(partial(work, size), matching) for size in (2, 4))
    assert many > MOST_GROWTH * few


def repeated(unit: str, size: int) -> str:
    """Return a text of a size."""
    return (unit * size)[:size]


def twice(matcher: Matcher, build: Callable[[int], str], size: int) -> tuple[int, int]:
    """Return how many steps a text and one of twice its size take, less what a matcher remembers."""
    return taken(matcher, build(size)), taken(matcher, build(2 * size))


def taken(matcher: Matcher, paste: str) -> int:
    """Return how many lines of the matcher a paste takes that it has met before."""
    matcher.match(paste)
    return steps.count(partial(matcher.match, paste), matching)
