"""Drafts in the playground: what they change for the examples of the catalogue, before they are saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from bare_site import write_site
from builders import make_catalogue, make_entry
from playwright.sync_api import Locator, Page, expect

DRAWER = "The drawer of the till stayed locked after the refund was printed"
LAMP = "The lamp above the belt of {colour} stays dark while bottles are counted"
CATALOGUE = make_catalogue(
    make_entry(
        title="The drawer is locked",
        messages=[DRAWER],
        codes=[{"system": "xero", "code": "6240"}],
        aliases=["drawer stuck"],
        examples=[DRAWER],
    ),
    make_entry(
        id="XERO-0002",
        slug="lamp",
        title="The lamp is dark",
        messages=[LAMP],
        values={"colour": {"type": "name", "label": "colour"}},
        examples=[LAMP.replace("{colour}", "green")],
    ),
    make_entry(id="XERO-0003", slug="secret", status="draft", examples=["A secret of the house"]),
)
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; worker-src {}"


class Trials:
    """The form with which drafts are tried."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.workers: list[str] = []
        page.on("worker", lambda worker: self.workers.append(worker.url))
        page.goto(f"{address}playground.html")
        self.status = page.locator("[data-eb=trial-status]")
        self.results = page.locator("[data-eb=trial-results]")

    def box(self, text: str) -> None:
        self.page.get_by_label("Paste a text, or type").fill(text)

    def field(self, name: str) -> Locator:
        return self.page.locator(f"[name={name}]")

    def run(self, **fields: str) -> None:
        for name, text in fields.items():
            self.field(name).fill(text)
        self.page.get_by_role("button", name="Show what it changes").click()


@pytest.fixture(
    scope="module", params=[True, False], ids=["in a worker", "in the page, of an index in parts"]
)
def works(request: pytest.FixtureRequest) -> bool:
    works: bool = request.param
    return works


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory, works: bool) -> Path:
    return write_site(tmp_path_factory.mktemp("small"), split=not works, catalogue=CATALOGUE)


@pytest.fixture
def trials(page: Page, small_site: Path, works: bool) -> Iterator[Trials]:
    with browsing.serve(small_site, POLICY.format("'self'" if works else "'none'")) as address:
        yield Trials(page, address)


def test_a_draft_shows_the_examples_that_it_takes_or_stands_beside(trials: Trials, works: bool) -> None:
    trials.box("Three apples")
    trials.run(messages=DRAWER)
    expect(trials.status).to_have_text("1 of 2 examples is answered differently.")
    expect(trials.results).to_contain_text("Your text above is answered as before.")
    assert len(trials.workers) == works
    assert trials.page.workers == []
    (changed,) = trials.results.get_by_role("listitem").all()
    expect(changed).to_contain_text(f"XERO-0001 {DRAWER}Today: This is XERO-0001.Then: ")
    expect(changed).to_contain_text("the draft")
    changed.get_by_role("link", name="XERO-0001").click()
    expect(trials.page).to_have_url(re.compile("/errors/xero/payment-too-large/$"))


def test_a_new_message_changes_nothing_but_what_was_pasted(trials: Trials) -> None:
    message = "The oven of the bakery stands open because its lid is too hot to close"
    trials.box(message)
    trials.run(messages=message)
    expect(trials.status).to_have_text("All 2 examples are answered as before.")
    expect(trials.results).to_have_text("Your text above: Today: unknown. Then: This is the draft.")


def test_an_entry_comes_by_its_id_and_loses_the_example_of_a_wording_that_is_gone(trials: Trials) -> None:
    trials.box("")
    trials.field("instead").fill("xero-0002")
    trials.field("instead").press("Tab")
    expect(trials.field("messages")).to_have_value(LAMP)
    expect(trials.field("kinds")).to_have_value("colour name")
    trials.run()
    expect(trials.status).to_have_text("All 2 examples are answered as before.")
    trials.run(messages="Bottles without any label stood on the belt", kinds="")
    expect(trials.results.get_by_role("heading")).to_have_text("No longer found 1")


def test_what_cannot_be_tried_is_told_at_once(trials: Trials) -> None:
    trials.run(messages="Too {many", kinds="day gold", instead="XERO-9999")
    expect(trials.status).to_have_text(
        "No entry has the id XERO-9999. Leave it out for a new one. "
        "Wording 1 has braces that make no hole. Write {name} for a hole, and double every other brace. "
        "No wording has the hole 'day'. Write the hole, then its kind: size number."
    )


def test_examples_that_do_not_come_are_told(page: Page, small_site: Path) -> None:
    page.route("**/trial.*", lambda route: route.abort())
    with browsing.serve(small_site) as address:
        trials = Trials(page, address)
        trials.run(messages=DRAWER)
        expect(trials.status).to_contain_text("could not be loaded")
