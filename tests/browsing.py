"""The built site in a browser: what serves it, and a lookup page as a visitor uses it."""

from __future__ import annotations

import functools
import http.server
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).parent.parent
# What visitors paste in these tests: an error, its title, another error, and what is none.
OWED = "Payment amount exceeds the amount outstanding on this document"
OWED_TITLE = "The payment is larger than what is still owed"
PAID = (
    "Current invoice has been paid in Xero and cannot be updated. "
    "Please remove payment in Xero and then try to export the invoice."
)
NOISE = "Three apples, two eggs and a spoon of sugar make the dough of this recipe"
# A paste as a browser makes it, without the clipboard, which only one test at a time could use.
PASTE = """([area, text]) => {
  area.focus();
  area.value = text;
  area.dispatchEvent(new InputEvent("input", {inputType: "insertFromPaste", bubbles: true}));
}"""
# Marks on one letter that a browser takes a minute to draw.
PILE = OWED + 99_000 * "\u0301"
# Lines in time by the square of them, where a box asks Chromium for the direction of what is in it.
LINES = f"{OWED}\n" + 60_000 * "a,1\n"
# A file as it is dropped on the box or, as a picture, pasted into it.
GIVE_FILE = """([area, event, name, type, text, others]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type}));
  for (const other of others) data.items.add(new File(["Nothing to see here"], other));
  const init = {bubbles: true, cancelable: true};
  area.dispatchEvent(event === "drop"
    ? new DragEvent("drop", {...init, dataTransfer: data})
    : new ClipboardEvent("paste", {...init, clipboardData: data}));
}"""


def build(folder: Path, *options: str, config: Path = ROOT / "mkdocs.yml") -> Path:
    """Build the site with the command that users run."""
    # Not with --quiet: it keeps warnings from being counted, so that --strict would stop at none.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    done = subprocess.run([*command, "-d", str(folder), *options], capture_output=True, text=True)
    log = done.stdout + done.stderr
    assert done.returncode == 0, log
    assert "WARNING" not in log, log
    return folder


def config(folder: Path, *settings: str, **options: object) -> Path:
    """Write this site's mkdocs.yml into a folder, lines of settings in front, options in the plugin."""
    text = (
        (ROOT / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", f"docs_dir: {ROOT / 'content'}")
    )
    # JSON is YAML, and fits a line.
    own = {"errors_dir": str(ROOT / "errors"), **options}
    lines = "".join(f"      {name}: {json.dumps(value)}\n" for name, value in own.items())
    text = text.replace("  - errorbook:\n", f"  - errorbook:\n{lines}")
    folder.mkdir(exist_ok=True)
    path = folder / "mkdocs.yml"
    path.write_text("\n".join((*settings, text)), "utf-8")
    return path


class _Handler(http.server.SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(folder: Path, policy: str = "") -> Iterator[str]:
    """Serve a folder, with a content policy if one is given; yields the address."""
    handler = type("Handler", (_Handler,), {"policy": policy})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


# Not Playwright's wait_for_function: it evaluates a text in the page at every turn, which a content policy
# allows at the first turn only, so that a test under a policy would fail when the page is slow.
_UNTIL = """async (given) => {
  const holds = %s;
  const end = performance.now() + 30_000;
  while (!(await holds(given))) {
    if (performance.now() > end) throw new Error("In vain for 30 s: " + holds);
    await new Promise((done) => setTimeout(done, 10));
  }
}"""


def until(page: Page, condition: str, given: object = None) -> None:
    """Wait until a condition, a function of JavaScript, holds in the page."""
    page.evaluate(_UNTIL.replace("%s", condition), given)


def come_near(page: Page) -> None:
    """Go to the tools of an entry's page, which are loaded when somebody comes near them."""
    page.evaluate("document.querySelector('[data-eb=entry]').scrollIntoView()")


def search(page: Page, text: str) -> Locator:
    """Search for a text in the header; return the results.

    In a narrow window the theme keeps the box out of sight until somebody asks for it. The key at the end
    counts while our scripts are on their way: the theme reads its box when a key goes up.
    """
    box = page.locator("[data-md-component=search-query]")
    opener = page.locator("label.md-header__button[for=__search]")
    (opener if opener.is_visible() else box).click()
    box.fill(text)
    box.press("Shift")
    return page.locator(".md-search-result__item")


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def press(page: Page, name: str, said: str) -> str:
    """Press a copy button and return what it copied."""
    page.get_by_role("button", name=name, exact=True).first.click()
    return copied(page, said)


def copied(page: Page, said: str) -> str:
    """Return what was copied, once that was said."""
    announcer = page.locator("#eb-announcer")
    expect(announcer).to_contain_text(said)
    announcer.evaluate("announcer => announcer.replaceChildren()")
    return clipboard(page)


def pasted(page: Page, box: Locator, text: str) -> float:
    """Paste a text by keyboard, as a visitor does; return the seconds until the page is drawn."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    box.focus()
    begun = time.monotonic()
    page.keyboard.press("Control+v")
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return time.monotonic() - begun


class Lookup:
    """A lookup page as a visitor uses it."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the page."""
        self.page = page
        page.goto(address)
        page.wait_for_selector("html.eb-scripted")
        self.box = page.locator("[data-eb=paste]")
        self.status = page.locator("[data-eb=status]")
        self.results = page.locator("[data-eb=results]")
        self.titles = page.locator(".eb-card__title")

    def paste(self, text: str) -> None:
        """Paste a text and wait for the answer."""
        self.page.evaluate("status => { status.textContent = '' }", self.status.element_handle())
        self.page.evaluate(PASTE, [self.box.element_handle(), text])
        self.settled()

    def settled(self) -> None:
        """Wait for an answer."""
        until(
            self.page,
            "status => !['', 'Reading …'].includes(status.textContent)",
            self.status.element_handle(),
        )

    def give_file(self, event: str, name: str, kind: str, text: str, *others: str) -> None:
        """Drop or paste a file, and others of these names with it."""
        self.page.evaluate("status => { status.textContent = '' }", self.status.element_handle())
        self.page.evaluate(GIVE_FILE, [self.box.element_handle(), event, name, kind, text, others])
        self.settled()

    def card(self, number: int = 0) -> Locator:
        """Return a card."""
        return self.page.locator(".eb-card").nth(number)

    def answers(self) -> list[str]:
        """Return what is shown: each card's outcome and title."""
        cards = self.page.locator(".eb-card__head").all()
        parts = (".eb-card__outcome", ".eb-card__title")
        return [" ".join(card.locator(part).inner_text() for part in parts) for card in cards]
