"""A step on its page and on a card: the same parts, with the same words."""

from pathlib import Path

import browsing
from builders import build_site, write_errors
from playwright.sync_api import Page

STEPS = [
    {
        "do": "Look for {number} in Xero.",
        "path": ["Business & more", "Invoices"],
        "see": "The invoice.",
        "risk": "changes-books",
        "undo": "Go back.",
    },
    {"ask": "Is it paid?", "path": ["Sales"], "answers": {"Yes": ["Skip it."], "No": ["Retry it."]}},
]
PARTS = """list => [...list.querySelectorAll('p')].map(part => [part.className, part.innerText])"""


def test_a_step_has_the_same_parts_on_its_page_and_on_a_card(page: Page, tmp_path: Path) -> None:
    entry = {
        "messages": ["Invoice {number} cannot be paid"],
        "values": {"number": {"type": "document_number", "label": "invoice number"}},
        "resolution": STEPS,
        "examples": ["Invoice INV-1 cannot be paid", "Failed: Invoice INV-2 cannot be paid"],
    }
    write_errors(tmp_path / "errors", unpaid=entry)
    with browsing.serve(build_site(tmp_path)) as home:
        page.goto(f"{home}errors/xero/unpaid/")
        on_page = page.locator(".eb-steps").first.evaluate(PARTS)
        page.goto(home)
        page.get_by_role("textbox", name="Paste").fill("Invoice INV-77 cannot be paid")
        on_card = page.locator(".eb-card .eb-steps").first.evaluate(PARTS)
    menus = ["eb-step__path", "Where: Business & more → Invoices"]
    assert on_page[1] == menus
    assert on_card == [[name, words.replace("invoice number", "INV-77")] for name, words in on_page]
    assert ["eb-step__do", "Look for INV-77 in Xero."] in on_card
