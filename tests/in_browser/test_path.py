"""Decisions in a browser: the answers taken as a path, in the page, in its address and in what is copied."""

from __future__ import annotations

import re

import pytest
from browsing import OWED, PAID, Lookup, until
from decisions import ENTRY, INNER, OUTER, answer, take_both
from playwright.sync_api import Page, expect


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
