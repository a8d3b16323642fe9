"""A site on a disk, built as the README says: every page is reached from the first one, from file to file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import readme
from browsing import ROOT, Lookup
from playwright.sync_api import Page, Request, expect

PASTE = "Payment of 12.50 was declined by Example Bank"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The README's example, built by the README's command."""
    folder = tmp_path_factory.mktemp("shop")
    readme.write(folder, readme.example())
    subprocess.run([sys.executable, "-m", "errorbook", "lock"], cwd=folder, check=True, capture_output=True)
    text = (ROOT / "README.md").read_text("utf-8")
    (command,) = re.findall(r"^\.venv/bin/mkdocs (build .*--site-dir disk)$", text, re.MULTILINE)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", *command.split()], cwd=folder, check=True, env=environment
    )
    return folder / "disk"


def file_of(url: str) -> Path:
    """Return the file that a link opens."""
    return Path(unquote(urlsplit(url).path))


def test_every_link_opens_a_file(page: Page, disk: Path) -> None:
    missing: list[str] = []

    def failed(request: Request) -> None:
        # What the next page cuts short is not missing.
        if request.failure != "net::ERR_ABORTED":
            missing.append(request.url)

    page.on("requestfailed", failed)
    waiting, seen = [(disk / "index.html").as_uri()], set[str]()
    while waiting:
        url = waiting.pop()
        if url in seen or file_of(url).suffix != ".html":
            continue
        seen.add(url)
        page.goto(url)
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href.split('#')[0])")
        inside = [link for link in links if link.startswith("file:")]
        assert [link for link in inside if not file_of(link).is_file()] == [], url
        waiting += inside
    names = {file_of(url).relative_to(disk).as_posix() for url in seen}
    assert {"index.html", "errors/index.html", "errors/shop/payment-declined.html"} <= names
    # The theme asks for its index of pages, which it can only load from a server; its search is hidden then.
    assert [url for url in missing if "/search/" not in url] == []


def test_the_lookup_answers_and_leads_to_its_page(page: Page, disk: Path) -> None:
    lookup = Lookup(page, (disk / "index.html").as_uri())
    lookup.paste(PASTE)
    assert lookup.answers() == ["This is The bank declined the card"]
    lookup.card().get_by_role("link", name="Open the full page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The bank declined the card")


def test_a_permanent_link_leads_to_its_page(page: Page, disk: Path) -> None:
    page.goto((disk / "e/SHOP-0001/index.html").as_uri())
    expect(page).to_have_url((disk / "errors/shop/payment-declined.html").as_uri())
