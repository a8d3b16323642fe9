"""The filter of an index of several pages in a browser, from a server and from a disk."""

from __future__ import annotations

import browsing
import pytest
from builders import build_site, saying, write_errors
from playwright.sync_api import Page, expect

from errorbook.site import index_parts

WORDS = ("amber", "birch", "cedar", "dogwood", "elder")


@pytest.mark.parametrize("place", ["server", "disk"])
def test_a_filter_knows_the_errors_of_every_page(
    page: Page, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(index_parts, "MOST", 2)
    folder = tmp_path_factory.mktemp("long")
    made = {
        f"no_{word}": {
            "id": f"XERO-{number:04}",
            "title": f"No {word}",
            "severity": "warning" if number > 3 else "blocks-record",
            **saying(f"No {word} {word} is there"),
        }
        for number, word in enumerate(WORDS, 1)
    }
    write_errors(folder / "errors", **made)
    site = build_site(folder, use_directory_urls=place == "server")
    if place == "disk":
        _look_through(page, f"file://{site}/errors/index.html")
    else:
        with browsing.serve(site) as home:
            _look_through(page, f"{home}/errors/")


def _look_through(page: Page, address: str) -> None:
    titles, count = page.locator(".eb-list__title:visible"), page.locator(".eb-filter__count")
    page.goto(address)
    expect(titles).to_have_text(["No amber", "No birch"])
    page.locator('.eb-parts [rel="next"]').click()
    expect(titles).to_have_text(["No cedar", "No dogwood"])
    page.get_by_label("Filter by words").fill("elder")
    expect(titles).to_have_text(["No elder"])
    expect(count).to_have_text("1 of 5 errors")
    expect(page.locator(".eb-parts")).to_be_hidden()
    page.reload()
    expect(titles).to_have_text(["No elder"])
    page.get_by_label("Filter by words").fill("")
    expect(titles).to_have_text(["No cedar", "No dogwood"])
    expect(count).to_have_text("")
    page.get_by_label("What it stops").select_option(label="Shows a warning, but holds nothing up")
    expect(titles).to_have_text(["No dogwood", "No elder"])
    page.get_by_label("Filter by words").fill("amber")
    expect(count).to_have_text("0 of 5 errors")
    page.get_by_label("Filter by words").fill("")
    titles.last.click()
    expect(page.locator("h1")).to_contain_text("No elder")
