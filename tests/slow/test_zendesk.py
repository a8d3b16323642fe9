"""The panel for Zendesk: its package by the rules that Zendesk publishes, its page beside a stand-in client.

The client is Zendesk's own script, which runs only in Zendesk; the stand-in answers as its documents say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import serve
from builders import make_catalogue, make_entry
from packed_panels import packed, source
from playwright.sync_api import Page, expect

from errorbook.panels.page import Source
from errorbook.panels.zendesk import CLIENT
from errorbook.site.site_info import SiteInfo

ERROR = "Payment exceeds the amount due"
TITLE = "The payment is too large"
STAND_IN = """
window.calls = [];
window.heard = {};
window.ticket = %s;
window.ZAFClient = {init: () => ({
  get: async paths => Object.fromEntries(paths.map(path => [path, window.ticket[path]])),
  invoke: async (action, ...values) => {
    if (window.refuses && action !== "resize") throw new Error("no editor");
    window.calls.push([action, ...values]);
  },
  on: (event, hear) => { window.heard[event] = hear; },
})};
"""
TICKET = {
    "ticket.subject": "Sync <b>trouble</b>",
    "ticket.description": f"Hello,\n\nINV-7: {ERROR}.\n\nRegards",
    "ticket.comments": [
        {"id": 1, "value": f"<div>Hello,<br><br>INV-7: {ERROR}.<br><br>Regards</div>"},
        {"id": 2, "value": "<p>We look into it &amp; write again.</p>"},
    ],
}


@pytest.fixture
def panel(page: Page, tmp_path: Path) -> Iterator[Page]:
    """The panel beside a ticket, in a place as narrow as Zendesk's."""
    known = make_catalogue(
        make_entry(resolution=["Correct {amount} <b>there</b>."], support_notes=[NOTE], **_VALUES)
    )
    made = Source.of(known, SiteInfo(site_url="https://help.example.com/"), "1.0.0")
    for name, content in packed("zendesk", made).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with serve(tmp_path) as address:
        page.set_viewport_size({"width": 320, "height": 640})
        page.route(CLIENT, lambda route: route.fulfill(body=STAND_IN % json.dumps(TICKET)))
        page.goto(f"{address}assets/iframe.html")
        yield page


NOTE = "Escalate it to the people who <i>book</i>."
_VALUES: dict[str, Any] = {
    "messages": [ERROR, "Payment of {amount} exceeds the amount due"],
    "values": {"amount": {"type": "money", "label": "amount"}},
}


def inserted(page: Page) -> list[str]:
    """Return what was inserted into the ticket."""
    calls: list[list[str]] = page.evaluate("window.calls")
    assert {call[0] for call in calls} <= {"resize", "ticket.editor.insert"}
    return [call[1] for call in calls if call[0] == "ticket.editor.insert"]


def test_the_ticket_is_read_and_one_click_inserts_the_reply(panel: Page) -> None:
    expect(panel.locator(".eb-card__title")).to_have_text([TITLE])
    # Each part once, as people read it: the first comment is the description.
    text = panel.locator("#eb-paste").input_value()
    assert text.count(ERROR) == 1
    assert "We look into it & write again." in text
    # Both are there without scrolling; copies are folded beside an editor.
    for name in ("Insert reply", "Insert link"):
        expect(panel.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    expect(panel.get_by_role("button", name="Copy reply")).to_be_hidden()
    panel.get_by_role("button", name="Insert reply").click()
    expect(panel.get_by_role("button", name="Inserted")).to_be_visible()
    (html,) = inserted(panel)
    assert html.startswith("<p>Hello,</p>")
    expect(panel.locator(".eb-card .eb-note")).to_contain_text(NOTE)
    assert NOTE not in html
    assert "&lt;b&gt;there&lt;/b&gt;" in html
    assert '<a href="https://help.example.com/e/XERO-0001/">' in html


def test_the_link_goes_into_a_line(panel: Page) -> None:
    panel.get_by_role("button", name="Insert link").click()
    expect(panel.locator("#eb-announcer")).to_have_text("Link inserted.")
    address = "https://help.example.com/e/XERO-0001/"
    assert inserted(panel) == [f'<a href="{address}">{address}</a>']


def test_what_the_editor_refuses_is_left_to_be_copied(panel: Page) -> None:
    panel.evaluate("window.refuses = true")
    panel.get_by_role("button", name="Insert reply").click()
    preview = panel.get_by_label("The reply as it will be copied")
    expect(preview).to_be_focused()
    assert preview.input_value().startswith("Hello,")
    expect(panel.locator("#eb-announcer")).to_have_text(re.compile("did not take it"))


def test_a_new_comment_is_read_unless_somebody_writes(panel: Page) -> None:
    expect(panel.locator(".eb-card__title")).to_have_text([TITLE])
    add = "text => { ticket['ticket.comments'].push({value: text}); heard['ticket.comments.changed'](); }"
    panel.evaluate(add, "<p>It says three things now</p>")
    box = panel.locator("#eb-paste")
    expect(box).to_have_value(re.compile("three things"))
    panel.get_by_role("button", name="Edit").click()
    box.fill("My own words")
    panel.evaluate(add, "<p>And a fourth</p>")
    panel.wait_for_timeout(200)
    assert box.input_value() == "My own words"


def test_nothing_but_zendesk_s_client_comes_from_elsewhere(panel: Page) -> None:
    asked: list[str] = []
    panel.on("request", lambda request: asked.append(request.url))
    panel.reload()
    expect(panel.locator(".eb-card__title")).to_have_text([TITLE])
    own = panel.url.removesuffix("assets/iframe.html")
    assert [url for url in asked if not url.startswith(own)] == [CLIENT]
    wide, place = panel.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= place


def test_the_package_keeps_the_rules_of_zendesk_s_check() -> None:
    files = packed("zendesk")
    manifest = json.loads(files["manifest.json"])
    assert set(manifest) == {
        "name", "author", "version", "defaultLocale", "private", "frameworkVersion", "location",
    }  # fmt: skip
    assert re.fullmatch(r"[a-z]{2,3}(-[a-z]{2})?", manifest["defaultLocale"])
    assert re.match(r"https?://\S+$", manifest["author"]["url"])
    assert manifest["frameworkVersion"] == "2.0"
    (places,) = manifest["location"].values()
    assert set(places) == {"ticket_sidebar", "new_ticket_sidebar"}
    for place in places.values():
        assert place == {"url": "assets/iframe.html", "flexible": True}
        assert place["url"] in files
    translation = json.loads(files[f"translations/{manifest['defaultLocale']}.json"])
    assert translation["app"]["name"] == manifest["name"]
    kinds = {Path(name).suffix for name in files}
    assert kinds <= {".json", ".html", ".js", ".css", ".png"}
    assert not [name for name in files if name.startswith("/") or ".." in name]


def test_zendesk_s_client_is_named_in_no_other_panel() -> None:
    assert CLIENT in packed("zendesk")["assets/iframe.html"].decode()
    for name in ("chromium", "firefox"):
        assert not [file for file, text in packed(name, source()).items() if b"zdassets" in text]
