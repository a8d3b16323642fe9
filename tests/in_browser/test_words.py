"""Ordinary words in the lookup: silence while somebody types, then the way to the site's search."""

from __future__ import annotations

import pytest
from browsing import Lookup
from playwright.sync_api import Page, expect


@pytest.fixture
def lookup(page: Page, home: str) -> Lookup:
    return Lookup(page, home)


def test_nothing_is_said_before_somebody_is_done(lookup: Lookup) -> None:
    lookup.page.evaluate(
        """() => {
          globalThis.said = [];
          const status = document.querySelector("[data-eb=status]");
          const hear = () => status.textContent && said.push(status.textContent);
          new MutationObserver(hear).observe(status, {childList: true, characterData: true, subtree: true});
        }"""
    )
    lookup.box.press_sequentially("what nobody ever wrote about anything at all", delay=60)
    assert [words for words in lookup.page.evaluate("said") if "know" in words] == []
    expect(lookup.status).to_contain_text("We don't know this one")
    assert len([words for words in lookup.page.evaluate("said") if "know" in words]) == 1


def test_ordinary_words_go_to_the_site_s_search(lookup: Lookup) -> None:
    lookup.box.press_sequentially("customer credit")
    lookup.page.get_by_role("button", name="Search all pages for “customer credit”").click()
    box = lookup.page.locator("[data-md-component=search-query]")
    expect(box).to_be_focused()
    expect(box).to_have_value("customer credit")
    expect(lookup.page.locator(".md-search-result__item").first).to_contain_text("ustomer")
