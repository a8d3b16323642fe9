"""The plugin in real builds: what it adds, and what it never does."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, saying, warnings, write_errors

from errorbook.mkdocs_plugin.plugin import ErrorbookPlugin

GERMAN = {"name": "material", "font": False, "language": "de"}


def test_a_site_gets_its_pages_files_and_permalinks(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = build_site(folder)
    for path in (
        "errors/index.html",
        "errors/xero/index.html",
        "errors/xero/payment-too-large/index.html",
        "e/XERO-0001/index.html",
        "e/xero-0001/index.html",
    ):
        assert (site / path).is_file(), path
    page = (site / "errors/xero/payment-too-large/index.html").read_text("utf-8")
    (script,) = (site / "assets/errorbook").glob("errorbook.????????.js")
    (style,) = (site / "assets/errorbook").glob("errorbook.????????.css")
    assert f'<script src="../../../assets/errorbook/{script.name}" defer></script>' in page
    assert f'<link rel="stylesheet" href="../../../assets/errorbook/{style.name}">' in page
    assert warnings(caplog) == []


def test_entries_stay_out_of_an_explicit_navigation_without_a_word(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nav: list[dict[str, str]] = [{"Look up": "index.md"}, {"Errors": "errors/index.md"}]
    build_site(folder, nav=nav, validation={"nav": {"omitted_files": "warn"}})
    assert warnings(caplog) == []


@pytest.mark.parametrize(
    ("settings", "errors_path", "title"),
    [
        ({"theme": GERMAN}, "errors", "Fehler"),
        ({"theme": {"name": "mkdocs", "locale": "de"}}, "errors", "Fehler"),
        ({}, "errors", "Errors"),
        ({"theme": GERMAN}, "probleme", "Probleme"),
        (
            {"theme": GERMAN, "nav": [{"Start": "index.md"}, {"Errors": ["errors/index.md"]}]},
            "errors",
            "Errors",
        ),
    ],
)
def test_without_a_navigation_the_section_of_errors_is_named_in_the_language_of_the_site(
    folder: Path, settings: dict[str, Any], errors_path: str, title: str
) -> None:
    page = (build_site(folder, {"errors_path": errors_path}, **settings) / "index.html").read_text("utf-8")
    names = ("Errors", "Fehler", "Probleme")
    told = re.findall(rf"<(?:span|a)[^>]*>\s*({'|'.join(names)})\s*<", page)
    assert set(told) == {title}


def test_pages_may_live_elsewhere(folder: Path) -> None:
    site = build_site(folder, {"errors_path": "help/problems"})
    assert (site / "help/problems/xero/payment-too-large/index.html").is_file()
    assert 'data-to="../../help/problems/xero/payment-too-large/"' in (
        site / "e/XERO-0001/index.html"
    ).read_text("utf-8")


def test_written_pages_get_their_blocks(folder: Path) -> None:
    write_errors(folder / "errors", payment_too_large={"guides": ["credit"]})
    (folder / "content/guides").mkdir(parents=True)
    (folder / "content/guides/credit.md").write_text("# Customer credit\n\nText.\n", "utf-8")
    site = build_site(folder)
    guide = (site / "guides/credit/index.html").read_text("utf-8")
    assert "Errors this guide helps with" in guide
    assert 'href="../../errors/xero/payment-too-large/"' in guide
    entry = (site / "errors/xero/payment-too-large/index.html").read_text("utf-8")
    assert '<a href="../../../guides/credit/">Customer credit</a>' in entry
    assert 'class="eb-lookup"' in (site / "index.html").read_text("utf-8")


def test_a_written_page_says_its_language_and_what_we_put_into_it_says_the_site_s(folder: Path) -> None:
    content = folder / "content"
    content.mkdir()
    guide = "# Locked periods\n\nAsk.\n\n<!-- errorbook:bookmarklet -->\n"
    (content / "index.md").write_text("# Suche\n\n<!-- errorbook:lookup -->\n", "utf-8")
    (content / "english.md").write_text(f"---\nlang: en\n---\n{guide}", "utf-8")
    (content / "german.md").write_text(f"---\nlang: de\n---\n{guide}", "utf-8")
    site = build_site(folder, theme={"name": "material", "font": False, "language": "de"})
    english, german, home = (
        (site / path / "index.html").read_text("utf-8") for path in ("english", "german", "")
    )
    marked = english.partition('<div lang="en">\n<h1')[2].partition("</article>")[0]
    assert "<p>Ask.</p>" in marked
    assert '<div lang="de" data-search-exclude data-eb="bookmarklet"' in marked
    assert [page for page in (german, home) if '<div lang="' in page] == []


def test_withdrawn_pages_ask_search_engines_to_stay_away(folder: Path) -> None:
    write_errors(folder / "errors", payment_too_large={"status": "withdrawn"})
    page = build_site(folder) / "errors/xero/payment-too-large/index.html"
    assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")


def test_hostile_titles_stay_text_in_the_whole_page(folder: Path) -> None:
    hostile = '</title><script>alert(1)</script>"><b> {{ x }} **y**'
    write_errors(
        folder / "errors", payment_too_large={"title": hostile, "summary": hostile.replace("{{ x }}", "")}
    )
    site = build_site(folder, command="serve")
    for path in ("errors/xero/payment-too-large/index.html", "errors/index.html", "e/XERO-0001/index.html"):
        assert "<script>alert" not in (site / path).read_text("utf-8"), path


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_get_whole_pages_too(folder: Path, theme: str, caplog: pytest.LogCaptureFixture) -> None:
    site = build_site(folder, theme={"name": theme})
    page = (site / "errors/xero/payment-too-large/index.html").read_text("utf-8")
    assert page.count("<h1") == 1
    assert "Correct the payment in Cin7 Core." in page
    assert warnings(caplog) == []


def test_serve_watches_the_catalogue_templates_and_scripts(folder: Path) -> None:
    watched: list[str] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(path)

    plugin = ErrorbookPlugin()
    plugin.load_config({"errors_dir": str(folder / "errors")})
    server: Any = Server()
    config: Any = None
    assert plugin.on_serve(server, config=config, builder=lambda: None) is server
    assert [Path(path).name for path in watched] == ["errors", "templates", "assets"]
    assert all(Path(path).is_dir() for path in watched)


def test_a_rebuild_reads_the_catalogue_again(folder: Path) -> None:
    build_site(folder)
    write_errors(folder / "errors", payment_too_large={"title": "A new title"})
    site = build_site(folder)
    assert "A new title" in (site / "errors/index.html").read_text("utf-8")


def test_machines_get_documents_and_markdown_beside_each_page(folder: Path) -> None:
    site = build_site(folder)
    for path in (
        "api/v1/errors.json",
        "api/v1/errors/XERO-0001.json",
        "api/v1/schema/error.json",
        "errors/xero/payment-too-large/index.md",
        "llms.txt",
        "redirects.json",
        "urls.json",
    ):
        assert (site / path).is_file(), path
    assert not list(site.rglob("*.md.txt"))
    assert not (site / "opensearch.xml").exists()
    page = (site / "errors/xero/payment-too-large/index.html").read_text("utf-8")
    assert '<script type="application/ld+json">' in page
    assert '<meta property="og:site_name" content="Help">' in page


def test_a_site_that_knows_its_address_tells_it_everywhere(folder: Path) -> None:
    site = build_site(folder, site_url="https://example.com/help/")
    page = (site / "errors/xero/payment-too-large/index.html").read_text("utf-8")
    address = "https://example.com/help/errors/xero/payment-too-large/"
    assert f'<meta property="og:url" content="{address}">' in page
    assert f'"url": "{address}"' in page
    assert 'type="application/opensearchdescription+xml" title="Help" href="../../../opensearch.xml">' in page
    assert "https://example.com/help/#q={searchTerms}" in (site / "opensearch.xml").read_text("utf-8")
    assert f'"url": "{address}"' in (site / "api/v1/errors.json").read_text("utf-8")


def test_the_sitemap_tells_the_day_of_the_review_and_never_that_of_the_build(folder: Path) -> None:
    write_errors(
        folder / "errors",
        payment_too_large={"reviewed": "2026-02-03"},
        other={"id": "XERO-0002", "reviewed": "2026-03-04", **saying("The contact has no address")},
        never={"id": "XERO-0003", **saying("Tax code is not active in this period")},
    )
    text = (build_site(folder, site_url="https://example.com/") / "sitemap.xml").read_text("utf-8")
    days = {
        re.findall("<loc>https://example.com/(.*?)</loc>", place)[0]: re.findall("<lastmod>(.*?)<", place)
        for place in text.split("<url>")[1:]
    }
    assert days["errors/xero/payment-too-large/"] == ["2026-02-03"]
    assert days["errors/xero/other/"] == ["2026-03-04"]
    assert days["errors/xero/never/"] == []
    assert days["errors/"] == ["2026-03-04"]
    assert days[""] == []


def test_two_builds_give_the_same_bytes(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write_errors(folder / "errors", payment_too_large={"former_slugs": ["old"], "reviewed": "2026-02-03"})
    options: dict[str, Any] = {"redirect_files": ["netlify", "nginx", "apache"]}
    settings: dict[str, Any] = {"site_url": "https://example.com/"}
    sites = []
    for name in ("first", "second"):
        copy = tmp_path_factory.mktemp(name)
        shutil.copytree(folder / "errors", copy / "errors")
        sites.append(build_site(copy, options, **settings))
    first, second = (
        {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in sites
    )
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


@pytest.mark.parametrize("split", [False, True])
def test_nothing_internal_is_ever_published(folder: Path, split: bool) -> None:
    secret = "zq-sentinel-7"
    kept = {"internal": {"notes": secret}, "support_notes": [f"Say {secret}."]}
    merged = {
        "id": "XERO-0004",
        "status": "superseded",
        "superseded_by": ["XERO-0001"],
        **saying("Paid too much"),
    }
    write_errors(
        folder / "errors",
        payment_too_large={**kept, "owner": secret},
        draft={"id": "XERO-0002", "status": "draft", "title": f"Draft {secret}", **saying("No tax code")},
        gone={
            "id": "XERO-0003",
            "status": "withdrawn",
            "relations": [{"type": "see-also", "id": "XERO-0001"}],
            **kept,
        },
        merged={**merged, **kept},
        silent={"id": "XERO-0005", "messages": [], "aliases": ["tax is wrong"], "examples": [], **kept},
    )
    content = folder / "content"
    content.mkdir()
    names = ("lookup", "ways-in", "playground", "batch", "bookmarklet", "embed")
    (content / "index.md").write_text("\n\n".join(f"<!-- errorbook:{name} -->" for name in names), "utf-8")
    options = {"redirect_files": ["netlify", "nginx", "apache"], "split_index": split}
    site = build_site(folder, options, site_url="https://example.com/")
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [path for path in files if secret.encode() in path.read_bytes()] == []


def test_redirects_are_written_for_the_hosts_that_are_named(folder: Path) -> None:
    assert not (build_site(folder) / "_redirects").exists()
    site = build_site(folder, {"redirect_files": ["apache", "netlify"]})
    assert "/e/XERO-0001/ /errors/xero/payment-too-large/ 301" in (site / "_redirects").read_text("utf-8")
    assert (site / ".htaccess").is_file()
    assert not (site / "redirects.nginx.conf").exists()


def test_no_server_takes_answers_along_to_the_page_of_another_error(folder: Path) -> None:
    merged = {"id": "XERO-0002", "status": "superseded", "superseded_by": ["XERO-0001"]}
    write_errors(folder / "errors", payment_too_large={}, paid_too_much={**merged, **saying("Paid too much")})
    site = build_site(folder, {"redirect_files": ["netlify"]})
    assert "XERO-0002" not in (site / "_redirects").read_text("utf-8")
    assert " data-merged>" in (site / "e/XERO-0002/index.html").read_text("utf-8")
    assert " data-merged" not in (site / "e/XERO-0001/index.html").read_text("utf-8")


def test_replies_are_worded_by_the_site(folder: Path) -> None:
    (folder / "reply.txt").write_text("{% block fix %}Do this:{% endblock %}", "utf-8")
    site = build_site(folder, {"reply": {"greeting": "Dear customer,", "template": "reply.txt"}})
    (card,) = (site / "assets/errorbook/cards").glob("XERO-0001.*.js")
    text = card.read_text("utf-8")
    assert '"greeting":"Dear customer,"' in text
    assert '"fix":"Do this:"' in text
