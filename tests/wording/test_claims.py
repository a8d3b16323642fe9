"""What is said of an answer claims no more than its outcome: where nothing is sure, each says so."""

from __future__ import annotations

import re

import pytest

from errorbook.site import agent_words
from errorbook.wording import LANGUAGES, tables

UNSURE = (
    "find.perhaps",
    "answer.like",
    "answer.perhaps",
    "answer.one_of",
    "answer.like_once",
    "answer.like_often",
    "answer.like_several",
    "cards.either",
    "described.or",
    "unknown.near",
    "unknown.unsure",
    "doubt.source",
    "doubt.cut",
    "reply.looks",
    "reply.described_looks",
    "triage.kind.like",
)
"""What is said where nothing is sure; "You describe" is right for 95 in 100, and tells what it is by."""
BY_CODE_TOO = ("answer.one_of", "cards.either", "marked.words")
"""What is said of findings that only share a code with the text."""
DOUBTFUL = {
    "en": r"\bmay\b|perhaps|seems to|looks like|\bnot sure\b|\bor another\b",
    "de": r"\bkann\b|vielleicht|anscheinend|offenbar|sieht aus wie|nicht sicher|oder ein anderer",
}
YOURS = {"en": r"\b(?:is|are) yours\b", "de": r"\b(?:ist|sind) (?:Ihrer|Ihre[sn]?)\b"}
SHARED_WORDS = {
    "en": r"share the words|same words|words of (?:your|the)",
    "de": r"Wörter (?:Ihres|der)|dieselben Wörter",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_where_nothing_is_sure_says_that_it_is_not(language: str) -> None:
    texts = tables.table(language)
    assert [
        key
        for key in UNSURE
        if not re.search(DOUBTFUL[language], " ".join(tables.forms(texts[key])), re.IGNORECASE)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_about_an_answer_says_that_one_must_be_yours(language: str) -> None:
    groups = ("answer.", "cards.", "card.", "doubt.", "described.", "unknown.", "find.", "reply.", "batch.")
    texts = {key: text for key, text in tables.table(language).items() if key.startswith(groups)}
    assert [key for key, text in texts.items() if re.search(YOURS[language], str(text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_code_says_nothing_of_shared_words(language: str) -> None:
    texts = tables.table(language)
    assert [key for key in BY_CODE_TOO if re.search(SHARED_WORDS[language], str(texts[key]))] == []


def test_an_assistant_hears_for_each_answer_which_findings_may_be_another() -> None:
    # One that is sure makes the whole answer "is"; what stands beside it need not be.
    assert "another" in agent_words.ADVICE["is"]
    assert "another" in agent_words.ADVICE["like"]
    assert "this error" not in agent_words.ADVICE["is"] + agent_words.ADVICE["like"]
