"""What axe finds, and a walk by keyboard; `tests/slow/test_every_state.py` does the same in every state."""

from __future__ import annotations

import axe
import pytest
from playwright.sync_api import Page
from states import STATES
from walking import walk


@pytest.mark.parametrize("name", ["card with an answer", "error with everything open", "search"])
def test_axe_finds_nothing(page: Page, home: str, name: str) -> None:
    STATES[name].enter(page, home)
    assert axe.violations(page) == []


def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page, home: str) -> None:
    STATES["card"].enter(page, home)
    stops, missed = walk(page)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert missed == []
