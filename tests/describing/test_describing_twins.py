"""Both languages suggest the same entries for whatever is described. ``make fuzz`` looks longer."""

from __future__ import annotations

from typing import Any

import own
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from twins import Twins, whole

from bench import descriptions
from errorbook.describing import Suggester

pytestmark = pytest.mark.twins
QUESTIONS = [question for entry in own.known().entries for question in entry.questions]
ODD = [
    "",
    "QBO",
    "Stripe",
    "401",
    "v5 5GB",
    "größe",
    "e-mail",
    "ING",
    "sses",
    "Oh\U0001f600My",
    "Xéro",
    "\u2028",
    "how",
    "can't",
    "Hi",
]
TOLD = yaml.safe_load((own.ROOT / "tests/cases/told.yml").read_text("utf-8"))
WORDS = sorted({word for question in QUESTIONS for word in question.split()})
MISTYPED = st.sampled_from(WORDS).map(lambda word: word[: len(word) // 2] + word[len(word) // 2 + 1 :])


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(own.index(), own.described())


def check(both: Twins, suggester: Suggester, text: str) -> None:
    python: list[Any] = [each.to_json() for each in suggester.suggest(text)]
    javascript = both.suggested(text)
    scores = [[each.pop("score") for each in those] for those in (python, javascript)]
    assert scores[0] == pytest.approx(scores[1], abs=1e-9)
    assert python == javascript, text


@given(words=st.lists(st.one_of(st.sampled_from(WORDS), MISTYPED, st.sampled_from(ODD)), max_size=14))
def test_the_twins_suggest_the_same(both: Twins, suggester: Suggester, words: list[str]) -> None:
    check(both, suggester, whole(" ".join(words)))


def test_the_twins_suggest_the_same_for_a_question_of_every_entry(both: Twins, suggester: Suggester) -> None:
    for question in QUESTIONS[::8]:
        check(both, suggester, question)


def test_the_twins_suggest_the_same_for_what_people_say_in_few_words(
    both: Twins, suggester: Suggester
) -> None:
    greeted = [
        "Hi team, quick question: how do i map couriers in starshipit",
        "Hello",
        "please, can't map couriers",
        "could not map couriers",
    ]
    for text in [
        *greeted,
        *descriptions.how_to(),
        *(text for kind in TOLD.values() for text, _ in kind["inputs"]),
    ]:
        check(both, suggester, text)


def test_the_twins_stop_at_the_same_place(both: Twins, suggester: Suggester) -> None:
    check(both, suggester, "\U0001f600" * 1999 + " archived account in Xero " * 99)
