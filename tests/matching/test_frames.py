"""Whether a whole message is said: every one of the catalogue in frames that change it and that do not."""

from __future__ import annotations

import own
import pytest

from bench.frames import NOT_SAID, SAID, measure, whole_messages

GUESSED = {"goes on"}
"""Behind a value, the words of a sentence that goes on may belong to the value."""


def test_the_catalogue_has_many_whole_messages() -> None:
    assert len(list(whole_messages(own.known()))) > 250


@pytest.mark.parametrize("name", sorted(NOT_SAID.keys() - GUESSED))
def test_no_message_is_sure_where_nobody_got_it(name: str) -> None:
    assert measure(own.matcher(), own.known(), {name: NOT_SAID[name]})[name].others == []


@pytest.mark.parametrize("name", SAID)
def test_a_message_stays_sure_where_it_is_said(name: str) -> None:
    figure = measure(own.matcher(), own.known(), {name: SAID[name]})[name]
    assert figure.sure >= 0.97 * figure.asked, figure.others
