"""The header by keyboard: the menu of a narrow window, the search, and what is out of sight."""

from __future__ import annotations

import pytest
from browsing import NOISE, Lookup, search, until
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from walking import UNSEEN

PHONE, DESKTOP = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=860)
GUIDE = "guides/tax-mapping/"
IN_MENU = "document.activeElement.closest('.md-sidebar--primary') !== null"
NAME = "document.activeElement.textContent.trim() || document.activeElement.title"
SHOWN = """(({left, top}) => left >= 0 && top < innerHeight)(
  document.activeElement.getBoundingClientRect())"""
MOVING = "document.getAnimations().length > 0"


@pytest.fixture
def phone(page: Page, home: str) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(home + GUIDE)
    page.wait_for_selector("html.eb-scripted")
    return page


def menu_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Menu", exact=True)


def walk_the_menu(page: Page) -> list[str]:
    """Go on with Tab until the focus leaves the menu; return what had it, all of it in sight."""
    names: list[str] = []
    while page.evaluate(IN_MENU):
        while page.evaluate(MOVING):
            page.wait_for_timeout(20)
        assert page.evaluate(UNSEEN) is None
        names.append(page.evaluate(NAME))
        page.keyboard.press("Tab")
    return names


def test_a_menu_that_is_closed_is_no_stop(page: Page, home: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(home)
    page.wait_for_selector("html.eb-scripted")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    page.locator("[data-eb=paste]").focus()
    stops = 0
    while not menu_button(page).evaluate("button => button === document.activeElement"):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(IN_MENU)
        stops += 1
        assert stops < 10
    expect(menu_button(page)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_by_key(phone: Page, key: str, direction: str) -> None:
    phone.evaluate("direction => { document.body.dir = direction }", direction)
    menu, button = phone.locator(".md-sidebar--primary"), menu_button(phone)
    button.focus()
    phone.keyboard.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    assert phone.evaluate(IN_MENU)
    expect(menu).to_be_in_viewport(ratio=1)
    phone.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(menu).not_to_be_in_viewport()


def test_a_part_of_the_menu_leads_on_and_back(phone: Page) -> None:
    menu_button(phone).focus()
    phone.keyboard.press("Enter")
    # The part with this page is open, and what is behind it is no stop.
    focused = phone.locator(":focus")
    assert phone.evaluate(NAME) == "Guides"
    expect(focused).to_have_accessible_description("Enter leads back")
    phone.keyboard.press("Enter")
    assert phone.evaluate(NAME) == "Guides"
    expect(focused).to_have_accessible_description("Enter opens its pages")
    phone.keyboard.press("Shift+Tab")
    assert phone.evaluate(NAME) == "Where errors show"
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    assert phone.evaluate(NAME) == "Support desk"
    phone.keyboard.press("Space")
    names = walk_the_menu(phone)
    assert names[:2] == ["Support desk", "Many tickets at once"]
    assert names[-1] == "Assistants and agents"


def test_what_leaves_the_menu_closes_it(phone: Page) -> None:
    menu_button(phone).focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Enter")
    phone.evaluate("document.querySelector('.md-sidebar--primary a[href]').focus()")
    names = walk_the_menu(phone)
    assert names[1:] == [
        "Look up",
        "All errors",
        "Where errors show",
        "Guides",
        "Prevent errors",
        "Support desk",
        "About",
        "Contributing",
    ]
    expect(menu_button(phone)).to_have_attribute("aria-expanded", "false")
    expect(phone.locator(".md-sidebar--primary")).not_to_be_in_viewport()
    assert phone.evaluate("document.activeElement.closest('.md-content') !== null")


def test_a_wide_window_has_no_button_for_the_menu(page: Page, home: str) -> None:
    page.goto(home)
    page.wait_for_selector("html.eb-scripted")
    expect(page.locator(".eb-drawer")).to_be_hidden()


def test_without_scripts_the_menu_comes_out_to_the_keyboard(chromium: Browser, home: str) -> None:
    with chromium.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(home + GUIDE)
        menu = page.locator(".md-sidebar--primary")
        expect(menu).not_to_be_in_viewport()
        page.keyboard.press("Tab")
        while not page.evaluate(IN_MENU):
            page.keyboard.press("Tab")
        reached = []
        while page.evaluate(IN_MENU):
            reached.append(page.evaluate(NAME))
            assert page.evaluate(SHOWN)
            page.keyboard.press("Tab")
        assert {"Look up", "Accounts", "Support desk", "Contact", "Decisions"} <= set(reached)
        expect(menu).not_to_be_in_viewport()


def test_escape_leads_from_a_result_to_the_box_and_to_what_opened_it(lookup: Lookup) -> None:
    page, box = lookup.page, lookup.page.locator("[data-md-component=search-query]")
    lookup.paste(NOISE)
    opener = page.get_by_role("button", name="Search all pages for")
    opener.focus()
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    box.fill("period")
    box.press("Shift")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_tab_leads_from_the_search_through_its_results(page: Page, home: str) -> None:
    page.goto(home + GUIDE)
    page.wait_for_selector("html.eb-scripted")
    search(page, "period").first.wait_for()
    links = page.locator(".md-search-result__link:visible")
    # The theme shows results anew as more is found; once they are told, all are there.
    expect(page.locator("#eb-announcer")).to_contain_text("matching documents")
    box = page.locator("[data-md-component=search-query]")
    for key, reached in (("Tab", links.nth(0)), ("Tab", links.nth(1)), ("Shift+Tab", links.nth(0))):
        page.keyboard.press(key)
        expect(reached).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(box).not_to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_results_are_no_stop_while_the_search_is_closed(page: Page, home: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(home + GUIDE)
    page.wait_for_selector("html.eb-scripted")
    page.keyboard.press("Tab")
    reached: list[str] = []
    while page.evaluate("document.activeElement.closest('.md-content') === null"):
        reached.append(page.evaluate("document.activeElement.className"))
        page.keyboard.press("Tab")
    assert any("md-search__input" in name for name in reached)
    assert not any("md-search__scrollwrap" in name for name in reached)


def test_back_to_top_takes_no_focus_while_nobody_sees_it(page: Page, home: str) -> None:
    page.goto(home + GUIDE)
    page.wait_for_selector("html.eb-scripted")
    top = page.locator(".md-top")
    expect(top).to_have_attribute("hidden", "")
    top.evaluate("top => top.focus()")
    expect(top).not_to_be_focused()


@pytest.mark.parametrize("scrolled", [20, 50, 900])
def test_tabs_are_in_sight_when_the_keyboard_reaches_them(page: Page, home: str, scrolled: int) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(home + GUIDE)
    page.wait_for_selector("html.eb-scripted")
    page.evaluate("scrolled => scrollTo(0, scrolled)", scrolled)
    # The theme hides the tabs a moment after the page has moved; nobody presses a key in between.
    page.wait_for_timeout(500)
    page.locator("[data-md-component=search-query]").focus()
    reached: list[str] = []
    while page.evaluate("document.activeElement.closest('.md-main') === null"):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.md-tabs__link')"):
            until(page, f"() => ({UNSEEN})() === null && !document.querySelector('.md-tabs[hidden]')")
            reached.append(page.evaluate(NAME))
    assert reached[0] == "Look up"
    assert reached[-1] == "Contributing"
