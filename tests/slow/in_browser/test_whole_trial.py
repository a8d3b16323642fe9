"""A draft in the playground of this site: tried on every example of the catalogue."""

from __future__ import annotations

from browsing import OWED
from playwright.sync_api import Page, expect


def test_a_trial_of_the_whole_catalogue_asks_nobody_but_the_site_for_files(page: Page, home: str) -> None:
    asked: list[str] = []
    page.goto(f"{home}playground/")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[name=messages]").fill(OWED)
    page.get_by_role("button", name="Show what it changes").click()
    page.locator("[data-eb=trial-results] li").first.wait_for(timeout=60_000)
    expect(page.locator("[data-eb=trial-results]")).to_contain_text("Today: This is XERO-0001.")
    assert any("/assets/errorbook/trial." in url for url in asked)
    assert [url for url in asked if not url.startswith(home) or "?" in url] == []
