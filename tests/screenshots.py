"""Take the picture in the README anew: .venv/bin/python tests/screenshots.py."""

from __future__ import annotations

import tempfile
from pathlib import Path

from browser import launch_options
from browsing import ROOT, Lookup, build, serve
from playwright.sync_api import sync_playwright

PICTURE = ROOT / "content" / "assets" / "lookup.png"
PASTE = "Sale INV-0042 | Failed | Account code '41100' is not a valid code for this document."


def main() -> None:
    """Build the site, paste an error as a visitor does, and keep what the window shows."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build(Path(folder))) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": 1280, "height": 935}, color_scheme="light")
        Lookup(page, address).paste(PASTE)
        # Answers slide into view.
        page.wait_for_timeout(1000)
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        page.screenshot(path=PICTURE, animations="disabled", caret="hide")
        browser.close()
    print(f"Wrote {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
