"""A bottling plant's pages: every word that somebody reads there is a plant's, or of no trade at all."""

from __future__ import annotations

import re
from pathlib import Path

import bottling
import pytest
from conftest import WriteErrors

from errorbook.catalogue import ledger, reader
from errorbook.checks import audit
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.site import export
from errorbook.site.export import Exported
from errorbook.site.site_info import Contact, SiteInfo

FOREIGN = re.compile(
    r"(?i)\b(?:cin7|xero|quickbooks|intuit|bookkeep\w*|sync\w*|accounts?|accounting|amounts?|bank|bills?|books"
    r"|customers?|credit|invoices?|journals?|ledgers?|payments?|payouts?|refunds?|stock|suppliers?"
    r"|tax|taxes|transactions?|vat|connections?|channels?)\b"
)
WRITTEN = {
    name: f"# {name}\n\n<!-- errorbook:{marker} -->\n"
    for name, marker in {
        "index.md": "lookup",
        "ways.md": "ways-in",
        "batch.md": "batch",
        "grounds.md": "grounds",
        "playground.md": "playground",
        "bookmarklet.md": "bookmarklet",
        "contact.md": "contact",
    }.items()
}
HIDDEN = re.compile(r"<style.*?</style>|<script.*?</script>|<svg.*?</svg>", re.DOTALL)
SPOKEN = re.compile(r'(?:aria-label|title|placeholder|alt|content|data-paste)="([^"]*)"')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    errors = tmp_path_factory.mktemp("plant") / "errors"
    for name, text in bottling.FILES.items():
        (errors / name).parent.mkdir(parents=True, exist_ok=True)
        (errors / name).write_text(text, "utf-8")
    lines = ledger.extend((), reader.load(errors).entries)
    (errors / ledger.FILE).write_text(ledger.render(lines), "utf-8")
    return errors


@pytest.fixture(scope="module", params=["en", "de"])
def exported(folder: Path, request: pytest.FixtureRequest) -> Exported:
    layout = SiteInfo(name="Line help", language=request.param, contact=Contact("Shift office"))
    return export.build(reader.load(folder), WRITTEN, layout, ("FILL-0001",), kind="html")


def read(html: str) -> str:
    """Return what somebody reads or hears of a page."""
    shown = HIDDEN.sub(" ", html)
    return " ".join([*SPOKEN.findall(shown), re.sub(r"<[^>]*>", " ", shown)])


def test_no_page_has_a_word_of_another_trade(exported: Exported) -> None:
    pages = {
        uri: read(text) for uri, text in exported.files.items() if uri.endswith((".html", ".md", ".txt"))
    }
    assert len(pages) > 20
    found = {uri: sorted(set(FOREIGN.findall(text))) for uri, text in pages.items()}
    assert {uri: words for uri, words in found.items() if words} == {}


def test_the_plant_s_own_words_are_there(exported: Exported) -> None:
    page = read(exported.files["errors/filler/no-bottles/index.html"])
    for words in ("Stops the whole line", "you at the panel"):
        assert words in page
    assert "The pipe is under pressure." in read(exported.files["errors/filler/valve-stuck/index.html"])


def test_the_catalogue_passes_every_check_and_is_found(folder: Path) -> None:
    loaded = reader.read(folder)
    found = audit.problems(loaded, SiteInfo(), None, frozenset(), [], None)
    assert [str(problem) for problem in found if problem.level != "hint"] == []
    matcher = Matcher(match_index.build(loaded.catalogue))
    (finding,) = matcher.match("08:01 Label roll left is empty, machine stopped").findings
    assert finding.id == "LAB-0001"


def test_a_caution_of_the_plant_is_told(folder: Path, write_errors: WriteErrors) -> None:
    text = bottling.FILES["filler/valve-stuck.yml"]
    start, end = text.index("  - do: Look at the pressure"), text.index("  - do: Open the stuck")
    changed = {**bottling.FILES, "filler/valve-stuck.yml": text[:start] + text[end:]}
    found = audit.problems(reader.read(write_errors(changed)), SiteInfo(), None, frozenset(), [], None)
    assert [problem.what for problem in found if problem.rule == "unspoken"] == [
        "opens a valve, and its path does not speak of pressure"
    ]
