"""Copies: replies, steps and links, from the card and from the page of an error."""

from __future__ import annotations

import re
from pathlib import Path

import own
import pytest
from browsing import OWED, Lookup, come_near, copied, press
from playwright.sync_api import Page, expect

OWED_URL = "errors/xero/payment-exceeds-amount-outstanding/"
ARCHIVED = (
    "Account code '{}' has been archived, or has been deleted. Each line item must reference a valid account."
)
RENAMED = (
    'The existing contact with name "Kestrel Packaging" cannot be updated to use new name "Zebra Ltd". '
    "There is an existing contact with that name."
)
LINKED = "Values came from the link; check them against your own error."
READ_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


def test_each_button_copies_what_it_says(lookup: Lookup, home: str) -> None:
    lookup.paste(ARCHIVED.format(200))
    assert press(lookup.page, "Copy link", "Link copied.") == f"{home}e/XERO-0055/"
    steps = press(lookup.page, "Copy steps", "Steps copied.").partition("\n\n")[0]
    assert steps.startswith("1. ")
    assert "Hello" not in steps
    reply = press(lookup.page, "Copy reply", "Reply copied.")
    assert reply.startswith("Hello,\n\nThe error you sent means: ")
    assert f"):\n{steps}\n\n" in reply
    assert f"{home}e/XERO-0055/" in reply
    assert "200" in reply


@pytest.mark.parametrize(("key", "said"), [("r", "Reply"), ("s", "Steps"), ("l", "Link")])
def test_a_key_copies_from_the_box_that_ticks_a_step(lookup: Lookup, key: str, said: str) -> None:
    lookup.paste(ARCHIVED.format(200))
    tick = lookup.page.locator(".eb-step__tick input").first
    tick.check()
    tick.press(key)
    assert copied(lookup.page, f"{said} copied.")
    lookup.page.keyboard.press("?")
    expect(lookup.page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_a_button_that_copied_keeps_its_width(lookup: Lookup) -> None:
    lookup.paste(OWED)
    copy = lookup.page.locator("button[aria-keyshortcuts=r]")
    before = copy.evaluate("button => button.getBoundingClientRect().width")
    press(lookup.page, "Copy reply", "Reply copied.")
    expect(copy).to_have_text("Copied")
    assert copy.evaluate("button => button.getBoundingClientRect().width") == before
    expect(copy).to_have_text("Copy reply")
    expect(copy).not_to_have_attribute("style", re.compile("."))


def test_a_copy_brings_what_to_have_ready_where_its_steps_point_there(lookup: Lookup) -> None:
    pointing = (
        entry
        for entry in own.known().entries
        if entry.escalate and any("When to ask for help" in (step.do or "") for step in entry.resolution)
    )
    lookup.paste(next(pointing).examples[0].paste)
    ready = press(lookup.page, "Copy steps", "Steps copied.").partition("\n\n")[2]
    assert ready.startswith("When to ask for help, have this ready:\n- ")
    assert f"\n\n{ready}\n\n" in press(lookup.page, "Copy reply", "Reply copied.")


def test_a_reply_comes_as_text_and_with_formatting(lookup: Lookup) -> None:
    lookup.paste(ARCHIVED.format("<img src=x onerror=alert(1)>"))
    press(lookup.page, "Copy reply", "Reply copied.")
    html = lookup.page.evaluate(READ_HTML)
    assert "<p>Hello,</p>" in html
    assert "<ol><li>" in html
    assert "<img" not in html


def test_keys_copy_from_the_card_that_has_the_focus_but_not_while_writing(lookup: Lookup, home: str) -> None:
    lookup.paste(OWED)
    lookup.box.press("End")
    shown = lookup.titles.first.element_handle()
    lookup.box.press("l")
    # What is typed is looked up: the card that has the focus then must be the new one.
    lookup.page.wait_for_function("title => !title.isConnected", arg=shown)
    expect(lookup.page.locator("#eb-announcer")).to_have_count(0)
    title = lookup.titles.first
    for key, said, start in (
        ("r", "Reply copied.", "Hello,"),
        ("s", "Steps copied.", "1. "),
        ("l", "Link copied.", f"{home}e/XERO-0001/"),
    ):
        title.press(key)
        assert copied(lookup.page, said).startswith(start)
    assert lookup.page.url == home


def test_the_chosen_answer_is_the_one_that_is_copied(lookup: Lookup) -> None:
    lookup.paste(OWED)
    before = press(lookup.page, "Copy steps", "Steps copied.")
    choice = lookup.card().locator(".eb-answer__label").first
    words = choice.inner_text()
    assert f"{words}:" in before
    choice.click()
    choice.press("s")
    after = copied(lookup.page, "Steps copied.")
    assert f"{words}." in after
    assert f"{words}:" not in after
    assert len(after) < len(before)


def test_who_copies_a_reply_is_told_how_many_blanks_are_left(lookup: Lookup) -> None:
    lookup.paste(RENAMED)
    look = lookup.page.locator(".eb-share summary").first
    lookup.page.get_by_role("button", name="Copy reply", exact=True).first.click()
    said = expect(lookup.page.locator("#eb-announcer"))
    said.to_contain_text("Reply copied. ")
    left = len(re.findall(r"\[[^\]]+\]", lookup.page.evaluate("navigator.clipboard.readText()")))
    assert left > 1
    said.to_have_text(f"Reply copied. {left} blanks in brackets to fill in.")
    expect(look).to_have_text(f"See what is copied ({left} blanks in brackets to fill in)")
    look.click()
    lookup.page.get_by_text("Hide names and amounts").first.click()
    expect(look).to_have_text("See what is copied")
    press(lookup.page, "Copy link", "Link copied.")


def test_names_are_hidden_until_somebody_shows_them(lookup: Lookup) -> None:
    lookup.paste(RENAMED)
    reply = press(lookup.page, "Copy reply", "Reply copied.")
    assert "Kestrel" not in reply + lookup.page.evaluate(READ_HTML)
    assert "Zebra" not in reply
    lookup.page.get_by_text("See what is copied").click()
    preview = lookup.page.get_by_label("The reply as it will be copied")
    expect(preview).to_have_value(reply)
    lookup.page.get_by_label("Hide names and amounts").uncheck()
    assert "Kestrel Packaging" in preview.input_value() or "Zebra Ltd" in preview.input_value()


def test_values_go_into_a_link_only_when_somebody_includes_them(lookup: Lookup, home: str) -> None:
    lookup.paste(ARCHIVED.format(200))
    lookup.page.get_by_text("See what is copied").click()
    lookup.page.get_by_label("Include these values in the link: account code 200").check()
    link = press(lookup.page, "Copy link", "Link copied.")
    assert link.startswith(f"{home}e/XERO-0055/#v.")
    assert link.endswith("=200")
    lookup.page.goto(link)
    expect(lookup.page.get_by_text(LINKED)).to_be_visible()
    expect(lookup.page.locator(".eb-summary bdi.eb-value")).to_have_text("200")


def test_hidden_values_stay_out_of_the_link(lookup: Lookup, home: str) -> None:
    lookup.paste(RENAMED)
    lookup.page.get_by_text("See what is copied").click()
    include = lookup.page.get_by_label("Include these values in the link")
    expect(include).to_be_hidden()
    lookup.page.get_by_label("Hide names and amounts").uncheck()
    include.check()
    assert "Kestrel%20Packaging" in press(lookup.page, "Copy link", "Link copied.")


def test_where_copying_is_refused_the_text_is_selected(lookup: Lookup) -> None:
    lookup.paste(OWED)
    lookup.page.evaluate(
        """() => {
          navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new Error());
          document.execCommand = () => false;
        }"""
    )
    lookup.page.get_by_role("button", name="Copy steps").click()
    preview = lookup.page.get_by_label("The reply as it will be copied")
    expect(preview).to_be_focused()
    selected = lookup.page.evaluate("document.activeElement.selectionEnd")
    assert selected == len(preview.input_value())
    assert preview.input_value().startswith("1. ")


def test_an_entry_s_page_copies_the_same(page: Page, home: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(home + OWED_URL)
    come_near(page)
    assert press(page, "Copy link", "Link copied.") == f"{home}e/XERO-0001/"
    assert press(page, "Copy reply", "Reply copied.").startswith("Hello,\n")
    assert press(page, "Copy steps", "Steps copied.").startswith("1. ")


def test_a_page_is_copied_as_its_markdown(page: Page, home: str, built_site: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{home}{OWED_URL}")
    come_near(page)
    text = press(page, "Copy as Markdown", "Copied.")
    assert text == (built_site / OWED_URL / "index.md").read_text("utf-8")
