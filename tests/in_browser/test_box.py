"""The box of the lookup: keys, examples, files, and what comes with the address."""

from __future__ import annotations

import pytest
from browsing import LINES, NOISE, OWED, OWED_TITLE, PASTE, PILE, Lookup, pasted, until
from playwright.sync_api import Page, expect


def test_escape_clears_and_undo_brings_back(lookup: Lookup) -> None:
    lookup.paste(OWED)
    lookup.page.keyboard.press("Escape")
    expect(lookup.box).to_have_value("")
    expect(lookup.titles).to_have_count(0)
    expect(lookup.box).to_be_focused()
    lookup.page.get_by_role("button", name="Undo").click()
    expect(lookup.box).to_have_value(OWED)
    expect(lookup.titles).to_have_text([OWED_TITLE])


@pytest.mark.parametrize("letter", ["z", "Z"], ids=["small", "while capitals are locked"])
def test_undo_works_with_the_usual_keys(lookup: Lookup, letter: str) -> None:
    lookup.paste(OWED)
    lookup.page.keyboard.press("Escape")
    lookup.page.keyboard.press(f"Control+{letter}")
    expect(lookup.box).to_have_value(OWED)


def test_typing_is_looked_up_after_a_pause_and_enter_forces_it(lookup: Lookup) -> None:
    lookup.box.focus()
    lookup.page.keyboard.type("Payment exc")
    lookup.page.wait_for_timeout(400)
    assert lookup.results.inner_text() == ""
    lookup.page.keyboard.press("Control+Enter")
    expect(lookup.status).not_to_have_text("")
    lookup.box.fill("")
    lookup.page.keyboard.insert_text(OWED)
    expect(lookup.titles).to_have_text([OWED_TITLE])


def test_a_slash_leads_to_the_box_and_can_be_written_in_it(lookup: Lookup) -> None:
    lookup.page.locator("h1").click()
    lookup.page.evaluate("document.activeElement.blur()")
    lookup.page.keyboard.press("/")
    expect(lookup.box).to_be_focused()
    lookup.page.keyboard.press("/")
    expect(lookup.box).to_have_value("/")


def test_the_keyboard_comes_to_finding_before_it_comes_to_clearing(lookup: Lookup) -> None:
    lookup.box.press_sequentially("locked per")
    actions = lookup.page.locator(".eb-lookup__actions")
    places = []
    for name in ("Find the fix", "Clear"):
        lookup.page.keyboard.press("Tab")
        expect(actions.get_by_role("button", name=name)).to_be_focused()
        places.append(lookup.page.evaluate("document.activeElement.getBoundingClientRect().x"))
    assert places == sorted(places)


def test_the_answer_to_a_text_that_is_pasted_again_is_said_again(lookup: Lookup) -> None:
    lookup.paste(OWED)
    heard = """status => {
      globalThis.heard = [];
      new MutationObserver(() => heard.push(status.textContent)).observe(status, {childList: true});
    }"""
    lookup.status.evaluate(heard)
    said = lookup.status.text_content()
    lookup.page.evaluate(PASTE, [lookup.box.element_handle(), OWED])
    until(lookup.page, "said => heard.at(-1) === said", said)


def test_an_example_fills_the_box(lookup: Lookup) -> None:
    lookup.page.locator("[data-eb=example]").first.click()
    expect(lookup.titles).to_have_count(1)
    expect(lookup.page.locator("[data-eb=examples]")).to_be_hidden()


def test_a_dropped_file_is_read(lookup: Lookup) -> None:
    lookup.give_file("drop", "sync.log", "", f"10:12 {OWED}")
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    expect(lookup.box).to_have_value(f"10:12 {OWED}")


def test_a_big_file_is_summed_up(lookup: Lookup) -> None:
    lookup.give_file("drop", "sync.log", "text/plain", f"10:12 {OWED}\n" + "Nothing to see here\n" * 60_000)
    expect(lookup.page.locator(".eb-source__name")).to_have_text("sync.log, 1.2 MB")
    expect(lookup.box).to_have_value("")
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    expect(lookup.results).to_contain_text("Looked at the first 1,000,000 characters.")


# What is written where people hear it, each time anew.
HEARD = """status => {
  window.heard = [];
  new MutationObserver(() => window.heard.push(status.textContent)).observe(status, {childList: true});
}"""


def test_where_reading_a_huge_paste_stopped_is_shown_and_said_once(lookup: Lookup) -> None:
    limit = "Looked at the first 1,000,000 characters. If the error is further down, paste that part."
    lookup.status.evaluate(HEARD)
    lookup.paste(f"10:12 {OWED}\n" + "Nothing to see here\n" * 60_000)
    expect(lookup.titles).to_have_text([OWED_TITLE])
    expect(lookup.results.locator(".eb-note").first).to_have_text(limit)
    heard = [words for words in lookup.page.evaluate("heard") if limit in words]
    assert heard == [f"{limit} 1 problem found: {OWED_TITLE}"]
    lookup.paste(OWED)
    expect(lookup.status).to_have_text(f"1 problem found: {OWED_TITLE}")


def test_a_box_whose_text_stands_below_says_so_and_shows_no_example(lookup: Lookup) -> None:
    example = lookup.box.get_attribute("placeholder") or ""
    lookup.paste(f"10:12 {OWED}\n" + "Nothing to see here\n" * 9_000)
    words = "Shown below: your text does not fit here. To look up another, paste it here."
    expect(lookup.box).to_have_attribute("placeholder", words)
    lookup.page.get_by_role("button", name="Edit", exact=True).click()
    expect(lookup.box).to_have_attribute("placeholder", words)
    expect(lookup.page.locator(".eb-source__start")).to_be_visible()
    lookup.paste(OWED)
    lookup.box.press("Escape")
    expect(lookup.box).to_have_attribute("placeholder", example)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_finding_with_nothing_in_the_box_asks_for_a_message(lookup: Lookup, text: str) -> None:
    lookup.box.fill(text)
    lookup.page.get_by_role("button", name="Find the fix").click()
    expect(lookup.status).to_have_text("Paste a message first.")
    expect(lookup.status).to_be_visible()
    expect(lookup.box).to_be_focused()
    assert lookup.results.inner_text() == ""
    hint = lookup.page.locator(".eb-lookup__hint")
    for place in (hint, lookup.page.locator("[data-eb=examples]")):
        expect(place).to_be_visible()
        expect(place).to_have_css("visibility", "visible")
    # Both can be read.
    lower = lookup.status.bounding_box()
    upper = hint.bounding_box()
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"]
    lookup.box.press("a")
    expect(lookup.status).to_have_text("")


def test_marks_piled_up_on_a_letter_are_summed_up_and_looked_up(lookup: Lookup) -> None:
    lookup.paste(PILE)
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    expect(lookup.box).to_have_value("")
    expect(lookup.page.locator(".eb-source__start")).to_contain_text(OWED)
    shown = lookup.page.get_by_role("group", name="What matched in your paste").text_content() or ""
    assert OWED in shown
    assert len(shown) < len(OWED) + 200


@pytest.mark.parametrize(
    ("url", "label"), [("playground/", "Paste a text, or type"), ("errors/", "Filter by words")]
)
def test_marks_piled_up_on_a_letter_hold_up_no_box(page: Page, home: str, url: str, label: str) -> None:
    page.goto(home + url)
    box = page.get_by_label(label)
    box.fill("")
    assert pasted(page, box, PILE) < 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("line", ["", "\t", "x y z", "a,1"])
def test_very_many_lines_are_summed_up_and_looked_up(lookup: Lookup, line: str, end: str) -> None:
    lines = 6000 * (line + end)
    lookup.paste(lines + OWED + end + lines)
    (answer,) = lookup.answers()
    assert answer.endswith(OWED_TITLE)
    assert len(lookup.box.input_value()) == 0
    expect(lookup.page.locator(".eb-source__name")).to_contain_text("Pasted text")


def test_thousands_of_lines_stay_in_the_box_and_can_be_edited(lookup: Lookup) -> None:
    lookup.paste(LINES[:20_000])
    expect(lookup.box).to_have_value(LINES[:20_000])
    lookup.box.press("b")
    assert lookup.box.input_value() == LINES[:20_000] + "b"
    lookup.box.press("Control+z")
    expect(lookup.box).to_have_value(LINES[:20_000])


def test_very_many_lines_hold_up_no_box(page: Page, home: str) -> None:
    page.goto(home + "playground/")
    box = page.get_by_label("Paste a text, or type")
    box.fill("")
    assert pasted(page, box, LINES) < 4
    assert len(box.input_value()) == len(LINES)


@pytest.mark.parametrize("text", [OWED, NOISE])
def test_each_line_in_a_box_has_its_own_direction_without_asking_for_that_of_all(
    lookup: Lookup, text: str
) -> None:
    lookup.paste(text)
    boxes = lookup.page.locator("textarea")
    expect(boxes).to_have_count(2)
    for box in boxes.all():
        # Of dir="auto" Chromium thinks again for each line that comes in, of all lines.
        assert box.get_attribute("dir") is None
        expect(box).to_have_css("unicode-bidi", "plaintext")


def test_a_picture_is_explained(lookup: Lookup) -> None:
    lookup.give_file("paste", "screen.png", "image/png", "x")
    expect(lookup.results).to_contain_text("That is a picture, and only text can be looked up.")
    lookup.give_file("drop", "report.pdf", "application/pdf", "%PDF-1.7")
    expect(lookup.results).to_contain_text("report.pdf is not a text file.")


@pytest.mark.parametrize("event", ["drop", "paste"])
def test_of_several_files_the_first_is_looked_up_and_the_others_are_mentioned(
    lookup: Lookup, event: str
) -> None:
    words = "Only the first of 2 files was looked at, sync.har. Give the others one at a time."
    lookup.give_file(event, "sync.har", "", OWED, "other.log")
    expect(lookup.titles).to_have_text([OWED_TITLE])
    expect(lookup.page.locator(".eb-note", has_text=words)).to_be_visible()
    expect(lookup.status).to_contain_text(words)
    words = words.replace("sync.har", "screen.png")
    lookup.give_file(event, "screen.png", "image/png", "x", "other.log")
    expect(lookup.results).to_contain_text("That is a picture")
    expect(lookup.results).to_contain_text(words)


def test_what_arrives_cut_says_so_beside_the_answer(page: Page, home: str) -> None:
    lookup = Lookup(page, f"{home}#q-start={OWED.replace(' ', '+')}")
    words = "Only the first 8,000 characters came along. Paste the whole text here."
    expect(lookup.status).to_have_text(f"{words} 1 problem found: {OWED_TITLE}")
    expect(lookup.page.locator(".eb-note", has_text=words)).to_be_visible()


def test_a_fragment_fills_the_box_and_leaves_the_address(page: Page, home: str) -> None:
    lookup = Lookup(page, f"{home}?from=ticket#q=Payment%20amount%20exceeds%20the%20amount%20outstanding")
    expect(lookup.titles).to_have_text([OWED_TITLE])
    assert page.url == f"{home}?from=ticket"
    expect(lookup.box).to_have_value("Payment amount exceeds the amount outstanding")
