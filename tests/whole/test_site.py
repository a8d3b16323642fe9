"""The whole site as it is published, built strictly and read back: every link, every page."""

import json
import re
from pathlib import Path

import own
import pytest
from linking import broken, html_of


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, str]:
    return html_of(built_site)


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
