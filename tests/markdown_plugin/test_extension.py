"""The Markdown extension: markers filled on the page that a generator names, or what is missing said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import MakeEntry, WriteErrors
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.config import load_config

from errorbook.cli.main import main
from errorbook.markdown_plugin import extension

LOOKUP = "# Home\n\n<!-- errorbook:lookup -->\n\nMore.\n"


class Page:
    """A page as Zensical tells extensions of it."""

    def __init__(self, path: str) -> None:
        self.path = path


class Context(Preprocessor):
    """The processor in which Zensical keeps the page and the configuration."""

    def __init__(self, md: Markdown, path: str, docs: str) -> None:
        super().__init__(md)
        self.page, self.config = Page(path), {"docs_dir": docs}

    def run(self, lines: list[str]) -> list[str]:
        return lines


def read(text: str, path: str = "", **options: str) -> str:
    """Return the HTML of a page; its path is told as Zensical does, if one is given."""
    md = Markdown(extensions=[extension.ErrorbookExtension(**options)])
    if path:
        md.preprocessors.register(Context(md, path, "docs"), "rendering_context", 0)
    return md.convert(text)


@pytest.fixture
def docs(write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages beside a catalogue; its parent is the working folder."""
    errors = write_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry(guides=["retry"])})
    monkeypatch.chdir(errors.parent)
    folder = errors.parent / "docs"
    (folder / "guides").mkdir(parents=True)
    (folder / "index.md").write_text(LOOKUP, "utf-8")
    (folder / "guides/retry.md").write_text("# Retry\n", "utf-8")
    Path("mkdocs.yml").write_text("site_name: Shop\nplugins: [errorbook]\n", "utf-8")
    extension._known.cache_clear()
    return folder


def export(*more: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(("export", "docs", *more))
    assert ended.value.code == 0
    extension._known.cache_clear()


def test_markers_are_filled_and_every_page_loads_our_files(docs: Path) -> None:
    export()
    home, guide = read(LOOKUP, "index.md"), read("# Retry\n", "guides/retry.md")
    assert "<textarea" in home
    assert "<!-- errorbook" not in home
    assert "<p>More.</p>" in home
    assert 'href="../../errors/xero/a/"' in guide
    for page, up in ((home, ""), (guide, "../../")):
        links = re.findall(
            r'(?:href|src)="((?:\.\./)*assets/errorbook/errorbook\.[0-9a-f]+\.(?:js|css))"', page
        )
        assert [link.startswith(f"{up}assets/") for link in links] == [True, True]
        assert all((docs / link.removeprefix(up)).is_file() for link in links)


def test_the_index_that_a_page_names_was_exported(docs: Path) -> None:
    export()
    found = re.search(r'data-index="([^"]+)"', read(LOOKUP, "index.md"))
    assert found
    assert (docs / found[1]).is_file()


def test_before_an_export_the_page_says_what_to_do(docs: Path) -> None:
    page = read(LOOKUP, "index.md")
    assert "<textarea" not in page
    assert "is not there, or of another day. Run: errorbook export docs." in page


def test_a_generator_that_tells_no_page_is_told_of(docs: Path) -> None:
    export()
    assert "the generator does not tell which page this is" in read(LOOKUP)
    assert "<textarea" in read(LOOKUP, page="index.md", docs="docs")


def test_a_broken_catalogue_is_said_in_the_place_of_the_lookup(docs: Path) -> None:
    export()
    Path("errors/xero/a.yml").write_text("id: [", "utf-8")
    extension._known.cache_clear()
    assert "errors/xero/a.yml:1:5: opens a " in read(LOOKUP, "index.md")


def test_under_mkdocs_the_plugin_does_the_work(docs: Path) -> None:
    config = load_config("mkdocs.yml")
    config.markdown_extensions = ["attr_list", "errorbook"]
    config = config.plugins.on_config(config)
    assert config.markdown_extensions == ["attr_list"]


def test_an_export_beside_pages_leaves_them_and_removes_only_what_it_made(docs: Path) -> None:
    export()
    (docs / "errors/own.txt").write_text("mine", "utf-8")
    old = Path("errors/xero/a.yml")
    old.rename("errors/xero/b.yml")
    Path("errors/ids.lock").unlink()
    with pytest.raises(SystemExit):
        main(("lock",))
    export()
    assert (docs / "index.md").read_text("utf-8") == LOOKUP
    assert (docs / "errors/own.txt").read_text("utf-8") == "mine"
    assert (docs / "errors/xero/b.md").is_file()
    assert not (docs / "errors/xero/a.md").exists()
    assert not (docs / "api/v1/errors/none.json").exists()
