"""Answers and ticks in a browser: they belong to a text, outlive a reload, and end with the visit."""

from __future__ import annotations

from browsing import OWED, PAID, PASTE, Lookup
from decisions import expect_progress, take_both
from playwright.sync_api import Page, Route, expect

CASE = "INV-0912 Tom's Tiles: "


def replaced(lookup: Lookup, text: str) -> None:
    """Put another text into the box as a dictation or a form filler does: no paste."""
    lookup.page.get_by_role("button", name="Edit", exact=True).click()
    lookup.box.fill(text)
    lookup.page.get_by_role("button", name="Find the fix").click()
    expect(lookup.titles.first).to_be_focused()


def test_answers_and_ticks_belong_to_the_text_they_were_given_for(lookup: Lookup, home: str) -> None:
    lookup.paste(CASE + OWED)
    take_both(lookup.card())
    lookup.card().locator(".eb-step__tick input").first.check()
    # Who looks the same up again is with the same case.
    replaced(lookup, f"  {CASE}{OWED}\n")
    expect_progress(lookup, 2, True)
    # Another number is another record, however it came into the box.
    replaced(lookup, f"INV-0977 {OWED}")
    expect(lookup.card()).to_contain_text("INV-0977")
    expect_progress(lookup, 0, False)
    assert lookup.page.url == home


def test_another_paste_begins_without_answers(lookup: Lookup, home: str) -> None:
    lookup.paste(OWED)
    take_both(lookup.card())
    lookup.paste(f"Another case: {OWED}")
    expect_progress(lookup, 0, False)
    assert lookup.page.url == home


def test_the_answers_of_a_link_belong_to_its_error_alone(page: Page, home: str) -> None:
    lookup = Lookup(page, f"{home}#e=XERO-0001&a=2.3.1.1")
    expect_progress(lookup, 2, False)
    replaced(lookup, "XERO-0001")
    expect_progress(lookup, 2, False)
    replaced(lookup, OWED)
    expect_progress(lookup, 0, False)
    assert page.url == home


def test_answers_taken_while_another_text_is_read_stay_with_their_own(lookup: Lookup) -> None:
    lookup.paste(CASE + OWED)
    gate: list[Route] = []
    lookup.page.route("**/cards/*", lambda route: gate.append(route))
    lookup.page.evaluate(PASTE, [lookup.box.element_handle(), f"{OWED}\n{PAID}"])
    while not gate:
        lookup.page.wait_for_timeout(20)
    take_both(lookup.card())
    lookup.card().locator(".eb-step__tick input").first.check()
    for route in gate:
        route.continue_()
    expect(lookup.titles).to_have_count(2)
    expect_progress(lookup, 0, False)


STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"


def test_a_reload_keeps_ticks_and_another_visit_begins_without(entry: Page) -> None:
    # The page's tools come when somebody begins to use it.
    entry.mouse.move(300, 300)
    first = entry.get_by_label("Step 1 is done")
    first.check()
    # With the page's place in the history, and nowhere else.
    assert entry.evaluate("history.state") == {"ticks": {"XERO-0001": ["1"]}}
    assert entry.evaluate(STORED).count("1") < 3
    entry.reload()
    entry.mouse.move(200, 200)
    expect(first).to_be_checked()
    first.uncheck()
    entry.reload()
    entry.mouse.move(300, 300)
    expect(first).not_to_be_checked()
    first.check()
    entry.goto("about:blank")
    entry.go_back()
    entry.mouse.move(200, 200)
    expect(first).to_be_checked()
    address = entry.url
    entry.goto("about:blank")
    entry.goto(address)
    entry.mouse.move(300, 300)
    expect(first).not_to_be_checked()


def test_a_reload_of_the_lookup_keeps_ticks_and_never_the_text(lookup: Lookup, home: str) -> None:
    lookup.paste(f"Kestrel 8841 {OWED}")
    lookup.card().get_by_label("Step 1 is done").check()
    page = lookup.page
    expect(page).to_have_url(f"{home}#e=XERO-0001")
    take_both(lookup.card())
    expect(page).to_have_url(f"{home}#e=XERO-0001&a=2.3.1.2")
    for answers, taken in ((2, {"XERO-0001": ["2.3.1.2"]}), (1, {"XERO-0001": ["2.3"]}), (0, {})):
        # Ids, numbers of steps, and a number by chance that tells one text from another.
        state = page.evaluate("history.state")
        assert 0 < state.pop("text") < 1
        assert state == {"ticks": {"XERO-0001": ["1"]}, "answers": taken}
        page.reload()
        expect_progress(lookup, answers, True)
        if answers:
            page.go_back()
            expect(page.locator(".eb-path__answer")).to_have_count(answers - 1)
    assert "Kestrel" not in page.url + page.evaluate(STORED)
    # Another text is another case, also after a reload.
    lookup.paste(OWED)
    expect_progress(lookup, 0, False)
    assert page.url == home
    assert page.evaluate("history.state.ticks") is None
