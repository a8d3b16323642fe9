"""The picture of an entry's decisions in a browser: its boxes lead to steps, and paper shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from builders import build_site, write_errors
from playwright.sync_api import Page, expect

ANSWERS = {"Ours": ["Skip it in Cin7 Core."], "Theirs": ["Ask them in Xero."]}
OWNER = {"ask": "Whose is it?", "answers": ANSWERS}
ENTRY = {"resolution": [OWNER, "Sync again from Cin7 Core."], "verify": "It is gone."}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one error that asks."""
    folder = tmp_path_factory.mktemp("chart")
    write_errors(folder / "errors", unpaid=ENTRY)
    with browsing.serve(build_site(folder)) as address:
        yield address


def test_a_box_leads_to_its_step_and_gives_other_answers_up(page: Page, small: str) -> None:
    page.goto(f"{small}errors/xero/unpaid/")
    page.get_by_text("See all ways at a glance").click()
    picture = page.get_by_role("group", name="All ways through: The payment is too large")
    for box, step, other in (("Ours", "1.1.1", "1.2.1"), ("Theirs", "1.2.1", "1.1.1")):
        picture.get_by_role("link", name=box).press("Enter")
        expect(page.locator(f"[id='step-{step}']")).to_be_focused()
        expect(page.locator(f"[id='step-{step}']")).to_be_in_viewport()
        expect(page.locator(f"[id='step-{other}']")).to_be_hidden()
        expect(page.locator(".eb-path__answer")).to_have_text([box])
    expect(page).to_have_url(re.compile(r"#a=1\.2$"))


LONG = {
    "Die Kreditorenrechnungsbuchungsvorgangsnummer fehlt im Abstimmungskonto": ["Correct it in Xero."],
    "DIE UMSATZSTEUERIDENTIFIKATIONSNUMMER GEHÖRT ZU EINER ANDEREN GMBH & CO. KG": ["Ask them in Xero."],
    "W" * 90: ["Compare in Xero the Mehrwertsteuerabrechnungszeiträume with " + "M" * 60 + "."],
}
# How far the words of the picture reach over their boxes, in pixels.
OVER = """picture => Math.max(...[...picture.querySelectorAll('a')].flatMap((link) =>
  [...link.querySelectorAll('text')].map((text) =>
    text.getComputedTextLength() - link.querySelector('rect').width.baseVal.value)))"""


def test_long_words_stay_inside_their_boxes(page: Page, tmp_path: Path) -> None:
    question = "Wie heißt das Debitorensammelkontoabstimmungsverfahren für Anzahlungsrechnungen?"
    write_errors(tmp_path / "errors", unpaid={"resolution": [{"ask": question, "answers": LONG}]})
    with browsing.serve(build_site(tmp_path)) as address:
        page.goto(f"{address}errors/xero/unpaid/")
        page.get_by_text("See all ways at a glance").click()
        assert page.locator(".eb-chart__picture").evaluate(OVER) < -8


def test_paper_shows_what_is_folded(page: Page, small: str) -> None:
    page.goto(f"{small}errors/xero/unpaid/")
    box = page.locator(".eb-chart__picture a").first
    expect(box).not_to_be_visible()
    page.emulate_media(media="print")
    assert page.evaluate("link => link.checkVisibility({contentVisibilityAuto: true})", box.element_handle())
    page.emulate_media(media="screen")
    page.goto(small)
    page.get_by_role("textbox", name="Paste").fill("Payment exceeds the amount due")
    verify = page.get_by_text("It is gone.")
    expect(verify).not_to_be_visible()
    page.emulate_media(media="print")
    assert verify.evaluate("line => line.checkVisibility()")
    expect(page.get_by_role("button", name="Copy reply")).to_be_hidden()
    expect(page.get_by_role("textbox", name="Paste")).to_be_hidden()
    page.emulate_media(media="screen")
