"""How often a description finds its entry, and how seldom anything else finds one."""

from __future__ import annotations

import own

from bench import descriptions
from errorbook.describing import SETTINGS, Suggester


def test_questions_that_the_index_lacks_find_their_entries() -> None:
    answers = descriptions.ours(own.known())
    first, three = descriptions.rates(answers)
    assert first >= 0.65
    assert three >= 0.85
    assert descriptions.shown(answers) >= 0.93


def test_what_is_no_sync_trouble_is_shown_next_to_nothing() -> None:
    matcher, suggester = own.matcher(), Suggester(own.index(), own.described())
    texts = descriptions.chatter()
    assert len(texts) == 300
    shown = [text for text in texts if suggester.suggest(text) or matcher.match(text).findings]
    assert len(shown) <= 30, shown


def test_who_is_told_what_they_describe_is_told_right() -> None:
    said = descriptions.certain(own.known())
    assert sum(said) >= 0.95 * len(said)
    assert len(said) >= 0.22 * sum(len(asked) for _, asked in descriptions.halves(own.known()))


def test_what_is_no_sync_trouble_is_never_said_to_be_described() -> None:
    texts = [*descriptions.chatter(), *descriptions.how_to()]
    assert len(texts) == 360
    assert descriptions.certain_noise(own.known(), texts) == []


def test_a_question_how_something_is_done_is_mostly_shown_nothing() -> None:
    shown = [each.sure for each in descriptions.noise(own.known(), descriptions.how_to())]
    assert sum(sure >= SETTINGS["perhaps"] for sure in shown) <= 0.25 * len(shown)
