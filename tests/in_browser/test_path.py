"""Decisions in a browser: the answers taken as a path, in the page, in its address and in what is copied."""

from __future__ import annotations

import re

import pytest
from browsing import OWED, PAID, PASTE, Lookup, until
from playwright.sync_api import Locator, Page, Route, expect

ENTRY = "errors/xero/payment-exceeds-amount-outstanding/"
OUTER = "A payment or credit is already on the invoice"
INNER = "It is right, but the payment in Cin7 Core came on top of it"


@pytest.fixture
def entry(page: Page, home: str) -> Page:
    page.goto(home + ENTRY)
    page.wait_for_selector("html.eb-scripted")
    return page


def answer(scope: Page | Locator, words: str) -> Locator:
    return scope.locator("summary", has_text=words)


def take_both(scope: Page | Locator) -> None:
    answer(scope, OUTER).click()
    answer(scope, INNER).click()


def crumbs(page: Page) -> list[str]:
    return page.locator(".eb-path__answer").all_inner_texts()


def test_answers_stand_as_a_path_with_a_way_back(entry: Page) -> None:
    take_both(entry)
    expect(entry.locator(".eb-path__answer")).to_have_count(2)
    assert [words[:20] for words in crumbs(entry)] == [OUTER[:20], INNER[:20]]
    entry.get_by_role("button", name="Back", exact=True).click()
    expect(entry.locator(".eb-path__answer")).to_have_count(1)
    expect(answer(entry, INNER)).to_be_focused()
    answer(entry, INNER).click()
    entry.get_by_role("button", name="Start again").click()
    expect(entry.get_by_role("navigation", name="Your answers")).to_be_hidden()
    expect(answer(entry, OUTER)).to_be_focused()
    assert entry.url.endswith(ENTRY)


# An element and the row of answers do not overlap.
CLEAR = """element => {
  const bar = document.querySelector(".eb-path").getBoundingClientRect();
  const {top, bottom} = element.getBoundingClientRect();
  return top >= 0 && (bottom <= bar.top || top >= bar.bottom);
}"""

ABOVE = """element =>
  element.getBoundingClientRect().bottom <= document.querySelector(".eb-path").getBoundingClientRect().top"""


def test_an_answer_at_the_foot_of_a_phone_shows_its_first_step_above_the_path(lookup: Lookup) -> None:
    page = lookup.page
    page.set_viewport_size({"width": 390, "height": 664})
    lookup.paste(PAID)
    label = answer(lookup.card(), "Xero is right")
    label.evaluate("label => scrollBy(0, label.getBoundingClientRect().bottom - innerHeight + 10)")
    label.click()
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    step = page.locator(".eb-answer > details[open] .eb-step").first
    expect(step).to_be_in_viewport(ratio=1)
    until(page, CLEAR, step.element_handle())
    # The answers and the way back share a line.
    assert page.locator(".eb-path").evaluate("bar => bar.offsetHeight") < 60


@pytest.mark.parametrize("letters", ["125%", "250%"])
def test_two_answers_share_a_line_on_a_phone_and_no_step_is_shown_behind_them(
    entry: Page, letters: str
) -> None:
    entry.set_viewport_size({"width": 390, "height": 844})
    entry.evaluate("letters => { document.documentElement.style.fontSize = letters }", letters)
    take_both(entry)
    answers = entry.locator(".eb-path__answer")
    expect(answers).to_have_count(2)
    assert len(set(answers.evaluate_all("all => all.map((one) => one.offsetTop)"))) == 1
    step = entry.locator(".eb-answer details[open] .eb-answer > details[open] .eb-step").first
    step.evaluate("step => step.scrollIntoView({ block: 'end' })")
    until(entry, ABOVE, step.element_handle())


def test_what_is_reached_by_keyboard_is_not_behind_the_path(lookup: Lookup) -> None:
    page = lookup.page
    page.set_viewport_size({"width": 800, "height": 600})
    lookup.paste(OWED)
    answer(lookup.card(), OUTER).click()
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    steps = lookup.card().locator(".eb-answer > details[open] .eb-step")
    reached = steps.locator("a, input, summary").locator("visible=true").count()
    assert reached > 3
    for _ in range(reached):
        page.keyboard.press("Tab")
        assert page.evaluate(f"({CLEAR})(document.activeElement)")
    # To the row itself nothing moves.
    place = page.evaluate("scrollY")
    page.keyboard.press("Tab")
    expect(page.locator(".eb-path__answer")).to_be_focused()
    assert page.evaluate("scrollY") == place


@pytest.mark.parametrize("act", ["click", "focus"])
def test_steps_work_for_who_presses_without_keys_or_a_pointer(entry: Page, act: str) -> None:
    expect(entry.locator(".eb-step__tick")).to_have_count(0)
    # What a screen reader does in the page is this and no event of a device.
    answer(entry, OUTER).evaluate("(label, act) => label[act]()", act)
    expect(entry.get_by_label("Step 1 is done")).to_be_visible()
    expect(entry.locator(".eb-path__answer")).to_have_count(1 if act == "click" else 0)


def test_the_path_survives_a_reload_of_the_page(entry: Page) -> None:
    take_both(entry)
    expect(entry).to_have_url(re.compile(r"#a=2\.3\.1\.2$"))
    entry.reload()
    expect(entry.locator(".eb-path__answer")).to_have_count(2)
    expect(answer(entry, INNER)).to_be_visible()
    expect(answer(entry, "The amount was mistyped")).to_be_hidden()


def test_the_way_back_undoes_one_answer_at_a_time(entry: Page) -> None:
    entry.locator("a[href='#why-it-happens']").first.click()
    take_both(entry)
    expect(entry).to_have_url(re.compile(r"#a=2\.3\.1\.2$"))
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(1)
    expect(answer(entry, OUTER)).to_be_focused()
    entry.go_forward()
    expect(entry.locator(".eb-path__answer")).to_have_count(2)
    entry.get_by_role("button", name="Start again").click()
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(2)


def test_the_way_back_to_the_page_as_it_came_gives_all_answers_up(entry: Page) -> None:
    answer(entry, OUTER).click()
    expect(entry).to_have_url(re.compile(r"#a=2\.3$"))
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    expect(answer(entry, OUTER)).to_be_focused()
    assert entry.url.endswith(ENTRY)


def test_the_way_back_on_the_lookup_keeps_the_text(lookup: Lookup, home: str) -> None:
    text = f"Kestrel 8841 {OWED}"
    lookup.paste(text)
    take_both(lookup.card())
    page = lookup.page
    expect(page).to_have_url(f"{home}#e=XERO-0001&a=2.3.1.2")
    for answers in (1, 0):
        page.go_back()
        expect(page.locator(".eb-path__answer")).to_have_count(answers)
        expect(lookup.box).to_have_value(text)
    # The error stays named, so that a reload shows it.
    expect(page).to_have_url(f"{home}#e=XERO-0001")
    page.go_forward()
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    expect(lookup.box).to_have_value(text)


TWO = (
    "INV-2231\tInvoice\tThe TaxType code 'OUTPUT3' does not exist or cannot be used for this type of"
    " transaction.\nPO-118\tBill\tThe document date cannot be before the end of year lock date"
)


def open_and_answer(lookup: Lookup, number: int) -> str:
    """Take the first answer of the card with this number among two; return its entry."""
    card = lookup.card(number)
    if "eb-card--open" not in (card.get_attribute("class") or ""):
        card.locator(".eb-card__toggle").click()
    card.locator(".eb-answer__label").first.click()
    expect(card.locator(".eb-path__answer")).to_have_count(1)
    entry = card.get_attribute("data-entry") or ""
    expect(lookup.page).to_have_url(re.compile(f"#e={entry}&a="))
    return entry


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["first-card-first", "second-card-first"])
def test_the_way_back_undoes_the_last_answer_of_whichever_card(
    lookup: Lookup, order: tuple[int, int]
) -> None:
    page = lookup.page
    lookup.paste(TWO)
    expect(lookup.titles).to_have_count(2)
    first, last = order
    begun = open_and_answer(lookup, first)
    open_and_answer(lookup, last)

    def expect_answers(of_first: int, of_last: int) -> None:
        expect(lookup.card(first).locator(".eb-path__answer")).to_have_count(of_first)
        expect(lookup.card(last).locator(".eb-path__answer")).to_have_count(of_last)
        expect(lookup.box).to_have_value(TWO)

    page.go_back()
    expect_answers(1, 0)
    expect(page).to_have_url(re.compile(f"#e={begun}&a="))
    page.go_back()
    expect_answers(0, 0)
    expect(page).to_have_url(re.compile(f"#e={begun}$"))
    page.go_forward()
    expect_answers(1, 0)
    page.go_forward()
    expect_answers(1, 1)
    # Where one is given up, the way back takes it again.
    lookup.card(last).get_by_role("button", name="Back", exact=True).click()
    expect_answers(1, 0)
    page.go_back()
    expect_answers(1, 1)


def test_what_the_way_back_shows_is_shown_after_a_reload(lookup: Lookup, home: str) -> None:
    page = lookup.page
    lookup.paste(OWED)
    answer(lookup.card(), OUTER).click()
    expect_progress(lookup, 1, False)
    page.go_back()
    expect_progress(lookup, 0, False)
    page.reload()
    expect_progress(lookup, 0, False)
    answer(lookup.card(), OUTER).click()
    expect_progress(lookup, 1, False)
    lookup.card().get_by_label("Step 1 is done").check()
    page.go_back()
    expect_progress(lookup, 0, True)
    page.reload()
    expect_progress(lookup, 0, True)
    assert page.url == f"{home}#e=XERO-0001"


def test_ticks_that_the_way_back_shows_on_a_page_are_shown_after_a_reload(entry: Page) -> None:
    answer(entry, OUTER).click()
    expect(entry).to_have_url(re.compile(r"#a=2\.3$"))
    first = entry.get_by_label("Step 1 is done")
    first.check()
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    expect(first).to_be_checked()
    entry.reload()
    entry.mouse.move(300, 300)
    expect(first).to_be_checked()


def test_a_heading_between_two_answers_is_no_answer(lookup: Lookup) -> None:
    page = lookup.page
    lookup.paste(OWED)
    answer(lookup.card(), OUTER).click()
    expect_progress(lookup, 1, False)
    page.evaluate("location.hash = 'guides'")
    answer(lookup.card(), INNER).click()
    expect_progress(lookup, 2, False)
    for answers in (1, 1, 0):
        page.go_back()
        expect_progress(lookup, answers, False)
        expect(lookup.box).to_have_value(OWED)


def test_the_way_back_to_answers_for_another_text_shows_their_error_alone(lookup: Lookup) -> None:
    lookup.paste(f"INV-0912 {OWED}")
    take_both(lookup.card())
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(2)
    lookup.paste(f"INV-0977 {OWED}")
    expect(lookup.card()).to_contain_text("INV-0977")
    lookup.page.go_back()
    expect(lookup.box).to_have_value("XERO-0001")
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(1)
    expect(lookup.card()).not_to_contain_text("INV-0977")


@pytest.mark.parametrize("address", ["#e=XERO-0001&a=2.3.1.2,9.9", f"{ENTRY}#a=2.3.1.2,9.9"])
def test_an_address_with_answers_adds_no_step_to_the_way_back(page: Page, home: str, address: str) -> None:
    page.goto(home + address)
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"a=2\.3\.1\.2$"))
    # The empty page and this one.
    assert page.evaluate("history.length") == 2


def test_an_answer_in_a_frame_is_no_step_of_the_page_around_it(page: Page, home: str) -> None:
    page.goto(home)
    page.evaluate(
        "address => { document.body.innerHTML = `<iframe src=${address} height=900>` }", home + ENTRY
    )
    frame = page.frame_locator("iframe")
    before = page.evaluate("history.length")
    label = frame.locator("summary", has_text=OUTER)
    label.click()
    expect(frame.locator(".eb-path__answer")).to_have_count(1)
    label.click()
    expect(frame.locator(".eb-path__answer")).to_have_count(0)
    assert page.evaluate("history.length") == before


# What is written where people hear it.
HEARD = """window.heard = [];
addEventListener("DOMContentLoaded", () => {
  const status = document.querySelector("[data-eb=status]");
  if (status) new MutationObserver(() => heard.push(status.textContent)).observe(status, {childList: true});
});"""


@pytest.mark.parametrize("size", [(390, 664), (1280, 800)], ids=["phone", "desk"])
@pytest.mark.parametrize("address", ["#e=XERO-0001&a=2.3.1.2", f"{ENTRY}#a=2.3.1.2"], ids=["lookup", "page"])
def test_who_comes_with_answers_is_at_the_first_step_of_the_last_one(
    page: Page, home: str, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(HEARD)
    page.goto(home + address)
    step = page.locator(".eb-answer details[open] .eb-answer > details[open] .eb-step").first
    expect(step).to_be_focused()
    expect(step).to_be_in_viewport(ratio=1)
    until(page, CLEAR, step.element_handle())
    expect(answer(page, INNER)).to_be_in_viewport(ratio=1)
    heard = [words for words in page.evaluate("heard") if words != "Reading …"]
    assert heard == ["1 problem found: The payment is larger than what is still owed"][: len(heard)]
    # The lookup finds its card anew; to a place on a page the browser itself comes back.
    page.reload()
    if ENTRY not in address:
        expect(step).to_be_focused()
    expect(step).to_be_in_viewport(ratio=1)


def test_a_reload_leaves_who_reads_elsewhere_where_they_are(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#a=2.3.1.2")
    step = page.locator(".eb-answer details[open] .eb-answer > details[open] .eb-step").first
    expect(step).to_be_focused()
    sources = page.get_by_role("heading", name="Sources")
    sources.evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })")
    page.reload()
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    expect(page.get_by_role("heading", name="Sources")).to_be_in_viewport()
    expect(step).not_to_be_focused()


def test_a_link_to_other_answers_is_followed_on_the_page_that_is_open(entry: Page) -> None:
    take_both(entry)
    expect(entry).to_have_url(re.compile(r"#a=2\.3\.1\.2$"))
    entry.evaluate("location.hash = 'a=2.1'")
    mistyped = answer(entry, "The amount was mistyped")
    expect(mistyped).to_be_focused()
    expect(entry.locator(".eb-path__answer")).to_have_text(["The amount was mistyped"])
    expect(entry.locator("[id='step-2.1.1']")).to_be_visible()
    # A shorter way gives up what lay behind it, and what nobody knows gives up all.
    entry.go_back()
    expect(entry.locator(".eb-path__answer")).to_have_count(2)
    entry.evaluate("location.hash = 'a=2.3'")
    expect(entry.locator(".eb-path__answer")).to_have_count(1)
    expect(answer(entry, OUTER)).to_be_focused()
    entry.evaluate("location.hash = 'a=9.9'")
    expect(entry.locator(".eb-path__answer")).to_have_count(0)
    expect(entry).to_have_url(re.compile(f"{ENTRY}$"))


def test_the_way_back_from_a_heading_keeps_answers_and_focus(entry: Page) -> None:
    answer(entry, "The amount was mistyped").click()
    expect(entry).to_have_url(re.compile(r"#a=2\.1$"))
    entry.locator("a[href='#why-it-happens']").first.click()
    expect(entry).to_have_url(re.compile(r"#why-it-happens$"))
    tick = entry.get_by_label("Step 2.1.1 is done")
    tick.focus()
    entry.go_back()
    expect(entry).to_have_url(re.compile(r"#a=2\.1$"))
    expect(entry.locator(".eb-path__answer")).to_have_count(1)
    expect(tick).to_be_focused()


def test_the_full_page_and_the_way_back_keep_the_path(lookup: Lookup, home: str) -> None:
    lookup.paste(f"Kestrel 8841 {OWED}")
    take_both(lookup.card())
    page = lookup.page
    expect(page).to_have_url(f"{home}#e=XERO-0001&a=2.3.1.2")
    page.get_by_role("link", name="Open the full page").click()
    expect(page).to_have_url(f"{home}{ENTRY}#a=2.3.1.2")
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    page.go_back()
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    page.reload()
    expect(page.locator(".eb-path__answer")).to_have_count(2)
    # The path, and never the paste.
    expect(page.locator("[data-eb=paste]")).to_have_value("XERO-0001")
    assert "Kestrel" not in page.url


def test_what_is_copied_keeps_the_path(lookup: Lookup, home: str) -> None:
    lookup.paste(OWED)
    take_both(lookup.card())
    for name, said in (("Copy link", "Link copied."), ("Copy reply", "Reply copied.")):
        lookup.page.get_by_role("button", name=name, exact=True).click()
        expect(lookup.page.locator("#eb-announcer")).to_contain_text(said)
        text = lookup.page.evaluate("navigator.clipboard.readText()")
        assert f"{home}e/XERO-0001/#a=2.3.1.2" in text
    lookup.page.goto(f"{home}e/XERO-0001/#a=2.3.1.2")
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(2)


CASE = "INV-0912 Tom's Tiles: "


def replaced(lookup: Lookup, text: str) -> None:
    """Put another text into the box as a dictation or a form filler does: no paste."""
    lookup.page.get_by_role("button", name="Edit", exact=True).click()
    lookup.box.fill(text)
    lookup.page.get_by_role("button", name="Find the fix").click()
    expect(lookup.titles.first).to_be_focused()


def expect_progress(lookup: Lookup, answers: int, ticked: bool) -> None:
    expect(lookup.page.locator(".eb-path__answer")).to_have_count(answers)
    expect(lookup.card().locator(".eb-step__tick input").first).to_be_checked(checked=ticked)


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


def test_each_step_has_a_link_that_opens_the_way_to_it(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#step-2.1.1")
    expect(page.locator("[id='step-2.1.1']")).to_be_in_viewport()
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    number = page.get_by_role("link", name="Link to step 2.1.1")
    expect(number).to_have_attribute("href", "#step-2.1.1")


def test_an_address_with_answers_that_are_gone_is_a_plain_page(page: Page, home: str) -> None:
    page.goto(f"{home}{ENTRY}#a=99.9,<b>,2.1")
    expect(page.locator(".eb-path__answer")).to_have_count(1)
    page.goto(f"{home}#e=XERO-9999&a=2.1")
    expect(page.get_by_role("heading", name="We don't know this one")).to_be_visible()
    expect(page.get_by_role("article").locator(".eb-path__answer")).to_have_count(0)


def test_answers_stay_with_their_error_where_a_link_leads_to_another(page: Page, home: str) -> None:
    page.goto(f"{home}e/XERO-0001/#a=2.1")
    expect(page).to_have_url(re.compile(f"{ENTRY}#a=2.1$"))
    page.goto(f"{home}e/QBO-0082/#a=2.1")
    # The page of the entry into which that one was merged.
    expect(page).to_have_url(re.compile("errors/quickbooks/[a-z-]+/$"))
    expect(page.get_by_role("navigation", name="Your answers")).to_be_hidden()


def test_what_only_looks_like_an_error_is_no_surer_when_the_page_comes_back(lookup: Lookup) -> None:
    lookup.paste("Payment amount exceds the amount outstanding on this document")
    answer(lookup.card(), OUTER).click()
    expect(lookup.page).to_have_url(re.compile("#e=XERO-0001&a=[0-9.]+&o=like$"))
    lookup.page.reload()
    expect(lookup.card()).to_be_visible()
    assert [each.split(" ")[0] for each in lookup.answers()] == ["Looks"]
    # The id that somebody types says which error is meant.
    lookup.paste("QBO-0076")
    assert [each.split(" ")[0] for each in lookup.answers()] == ["This"]
