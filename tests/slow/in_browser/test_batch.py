"""The batch page: many tickets at once."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from browsing import NOISE, OWED, OWED_TITLE
from playwright.sync_api import Page, expect


def give(page: Page, name: str, text: str) -> None:
    page.get_by_label("Choose files of tickets").set_input_files(
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


def test_forced_colours_show_which_filter_is_chosen(page: Page, home: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{home}support/batch/")
    give(page, "tickets.csv", f"id,Description\n1,{OWED}\n")
    page.get_by_role("button", name="1 matched").click()
    # Colours are the system's there, so that a line tells it.
    widths = page.locator(".eb-batch__filter").evaluate_all(
        "all => all.map((each) => [each.ariaPressed, parseFloat(getComputedStyle(each).borderTopWidth)])"
    )
    (chosen,) = (width for pressed, width in widths if pressed == "true")
    assert {width for pressed, width in widths if pressed == "false"} == {1}
    assert chosen == 3
    page.emulate_media(forced_colors="none")


def test_a_row_is_named_as_its_ticket_and_else_by_its_number(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    table = page.locator(".eb-batch__table")
    for text, told in (
        (f"Key,Description\nSUP-7,{OWED}\nSUP-12,Nothing\n", ["Ticket", "SUP-7", "SUP-12"]),
        (f"Description,note\n{OWED},\nNothing,\n", ["Row", "1", "2"]),
    ):
        give(page, "tickets.csv", text)
        expect(table.locator("tr > :first-child")).to_have_text(told)


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


def test_exports_of_help_desks_are_read_as_they_are(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    samples = Path(__file__).parents[2] / "cases/exports"
    names = ("zendesk-list.json", "jira-export.csv", "message-a-row.csv", "packed.csv.gz")
    page.get_by_label("Choose files of tickets").set_input_files([samples / name for name in names])
    expect(page.get_by_role("status").first).to_contain_text("0 matched, 8 ambiguous, 8 unknown.")
    expect(page.locator(".eb-batch__column")).to_contain_text("4 files")
    page.get_by_role("button", name="8 ambiguous").click()
    titles = {row[1] for row in results(page)}
    assert titles >= {OWED_TITLE}
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()
    written = list(csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
    assert len(written) == 4 + 4 + 12 + 4
    assert json.loads(written[0]["comments"])[1]["plain_body"] in written[0]["comments"]
    page.get_by_label("Choose files of tickets").set_input_files(samples / "zendesk-comments.jsonl")
    expect(page.get_by_label("Text is in")).to_have_value(re.compile(r"^\d+ \d+$"))
    page.get_by_label("Text is in").select_option(label="subject")
    status = page.get_by_role("status").first
    expect(status).to_contain_text("0 matched, 0 ambiguous, 4 unknown. Hardly a ticket shows a known error.")
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


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
          globalThis.beats = 0;
          const beat = () => {
            globalThis.beats += 1;
            setTimeout(beat, 10);
          };
          beat();
        }"""
    )
    give(page, "many.csv", f"id,text\n{rows}")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("status").first).to_contain_text("Cancelled:")
    # The page had its turns between the tickets, however slow the machine is.
    assert page.evaluate("globalThis.beats") > 10
    assert page.locator(".eb-batch__table tbody tr").count() <= 100


@pytest.mark.parametrize(("text", "reached"), [(OWED, "a"), (NOISE, "tr")])
def test_more_rows_begin_where_the_focus_is(page: Page, home: str, text: str, reached: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, "many.csv", "id,text\n" + "".join(f'{number},"{text}"\n' for number in range(250)))
    page.get_by_role("button", name="Show 100 more rows").focus()
    page.keyboard.press("Enter")
    rows = page.get_by_role("region", name="Results").locator("tbody tr")
    expect(rows).to_have_count(200)
    first = rows.nth(100)
    expect(first.locator("a") if reached == "a" else first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(page.locator("#eb-announcer")).to_have_text("200 of 250 rows are shown.")


def test_a_file_of_another_kind_is_explained(page: Page, home: str) -> None:
    page.goto(f"{home}support/batch/")
    give(page, "empty.csv", " ")
    expect(page.get_by_role("status").first).to_have_text("empty.csv is empty.")
