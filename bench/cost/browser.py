"""What ours costs in Chromium: the product's own script and worker, on a page that only measures."""

from __future__ import annotations

import functools
import http.server
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from errorbook.site import browser_files, delivery

HERE = Path(__file__).parent
# The tests know how to find a browser.
sys.path.append(str(HERE.parent.parent / "tests"))
PAGE = '<!doctype html><title>Cost</title><link rel="icon" href="data:,"><script src="page.js"></script>\n'


def measure(index: str, work: dict[str, Any]) -> dict[str, Any] | None:
    """Return the figures of some work with an index, or None where there is no browser."""
    import browser
    from playwright.sync_api import sync_playwright

    if browser.find() is None:
        return None
    with _served(index) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**browser.launch_options())
        page = chromium.new_page()
        page.set_default_timeout(0)
        page.goto(address)
        figures: dict[str, Any] = page.evaluate("work => measure(work)", work)
        figures["version"] = chromium.version
        figures["heap"] = page.workers[0].evaluate("performance.memory?.usedJSHeapSize")
        chromium.close()
    return figures


@contextmanager
def _served(index: str) -> Iterator[str]:
    """Serve the page, the product's script and an index for as long as the block runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "index.html").write_text(PAGE, "utf-8")
        (folder / "page.js").write_text((HERE / "page.js").read_text("utf-8"), "utf-8")
        (folder / "errorbook.js").write_text(browser_files.code().bundles["matcher"].content, "utf-8")
        (folder / "match-index.js").write_text(delivery.of_text("index", index), "utf-8")
        handler = functools.partial(_Quiet, directory=name)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
