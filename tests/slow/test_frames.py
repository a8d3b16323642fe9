"""Every whole message of the catalogue in every frame; `make test` tries an eighth in each."""

from __future__ import annotations

import functools

import own
import pytest

from bench.frames import GUESSED, NOT_SAID, SAID, measure, sure_alone

sure = functools.cache(lambda: sure_alone(own.matcher(), own.known()))


@pytest.mark.parametrize("name", sorted(NOT_SAID.keys() - GUESSED))
def test_no_message_is_sure_where_nobody_got_it(name: str) -> None:
    assert measure(own.matcher(), sure(), name).others == []


@pytest.mark.parametrize("name", SAID)
def test_a_message_stays_sure_where_it_is_said(name: str) -> None:
    figure = measure(own.matcher(), sure(), name)
    assert figure.sure >= 0.97 * figure.asked, figure.others
