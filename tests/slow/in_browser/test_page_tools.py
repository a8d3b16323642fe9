"""The page's tools for an assistant in the browser: a browser that has them, and one that has none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import browser
import browsing
import own
import pytest
from browsing import OWED
from playwright.sync_api import Browser, Page

from errorbook.answering.reference import Reference
from errorbook.site import agent_words
from errorbook.site.site_info import SiteInfo

PASTES = (
    OWED,
    f"It says {OWED[:-12]} on ths documnt",
    "Where is the button?",
    f"{OWED} <img src=x onerror=y>",
)
CALL = """async ([name, input]) => {
  const tools = await document.modelContext.getTools();
  const tool = tools.find((each) => each.name === name);
  return document.modelContext.executeTool(tool, input).catch((error) => `refused: ${error}`);
}"""


@pytest.fixture(scope="module")
def assisted(chromium: Browser, home: str) -> Iterator[Page]:
    """The lookup in a browser that has tools for assistants."""
    options = browser.launch_options()
    arguments = [*options["args"], "--enable-features=WebMCPTesting"]
    started = chromium.browser_type.launch(executable_path=options["executable_path"], args=arguments)
    page = started.new_page()
    page.goto(home)
    if not page.evaluate("'modelContext' in document"):
        started.close()
        pytest.skip("This browser has no tools for assistants.")
    browsing.until(page, "async () => (await document.modelContext.getTools()).length >= 3")
    yield page
    started.close()


def call(page: Page, name: str, **given: object) -> Any:
    """Return what a tool answers."""
    told = page.evaluate(CALL, [name, given])
    return json.loads(told) if told and not told.startswith("refused") else told


def test_an_assistant_is_told_what_the_server_tells(assisted: Page, home: str) -> None:
    reference = Reference(own.known(), SiteInfo(site_url=home))
    asked: list[str] = []
    assisted.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    for paste in PASTES:
        told, expected = call(assisted, agent_words.FIND, text=paste), reference.find(paste)
        for name in ("answer", "advice", "nearest", "unknown", "suggestions"):
            assert told[name] == expected[name], name
        same = ("id", "outcome", "score", "reason", "values", "url")
        assert [{name: found[name] for name in same} for found in told["findings"]] == [
            {name: found[name] for name in same} for found in expected["findings"]
        ]
        assert [error["id"] for error in told["errors"]] == [error["id"] for error in expected["errors"]]
        assert told["rules"] == agent_words.INSTRUCTIONS
    # Nothing of a paste is sent: only files of the site are asked for.
    assert [url for url in asked if not url.startswith(home)] == []
    assert [url for url in asked if "outstanding" in url or "?" in url] == []


def test_errors_are_read_and_listed(assisted: Page) -> None:
    told = call(assisted, agent_words.GET, id="xero-0001")
    assert told["resolution"]
    assert call(assisted, agent_words.GET, id="XERO-9999").startswith("refused")
    everything = call(assisted, agent_words.LIST)
    assert (everything["total"], everything["next"]) == (len(own.index()["entries"]), 100)
    coded = call(assisted, agent_words.LIST, system="quickbooks", code="6140")
    assert coded["errors"]
    assert {error["system"] for error in coded["errors"]} == {"quickbooks"}


def test_the_reader_keeps_the_own_answer(assisted: Page) -> None:
    assisted.get_by_label("Paste the error").fill(OWED)
    call(assisted, agent_words.FIND, text="Where is the button?")
    assisted.get_by_text("The payment is larger than what is still owed").first.wait_for()


def test_a_browser_without_them_is_left_alone(page: Page, home: str) -> None:
    page.goto(home)
    page.get_by_label("Paste the error").fill(OWED)
    page.get_by_text("The payment is larger than what is still owed").first.wait_for()
    assert not page.evaluate("'modelContext' in document")
