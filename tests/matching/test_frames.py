"""Whether a whole message is said: those of the catalogue in frames that change it and that do not.

Each frame gets another eighth of the messages here, and all of them in `make test-all`.
"""

from __future__ import annotations

import functools

import own
import pytest

from bench import strangers
from bench.frames import GUESSED, NOT_SAID, SAID, measure, sure_alone, whole_messages

CHANGING = sorted(NOT_SAID.keys() - GUESSED)
PARTS = 8

sure = functools.cache(lambda: sure_alone(own.matcher(), own.known()))


def test_the_catalogue_has_many_whole_messages() -> None:
    assert len(list(whole_messages(own.known()))) > 250
    assert len(sure()) > 250


@pytest.mark.parametrize(("part", "name"), list(enumerate(CHANGING)))
def test_no_message_is_sure_where_nobody_got_it(part: int, name: str) -> None:
    assert measure(own.matcher(), sure()[part % PARTS :: PARTS], name).others == []


@pytest.mark.parametrize(("part", "name"), list(enumerate(SAID)))
def test_a_message_stays_sure_where_it_is_said(part: int, name: str) -> None:
    figure = measure(own.matcher(), sure()[part % PARTS :: PARTS], name)
    assert figure.sure >= 0.95 * figure.asked, figure.others


def test_a_text_that_is_sure_is_told_of() -> None:
    texts = [
        "You must set a transaction amount.",
        "We sold nine hats.",
        "Fixed: 'You must set a transaction amount.'",
    ]
    assert strangers.sure(own.matcher(), texts) == texts[:1]
