"""Builders: what a test leaves unsaid is filled in with something sound."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import browser
import browsing
import changed
import once
import pytest
import templates
import yaml
from browsing import Lookup
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from errorbook.catalogue import ledger, reader
from errorbook.catalogue.reader import Loaded
from errorbook.checks import catalogue_rules
from errorbook.indexing import match_index
from errorbook.matching import Matcher

# As make sets it: the theme's notice names this word, and builds of tests may say no WARNING.
os.environ["NO_MKDOCS_2_WARNING"] = "1"
# What tests start would compile all sources each time where a machine keeps no compiled ones.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# A page that answers late on a busy machine is no fault; one that never does still is.
expect.set_options(timeout=20_000)
# Property tests try the same cases each time; `make fuzz` says in ERRORBOOK_FUZZ how many others to try.
asked = os.environ.get("ERRORBOOK_FUZZ", "0")
if not asked.isdecimal():
    pytest.exit(f"ERRORBOOK_FUZZ is '{asked}', and no number. Write how many: ERRORBOOK_FUZZ=5000", 2)
FUZZ = int(asked)
settings.register_profile(
    "errorbook",
    max_examples=FUZZ or 150,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("errorbook")
VOCABULARY = """\
name: Test errors
systems:
  xero: {name: Xero, prefix: XERO}
  quickbooks: {name: QuickBooks Online, prefix: QBO}
  cin7-core: {name: Cin7 Core, prefix: CIN7}
records:
  invoice: {name: Invoices}
  payment: {name: Payments}
spellings:
  organisation: organization
"""
ENTRY: dict[str, Any] = {
    "id": "XERO-0001",
    "title": "The payment is larger than the amount due",
    "messages": ["Payment of {amount} exceeds the amount outstanding on this document"],
    "values": {"amount": {"type": "money", "label": "amount"}},
    "causes": ["The payment was mistyped."],
    "resolution": ["Correct the payment in Cin7 Core."],
    "references": [{"title": "Xero on payments", "url": "https://example.com/payments"}],
    "reviewed": "2026-11-22",
    "examples": [
        {
            "paste": "Payment of 12.50 exceeds the amount outstanding on this document",
            "expect": {"amount": "12.50"},
        },
        "Failed: Payment of 9.00 exceeds the amount outstanding on this document",
    ],
}


class _Dumper(yaml.SafeDumper):
    """Writes a value that stands twice out twice: entries have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _counted(text: str) -> str:
    """Return a ledger of plain lines as it is written; any other as it is."""
    plain = re.fullmatch(r"(?:[A-Z0-9]+-\d{4} \S+\n)+", text)
    return ledger.render(ledger.parse("ids.lock", text)) if plain else text


class MakeEntry(Protocol):
    """Returns the text of an entry's file; a field given as None is left out."""

    def __call__(self, **changes: Any) -> str: ...


WriteErrors = Callable[[Mapping[str, str]], Path]
ReadErrors = Callable[[Mapping[str, str]], Loaded]


class Break(Protocol):
    """Returns the problems that a rule finds in files, without file and place."""

    def __call__(self, rule: str, files: Mapping[str, str], **context: Any) -> list[str]: ...


@pytest.fixture
def make_entry() -> MakeEntry:
    """A sound entry with the fields a test cares about changed."""

    def make(**changes: Any) -> str:
        fields = {name: value for name, value in {**ENTRY, **changes}.items() if value is not None}
        text: str = yaml.dump(fields, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)
        return text

    return make


@pytest.fixture
def write_errors(tmp_path: Path) -> WriteErrors:
    """A folder ``errors`` of files by path, with a vocabulary unless one is given."""

    def write(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "errors"
        for name, text in {"catalogue.yml": VOCABULARY, **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_counted(text) if name == "ids.lock" else text, "utf-8")
        return folder

    return write


@pytest.fixture
def read_errors(write_errors: WriteErrors) -> ReadErrors:
    """The catalogue of files by path."""

    def read(files: Mapping[str, str]) -> Loaded:
        return reader.read(write_errors(files))

    return read


@pytest.fixture
def broken(read_errors: ReadErrors) -> Break:
    """What a rule finds in a catalogue of files by path."""

    def check(rule: str, files: Mapping[str, str], **context: Any) -> list[str]:
        loaded = read_errors(files)
        matcher = Matcher(match_index.build(loaded.catalogue))
        found = catalogue_rules.check(loaded, matcher, **context)
        return [f"{x.field}: {x.what}. {x.fix}" for x in found if x.rule == rule]

    return check


@pytest.fixture(scope="session", autouse=True)
def _templates(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Templates of the theme that one build compiled are there for the next."""
    templates.keep(once.made(tmp_path_factory, "templates", lambda _: None))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, as it is published."""
    folder = once.made(
        tmp_path_factory,
        "site",
        lambda folder: browsing.build(folder / "site", config=browsing.config(folder)),
    )
    return folder / "site"


@pytest.fixture(scope="session")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with what this one has not: entries renamed and merged, the index in parts, feedback."""
    return once.made(tmp_path_factory, "changed", changed.build) / "site"


@pytest.fixture(scope="session")
def home(built_site: Path) -> Iterator[str]:
    """The address where that site is served."""
    with browsing.serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**browser.launch_options())
        yield started
        started.close()


@pytest.fixture(scope="session")
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    """Somebody who has been here before: what was fetched and compiled for one test is there for the next."""
    with chromium.new_context(viewport={"width": 1280, "height": 860}) as context:
        # Its process serves the pages of all tests; it is never shown anything itself.
        context.new_page()
        yield context


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A fresh page, with nothing stored, that fails the test when a script of ours fails."""
    failures: list[str] = []
    opened = visitor.new_page()
    opened.on("pageerror", lambda error: failures.append(f"{error.message}\n{error.stack}"))
    yield opened
    first, *later = visitor.pages
    for left in later:
        left.close()
    visitor.unroute_all()
    visitor.clear_cookies()
    visitor.clear_permissions()
    visitor.set_offline(False)
    session = visitor.new_cdp_session(first)
    session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    session.detach()
    assert [failure for failure in failures if "assets/errorbook/" in failure] == []


@pytest.fixture
def lookup(page: Page, home: str) -> Lookup:
    """The lookup page, from which text may be copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return Lookup(page, home)


@pytest.fixture(scope="module")
def changed_home(changed_site: Path) -> Iterator[str]:
    """The address of the changed site."""
    with browsing.serve(changed_site) as address:
        yield address
