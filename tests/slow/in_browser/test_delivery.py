"""The lookup and the network: nothing pasted goes there, and what does not come is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from browsing import NOISE, OWED, OWED_TITLE, PAID, Lookup
from playwright.sync_api import Browser, Page, Request, Route, expect


@pytest.fixture
def requests(page: Page) -> list[Request]:
    seen: list[Request] = []
    page.on("request", lambda request: seen.append(request))
    return seen


def test_what_is_pasted_goes_nowhere(requests: list[Request], lookup: Lookup, home: str) -> None:
    secret = "Kestrel Packaging 88-41"
    before = (lookup.page.title(), lookup.page.url, lookup.page.evaluate("history.length"))
    lookup.paste(f"{secret}: {OWED}")
    lookup.paste(f"{secret} {NOISE}")
    assert [request.url for request in requests if not request.url.startswith(home)] == []
    carried = [
        request.url
        for request in requests
        if re.search("Kestrel|88-41", request.url + (request.post_data or "") + str(request.headers))
    ]
    assert carried == []
    assert (lookup.page.title(), lookup.page.url, lookup.page.evaluate("history.length")) == before
    stored = lookup.page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
    )
    assert "Kestrel" not in stored


def test_a_page_that_is_open_finds_errors_without_a_network(lookup: Lookup) -> None:
    lookup.paste(NOISE)
    lookup.page.context.set_offline(True)
    lookup.paste(OWED)
    assert lookup.answers() == [f"This is {OWED_TITLE}"]


def test_the_list_of_errors_comes_while_the_matcher_does(page: Page, home: str) -> None:
    held: list[Route] = []
    page.route("**/matcher.*", lambda route: held.append(route))
    lookup = Lookup(page, home)
    with page.expect_request("**/match-index.*"):
        lookup.box.hover()
    page.wait_for_timeout(100)
    assert len(held) == 1
    held[0].continue_()
    lookup.paste(OWED)
    assert lookup.answers() == [f"This is {OWED_TITLE}"]


def test_a_lost_index_is_said_and_tried_again(page: Page, home: str) -> None:
    page.route("**/match-index.*", lambda route: route.abort())
    lookup = Lookup(page, home)
    lookup.paste(OWED)
    expect(lookup.results).to_contain_text("The list of known errors could not be loaded.")
    page.unroute("**/match-index.*")
    page.get_by_role("button", name="Try again").click()
    expect(lookup.titles).to_have_text([OWED_TITLE])


def test_a_lost_card_comes_when_the_network_does(page: Page, home: str) -> None:
    page.route("**/cards/*", lambda route: route.abort())
    lookup = Lookup(page, home)
    lookup.paste(OWED)
    page.get_by_role("button", name="Try again").click()
    expect(lookup.card()).to_contain_text("The steps could not be loaded here.")
    page.unroute("**/cards/*")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(lookup.card().locator(".eb-step").first).to_be_visible()
    expect(lookup.titles).to_have_count(1)


def test_a_lost_card_still_leads_to_its_page(page: Page, home: str) -> None:
    page.route("**/cards/*", lambda route: route.abort())
    lookup = Lookup(page, home)
    lookup.paste(OWED)
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    expect(lookup.card()).to_contain_text("The full page has them.")
    lookup.card().get_by_role("link", name="Open the full page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(OWED_TITLE)


def test_a_newer_index_asks_for_a_reload(page: Page, home: str) -> None:
    newer = """errorbook.receive("index", '{"version": 2, "entries": []}');"""
    page.route("**/match-index.*", lambda route: route.fulfill(body=newer, content_type="text/javascript"))
    lookup = Lookup(page, home)
    lookup.paste(OWED)
    expect(lookup.results).to_contain_text("Reload the page, then paste again.")


def test_a_long_paste_gives_way_to_a_newer_one(lookup: Lookup) -> None:
    long = f"{PAID} and more\n" * 6000
    lookup.page.evaluate(browsing.PASTE, [lookup.box.element_handle(), long])
    lookup.paste(OWED)
    lookup.page.wait_for_timeout(300)
    assert lookup.answers() == [f"This is {OWED_TITLE}"]


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'"
)


@pytest.fixture
def strict_home(built_site: Path) -> Iterator[str]:
    with browsing.serve(built_site, POLICY) as address:
        yield address


def test_the_lookup_works_under_a_strict_policy(chromium: Browser, strict_home: str) -> None:
    # The theme's inline scripts are refused, so its failures are not ours to count.
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => "
            "(globalThis.refused ??= []).push(`${event.violatedDirective} ${event.sourceFile}`))"
        )
        lookup = Lookup(page, strict_home)
        lookup.paste(OWED)
        assert lookup.answers() == [f"This is {OWED_TITLE}"]
        refused = page.evaluate("globalThis.refused ?? []")
        assert [line for line in refused if "assets/errorbook/" in line] == []


def test_without_scripts_the_page_says_so_and_the_rest_works(chromium: Browser, home: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home)
        # Roles and texts are not looked for in <noscript>, although people see it.
        said = page.locator("[data-eb=lookup] noscript")
        assert "The lookup needs JavaScript," in said.locator("p").inner_text()
        expect(page.locator("#eb-paste")).to_be_hidden()
        said.locator("a").click()
        page.get_by_role("link", name=OWED_TITLE).first.click()
        step = page.get_by_text("Correct the amount of the payment in Cin7 Core.", exact=True)
        expect(step).to_be_hidden()
        page.locator("summary", has_text="The amount was mistyped").click()
        expect(step).to_be_visible()
