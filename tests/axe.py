"""What axe, the usual checker of accessibility, finds on a page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from browsing import ROOT
from playwright.sync_api import Page

SCRIPT = ROOT / "node_modules/axe-core/axe.min.js"
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`));
}"""

A_MOMENT = 1000


def script() -> Path:
    """Return axe, which comes with the packages of package-lock.json; without npm its tests are left out."""
    if not SCRIPT.exists() and not os.environ.get("CI"):
        pytest.skip("axe is not there: npm could not install the packages of package-lock.json.")
    return SCRIPT


def violations(page: Page) -> list[str]:
    """Return everything that axe finds wrong."""
    if not page.evaluate("'axe' in window"):
        # Not as an element: the page's own policy has no say in what checks it.
        page.evaluate(script().read_text("utf-8"))
    found: list[str] = page.evaluate(RUN)
    if found:
        # The theme's script lets keys reach a box that scrolls only after it has seen that it does.
        page.wait_for_timeout(A_MOMENT)
        found = page.evaluate(RUN)
    return found
