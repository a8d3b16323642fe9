"""The plugin in real builds: what it adds, what it says, and what it never does."""

import logging
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, write_errors
from mkdocs.exceptions import Abort

from errorbook.plugin import ErrorbookPlugin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_errors(tmp_path / "errors", payment_too_large={})
    return tmp_path


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


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
    (script,) = (site / "assets/errorbook").glob("errorbook.*.js")
    (style,) = (site / "assets/errorbook").glob("errorbook.*.css")
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


def test_doubtful_things_are_warned_of(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    write_errors(folder / "errors", payment_too_large={"guides": ["nowhere"]})
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\n<!-- errorbook:looup -->\n", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, {"examples": ["XERO-0009"]})
    assert warnings(caplog) == [
        "errorbook: index.md: has no lookup. Add the line <!-- errorbook:lookup -->.",
        "errorbook: plugins.errorbook.examples: 'XERO-0009' is not in the catalogue.",
        "errorbook: XERO-0001: guides: 'nowhere' has no page guides/nowhere.md.",
        "errorbook: index.md: nothing is called errorbook:looup. "
        "Write one of lookup, ways-in, guides, contact, errors.",
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
    site = build_site(folder)
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
    assert plugin.on_serve(server, config=config, builder=None) is server
    assert [Path(path).name for path in watched] == ["errors", "templates", "assets"]
    assert all(Path(path).is_dir() for path in watched)


def test_a_rebuild_reads_the_catalogue_again(folder: Path) -> None:
    build_site(folder)
    write_errors(folder / "errors", payment_too_large={"title": "A new title"})
    site = build_site(folder)
    assert "A new title" in (site / "errors/index.html").read_text("utf-8")
