"""Take pictures of the site: the README's, or, with a folder, one of every state in every window and colour.

.venv/bin/python tests/screenshots.py [folder]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Literal

from browser import launch_options
from browsing import ROOT, Lookup, build, serve
from playwright.sync_api import Browser, sync_playwright
from states import STATES

PICTURE = ROOT / "content" / "assets" / "lookup.png"
PASTE = "Sale INV-0042 | Failed | Account code '41100' is not a valid code for this document."
WIDTHS = (390, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TURN = "direction => { document.documentElement.dir = document.body.dir = direction }"


def main() -> None:
    """Build the site and take the pictures that are asked for."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build(Path(folder))) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_options())
        if len(sys.argv) > 1:
            every_state(browser, address, Path(sys.argv[1]))
        else:
            readme(browser, address)
        browser.close()


def readme(browser: Browser, address: str) -> None:
    """Paste an error as a visitor does, and keep what the window shows."""
    page = browser.new_page(viewport={"width": 1280, "height": 935}, color_scheme="light")
    Lookup(page, address).paste(PASTE)
    # Answers slide into view.
    page.wait_for_timeout(1000)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.screenshot(path=PICTURE, animations="disabled", caret="hide")
    print(f"Wrote {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size // 1024} KB")


def every_state(browser: Browser, address: str, folder: Path) -> None:
    """Take each state in each window, light and dark, left to right and right to left."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": 1000}, color_scheme=scheme, reduced_motion="reduce"
            )
            for name, state in STATES.items():
                state.enter(page, address)
                for direction in ("ltr", "rtl"):
                    page.evaluate(TURN, direction)
                    file = f"{name.replace(' ', '-')}-{width}-{scheme}-{direction}.png"
                    page.screenshot(path=folder / file, animations="disabled", caret="hide")
            page.close()
    print(f"Wrote {len(list(folder.glob('*.png')))} pictures into {folder}")


if __name__ == "__main__":
    main()
