"""The lookup in a browser: paste, read, answer, clear; on this device and nowhere else."""

from __future__ import annotations

import itertools
import json
import re

import browsing
import own
import pytest
from browsing import OWED, OWED_TITLE, PAID, Lookup
from playwright.sync_api import expect

# Asks the worker itself, one paste after the other, and returns the ids that it finds.
ASK_WORKER = """async ([script, url, pastes]) => {
  const index = await new Promise((resolve) => {
    const file = document.createElement("script");
    globalThis.errorbook = {receive: (kind, text) => resolve(text)};
    file.src = url;
    document.head.append(file);
  });
  const worker = new Worker(script);
  worker.postMessage({index, url});
  const ask = (ticket, paste) => new Promise((resolve, reject) => {
    // The descriptions, which a page would load now; no example needs them.
    worker.onmessage = ({data}) => data.wanted ? worker.postMessage({parts: null}) : resolve(data);
    worker.onerror = ({message}) => reject(new Error(message));
    worker.postMessage({ticket, paste});
  });
  const found = [];
  for (const [ticket, paste] of pastes.entries()) {
    const {answer} = await ask(ticket, paste);
    found.push(answer.result.findings.map(({id}) => id));
  }
  worker.terminate();
  return found;
}"""


def test_the_rest_of_a_long_summary_stands_below_the_steps_and_is_no_reason(lookup: Lookup) -> None:
    entry = next(each for each in own.known().entries if each.id == "XERO-0083")
    lookup.paste(entry.examples[0].paste)
    text = lookup.card().inner_text()
    rest = "another app or a person may have tried"
    assert rest in (entry.summary or "")
    assert text.index("How to fix it") < text.index(rest) < text.index("Why it happens")


def test_every_example_finds_its_own_entry_first(lookup: Lookup) -> None:
    entries = [
        entry for entry in own.known().entries if entry.status in ("active", "not-emitted", "superseded")
    ]
    same = {entry.id: {r.id for r in entry.relations if r.type == "same-text"} for entry in entries}
    asked = [(entry, example.paste) for entry in entries for example in entry.examples]
    section = lookup.page.locator("[data-eb=lookup]")
    script, index = (
        section.evaluate(f"section => new URL(section.dataset.{name}, document.baseURI).href")
        for name in ("matcher", "index")
    )
    found = lookup.page.evaluate(ASK_WORKER, [script, index, [paste for _, paste in asked]])
    wrong = [
        f"{entry.id}: {paste[:80]!r} finds {ids[:3]}"
        for (entry, paste), ids in zip(asked, found, strict=True)
        if not ids or ids[0] not in {entry.id, *entry.superseded_by, *same[entry.id]}
    ]
    assert len(asked) > 250
    assert wrong == []


def test_a_known_message_is_said_with_certainty(lookup: Lookup) -> None:
    lookup.paste(f"Invoice INV-0042: {OWED}")
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    expect(lookup.status).to_have_text(f"1 problem found: {OWED_TITLE}")
    expect(lookup.card()).to_contain_text("Also found: INV-0042")
    expect(lookup.box).to_be_focused()


def test_a_card_of_an_outage_leads_to_the_status_page(lookup: Lookup) -> None:
    lookup.paste("API is currently unavailable - typically due to a scheduled outage - try again soon.")
    link = lookup.card().get_by_role("link", name="the status page of Xero")
    expect(link).to_have_attribute("href", "https://status.xero.com/")
    expect(lookup.card()).to_contain_text("It may be down for everybody: see the status page of Xero.")


def test_each_answer_is_said_once(lookup: Lookup) -> None:
    lookup.status.evaluate(
        """status => {
          globalThis.said = [];
          new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true});
        }"""
    )
    lookup.page.evaluate(browsing.PASTE, [lookup.box.element_handle(), OWED])
    expect(lookup.titles).to_have_count(1)
    # That it takes a while is only said where it does: this was the first paste, so the list was loaded.
    said = [words for words in lookup.page.evaluate("globalThis.said") if words != "Reading …"]
    assert said == [f"1 problem found: {OWED_TITLE}"]
    # Who asks for what is there already is brought to it, and need not hear of it twice.
    lookup.page.get_by_role("button", name="Find the fix").click()
    expect(lookup.titles).to_be_focused()
    assert lookup.page.evaluate("globalThis.said").count(said[0]) == 1
    lookup.box.focus()
    lookup.page.keyboard.press("Escape")
    expect(lookup.page.locator("#eb-announcer")).to_have_text("Cleared.")
    expect(lookup.box).to_be_focused()


def test_an_answer_fits_a_screen_magnified_four_times(lookup: Lookup) -> None:
    lookup.page.set_viewport_size({"width": 320, "height": 256})
    lookup.paste(f"INV-0042 {OWED} {'x' * 200}\n{PAID}")
    assert lookup.page.evaluate("document.documentElement.scrollWidth") == 320
    lookup.paste(f"INV-0042 {OWED} {'x' * 200}")
    lookup.page.locator("summary", has_text="The customer really paid too much").click()
    assert lookup.page.evaluate("document.documentElement.scrollWidth") == 320


def test_headings_go_down_one_level_at_a_time(lookup: Lookup) -> None:
    lookup.paste(f"{OWED}\n{PAID}")
    headings = lookup.page.locator("article :is(h1, h2, h3, h4)")
    levels = [int(name[1]) for name in headings.evaluate_all("all => all.map(one => one.tagName)")]
    assert levels[0] == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_affected_documents_are_copied(lookup: Lookup) -> None:
    lookup.paste(f"INV-0042: {OWED}\nINV-0043: {OWED}")
    lookup.page.get_by_role("button", name="Copy all 2").click()
    expect(lookup.page.locator("#eb-announcer")).to_have_text("Copied.")
    assert lookup.page.evaluate("navigator.clipboard.readText()") == "INV-0042\nINV-0043"


def test_many_documents_are_counted_and_copied_as_they_are(lookup: Lookup) -> None:
    numbers = [f"INV-{number}" for number in range(1000, 1301)]
    lookup.paste("\n".join([PAID, *(f"{number}: {OWED}" for number in numbers)]))
    expect(lookup.page.locator(".eb-overview")).to_contain_text("INV-1000, INV-1001, INV-1002 and 298 more")
    card = lookup.page.locator("[data-entry=XERO-0001]")
    expect(card).to_contain_text("INV-1099 and 201 more")
    card.locator(".eb-card__toggle").click()
    lookup.page.get_by_role("button", name="Copy all 301").click()
    expect(lookup.page.locator("#eb-announcer")).to_have_text("Copied.")
    assert lookup.page.evaluate("navigator.clipboard.readText()").split("\n") == numbers


def test_steps_are_said_to_show_a_value_where_they_do(lookup: Lookup) -> None:
    lookup.paste("Account code '260' is not a valid code\nAccount code '261' is not a valid code")
    expect(lookup.card()).to_contain_text("The steps show the first account code. Others are 261")
    many = "INV-0042: Exceeded {} calls per second for api client. Reduce request rates."
    lookup.paste("\n".join(many.format(calls) for calls in (2, 4)))
    expect(lookup.card()).to_contain_text("Also found: INV-0042, 2, 4")
    expect(lookup.card()).not_to_contain_text("The steps show")


def test_the_inner_message_of_a_payload_counts(lookup: Lookup) -> None:
    payload = {
        "ErrorNumber": 10,
        "Type": "ValidationException",
        "Message": "A validation exception occurred",
        "Elements": [{"Contact": {"ValidationErrors": []}, "ValidationErrors": [{"Message": OWED}]}],
    }
    lookup.paste(json.dumps(payload))
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    expect(lookup.card()).to_contain_text("Found inside Elements → ValidationErrors → Message")


def test_a_value_that_the_steps_name_is_not_told_again(lookup: Lookup) -> None:
    lookup.paste("INV-77: Item code 'TB-104' is not valid")
    expect(lookup.card()).to_contain_text("Search Xero for TB-104")
    expect(lookup.card().locator(".eb-found .eb-value")).to_have_text(["INV-77"])


def test_a_quickbooks_fault_is_read(lookup: Lookup) -> None:
    error = {
        "Message": "Duplicate Document Number Error",
        "Detail": "Duplicate Document Number Error : You must specify a different number. "
        "This number has already been used. DocNumber=1001 is assigned to TxnType=Invoice with TxnId=145",
        "code": "6140",
    }
    lookup.paste(json.dumps({"Fault": {"Error": [error], "type": "ValidationFault"}}))
    assert lookup.answers() == ["This is The document number is already used in QuickBooks"]


def test_several_errors_are_counted_and_marked(lookup: Lookup) -> None:
    lookup.paste(f"INV-0042 {OWED}\nINV-0043 {OWED}\nINV-0050 {PAID}")
    expect(lookup.status).to_have_text("2 different problems in 3 errors")
    assert len(lookup.answers()) == 2
    expect(lookup.page.locator(".eb-passage")).to_have_count(3)
    rows = lookup.page.locator(".eb-overview tbody tr").all_inner_texts()
    assert [re.split(r"[\t\n]+", row)[1:] for row in rows] == [
        ["1\N{NO-BREAK SPACE}time", "INV-0050", "its record"],
        ["2\N{NO-BREAK SPACE}times", "INV-0042, INV-0043", "its record"],
    ]
    lookup.page.locator(".eb-passage").last.click()
    focused = lookup.page.evaluate("document.activeElement.textContent")
    assert focused == "The invoice is already paid in Xero and cannot be updated"


def test_the_cards_are_walked_by_key(lookup: Lookup) -> None:
    lookup.paste(f"{OWED}\n{PAID}")
    lookup.titles.first.focus()
    lookup.page.keyboard.press("n")
    expect(lookup.titles.nth(1)).to_be_focused()
    lookup.page.keyboard.press("p")
    expect(lookup.titles.first).to_be_focused()


def test_a_card_that_the_keyboard_opens_begins_below_the_header(lookup: Lookup) -> None:
    lookup.paste(f"INV-0042 {OWED}\nINV-0050 {PAID}\nINV-0051 Account code '200' has been archived")
    title = lookup.titles.nth(2).get_by_role("button")
    title.focus()
    lookup.page.keyboard.press("Enter")
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    header, card = lookup.page.locator(".md-header").bounding_box(), lookup.card(2).bounding_box()
    assert header
    assert card
    assert header["height"] <= card["y"] < 2 * header["height"]


def test_a_value_fills_the_text_and_a_missing_one_is_a_named_blank(lookup: Lookup) -> None:
    lookup.paste("Account code '200' is not a valid code for this document.")
    expect(lookup.card().locator(".eb-summary .eb-value")).to_have_text("200")
    lookup.paste("XERO-0054")
    expect(lookup.card().locator(".eb-summary .eb-hole")).to_have_text("account code")
    assert "{" not in lookup.results.inner_text()


def test_an_answer_shows_its_steps_and_can_be_changed(lookup: Lookup) -> None:
    lookup.paste(OWED)
    first, second = (
        lookup.card().locator("summary", has_text=name)
        for name in ("The amount was mistyped", "A payment or credit is already on the invoice")
    )
    step = lookup.page.get_by_text("Correct the amount of the payment in Cin7 Core.", exact=True)
    expect(step).to_be_hidden()
    first.focus()
    lookup.page.keyboard.press("Enter")
    expect(step).to_be_visible()
    expect(second).to_be_hidden()
    first.click()
    expect(step).to_be_hidden()
    second.click()
    expect(first).to_be_hidden()
    expect(lookup.page.get_by_text("Is the one there right?")).to_be_visible()


def test_pasted_markup_is_text(lookup: Lookup) -> None:
    lookup.page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script><a href='javascript:alert(3)'>x</a>"
    lookup.paste(f"{hostile} {OWED} {hostile}")
    lookup.paste(f"Account code '{hostile}' is not a valid code for this document.")
    lookup.paste(f"Account code '\u202e200' is not a valid code for this document. {hostile}")
    assert lookup.results.locator("img, script, [href^=javascript]").count() == 0
    assert "\u202e" not in lookup.results.inner_text()
