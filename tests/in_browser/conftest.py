"""An error with a decision, open in a browser."""

from __future__ import annotations

import pytest
from decisions import ENTRY
from playwright.sync_api import Page


@pytest.fixture
def entry(page: Page, home: str) -> Page:
    """The page of that error, with its scripts at work."""
    page.goto(home + ENTRY)
    page.wait_for_selector("html.eb-scripted")
    return page
