"""Whole pages without a generator: front matter, links between sources, and what a page must have."""

import pytest
from conftest import MakeEntry, ReadErrors

from errorbook.site import export
from errorbook.site.export import Exported
from errorbook.site.site_info import SiteInfo

ABOUT = """---
title: About "us"
description: Who we are
---
See [the lookup](index.md#top), [a guide](guides/retry.md), [elsewhere](https://example.com/x.md),
[nothing](missing.md) and ![a logo](images/logo.svg).

| a | b |
|---|---|
| 1 | 2 |
"""
WRITTEN = {
    "index.md": "# Home\n\n<!-- errorbook:lookup -->\n",
    "about.md": ABOUT,
    "guides/retry.md": "# How to retry\n\n[About](../about.md)\n",
}


@pytest.fixture
def exported(read_errors: ReadErrors, make_entry: MakeEntry) -> Exported:
    catalogue = read_errors({"xero/a.yml": make_entry(title="Lines <b> & {x}", guides=["retry"])}).catalogue
    layout = SiteInfo(name="Shop <help>", site_url="https://example.com/")
    return export.build(catalogue, WRITTEN, layout, kind="html", others=("images/logo.svg",))


def test_no_markdown_is_left_but_that_of_programs(exported: Exported) -> None:
    pages = [uri for uri in exported.files if uri.endswith(".html") and not uri.startswith("e/")]
    assert {"index.html", "about/index.html", "guides/retry/index.html", "errors/xero/a/index.html"} <= {
        *pages
    }
    assert all(exported.files[uri].startswith("<!doctype html>") for uri in pages)
    assert all(exported.files[uri].count("<h1") == 1 for uri in pages)
    assert exported.files["errors/xero/a/index.md"].startswith("# Lines ")
    assert "llms.txt" in exported.files


def test_links_between_sources_lead_to_their_pages(exported: Exported) -> None:
    about = exported.files["about/index.html"]
    for link in ('href="../#top"', 'href="../guides/retry/"', 'src="../images/logo.svg"'):
        assert link in about
    assert 'href="https://example.com/x.md"' in about
    assert 'href="missing.md"' in about
    assert 'href="../../about/"' in exported.files["guides/retry/index.html"]


def test_a_page_has_its_title_and_loads_its_files(exported: Exported) -> None:
    about = exported.files["about/index.html"]
    assert "<title>About &#34;us&#34; - Shop &lt;help&gt;</title>" in about
    assert '<meta name="description" content="Who we are">' in about
    assert "<h1>About &#34;us&#34;</h1>" in about
    assert "<td>1</td>" in about
    for uri in (exported.script, exported.style):
        assert f'"../{uri}"' in about
        assert uri in exported.files


def test_texts_of_the_catalogue_are_no_markup(exported: Exported) -> None:
    page = exported.files["errors/xero/a/index.html"]
    assert "<b>" not in page
    assert "<title>Lines &lt;b&gt; &amp; {x} - Shop &lt;help&gt;</title>" in page
    assert 'type="application/ld+json"' in page


def test_the_lookup_and_its_guide_work_as_with_a_generator(exported: Exported) -> None:
    assert "<textarea" in exported.files["index.html"]
    assert 'href="../../errors/xero/a/"' in exported.files["guides/retry/index.html"]
