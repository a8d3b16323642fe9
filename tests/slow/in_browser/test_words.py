"""Ordinary words in the lookup: silence while somebody types, then the way to the site's search."""

from __future__ import annotations

from datetime import datetime, timedelta

from browsing import Lookup
from playwright.sync_api import expect


def test_nothing_is_said_before_somebody_is_done(lookup: Lookup) -> None:
    lookup.page.evaluate(
        """() => {
          globalThis.said = [];
          const status = document.querySelector("[data-eb=status]");
          const hear = () => status.textContent && said.push(status.textContent);
          new MutationObserver(hear).observe(status, {childList: true, characterData: true, subtree: true});
        }"""
    )
    # The page's own clock: however slow this machine is, 60 ms pass between two keys.
    clock = lookup.page.clock
    clock.install()
    clock.pause_at(datetime.now() + timedelta(minutes=1))
    for key in "what nobody ever wrote about anything at all":
        lookup.box.press_sequentially(key)
        clock.run_for(60)
    assert [words for words in lookup.page.evaluate("said") if "know" in words] == []
    clock.resume()
    expect(lookup.status).to_contain_text("We don't know this one")
    assert len([words for words in lookup.page.evaluate("said") if "know" in words]) == 1


def test_ordinary_words_go_to_the_site_s_search(lookup: Lookup) -> None:
    lookup.box.press_sequentially("customer credit")
    lookup.page.get_by_role("button", name="Search all pages for “customer credit”").click()
    box = lookup.page.locator("[data-md-component=search-query]")
    expect(box).to_be_focused()
    expect(box).to_have_value("customer credit")
    expect(lookup.page.locator(".md-search-result__item").first).to_contain_text("ustomer")
