"""The explanation of a match: it says what the matcher does, and why, in words for authors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import own
import pytest
from builders import make_catalogue, make_entry
from twins import Twins, twins

from errorbook.cli import explanation
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.matching.explaining import Candidate, Explained, explain

AMOUNT = {"amount": {"type": "money", "label": "amount"}}
SPOILT = {
    "as it is": lambda text: text,
    "cut off": lambda text: text[: 6 * len(text) // 10],
    "mistyped": lambda text: text.replace("e", "", 1),
    "in capitals": str.upper,
    "in a sentence": lambda text: f"We have seen this today: {text} and nobody knows what to do about it",
}


def matcher(*entries: dict[str, Any]) -> Matcher:
    return Matcher(match_index.build(make_catalogue(*(make_entry(**entry) for entry in entries))))


PAYMENT = {"messages": ["Payment of {amount} exceeds the amount due"], "values": AMOUNT}
REFUND = {"id": "XERO-0002", "slug": "refund", "messages": ["Refund exceeds the amount due"]}


def best(explained: Explained) -> Candidate:
    return explained["places"][0]["candidates"][0]


@pytest.fixture(scope="module")
def both() -> Iterator[Twins]:
    with twins(own.index()) as found:
        yield found


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_the_reasons_agree_with_what_the_matcher_says(spoil: Any) -> None:
    for paste in map(spoil, own.examples()[::25]):
        explained = explain(own.matcher(), paste)
        said = {finding["id"]: finding["outcome"] for finding in explained["result"]["findings"]}
        kept = [place["candidates"][0] for place in explained["places"] if not place["aside"]]
        reasoned: dict[str, str] = {}
        for candidate in kept:
            if candidate["outcome"] and reasoned.get(candidate["id"]) != "is":
                reasoned[candidate["id"]] = candidate["outcome"]
        if explained["places"]:
            assert reasoned.items() <= said.items(), paste
            # Entries with the same text stand beside the first; they are never sure.
            assert {said[other] for other in said.keys() - reasoned.keys()} <= {"like"}, paste


@pytest.mark.twins
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_the_browser_explains_in_the_same_words(spoil: Any, both: Twins) -> None:
    for paste in map(spoil, own.examples()[::25]):
        python: Any = json.loads(json.dumps(explain(both.matcher, paste)))
        javascript = both.explained(paste)
        assert rounded(python.pop("result")["nearest"]) == rounded(javascript.pop("result")["nearest"])
        assert python == javascript


def rounded(nearest: list[dict[str, Any]]) -> list[tuple[str, float]]:
    return [(near["id"], round(near["score"], 9)) for near in nearest]


def test_a_whole_message_has_nothing_against_it() -> None:
    first = best(explain(matcher(PAYMENT), "Payment of 12.50 exceeds the amount due"))
    assert (first["id"], first["outcome"], first["against"]) == ("XERO-0001", "is", [])
    assert first["pairs"] == [(0, 0, 1.0), (1, 1, 1.0), (4, 2, 1.0), (5, 3, 1.0), (6, 4, 1.0), (7, 5, 1.0)]
    assert first["holes"][2] == ["amount"]
    assert first["values"] == {"amount": "12.50"}
    assert first["coverage"] > 0.97
    assert first["confidence"] > 0.9


def test_a_word_says_what_it_weighs_and_what_it_may_be() -> None:
    words = explain(matcher(PAYMENT), "Payment exceds 7 blorp")["words"]
    assert [(word["text"], word["like"]) for word in words] == [
        ("payment", [("payment", 1.0)]),
        ("exceds", [("exceeds", 0.92)]),
        ("7", []),
        ("blorp", []),
    ]


@pytest.mark.parametrize(
    ("paste", "entries", "reason"),
    [
        ("Payment of 9 exceds the amount due", [PAYMENT], "'exceds' is only like 'exceeds'."),
        ("Payment of 9 exceeds", [PAYMENT], "Covers 0.50 of the wording: 'this is' needs 0.97."),
        ("Payment of 9", [PAYMENT], "Confidence 0.10: 'looks like' needs 0.56."),
        (
            "Payment of Ann exceeds the amount due",
            [PAYMENT],
            "'Ann' in {amount} is no money: confidence counts 0.8 of itself.",
        ),
        (
            "Refund exceeds the amount due",
            [{**REFUND, "messages": [{"text": "Refund exceeds the amount due", "role": "heading"}]}],
            "The wording is a heading: 'this is' needs a whole message.",
        ),
        (
            "Refund exceeds the amount due",
            [REFUND, {**REFUND, "id": "XERO-0003"}],
            "XERO-0003 explains the same words about as well (1.00).",
        ),
        (
            "Refund exceeds the amount due",
            [
                {**REFUND, "messages": ["Refund exceeds the amount due."]},
                {**REFUND, "id": "XERO-0003", "messages": ["Refund exceeds the amount due on this."]},
            ],
            "It may be a longer message that was cut off: XERO-0003.",
        ),
        (
            "Cannot refund",
            [{"messages": ["Cannot refund {amount}"], "values": AMOUNT}],
            "{amount} is empty.",
        ),
        (
            "the refund is larger than",
            [{**REFUND, "messages": ["Other text"], "aliases": ["the refund is larger than what is due"]}],
            "Covers 0.62 of what people type: 'looks like' needs 0.90.",
        ),
    ],
)
def test_what_speaks_against_a_candidate_is_said(
    paste: str, entries: list[dict[str, Any]], reason: str
) -> None:
    assert reason in best(explain(matcher(*entries), paste))["against"]


def test_a_place_that_is_left_out_says_so() -> None:
    heading = {
        "id": "XERO-0003",
        "slug": "heading",
        "messages": [{"text": "A validation exception occurred", "role": "heading"}],
    }
    explained = explain(
        matcher(REFUND, heading), "A validation exception occurred\nRefund exceeds the amount due"
    )
    asides = {place["candidates"][0]["id"]: place["aside"] for place in explained["places"]}
    assert asides == {"XERO-0002": "", "XERO-0003": "Left out: a heading steps back behind a message."}


def test_a_code_is_looked_up_and_not_compared() -> None:
    explained = explain(matcher(PAYMENT), "xero 1")
    assert explained["places"] == []
    assert "Found by a code or an id, not by words: XERO-0001" in explanation.show(explained)


def test_a_value_keeps_its_characters() -> None:
    first = best(explain(matcher(PAYMENT), "Payment of 12 \U0001f600 34 exceeds the amount due"))
    assert first["values"] == {"amount": "12 \U0001f600 34"}


def test_the_terminal_shows_words_alignment_and_rivals() -> None:
    text = explanation.show(explain(matcher(PAYMENT, REFUND), "INV-7: Payment of 9 exceds the amount"))
    assert text == TERMINAL


TERMINAL = """\
Words and weights; ~ is a word of the catalogue that it may be, + is in no wording:
  inv+ 0.29  7+ 0.02  payment 1.09  of 1.09  9+ 0.02  exceds~exceeds 0.29  the 0.69  amount 0.69

Words 3 to 8: Looks like XERO-0001, wording 1
  Payment of {amount} exceeds the amount due

  payment     1.09  payment
  of          1.09  of
  {amount}          9
  exceeds     0.69  exceds  similarity 0.92
  the         0.69  the
  amount      0.69  amount
  due         0.69  (missing)

  Explains 4.22 of 4.97: coverage 0.84
  Words around it leave 0.97: confidence 0.70
  Coverage if cut off 0.85, rank 3.71
  - Covers 0.84 of the wording: 'this is' needs 0.97.
  - Lacks 'due'.
  - 'exceds' is only like 'exceeds'.
  - Confidence 0.69: 'this is' needs 0.90.
  Behind it:
    XERO-0002, wording 1     shares   2.02 of   3.87  coverage 0.52  confidence 0.12  rank   0.33"""
