"""The plugin in real builds: what it adds, what it says, and what it never does."""

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, saying, warnings, write_errors
from mkdocs.exceptions import Abort

from errorbook.mkdocs_plugin.plugin import ErrorbookPlugin


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


def test_pages_may_live_elsewhere(folder: Path) -> None:
    site = build_site(folder, {"errors_path": "help/problems"})
    assert (site / "help/problems/xero/payment-too-large/index.html").is_file()
    assert 'data-to="../../help/problems/xero/payment-too-large/"' in (
        site / "e/XERO-0001/index.html"
    ).read_text("utf-8")


def test_a_broken_catalogue_stops_the_build_with_the_whole_report(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_errors(
        folder / "errors", one={"id": "XERO-0002", "causes": []}, two={"id": "XERO-0003", "titel": "x"}
    )
    with pytest.raises(Abort):
        build_site(folder)
    (message,) = warnings(caplog)
    lines = message.splitlines()
    assert lines[0] == "The catalogue cannot be used:"
    assert lines[1].startswith("errors/xero/one.yml:")
    assert lines[2].startswith("errors/xero/two.yml:")
    assert lines[3] == "2 problems in 2 files"


@pytest.mark.parametrize("site_dir", ["errors", "."])
def test_a_build_never_empties_the_folder_of_the_catalogue(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture, site_dir: str
) -> None:
    pages = tmp_path_factory.mktemp("pages")
    (pages / "index.md").write_text("# Look up\n\n<!-- errorbook:lookup -->\n", "utf-8")
    before = sorted((folder / "errors").rglob("*"))
    with pytest.raises(Abort):
        build_site(folder, docs_dir=str(pages), site_dir=site_dir)
    assert sorted((folder / "errors").rglob("*")) == before
    told = "site_dir: holds the catalogue (errors), and a build empties it. Name a folder of its own, such as"
    assert told in caplog.text


def test_the_files_of_entries_are_never_published(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "content").mkdir()
    (folder / "errors").rename(folder / "content/faults")
    with pytest.raises(Abort):
        build_site(folder, {"errors_dir": "content/faults"})
    assert "errors_dir: is in content, whose files are published" in caplog.text
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"site_url": "https://name:word@example.com/"},
            "site_url: 'https://name:word@example.com/' is not a web address that starts with https://, "
            "without a name or password. Correct it",
        ),
        ({"repo_url": "https://token@example.com/shop"}, "repo_url: 'https://token@example.com/shop' is not"),
        (
            {"plugins": ["errorbook", {"errorbook": {"errors_path": "more"}}]},
            "plugins: errorbook is named more than once, and every page would be made twice. Keep one",
        ),
    ],
)
def test_a_setting_that_no_site_may_have_stops_a_build_with_one_message(
    folder: Path, caplog: pytest.LogCaptureFixture, more: dict[str, Any], told: str
) -> None:
    (folder / "content").mkdir()
    with pytest.raises(Abort):
        # As an author runs it, whom MkDocs's own warning does not stop.
        build_site(folder, command="serve", **more)
    assert told in caplog.text
    assert "takes the place of" not in caplog.text
    assert not (folder / "site").exists()


def test_doubtful_things_are_warned_of(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\n<!-- errorbook:looup -->\n", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, {"examples": ["XERO-0009"]})
    assert warnings(caplog) == [
        "errorbook: index.md: has no lookup. Add the line <!-- errorbook:lookup -->.",
        "errorbook: plugins.errorbook.examples: 'XERO-0009' is not in the catalogue.",
        "errorbook: index.md: warning: nothing is called errorbook:looup. "
        "Write one of lookup, playground, batch, bookmarklet, embed, ways-in, popular, guides, contact, "
        "errors, grounds",
    ]


def test_a_marker_beside_other_text_is_told_from_a_missing_one(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\nPaste it: <!--errorbook:lookup-->\n", "utf-8")
    with pytest.raises(Abort):
        build_site(folder)
    assert warnings(caplog) == [
        "errorbook: index.md: warning: <!-- errorbook:lookup --> is in a line with other text. "
        "Put it on a line of its own, without blanks before it",
    ]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_a_build_does_not_wait_for_a_page_that_never_ends(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "content/guides").mkdir(parents=True)
    os.mkfifo(folder / "content/guides/tax.md")
    (folder / "content/round").symlink_to(folder / "content")
    with pytest.raises(Abort):
        build_site(folder)
    (message,) = warnings(caplog)
    assert message.splitlines() == [
        "The pages cannot be read:",
        "content/guides/tax.md: is no regular file. Put a file with the text in its place",
        "content/round: leads back to a folder that it is in. Remove the link",
        "2 problems in 2 files",
    ]


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
        payment_too_large={**kept, "owner": secret, "relations": [{"type": "see-also", "id": "XERO-0003"}]},
        draft={"id": "XERO-0002", "status": "draft", "title": f"Draft {secret}", **saying("No tax code")},
        gone={"id": "XERO-0003", "status": "withdrawn", **kept},
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


def test_a_build_that_would_break_a_link_stops(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
    (folder / "content/about.md").write_text("# About\n", "utf-8")
    shutil.copy(build_site(folder) / "urls.json", folder / "before.json")
    build_site(folder, {"published": "before.json"})
    (folder / "content/about.md").unlink()
    with pytest.raises(Abort):
        build_site(folder, {"published": "before.json"})
    (message,) = warnings(caplog)
    first, second, last = message.splitlines()
    assert first == "The catalogue cannot be published:"
    assert second.startswith("before.json:7:1: about/: was published and would lead to nothing.")
    assert last == "1 problem in 1 file"


def test_a_reply_template_that_names_what_is_not_there_is_told_without_a_traceback(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "reply.txt").write_text("{% block fix %}{{ nothing.of.that.name }}{% endblock %}", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, {"reply": {"template": "reply.txt"}})
    assert "reply template: cannot be rendered for XERO-0001 ('nothing' is undefined)" in caplog.text


def test_replies_are_worded_by_the_site(folder: Path) -> None:
    (folder / "reply.txt").write_text("{% block fix %}Do this:{% endblock %}", "utf-8")
    site = build_site(folder, {"reply": {"greeting": "Dear customer,", "template": "reply.txt"}})
    (card,) = (site / "assets/errorbook/cards").glob("XERO-0001.*.js")
    text = card.read_text("utf-8")
    assert '"greeting":"Dear customer,"' in text
    assert '"fix":"Do this:"' in text
