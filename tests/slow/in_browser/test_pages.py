"""The pages around the lookup in a browser: an error's page and the indexes."""

from __future__ import annotations

import pytest
from browsing import OWED, OWED_TITLE, come_near
from playwright.sync_api import Page, expect
from walking import UNSEEN

ANOTHER = "errors/cin7-core/invoice-already-paid-in-xero/"


@pytest.fixture
def entry(page: Page, home: str) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(home + ANOTHER)
    come_near(page)
    return page


def test_a_page_asks_for_nothing_that_is_not_there(page: Page, home: str) -> None:
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    for url in ("", ANOTHER, "errors/", "playground/"):
        page.goto(home + url, wait_until="networkidle")
    assert missing == []


def test_the_plain_text_of_an_entry_is_a_click_away(entry: Page, home: str) -> None:
    with entry.expect_response(f"{home}{ANOTHER}index.md") as came:
        entry.get_by_role("link", name="plain text").click()
    assert came.value.ok


def test_a_paste_on_an_entry_goes_to_the_lookup(entry: Page, home: str) -> None:
    entry.evaluate("text => navigator.clipboard.writeText(text)", OWED)
    entry.get_by_label("Paste another error message").focus()
    entry.keyboard.press("Control+v")
    expect(entry.locator(".eb-card__title")).to_have_text([OWED_TITLE])
    expect(entry.locator(".eb-card__title")).to_be_focused()
    assert entry.url == home


def test_what_is_typed_goes_with_enter(entry: Page) -> None:
    box = entry.get_by_label("Paste another error message")
    box.fill(f"{OWED} & <b>100%</b>")
    box.press("Enter")
    expect(entry.locator(".eb-card__title")).to_have_text([OWED_TITLE])
    expect(entry.locator("#eb-paste")).to_have_value(f"{OWED} & <b>100%</b>")


def test_a_long_text_arrives_cut_and_says_so(entry: Page) -> None:
    box = entry.get_by_label("Paste another error message")
    box.fill("x" * 9000)
    box.press("Enter")
    words = "Only the first 8,000 characters came along."
    expect(entry.locator(".eb-note", has_text=words)).to_be_visible()
    expect(entry.locator("[data-eb=status]")).to_contain_text(words)


def test_headings_are_read_without_their_mark(entry: Page) -> None:
    expect(entry.get_by_role("heading", name="How to fix it", exact=True)).to_be_visible()
    expect(entry.get_by_role("link", name="¶")).to_have_count(0)
    assert entry.locator("a.headerlink").evaluate_all("all => all.every(one => one.tabIndex === -1)")


def test_the_permanent_link_is_copied_and_said(entry: Page, home: str) -> None:
    entry.get_by_role("button", name="Copy link").click()
    expect(entry.locator("#eb-announcer")).to_have_text("Link copied.")
    assert entry.evaluate("navigator.clipboard.readText()") == f"{home}e/CIN7-0001/"


@pytest.mark.parametrize("width", [390, 1280])
def test_an_index_keeps_the_room_of_its_filter(page: Page, home: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    filtering, heights = page.locator(".eb-filter"), list[int]()
    page.route("**/errorbook/filter.*.js", lambda route: route.abort())
    page.goto(f"{home}errors/xero/")
    heights.append(filtering.evaluate("part => part.offsetHeight"))
    page.unroute("**/errorbook/filter.*.js")
    page.goto(f"{home}errors/")
    expect(page.get_by_label("Filter by words")).to_be_visible()
    heights.append(filtering.evaluate("part => part.offsetHeight"))
    page.set_viewport_size({"width": 1280, "height": 860})
    assert heights[0] > 0
    assert abs(heights[1] - heights[0]) <= 1


def test_an_index_is_filtered_by_words_and_choices(page: Page, home: str) -> None:
    page.goto(f"{home}errors/")
    count = page.locator(".eb-filter__count")
    page.get_by_label("Filter by words").fill("amount outstanding on this document")
    expect(count).to_contain_text("1 of ")
    expect(page.get_by_role("link", name=OWED_TITLE).first).to_be_visible()
    expect(page.get_by_role("heading", name="Shopify", exact=True)).to_be_hidden()
    page.get_by_label("Filter by words").fill("")
    page.get_by_label("Product").select_option(label="ShipStation")
    expect(page.get_by_role("link", name=OWED_TITLE).first).to_be_hidden()
    shown = page.locator("li[data-system~=shipstation]:visible")
    ids = set(shown.evaluate_all("items => items.map(item => item.dataset.id)"))
    expect(count).to_contain_text(f"{len(ids)} of ")
    page.get_by_label("Product").select_option(label="Any")
    expect(count).to_be_hidden()


@pytest.mark.parametrize("clear", ["", "Any"])
def test_an_index_that_is_whole_again_says_so(page: Page, home: str, clear: str) -> None:
    page.goto(f"{home}errors/")
    said, count = page.locator("#eb-announcer"), page.locator(".eb-filter__count")
    expect(page.get_by_label("Filter by words")).to_be_visible()
    expect(said).to_have_count(0)
    if clear:
        page.get_by_label("Product").select_option(label="Xero")
    else:
        page.get_by_label("Filter by words").fill("invoice")
    expect(count).to_contain_text(" of ")
    number = count.inner_text().partition(" of ")[2]
    if clear:
        page.get_by_label("Product").select_option(label=clear)
    else:
        page.get_by_label("Filter by words").fill(clear)
    expect(said).to_have_text(number)


def test_a_filter_that_leaves_nothing_says_so(page: Page, home: str) -> None:
    page.goto(f"{home}errors/")
    page.get_by_label("Filter by words").fill("zzz")
    expect(page.locator(".eb-filter__count")).to_contain_text("0 of ")


def test_not_this_error_leads_to_a_box_that_takes_the_next_paste(page: Page, home: str) -> None:
    page.goto(f"{home}errors/xero/document-date-before-period-lock-date/")
    page.wait_for_selector("html.eb-scripted")
    page.get_by_role("link", name="Not this error?").click()
    expect(page.locator(".eb-elsewhere__title")).to_be_in_viewport()
    page.keyboard.type(OWED)
    page.keyboard.press("Enter")
    expect(page.locator(".eb-card__title")).to_have_text(OWED_TITLE)


def test_a_link_within_a_page_takes_the_focus_along(page: Page, home: str) -> None:
    page.goto(f"{home}errors/xero/document-date-before-period-lock-date/")
    page.wait_for_selector("html.eb-scripted")
    for link, target in (
        (page.get_by_role("link", name="Skip to content"), page.get_by_role("heading", level=1)),
        (page.get_by_role("link", name="Link to step 1"), page.locator("#step-1")),
    ):
        for _ in range(2):
            link.first.focus()
            page.keyboard.press("Enter")
            expect(target).to_be_focused()
    page.keyboard.press("Tab")
    expect(target).not_to_have_attribute("tabindex", "-1")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_the_keyboard_reaches_on_the_way_up_has_nothing_in_front_of_it(
    page: Page, home: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(home)
    page.wait_for_selector("html.eb-scripted")
    links = page.locator(".md-content a:visible")
    links.last.focus()
    covered = []
    for _ in range(links.count() - 1):
        page.keyboard.press("Shift+Tab")
        covered.append(page.evaluate(UNSEEN))
    expect(page.locator(".md-top")).to_be_visible()
    assert [each for each in covered if each] == []


def test_the_box_that_the_keyboard_reaches_on_the_way_up_is_not_behind_the_header(
    page: Page, home: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{home}errors/xero/document-date-before-period-lock-date/")
    come_near(page)
    box = page.get_by_label("Paste another error message")
    expect(box).to_be_visible()
    page.locator(".md-content a:visible").last.focus()
    while not box.evaluate("box => box === document.activeElement"):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate(UNSEEN) is None


def test_a_message_that_the_filter_does_not_find_goes_on_to_the_lookup(page: Page, home: str) -> None:
    page.goto(f"{home}errors/")
    page.get_by_label("Filter by words").fill(f"INV-4401: {OWED}")
    page.get_by_role("link", name="Look up the whole text").click()
    expect(page.locator(".eb-card__title")).to_have_text(OWED_TITLE)
    page.goto(f"{home}errors/")
    page.get_by_label("Filter by words").fill("lock date")
    expect(page.locator(".eb-filter__count")).to_contain_text(" of ")
    expect(page.get_by_role("link", name="Look up the whole text")).to_have_count(0)


def test_a_filter_lives_in_the_address(page: Page, home: str) -> None:
    page.goto(f"{home}errors/#words=amount%20outstanding%20on%20this&system=xero")
    count = page.locator(".eb-filter__count")
    expect(count).to_contain_text("1 of ")
    expect(page.get_by_label("Product")).to_have_value("xero")
    page.get_by_label("Filter by words").fill("duplicate & <b>")
    expect(page).to_have_url(f"{home}errors/#words=duplicate+%26+%3Cb%3E&system=xero")
    page.reload()
    expect(page.get_by_label("Filter by words")).to_have_value("duplicate & <b>")
    page.get_by_label("Filter by words").fill("")
    page.get_by_label("Product").select_option(label="Any")
    expect(page).to_have_url(f"{home}errors/")


def test_a_long_group_is_short_on_a_phone_until_somebody_wants_all(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{home}errors/xero/")
    rows = page.locator(".eb-group").first.locator("li[data-id]:visible")
    more = page.get_by_role("button", name="more").first
    expect(more).to_be_visible()
    expect(rows).to_have_count(6)
    page.get_by_label("Filter by words").fill("tax")
    expect(more).to_be_hidden()
    page.get_by_label("Filter by words").fill("")
    more.click()
    expect(rows.nth(6).locator("a")).to_be_focused()
    expect(rows.nth(40)).to_be_visible()


def test_a_question_mark_shows_the_keys_of_the_page(entry: Page) -> None:
    entry.keyboard.press("?")
    keys = entry.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("copy the reply, the steps or the link")
    entry.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    entry.get_by_label("Paste another error message").focus()
    entry.keyboard.press("?")
    expect(entry.get_by_label("Paste another error message")).to_have_value("?")
    expect(keys).to_have_count(0)


def test_an_error_s_page_leads_up_and_to_its_neighbours(entry: Page, home: str) -> None:
    way = entry.get_by_role("navigation", name="Where you are").get_by_role("link")
    expect(way).to_have_text(["All errors", "Cin7 Core"])
    entry.get_by_role("navigation", name="Other errors of Cin7 Core").get_by_role("link").last.click()
    expect(entry.locator(".eb-permalink__id")).to_have_text("CIN7-0002")
    entry.locator("a[rel=prev]").click()
    expect(entry).to_have_url(home + ANOTHER)
    entry.get_by_role("banner").get_by_role("link", name="Errorbook").last.click()
    expect(entry).to_have_url(home)


@pytest.mark.parametrize(("url", "kept"), [("guides/customer-credit/", True), ("where/", False)])
def test_columns_that_say_nothing_without_their_heads_stay_on_a_phone(
    page: Page, home: str, url: str, kept: bool
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(home + url)
    lefts = page.locator("article td").evaluate_all("cells => cells.slice(0, 3).map(each => each.offsetLeft)")
    assert (lefts == sorted(set(lefts))) is kept
