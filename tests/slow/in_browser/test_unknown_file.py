"""A text that the site does not know, saved by its reader for the authors: masked, and nothing is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from bare_site import write_site
from browsing import Lookup
from playwright.sync_api import Page, expect

UNKNOWN = "Kestrel Packaging, rashida@example.com: the payment of 4,711.08 for INV-90210 exceeds the moon"


@pytest.fixture
def lookup(page: Page, tmp_path: Path) -> Iterator[Lookup]:
    with browsing.serve(write_site(tmp_path)) as address:
        yield Lookup(page, f"{address}index.html")


def test_an_unknown_text_is_saved_masked_and_as_its_reader_filled_it_in(lookup: Lookup, page: Page) -> None:
    lookup.paste(UNKNOWN)
    box = page.get_by_label("A message to the person who helps you")
    expect(box).not_to_be_empty()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box.fill(f"{box.input_value()}last Monday")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save it for the authors").click()
    assert saved.value.suggested_filename == "unknown-error.json"
    (proposal,) = json.loads(Path(saved.value.path()).read_text("utf-8"))["proposals"]
    own = ("kestrel", "packaging", "rashida", "example.com", "4,711", "90210", "moon")
    assert [word for word in own if word in proposal["message"].lower()] == []
    assert "the payment of 7 for" in proposal["message"]
    assert proposal["notes"] == "Since when: last Monday"
    assert [url for url in asked if not url.startswith("blob:")] == []
    expect(page.locator("#eb-announcer")).to_contain_text("Saved as unknown-error.json.")
    expect(page.locator(".eb-draft").get_by_text("Saved as unknown-error.json.")).to_be_visible()


def test_without_a_text_nothing_is_saved(lookup: Lookup, page: Page) -> None:
    lookup.paste(UNKNOWN)
    page.get_by_label("A message to the person who helps you").fill("Hello,")
    page.get_by_role("button", name="Save it for the authors").click()
    expect(page.locator("#eb-announcer")).to_have_text("There is no text of an error to save.")
    expect(page.locator(".eb-draft").get_by_text("There is no text of an error to save.")).to_be_visible()
