"""This site as it is built for a disk, where a link must name a file, with an address below a path."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import browsing
import pytest
from browsing import NOISE, OWED, OWED_TITLE, Lookup, come_near, press
from linking import broken, html_of
from playwright.sync_api import Page, expect


@pytest.fixture(scope="module")
def disk_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    settings = ("site_url: https://example.com/help/", "use_directory_urls: false")
    return browsing.build(folder / "site", config=browsing.config(folder, *settings))


def test_the_lookup_works_from_a_file(page: Page, disk_site: Path) -> None:
    lookup = Lookup(page, (disk_site / "index.html").as_uri())
    lookup.paste(OWED)
    assert lookup.answers() == [f"This is {OWED_TITLE}"]
    lookup.card().get_by_role("link", name="Open the full page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(OWED_TITLE)


def test_what_is_copied_from_a_disk_leads_to_the_published_site(page: Page, disk_site: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lookup = Lookup(page, (disk_site / "index.html").as_uri())
    lookup.paste(OWED)
    published = "https://example.com/help/e/XERO-0001/index.html"
    assert press(page, "Copy link", "Link copied.") == published
    assert published in press(page, "Copy reply", "Reply copied.")
    page.goto((disk_site / "errors/xero/payment-exceeds-amount-outstanding.html").as_uri())
    come_near(page)
    assert press(page, "Copy link", "Link copied.") == published


def test_a_disk_whose_site_has_no_address_offers_no_link_to_copy(page: Page, disk_site: Path) -> None:
    lookup = Lookup(page, (disk_site / "index.html").as_uri())
    page.evaluate("document.querySelector('link[rel=canonical]').remove()")
    lookup.paste(OWED)
    expect(lookup.card().get_by_role("button", name="Copy reply")).to_be_visible()
    expect(lookup.card().get_by_role("button", name="Copy link")).to_have_count(0)


def test_a_bookmark_from_a_disk_leads_to_the_published_site_or_is_none(page: Page, disk_site: Path) -> None:
    address = (disk_site / "support/bookmarklet.html").as_uri()
    page.goto(address)
    bookmark = page.locator(".eb-bookmarklet")
    script = unquote(bookmark.get_attribute("href") or "")
    assert 'open("https://example.com/help/index.html#"' in script
    assert "file:" not in script
    page.add_init_script("""addEventListener("readystatechange", () => {
      document.querySelector("link[rel=canonical]")?.remove();
    }, true)""")
    page.goto(address)
    expect(page.get_by_text("The bookmark needs this site on the web")).to_be_visible()
    expect(bookmark).to_have_count(0)


def test_a_phone_shows_no_search_that_a_disk_does_not_have(page: Page, disk_site: Path, home: str) -> None:
    page.set_viewport_size({"width": 390, "height": 664})
    opener = page.locator("label.md-header__button[for=__search]")
    page.goto((disk_site / "index.html").as_uri())
    expect(opener).to_be_hidden()
    page.goto(home)
    expect(opener).to_be_visible()


def test_a_text_that_is_unknown_is_not_sent_to_a_search_that_a_disk_does_not_have(
    page: Page, disk_site: Path, home: str
) -> None:
    button = page.get_by_role("button", name="Search all pages for")
    for address, offered in (((disk_site / "index.html").as_uri(), 0), (home, 1)):
        Lookup(page, address).paste(NOISE)
        expect(page.locator(".eb-unknown")).to_be_visible()
        expect(button).to_have_count(offered)


def test_every_link_names_a_file(disk_site: Path) -> None:
    pages = html_of(disk_site)
    assert sorted(broken(pages, disk_site)) == []
    entry = pages["errors/xero/payment-exceeds-amount-outstanding.html"]
    own = entry.partition("<article")[2].partition("</article")[0]
    # A browser opens no folder of a disk, so every link names a file.
    folders = {link for link in re.findall(r'<a [^>]*href="([^"#]+)"', own) if link.endswith("/")}
    assert [link for link in folders if not link.startswith("http")] == []
    assert "https://example.com/help/e/XERO-0001/index.html</a>" in entry
    assert 'href="https://example.com/help/errors/' in pages["e/XERO-0001/index.html"]
