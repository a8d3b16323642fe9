"""What a first visit fetches of the built site: little at once, the rest when somebody needs it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ENTRY = "errors/cin7-core/invoice-already-paid-in-xero/"
GUIDE = "guides/lock-dates/"
MOST = {"": 150_000, ENTRY: 110_000, "errors/": 110_000, GUIDE: 110_000}
OURS = re.compile(r"assets/errorbook/|assets/errorbook\.svg")


@pytest.fixture
def asked(page: Page, home: str) -> list[str]:
    """What is asked for of the site, without queries."""
    found: list[str] = []
    page.on("request", lambda request: found.append(re.sub(r"[?#].*", "", request.url).removeprefix(home)))
    return found


def packed(site: Path, urls: list[str]) -> int:
    """Return the bytes of what is served at these urls, as a server that packs would send them."""
    files = [site / (f"{url}index.html" if url.endswith("/") or not url else url) for url in set(urls)]
    bodies = [file.read_bytes() for file in files if file.is_file()]
    assert bodies
    return sum(min(len(body), len(gzip.compress(body, 9))) for body in bodies)


@pytest.mark.parametrize("url", MOST)
def test_a_first_visit_is_light(page: Page, home: str, built_site: Path, asked: list[str], url: str) -> None:
    page.goto(home + url, wait_until="networkidle")
    assert packed(built_site, asked) <= MOST[url]


def test_an_entry_asks_little_of_us(page: Page, home: str, built_site: Path, asked: list[str]) -> None:
    page.goto(home + ENTRY, wait_until="networkidle")
    assert packed(built_site, [url for url in asked if OURS.match(url)]) <= 25_000


def test_the_list_of_errors_comes_when_somebody_turns_to_the_box(
    page: Page, home: str, asked: list[str]
) -> None:
    late = re.compile(r"assets/errorbook/match(er|-index)\.")
    page.goto(home, wait_until="networkidle")
    box = page.get_by_label("Paste the error message")
    expect(box).to_be_focused()
    assert [url for url in asked if late.match(url)] == []
    with page.expect_request("**/match-index.*"):
        box.hover()
    assert [url for url in asked if late.match(url)]


def test_an_entry_s_tools_come_when_somebody_comes_near(page: Page, home: str, asked: list[str]) -> None:
    page.goto(home + ENTRY, wait_until="networkidle")
    assert [url for url in asked if "/entry." in url or "/cards/" in url] == []
    page.mouse.wheel(0, 100_000)
    expect(page.get_by_role("button", name="Copy reply")).to_be_visible()


def test_a_key_brings_an_entry_s_tools(page: Page, home: str) -> None:
    page.goto(home + ENTRY, wait_until="networkidle")
    # A key that comes before the page is ready to hear it brings nothing; the next one does.
    page.wait_for_selector("html.eb-scripted")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy reply")).to_be_attached()


def test_pages_that_need_less_load_less(page: Page, home: str, asked: list[str]) -> None:
    for url in (GUIDE, ENTRY, "errors/", ""):
        page.goto(home + url, wait_until="networkidle")
        names = {Path(each).name.partition(".")[0] for each in asked if each.startswith("assets/errorbook/")}
        expected = {GUIDE: set(), ENTRY: set(), "errors/": {"filter"}, "": {"lookup"}}[url]
        assert names - {"errorbook", "search-start"} == expected
        asked.clear()


def test_values_in_the_link_bring_the_tools_at_once(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#v.amount=12.50")
    expect(page.get_by_role("button", name="Copy reply")).to_be_attached()
