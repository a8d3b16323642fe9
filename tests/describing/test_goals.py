"""How often a description finds its entry, and how seldom anything else finds one."""

from __future__ import annotations

import own

from bench import descriptions
from errorbook.describing import Suggester


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
