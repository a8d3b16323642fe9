"""What support people use, in a browser: copies, links, the bookmark, many tickets, other sites, feedback."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import browsing
import own
import pytest
from browsing import Lookup, come_near
from playwright.sync_api import Locator, Page, expect

OWED = "Payment amount exceeds the amount outstanding on this document"
OWED_TITLE = "The payment is larger than what is still owed"
OWED_URL = "errors/xero/payment-exceeds-amount-outstanding/"
ARCHIVED = (
    "Account code '{}' has been archived, or has been deleted. Each line item must reference a valid account."
)
ARCHIVED_URL = "errors/xero/account-archived-or-deleted/"
RENAMED = (
    'The existing contact with name "Kestrel Packaging" cannot be updated to use new name "Zebra Ltd". '
    "There is an existing contact with that name."
)
LINKED = "Values came from the link; check them against your own error."
READ_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


@pytest.fixture
def lookup(page: Page, home: str) -> Lookup:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return Lookup(page, home)


@pytest.fixture(scope="module")
def changed(changed_site: Path) -> Iterator[str]:
    """The address of the changed site."""
    with browsing.serve(changed_site) as address:
        yield address


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def press(page: Page, name: str, said: str) -> str:
    """Press a copy button and return what it copied."""
    page.get_by_role("button", name=name, exact=True).first.click()
    return copied(page, said)


def copied(page: Page, said: str) -> str:
    """Return what was copied, once that was said."""
    announcer = page.locator("#eb-announcer")
    expect(announcer).to_contain_text(said)
    announcer.evaluate("announcer => announcer.replaceChildren()")
    return clipboard(page)


# ---- Copies


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
    lookup.box.press_sequentially(" l")
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


# ---- Links


def test_a_crafted_link_shows_text_and_nothing_else(page: Page, home: str) -> None:
    for value in ("%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "call%20%2B1%20800%20555%200100", "x" * 300):
        page.goto(f"{home}{ARCHIVED_URL}#v.code={value}&v.account={value}&v.__proto__=1")
        page.reload()
        expect(page.get_by_role("button", name="Copy reply")).to_be_visible()
        assert page.locator("article img[src=x]").count() == 0
        expect(page.locator("article")).not_to_contain_text("800 555")
        for values in page.locator("article bdi").all_inner_texts():
            assert len(values) <= 201
        assert page.locator(":is(h1, h2, h3, a, button) bdi").count() == 0


def test_a_page_without_values_in_its_link_says_nothing_of_them(page: Page, home: str) -> None:
    page.goto(f"{home}{ARCHIVED_URL}#sources")
    come_near(page)
    expect(page.get_by_role("button", name="Copy reply")).to_be_visible()
    expect(page.get_by_text(LINKED)).to_have_count(0)


def test_old_addresses_lead_to_the_page_and_take_the_fragment_along(page: Page, changed: str) -> None:
    for old in ("e/XERO-0001/", "e/xero-0001/", "errors/xero/paid-too-much/", "e/XERO-0056/"):
        page.goto(f"{changed}{old}#step-1")
        page.wait_for_url(f"{changed}{OWED_URL}#step-1")
        expect(page.get_by_role("heading", level=1)).to_contain_text(OWED_TITLE)


def test_a_link_looks_a_text_up_and_leaves_the_address_clean(page: Page, home: str) -> None:
    page.goto(f"{home}#q=Payment+amount+exceeds%20the%20amount%20outstanding%20on%20this%20document")
    expect(page.locator(".eb-card__title")).to_have_text([OWED_TITLE])
    assert page.url == home
    page.evaluate("text => { location.hash = `q=${encodeURIComponent(text)}` }", ARCHIVED.format(200))
    expect(page.locator(".eb-card__id")).to_have_text(["XERO-0055"])


def test_the_bookmark_looks_the_selection_up(page: Page, home: str) -> None:
    page.goto(f"{home}support/bookmarklet/")
    address = page.get_by_role("link", name="Look up this error").get_attribute("href") or ""
    assert address.startswith("javascript:")
    page.goto("about:blank")
    page.set_content(f"<p>Ticket 7: <b>{OWED}</b></p>")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('b'))")
    with page.context.expect_page() as opened:
        page.evaluate("address => { location.href = address }", address)
    answer = opened.value
    expect(answer.locator(".eb-card__title")).to_have_text([OWED_TITLE])
    assert answer.url == home
    assert answer.evaluate("[opener, document.referrer]") == [None, ""]


# ---- Many tickets


def give(page: Page, name: str, text: str) -> None:
    page.get_by_label("Choose a file of tickets").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    )


def results(page: Page) -> list[list[str]]:
    rows = page.locator(".eb-batch__table tbody tr").all()
    return [row.locator("td").all_inner_texts()[1:3] for row in rows]


def test_a_table_of_tickets_is_looked_up_and_saved(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    doubt = "Payment amount exceds the amount outstanding on this document"
    tickets = f'id,Description\n1,"It says\n""{OWED}"""\n2,=CMD()\n3,{doubt}\n4,'
    give(page, "tickets.csv", tickets)
    expect(page.get_by_role("status").first).to_contain_text("1 matched, 1 ambiguous, 2 unknown.")
    assert results(page) == [
        ["Matched", OWED_TITLE],
        ["Unknown", ""],
        ["Ambiguous", OWED_TITLE],
        ["Unknown", ""],
    ]
    link = page.locator(".eb-batch__table a").first
    assert link.evaluate("link => link.href") == f"{home}e/XERO-0001/"
    page.get_by_role("button", name="1 ambiguous").click()
    assert len(results(page)) == 1
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()
    assert saved.value.suggested_filename == "tickets.errors.csv"
    written = list(csv.reader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
    assert written[0][:3] == ["id", "Description", "errorbook result"]
    assert written[1][1:4] == [f'It says\n"{OWED}"', "matched", "XERO-0001"]
    assert written[1][5] == f"{home}e/XERO-0001/"
    assert written[2][1] == "'=CMD()"


def test_a_ticket_that_describes_an_error_gets_suggestions(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, "tickets.csv", "Description\nsomeone archived our sales account and xero bounces invoices\n")
    expect(page.get_by_role("status").first).to_contain_text("0 matched, 0 ambiguous, 1 unknown.")
    expect(page.locator(".eb-batch__error")).to_contain_text("Perhaps A line uses an account")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()
    written = list(csv.reader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
    assert written[0][-1] == "errorbook suggestions"
    assert written[1][1:3] == ["unknown", ""]
    assert written[1][-1].split()[0] == "XERO-0055"


def test_another_column_may_hold_the_text(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, "tickets.tsv", f"Description\tnote\nNothing to see here, really\t{OWED}\n")
    expect(page.get_by_role("status").first).to_contain_text("0 matched")
    page.get_by_label("Text is in").select_option(label="note")
    expect(page.get_by_role("status").first).to_contain_text("1 matched")


def test_ten_thousand_tickets_leave_the_page_free_and_can_be_cancelled(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    rows = "".join(f"{number},Ticket {number}: {OWED}\n" for number in range(10_000))
    page.evaluate(
        """() => {
          let last = performance.now();
          globalThis.longest = 0;
          const beat = () => {
            const now = performance.now();
            globalThis.longest = Math.max(globalThis.longest, now - last);
            last = now;
            setTimeout(beat, 10);
          };
          beat();
        }"""
    )
    give(page, "many.csv", f"id,text\n{rows}")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("status").first).to_contain_text("Cancelled:")
    assert page.evaluate("globalThis.longest") < 1000
    assert page.locator(".eb-batch__table tbody tr").count() <= 100


def test_a_file_of_another_kind_is_explained(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, "empty.csv", " ")
    expect(page.get_by_role("status").first).to_have_text("empty.csv is empty.")


# ---- Other sites


@pytest.fixture
def other_site(tmp_path: Path, home: str) -> Iterator[str]:
    """The address of a page on another origin that embeds the lookup under a strict policy."""
    (tmp_path / "index.html").write_text(
        f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title>
        <h1>Portal</h1><div data-errorbook></div>
        <script src="{home}assets/errorbook/embed.js" async></script></html>""",
        "utf-8",
    )
    policy = f"default-src 'none'; script-src {home}; base-uri 'none'; form-action 'none'"
    with browsing.serve(tmp_path, policy) as address:
        yield address


def embedded(page: Page) -> Locator:
    return page.locator("[data-errorbook]")


def test_another_site_embeds_the_lookup(page: Page, other_site: str, home: str) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(other_site)
    box = embedded(page).get_by_label("Paste the error message")
    box.fill(f"INV-7 {OWED}")
    expect(embedded(page).get_by_role("heading")).to_have_text([OWED_TITLE])
    expect(embedded(page).get_by_role("status")).to_have_text(f"1 problem found: {OWED_TITLE}")
    link = embedded(page).get_by_role("link", name="How to fix it")
    assert link.evaluate("link => link.href") == f"{home}e/XERO-0001/"
    assert [text for text in refused if "favicon" not in text] == []
    # Its own styles apply, although the page's policy allows none of the page's.
    assert box.evaluate("box => getComputedStyle(box).display") == "block"
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_url(home + OWED_URL)


def test_an_embedded_lookup_keeps_nothing_and_sends_nothing(page: Page, other_site: str) -> None:
    page.goto(other_site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    embedded(page).get_by_label("Paste the error message").fill(f"{OWED} Kestrel")
    expect(embedded(page).get_by_role("heading")).to_have_count(1)
    assert [url for url in asked if "Kestrel" in unquote(url)] == []
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.hash]")
    assert kept == [0, 0, "", ""]


def test_an_embedded_lookup_names_what_may_be_described(page: Page, other_site: str) -> None:
    page.goto(other_site)
    told = "someone archived our sales account, now xero bounces every invoice"
    embedded(page).get_by_label("Paste the error message").fill(told)
    expect(embedded(page).get_by_role("status")).to_have_text("You describe")
    expect(embedded(page).get_by_role("link").first).to_contain_text("archived or deleted in Xero")


def test_an_embedded_lookup_says_what_it_does_not_know(page: Page, other_site: str) -> None:
    page.goto(other_site)
    embedded(page).get_by_label("Paste the error message").fill("Three apples and two eggs make a cake")
    expect(embedded(page).get_by_role("status")).to_have_text("We don't know this one")


# ---- Feedback


def test_nobody_is_asked_where_answers_go_nowhere(lookup: Lookup) -> None:
    lookup.paste(OWED)
    expect(lookup.page.get_by_text("Did this fix it?")).to_have_count(0)


def test_an_answer_is_sent_once_after_it_was_shown(page: Page, changed: str) -> None:
    sent: list[dict[str, list[str]]] = []

    def take(route: object) -> None:
        request = route.request  # type: ignore[attr-defined]
        sent.append(parse_qs(request.post_data or ""))
        route.fulfill(status=204)  # type: ignore[attr-defined]

    page.route("**/feedback", take)
    lookup = Lookup(page, changed)
    lookup.paste(f"{OWED} Kestrel INV-0042")
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="A step did not work").click()
    shown = page.locator(".eb-feedback__text").inner_text()
    assert sent == []
    page.get_by_role("button", name="Send this").click()
    expect(page.get_by_text("Sent. Thank you.").first).to_be_visible()
    (fields,) = sent
    assert "\n".join(f"{name}: {value}" for name, (value,) in fields.items()) == shown.strip()
    assert fields["page"] == ["XERO-0001"]
    assert fields["reason"] == ["A step did not work"]
    assert "Kestrel" not in json.dumps(fields)


def test_an_answer_on_an_entry_s_page_may_be_taken_back(page: Page, changed: str) -> None:
    page.goto(changed + OWED_URL)
    come_near(page)
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator(".eb-feedback__text")).to_contain_text("fixed: yes")
    page.get_by_role("button", name="Do not send").click()
    expect(page.get_by_text("Nothing was sent.").first).to_be_visible()
    assert urlsplit(page.url).path == f"/{OWED_URL}"
