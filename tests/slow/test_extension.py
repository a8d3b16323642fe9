"""The packed extension in Chromium, with its real side panel; for Firefox, the check of Mozilla's store.

The menu of a selected text belongs to the system: its event is raised as the browser raises it.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import browser
import browsing
import own
import pytest
from browsing import NOISE, OWED, OWED_TITLE, ROOT
from playwright.sync_api import Browser, BrowserContext, Page, Worker, expect

from errorbook.panels import formats
from errorbook.panels.page import Source
from errorbook.site.site_info import SiteInfo

SITE = "https://help.example.com/"
PATIENCE = 30_000
"""Milliseconds that a first answer may take on a busy machine."""
LINTER = ROOT / "tests/web_ext"
CHOOSE = """async text => {
  const [tab] = await chrome.tabs.query({active: true});
  chrome.contextMenus.onClicked.dispatch({menuItemId: "selected", selectionText: text}, tab);
}"""
TICKET = f"""<!doctype html><title>Ticket 4711</title>
<h1>Invoices do not sync</h1><p>Hello,<p id="said">INV-7: {OWED}.<p>What do we do?<p>Jane
<textarea aria-label="Answer"></textarea>"""
IN_PANEL = """() => chrome.extension.getViews()
  .filter(view => view !== window)
  .flatMap(view => [...view.document.querySelectorAll(".eb-card__title")].map(title => title.textContent))"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The extensions for this site's own catalogue, unpacked."""
    source = Source.of(own.known(), SiteInfo(site_url=SITE), "1.0.0")
    unpacked = {}
    for name in ("chromium", "firefox"):
        ((_, content),) = formats.write(name, source).items()
        unpacked[name] = tmp_path_factory.mktemp(name)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            archive.extractall(unpacked[name])
    return unpacked


@dataclass
class Extension:
    """Chromium with the extension in it, and its page in a tab beside the side panel."""

    context: BrowserContext
    background: Worker
    page: Page
    asked: list[str]

    def choose(self, text: str) -> None:
        """Choose the extension's line in the menu of a selected text."""
        self.background.evaluate(CHOOSE, text)

    def shows(self, *titles: str) -> None:
        """Wait until the panel shows the cards of these errors."""
        expect(self.page.locator(".eb-card__title")).to_have_text(titles, timeout=PATIENCE)

    def kept(self, area: str) -> dict[str, Any]:
        """Return what is kept in a storage area."""
        found: dict[str, Any] = self.background.evaluate(f"chrome.storage.{area}.get(null)")
        return found


@pytest.fixture(scope="module")
def loaded(
    chromium: Browser, folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BrowserContext, Worker]]:
    """Chromium with the extension's folder loaded, and the extension's background."""
    options = browser.launch_options()
    folder = folders["chromium"]
    only = [f"--disable-extensions-except={folder}", f"--load-extension={folder}"]
    with chromium.browser_type.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=options["executable_path"],
        headless=False,
        # The old headless mode has no extensions, and Chrome loads none unless it is told to.
        args=[
            *options["args"],
            "--headless=new",
            "--disable-features=DisableLoadExtensionCommandLineSwitch",
            *only,
        ],
        viewport={"width": 380, "height": 800},
    ) as context:
        workers = context.service_workers
        yield context, workers[0] if workers else context.wait_for_event("serviceworker")


@pytest.fixture
def extension(loaded: tuple[BrowserContext, Worker]) -> Iterator[Extension]:
    """The extension as somebody has it who loaded its folder, with nothing selected yet."""
    context, background = loaded
    background.evaluate("chrome.storage.session.clear()")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(background.url.replace("assets/errorbook/background.js", "panel.html"))
    yield Extension(context, background, page, asked)
    page.close()


def test_a_selected_text_becomes_a_reply_in_the_side_panel(extension: Extension) -> None:
    page = extension.page
    # As the click in the menu would: only what a person does may open a panel.
    page.evaluate("async () => chrome.sidePanel.open({windowId: (await chrome.windows.getCurrent()).id})")
    extension.choose(f"Hello, we got this: INV-7 {OWED}")
    page.set_viewport_size({"width": 400, "height": 700})
    extension.shows(OWED_TITLE)
    for name in ("Copy reply", "Copy link"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
    browsing.until(page, f"() => ({IN_PANEL})().length > 0")
    assert page.evaluate(IN_PANEL) == [OWED_TITLE]
    for label, said, start in (
        ("Copy reply", "Reply copied.", "Hello,"),
        ("Copy link", "Link copied.", f"{SITE}e/XERO-0001/"),
    ):
        page.get_by_role("button", name=label, exact=True).click()
        expect(page.locator("#eb-announcer")).to_contain_text(said)
        page.evaluate("document.querySelector('#eb-announcer').replaceChildren()")
        field = page.locator("#eb-paste")
        page.get_by_role("button", name="Edit").click()
        field.fill("")
        field.press("ControlOrMeta+v")
        assert field.input_value().startswith(start)
        extension.choose(f"INV-8 {OWED}")
        extension.shows(OWED_TITLE)


def test_from_a_ticket_in_a_page_to_its_reply_there_are_two_clicks(extension: Extension) -> None:
    page = extension.page
    page.evaluate("window.clicks = 0; addEventListener('click', () => { clicks += 1; }, true)")
    ticket = extension.context.new_page()
    ticket.set_content(TICKET)
    ticket.locator("#said").select_text()
    # The first click is on the line in the menu, the second on the button of the card.
    extension.choose(ticket.evaluate("String(getSelection())"))
    extension.shows(OWED_TITLE)
    page.bring_to_front()
    page.get_by_role("button", name="Copy reply", exact=True).click()
    expect(page.locator("#eb-announcer")).to_contain_text("Reply copied.")
    assert page.evaluate("clicks") == 1
    ticket.bring_to_front()
    ticket.get_by_label("Answer").press("ControlOrMeta+v")
    reply = ticket.get_by_label("Answer").input_value()
    ticket.close()
    assert reply.startswith("Hello,")
    assert OWED_TITLE in reply
    assert f"{SITE}e/XERO-0001/" in reply


def test_the_same_text_is_looked_up_again_and_another_takes_its_place(extension: Extension) -> None:
    page = extension.page
    extension.choose(OWED)
    extension.shows(OWED_TITLE)
    extension.choose(NOISE)
    expect(page.locator(".eb-unknown")).to_be_visible(timeout=PATIENCE)
    extension.choose(OWED)
    page.get_by_role("button", name="Edit").click()
    page.locator("#eb-paste").fill("nothing")
    extension.choose(OWED)
    extension.shows(OWED_TITLE)


def test_nothing_leaves_the_extension_and_nothing_is_kept(extension: Extension) -> None:
    page = extension.page
    extension.choose(f"Kestrel: {OWED}")
    extension.shows(OWED_TITLE)
    assert extension.asked
    assert [url for url in extension.asked if not url.startswith("chrome-extension://")] == []
    refused = page.evaluate("url => fetch(url).then(() => 'sent', error => error.name)", SITE)
    assert refused == "TypeError"
    assert extension.kept("session") == {"selected": f"Kestrel: {OWED}"}
    assert extension.kept("local") == {}
    assert page.evaluate("[localStorage.length, location.hash]") == [0, ""]


def test_the_panel_fits_a_narrow_place_and_its_links_leave_it(extension: Extension) -> None:
    page = extension.page
    page.emulate_media(color_scheme="dark")
    extension.choose(f"{OWED} and: The document date cannot be before the period lock date")
    expect(page.locator(".eb-card")).to_have_count(2, timeout=PATIENCE)
    wide, place = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= place
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 23, 24)"
    whole = page.get_by_role("link", name="Open the full page").first
    assert whole.evaluate("link => link.href").startswith(f"{SITE}errors/xero/")
    with extension.context.expect_page() as opened:
        whole.click()
    assert opened.value != page
    assert page.url.startswith("chrome-extension://")


def test_mozilla_s_check_finds_nothing_to_mend(folders: dict[str, Path]) -> None:
    if not (LINTER / "node_modules/.package-lock.json").exists():
        subprocess.run(["npm", "ci", "--silent"], cwd=LINTER, check=True)
    program = str(LINTER / "node_modules/.bin/web-ext")
    lint = [program, "lint", "--no-config-discovery", "--warnings-as-errors", "--source-dir"]
    done = subprocess.run([*lint, str(folders["firefox"])], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "notices         0" in done.stdout
