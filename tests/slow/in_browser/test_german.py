"""A site in German: no sentence of ours is left in English, and axe finds nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import axe
import browsing
import pytest
from browsing import ROOT, Lookup, come_near
from builders import build_site, write_errors
from playwright.sync_api import Page, expect

UNTOLD = "Warehouse is closed for stocktaking"
UNTOLD_TITLE = "The warehouse is closed"
MESSAGE = "Payment exceeds the amount due"
TITLE = "Die Zahlung ist größer als der offene Betrag"
TOLD = {
    "title": TITLE,
    "summary": "Die Zahlung ist zu groß.",
    "causes": ["Der Betrag ist vertippt."],
    "resolution": ["Öffnen Sie die Zahlung in Cin7 Core.", "Berichtigen Sie den Betrag."],
}
# Whole sentences: a word may be the same in both languages.
A_SENTENCE = 4


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site in German."""
    folder = tmp_path_factory.mktemp("german")
    write_errors(
        folder / "errors",
        payment_too_large={
            "summary": "The payment is too large.",
            "causes": ["The amount was mistyped."],
            "resolution": ["Open the payment in Cin7 Core.", "Correct the amount."],
            "translations": {"de": TOLD},
        },
        untold={
            "id": "XERO-0002",
            "title": UNTOLD_TITLE,
            "messages": [UNTOLD],
            "values": {},
            "examples": [UNTOLD, f"Failed: {UNTOLD}"],
            "causes": [{"text": "The warehouse is closed.", "evidence": "inferred"}],
            "resolution": [
                {"do": "Open the warehouse in Cin7 Core.", "path": ["Stock"]},
                {"do": "Delete the count.", "risk": "irreversible", "evidence": "inferred"},
                {"ask": "Is it open?", "answers": {"It is": ["Retry the sale."], "It is not": ["Wait."]}},
            ],
            "escalate": {"when": "the warehouse stays closed", "collect": ["the name of the warehouse"]},
        },
    )
    gone = {"id": "XERO-0060", "title": "The moon is full", "status": "withdrawn"}
    write_errors(folder / "errors", gone=gone)
    content = folder / "content"
    content.mkdir()
    (content / "index.md").write_text("# Nachsehen\n\n<!-- errorbook:lookup -->\n", "utf-8")
    (content / "embed.md").write_text("# Einbinden\n\n<!-- errorbook:embed -->\n", "utf-8")
    theme = {"name": "material", "font": False, "language": "de"}
    with browsing.serve(build_site(folder, theme=theme)) as address:
        yield address


def english(page: Page) -> list[str]:
    """Return the sentences of the English table that the page shows, and the German one does not have."""
    tables = [
        json.loads((ROOT / f"plugins/errorbook/wording/{name}.json").read_text("utf-8"))
        for name in ("en", "de")
    ]
    shown = page.locator("body").inner_text()
    return [
        text
        for key, text in tables[0].items()
        if isinstance(text, str) and "{" not in text and len(text.split()) >= A_SENTENCE
        if text != tables[1][key] and text in shown
    ]


def test_a_card_is_german_for_everybody(page: Page, german: str) -> None:
    lookup = Lookup(page, german)
    assert english(page) == []
    lookup.paste(f"Rechnung 7: {MESSAGE}")
    assert lookup.titles.all_inner_texts() == [TITLE]
    assert (english(page), axe.violations(page)) == ([], [])


def test_a_withdrawn_id_leads_to_the_page_that_says_so(page: Page, german: str) -> None:
    lookup = Lookup(page, german)
    lookup.paste("\u201eXERO\u20130060\u201c")
    expect(lookup.status).to_have_text("XERO-0060 wurde zurückgezogen")
    link = lookup.results.get_by_role("link", name="The moon is full")
    assert link.get_attribute("lang") == "en"
    assert (english(page), axe.violations(page)) == ([], [])
    link.click()
    expect(page.locator(".eb-note--warning")).to_contain_text("war falsch und wurde zurückgezogen")


# What a card says below its head, beside the language in which it is read aloud.
READ_ALOUD = """card => {
  const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const read = {};
  while (texts.nextNode()) {
    const {textContent, parentElement} = texts.currentNode;
    read[textContent.trim()] = parentElement.closest("[lang]").lang;
  }
  return read;
}"""


def test_each_text_of_a_card_without_a_translation_is_read_aloud_in_its_language(
    page: Page, german: str
) -> None:
    lookup = Lookup(page, german)
    lookup.paste(UNTOLD)
    page.locator("summary", has_text="It is not").click()
    page.locator(".eb-path__answer").wait_for()
    read = lookup.card().evaluate(READ_ALOUD)
    table = json.loads((ROOT / "plugins/errorbook/wording/de.json").read_text("utf-8"))
    ours = ("step.path", "evidence.step", "evidence.inferred.short", "path.back", "entry.help_ready")
    assert {table[key]: read.get(table[key]) for key in ours} == {table[key]: "de" for key in ours}
    theirs = (
        "Open the warehouse in Cin7 Core.",
        "It is not",
        "Wait.",
        "The warehouse is closed.",
        "the warehouse stays closed",
        "the name of the warehouse",
    )
    assert {text: read.get(text) for text in theirs} == dict.fromkeys(theirs, "en")
    assert lookup.card().locator(".eb-path__answers").get_attribute("lang") == "en"


# The names among steps that nobody sees, beside the language in which they are read aloud.
NAMES_IN_STEPS = """steps => [...steps.querySelectorAll("[aria-label]")].map(
  (each) => [each.ariaLabel, each.closest("[lang]").lang])"""


def test_names_among_steps_without_a_translation_are_read_aloud_in_the_language_of_the_site(
    page: Page, german: str
) -> None:
    lookup = Lookup(page, german)
    lookup.paste(UNTOLD)
    page.locator(".eb-step__tick").first.wait_for()
    for url in ("", "errors/xero/untold/"):
        if url:
            page.goto(german + url)
            come_near(page)
            page.locator(".eb-step__tick").first.wait_for()
        read = page.locator(".eb-resolution").evaluate(NAMES_IN_STEPS)
        assert {name for name, _ in read} >= {"Link zu Schritt 2", "Schritt 2 ist erledigt"}
        assert {language for _, language in read} == {"de"}


def test_a_title_without_a_translation_is_read_aloud_in_its_language_wherever_it_is_listed(
    page: Page, german: str
) -> None:
    lookup = Lookup(page, german)
    lookup.paste(f"{MESSAGE}\n{UNTOLD}")
    read = page.locator(".eb-overview").evaluate(READ_ALOUD)
    assert (read[TITLE], read[UNTOLD_TITLE]) == ("de", "en")
    page.goto(f"{german}errors/xero/payment-too-large/")
    assert page.locator(".eb-beside").evaluate(READ_ALOUD)[UNTOLD_TITLE] == "en"
    page.goto(f"{german}errors/")
    read = page.locator("article").evaluate(READ_ALOUD)
    assert [read[text] for text in (TITLE, UNTOLD_TITLE, UNTOLD)] == ["de", "en", "en"]


def test_what_is_unknown_is_german_for_everybody(page: Page, german: str) -> None:
    Lookup(page, german).paste("Drei Äpfel, zwei Eier und ein Löffel Zucker")
    page.locator(".eb-unknown").wait_for()
    assert (english(page), axe.violations(page)) == ([], [])


@pytest.mark.parametrize("url", ["errors/xero/payment-too-large/", "errors/", "404.html"])
def test_a_page_is_german_for_everybody(page: Page, german: str, url: str) -> None:
    page.goto(german + url)
    page.wait_for_selector("html.eb-scripted")
    if page.locator("[data-eb=entry]").count():
        come_near(page)
        page.locator("[data-eb=entry] button").first.wait_for()
    assert (english(page), axe.violations(page)) == ([], [])


def test_what_is_not_translated_stands_apart_from_our_sentences(page: Page, german: str) -> None:
    apart = "Holen Sie in diesem Fall Hilfe: the warehouse stays closed."
    lookup = Lookup(page, german)
    lookup.paste(UNTOLD)
    expect(lookup.card()).to_contain_text(apart)
    page.goto(f"{german}errors/xero/untold/")
    assert apart in page.locator("article").inner_text()


def test_keys_are_named_as_on_german_keyboards(page: Page, german: str) -> None:
    page.goto(german)
    page.locator("h1").first.click()
    page.keyboard.press("?")
    keys = page.locator(".eb-keys").inner_text()
    assert "Strg + Eingabe" in keys
    assert re.search(r"Esc\s+das Feld leeren", keys)


def test_what_is_no_message_is_not_copied_as_one(page: Page, german: str) -> None:
    page.goto(f"{german}embed/")
    expect(page.locator("article").get_by_role("button", name="Code kopieren")).to_be_visible()
    page.goto(f"{german}errors/xero/untold/")
    expect(page.locator("article").get_by_role("button", name="Meldung kopieren")).to_be_visible()


def test_what_a_filter_leaves_is_counted_in_its_case(page: Page, german: str) -> None:
    page.goto(f"{german}errors/")
    page.get_by_label("Nach Wörtern filtern").fill("warehouse")
    expect(page.locator(".eb-filter")).to_contain_text("Treffer: 1 (2 Fehler insgesamt)")
