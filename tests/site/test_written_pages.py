"""The written pages as commands list them: those of MkDocs, and a problem for each that never ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import readme
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel, get_files

from errorbook.common.problems import CatalogueError
from errorbook.site import written_pages

TREE = {
    "index.md": "# Home\n",
    "README.md": "# Left out: there is an index\n",
    "guides/README.md": "# Guides\n",
    "guides/tax.md": "# Tax\n",
    "guides/templates/plain.md": "# A page like others\n",
    "templates/page.md": "# Not a page\n",
    ".hidden.md": "# Not a page\n",
    ".git/config.md": "# Not a page\n",
    "assets/logo.svg": "<svg/>",
}


def test_mkdocs_lists_the_same_pages(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    readme.write(docs, TREE)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/far.md").write_text("# Far\n", "utf-8")
    (docs / "linked").symlink_to(tmp_path / "elsewhere")
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(docs), "site_dir": str(tmp_path / "site")})
    config.validate()
    listed = [file for file in get_files(config) if file.inclusion != InclusionLevel.EXCLUDED]
    theirs = {file.dest_uri: Path(file.abs_src_path or "") for file in listed if file.is_documentation_page()}
    ours = written_pages.files(docs)
    pages = written_pages.pages(ours)
    addresses = {
        f"{uri.removesuffix('.md')}/index.html".replace("index/index.html", "index.html"): ours[uri]
        for uri in pages
    }
    assert addresses == theirs
    assert set(ours) - set(pages) == {"assets/logo.svg"}
    assert pages["guides/index.md"] == "# Guides\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_everything_that_never_ends_is_told_at_once(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    readme.write(docs, TREE)
    os.mkfifo(docs / "guides/pipe.md")
    (docs / "device.svg").symlink_to("/dev/zero")
    (docs / "guides/up").symlink_to(docs)
    (docs / "gone.md").symlink_to("nowhere")
    (docs / ".pipe.md").symlink_to(docs / "guides/pipe.md")
    with pytest.raises(CatalogueError) as raised:
        written_pages.files(docs, "docs")
    assert [str(problem) for problem in raised.value.problems] == [
        "docs/device.svg: is no regular file. Put a file with the text in its place",
        "docs/gone.md: cannot be read (No such file or directory). Check the file and its permissions",
        "docs/guides/pipe.md: is no regular file. Put a file with the text in its place",
        "docs/guides/up: leads back to a folder that it is in. Remove the link",
    ]


def test_every_page_that_is_no_text_is_told_at_once(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(b"# \xff\n")
    with pytest.raises(CatalogueError) as raised:
        written_pages.pages(written_pages.files(tmp_path))
    assert [problem.what for problem in raised.value.problems] == ["is not UTF-8 text"] * 2
