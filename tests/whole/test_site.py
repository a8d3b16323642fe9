"""The whole site as it is published, built strictly and read back: every link, every page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import own
import pytest
from builders import links

ROOT = Path(__file__).parents[2]
HERE = "http://site.test/"


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, str]:
    return html_of(built_site)


def html_of(site: Path) -> dict[str, str]:
    """Return every page of a site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))
    }


def broken(pages: dict[str, str], site: Path) -> Iterator[str]:
    """Yield every link inside the site that leads to no file or no anchor."""
    for name, html in pages.items():
        if name == "404.html":
            continue  # served anywhere, so its links start at the root
        for link in set(links(html)):
            if link.startswith(("mailto:", "data:")):
                continue
            target = urlsplit(urljoin(HERE + name, link))
            if f"{target.scheme}://{target.netloc}/" != HERE:
                continue
            path = unquote(target.path[1:])
            file = f"{path}index.html" if path.endswith("/") or not path else path
            if not (site / file).exists() and not (path.endswith("/") and (site / path).is_dir()):
                yield f"{name} → {link}"
            elif target.fragment and file in pages and f'id="{unquote(target.fragment)}"' not in pages[file]:
                yield f"{name} → {link} (no such anchor)"


def test_every_entry_has_its_page_its_permalinks_and_its_card(built_site: Path) -> None:
    for entry in own.known().published:
        assert (built_site / "errors" / entry.address / "index.html").exists()
        assert (built_site / "e" / entry.id / "index.html").exists()
        assert (built_site / "e" / entry.id.lower() / "index.html").exists()
        if entry.status in ("active", "not-emitted"):
            assert len(list((built_site / "assets/errorbook/cards").glob(f"{entry.id}.*.js"))) == 1


def test_every_link_leads_somewhere(built_site: Path, pages: dict[str, str]) -> None:
    assert sorted(broken(pages, built_site)) == []


def test_every_promised_address_is_served(built_site: Path) -> None:
    urls = json.loads((built_site / "urls.json").read_text("utf-8"))["urls"]
    files = {f"{url}index.html" if url.endswith("/") or not url else url for url in urls}
    assert sorted(file for file in files if not (built_site / file).is_file()) == []
    # And nothing that people may keep a link to is forgotten.
    pages = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")} - {"404.html"}
    assert sorted(pages - files) == []


def test_every_redirect_leads_to_a_page(built_site: Path) -> None:
    for redirect in json.loads((built_site / "redirects.json").read_text("utf-8"))["redirects"]:
        target = (built_site / redirect["target"] / "index.html").read_text("utf-8")
        assert "data-to=" not in target.partition("</head>")[0], redirect


def test_every_entry_tells_machines_what_it_is(pages: dict[str, str]) -> None:
    entries = [html for html in pages.values() if 'class="eb-permalink"' in html]
    assert len(entries) > 100
    for html in entries:
        (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        article, crumbs = json.loads(data)["@graph"]
        assert article["@type"] == "TechArticle"
        assert article["headline"]
        assert article["description"]
        assert [item["position"] for item in crumbs["itemListElement"]] == [1, 2, 3, 4]
        assert html.count('<meta property="og:title"') == 1


def test_anchors_are_unique_on_each_page(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), name


def test_nothing_is_loaded_from_elsewhere(built_site: Path, pages: dict[str, str]) -> None:
    loaded = re.compile(
        r"""<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="?(?:https?:)?//|<link[^>]*>"""
    )
    for name, html in pages.items():
        for tag in loaded.findall(html):
            assert tag.startswith("<link"), f"{name}: {tag}"
            assert 'rel="canonical"' in tag or "//" not in tag, f"{name}: {tag}"
    styles = list(built_site.rglob("errorbook*.css"))
    assert styles
    for style in styles:
        assert "//" not in re.sub(r"/\*.*?\*/", "", style.read_text("utf-8"), flags=re.DOTALL)


def test_our_own_script_sends_nothing(built_site: Path) -> None:
    (script,) = (built_site / "assets/errorbook").glob("errorbook.????????.js")
    found = re.findall(
        r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource)\s*\(", script.read_text("utf-8")
    )
    assert found == []


def test_our_parts_have_no_inline_script_or_style(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        article = html.partition("<article")[2].partition("</article")[0] or html
        if name.startswith("e/"):
            article = html
        for tag in re.findall(r"<script[^>]*>", article):
            assert "src=" in tag, f"{name}: {tag}"
        for start in re.findall(r'<[a-z][^>]*class="eb-[^>]*>', article):
            assert not re.search(r"\s(?:style|on[a-z]+)=", start), f"{name}: {start}"


def test_every_page_has_a_title_a_description_and_one_main_heading(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        leads_on = name.startswith("e/") or 'http-equiv="refresh"' in html  # also a merged entry's address
        if name == "404.html" or leads_on:
            continue
        assert html.count("<h1") == 1, name
        assert re.search(r'<meta name="description" content="[^"]+"', html), name


def test_a_page_leaves_no_marker_or_hole_behind(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        assert "<!-- errorbook:" not in html, name


def test_the_search_knows_entries_but_not_indexes(built_site: Path) -> None:
    index = (built_site / "assets/errorbook/search-pages.js").read_text("utf-8")
    assert '"errors/xero/payment-exceeds-amount-outstanding/"' in index
    assert '"location":"errors/xero/"' not in index
    assert "Paste another error" not in index


def test_the_site_works_from_a_disk_and_below_a_path(disk_site: Path) -> None:
    pages = html_of(disk_site)
    assert sorted(broken(pages, disk_site)) == []
    entry = pages["errors/xero/payment-exceeds-amount-outstanding.html"]
    own = entry.partition("<article")[2].partition("</article")[0]
    # A browser opens no folder of a disk, so every link names a file.
    folders = {link for link in re.findall(r'<a [^>]*href="([^"#]+)"', own) if link.endswith("/")}
    assert [link for link in folders if not link.startswith("http")] == []
    assert "https://example.com/help/e/XERO-0001/index.html</a>" in entry
    assert 'href="https://example.com/help/errors/' in pages["e/XERO-0001/index.html"]
