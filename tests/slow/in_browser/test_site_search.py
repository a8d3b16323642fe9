"""The site's search: what a page loads of it, what it offers first, and that it stays whole elsewhere."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browsing
import pytest
from builders import build_site, write_errors
from playwright.sync_api import Page, expect

MESSAGE = "Payment exceeds the amount due"
TITLE = "The payment is > the amount due & late"
GUIDE = "# Payments\n\nWhat to know of payments.\n\n## Refunds\n\nMoney that goes back.\n"


def make(folder: Path, **settings: Any) -> Path:
    """Build a site of an entry and a guide."""
    write_errors(
        folder / "errors",
        payment_too_large={
            "title": TITLE,
            "summary": "Xero refused **the payment**.",
            "aliases": ["funds are stuck"],
            "resolution": [
                {"do": "Correct the payment in Cin7 Core.", "path": ["Sale", "Payments & refunds"]},
                {"do": "Open the sale again.", "path": ["Sale", "Payments & refunds"]},
            ],
        },
    )
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/payments.md").write_text(GUIDE, "utf-8")
    return build_site(folder, **settings)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    folder = tmp_path_factory.mktemp("instant")
    return make(folder, theme=theme, site_url="http://127.0.0.1/")


@pytest.fixture
def address(small_site: Path) -> Iterator[str]:
    with browsing.serve(small_site) as address:
        yield address


@pytest.fixture(params=["small_site", "instant_site"])
def either(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a site whose pages are loaded whole, and of one that puts them into the open page."""
    with browsing.serve(request.getfixturevalue(request.param)) as address:
        yield address


def test_the_first_search_says_that_it_reads(page: Page, either: str) -> None:
    page.goto(either)
    page.wait_for_selector("html.eb-scripted")
    said = page.locator(".md-search-result__meta")
    page.locator("[data-md-component=search-query]").focus()
    said.evaluate(
        """said => {
          globalThis.heard = [];
          new MutationObserver(() => heard.push(said.textContent.trim())).observe(said, {childList: true});
        }"""
    )
    browsing.search(page, "payments").first.wait_for()
    heard = page.evaluate("globalThis.heard")
    assert heard.count("Reading …") == 1
    assert heard.index("Reading …") < len(heard) - 1
    assert "matching document" in heard[-1]
    browsing.search(page, "refunds").first.wait_for()
    assert page.evaluate("globalThis.heard").count("Reading …") == 1


def test_what_a_search_finds_is_said_when_typing_rests(page: Page, either: str) -> None:
    page.goto(either)
    page.wait_for_selector("html.eb-scripted")
    browsing.search(page, "zzz").first.wait_for()
    announcer = page.locator("#eb-announcer")
    expect(announcer).not_to_be_empty()
    announcer.evaluate(
        """announcer => {
          globalThis.heard = [];
          new MutationObserver(() => heard.push(announcer.textContent)).observe(announcer, {childList: true});
        }"""
    )
    page.locator("[data-md-component=search-query]").press_sequentially("payments", delay=100)
    page.locator("[data-md-component=search-query]").fill("")
    page.locator("[data-md-component=search-query]").press_sequentially("payments", delay=100)
    expect(announcer).to_contain_text("matching document")
    page.wait_for_timeout(1500)
    assert page.evaluate("globalThis.heard.length") == 1
    assert "No matching" not in page.evaluate("globalThis.heard[0]")
    expect(page.locator(".md-search-result__meta")).not_to_have_attribute("role", "status")


def test_an_id_finds_its_error_first_and_few_other_pages(page: Page, home: str) -> None:
    page.goto(home)
    found = browsing.search(page, "XERO-0050")
    expect(found.first).to_contain_text("This is: XERO-0050")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"^\s*\d matching document"))
    browsing.search(page, "locked period")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"^\s*\d\d+ matching documents"))


def test_a_question_finds_its_guide_before_pages_that_share_short_words(page: Page, home: str) -> None:
    page.goto(home)
    browsing.search(page, "how do I disconnect and reconnect Xero and keep my accounts").get_by_text(
        "Look up the whole text"
    ).wait_for()
    titles = page.locator(".md-search-result__list > li h1").all_inner_texts()
    assert "Connecting, reconnecting and disconnecting" in titles[:5]


def documents(site: Path) -> list[dict[str, Any]]:
    text = (site / "assets/errorbook/search-pages.js").read_text("utf-8")
    start, end = 'errorbook.receive("pages",', ");\n"
    assert text.startswith(start)
    found: list[dict[str, Any]] = json.loads(text[len(start) : -len(end)])["docs"]
    return found


def test_a_page_loads_the_list_of_pages_only_for_a_search(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}payments/")
    page.wait_for_load_state("networkidle")
    late = ("search-pages", "workers/search", "site-search", "matcher")
    assert [url for url in asked if any(each in url for each in late)] == []
    assert [url for url in asked if "search-start" in url]
    expect(browsing.search(page, "refunds").first).to_contain_text("Refunds")
    assert [url for url in asked if "search-pages" in url]
    assert [url for url in asked if "refunds" in url.lower()] == []


def test_a_search_that_did_not_load_is_loaded_by_the_next_key(page: Page, address: str) -> None:
    page.route("**/site-search.*", lambda route: route.abort(), times=1)
    page.goto(f"{address}payments/")
    with page.expect_event("requestfailed"):
        expect(browsing.search(page, "refund")).to_have_count(0)
    expect(browsing.search(page, "refunds").first).to_contain_text("Refunds")


TEXTS = [f'{{"Detail": "{MESSAGE}"}}', "XERO-0001", f"INV-7: {MESSAGE.upper()}", MESSAGE]


def test_the_error_that_a_text_shows_stands_first(page: Page, either: str) -> None:
    page.goto(f"{either}payments/")
    for text in TEXTS:
        expect(browsing.search(page, "")).to_have_count(0)
        first = browsing.search(page, text).first
        expect(first).to_contain_text(TITLE)
        expect(first).to_contain_text("This is: XERO-0001")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    assert page.url == f"{either}errors/xero/payment-too-large/"


def test_a_text_that_is_told_can_be_taken_to_the_lookup(page: Page, address: str) -> None:
    page.goto(f"{address}payments/")
    browsing.search(page, '{"some": "thing", "that": "nobody knows"}').get_by_text(
        "Look up the whole text"
    ).click()
    expect(page.get_by_label("Paste the error message")).to_have_value(
        '{"some": "thing", "that": "nobody knows"}'
    )
    assert page.url == address


def test_the_offer_to_look_a_text_up_is_not_counted_as_a_document(page: Page, either: str) -> None:
    page.goto(either)
    said = page.locator(".md-search-result__meta")
    for text, told in (
        ("nobody-knows-this {x}", "No matching documents"),
        ("refunds {x}", "2 matching documents"),
        ("refunds", "2 matching documents"),
    ):
        results = browsing.search(page, text)
        expect(said).to_have_text(told)
        offers = results.get_by_text("Look up the whole text")
        expect(offers).to_have_count(int("{" in text))
        expect(results).to_have_count(int(re.sub(r"\D", "", told) or 0) + offers.count())


def test_search_goes_on_after_a_page_was_opened(page: Page, either: str) -> None:
    page.goto(either)
    browsing.search(page, "refunds").first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Payments")
    expect(browsing.search(page, MESSAGE).first).to_contain_text("This is")


def test_ordinary_words_find_pages_alone(page: Page, address: str) -> None:
    page.goto(address)
    results = browsing.search(page, "money")
    expect(results).to_have_count(1)
    expect(results.first).to_contain_text("Refunds")


def test_an_error_that_is_found_by_other_words_shows_what_it_says(page: Page, address: str) -> None:
    page.goto(address)
    result = browsing.search(page, "stuck").filter(has_text="refused").first
    expect(result).to_contain_text("Xero refused the payment.")
    expect(result).not_to_contain_text("stuck")


def test_without_the_list_the_matcher_still_answers(page: Page, small_site: Path) -> None:
    page.route("**/search-pages.js", lambda route: route.abort())
    with browsing.serve(small_site) as address:
        page.goto(address)
        expect(browsing.search(page, MESSAGE).first).to_contain_text("This is")


def test_an_entry_is_one_short_document_without_its_steps(small_site: Path) -> None:
    found = documents(small_site)
    (entry,) = [each for each in found if each["location"].startswith("errors/xero/payment-too-large/")]
    assert entry["location"] == "errors/xero/payment-too-large/"
    assert entry["title"] == "The payment is &gt; the amount due &amp; late"
    assert entry["text"].startswith("Xero refused the payment. \u2063 Payment exceeds the amount due")
    assert "XERO-0001" in entry["text"]
    assert entry["text"].count("Sale → Payments &amp; refunds") == 1
    assert "Correct the payment in Cin7 Core" not in json.dumps(found)
    assert [each["location"] for each in found if each["location"].startswith("payments/")] == [
        "payments/",
        "payments/#refunds",
    ]


def test_what_every_page_loads_of_the_index_is_next_to_nothing(small_site: Path) -> None:
    index = (small_site / "search/search_index.json").read_bytes()
    assert json.loads(index)["docs"] == []
    assert len(index) < 1000


def test_pages_for_a_disk_keep_the_theme_s_own_search(tmp_path: Path) -> None:
    site = make(tmp_path, plugins=["search", "offline", "errorbook"])
    assert list(site.glob("assets/errorbook/*search*")) == []
    page = (site / "payments.html").read_text("utf-8")
    assert "assets/javascripts/workers/search." in page
    titles = [
        each["title"] for each in json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    ]
    assert "Refunds" in titles
    assert "How to fix it" not in titles


def test_other_themes_keep_their_index(tmp_path: Path) -> None:
    site = make(tmp_path, theme={"name": "mkdocs"})
    assert list(site.glob("assets/errorbook/*search*")) == []
    assert json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]


def test_a_site_without_search_is_built(tmp_path: Path) -> None:
    site = make(tmp_path, plugins=["errorbook"])
    assert not (site / "search").exists()


def test_a_text_that_comes_without_a_key_is_searched_for(page: Page, home: str) -> None:
    page.goto(home)
    page.wait_for_selector("html.eb-scripted")
    results = browsing.search(page, "locked period")
    expect(results.first).to_contain_text("lock", ignore_case=True)
    # What a long press pastes on a phone: no key goes up.
    page.locator("[data-md-component=search-query]").fill(browsing.OWED)
    expect(results.first).to_contain_text(browsing.OWED_TITLE)
