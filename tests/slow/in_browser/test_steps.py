"""A step on its page and on a card: the same parts, with the same words."""

import re
from pathlib import Path

import browsing
from builders import build_site, picture, write_errors
from playwright.sync_api import Page, expect

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


def test_a_picture_keeps_its_room_and_goes_with_the_page_s_colours(page: Page, tmp_path: Path) -> None:
    image = {"file": "two-dates.png", "dark": "two-dates-dark.png", "alt": "Two <empty> dates."}
    step = {"do": "Note the lock dates in Xero.", "image": image}
    write_errors(tmp_path / "errors", unpaid={"resolution": [step]})
    for name, grey in (("two-dates", 250), ("two-dates-dark", 20)):
        (tmp_path / "errors/xero" / f"{name}.png").write_bytes(picture(300, 200, grey))
    site = build_site(tmp_path)
    with browsing.serve(site) as home:
        for address, fill in ((f"{home}errors/xero/unpaid/", False), (home, True)):
            page.goto(address)
            if fill:
                page.get_by_role("textbox", name="Paste").fill("Payment exceeds the amount due")
            for scheme, name in (("default", "two-dates"), ("slate", "two-dates-dark")):
                page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
                shown = page.get_by_role("img", name="Two <empty> dates.")
                expect(shown).to_have_count(1)
                shown.scroll_into_view_if_needed()
                expect(shown).to_have_attribute("src", re.compile(rf"/{name}\.[0-9a-f]{{8}}\.png$"))
                assert shown.get_attribute("width") == "300"
                assert shown.get_attribute("height") == "200"
                browsing.until(page, "image => image.naturalWidth === 300", shown.element_handle())
    index = (site / "search/search_index.json").read_text("utf-8")
    scripts = (site / "assets/errorbook").glob("*.js")
    listed = [path.name for path in scripts if "two-dates" in path.read_text("utf-8")]
    assert ("two-dates" in index, listed) == (False, [])
