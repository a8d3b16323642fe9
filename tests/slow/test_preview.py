"""An edit under ``mkdocs serve`` makes in part what a build of all makes, byte by byte."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import clean
import pytest
import yaml
from builders import FIELDS, SOUND, saying, write_errors
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from errorbook.cli.main import commands

WORDS = ("amber", "birch", "cedar", "dogwood", "elder", "fir")


class Server:
    """Stands in for the server of ``mkdocs serve``: knows what is watched and whom to call."""

    def __init__(self, builder: Callable[[], None]) -> None:
        self.builder = builder
        self._watched_paths: dict[str, int] = {}

    def watch(self, path: str) -> None:
        self._watched_paths[os.path.abspath(path)] = 1


class Served:
    """A site that is served while somebody writes, and the same built anew."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.folder, self.errors, self.wholes = folder, folder / "errors/xero", 0
        values = {
            "site_name": "Help",
            "site_url": "https://help.example.com/",
            "docs_dir": "content",
            "theme": {"name": "material", "font": False},
            "plugins": ["search", "errorbook"],
            **settings,
        }
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(values), "utf-8")
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "served"))
        config.plugins.run_event("startup", command="serve", dirty=False)
        build(config)
        self.server: Any = Server(self._whole)
        self.server.watch(config.docs_dir)
        self.server.watch(config.config_file_path)
        config.plugins.run_event("serve", self.server, config=config, builder=self._whole)

    def _whole(self) -> None:
        self.wholes += 1
        build(load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "served")))

    def change(self, slug: str, **fields: Any) -> None:
        path = self.errors / f"{slug}.yml"
        found = {**yaml.safe_load(path.read_text("utf-8")), **fields}
        left = {name: value for name, value in found.items() if value is not None}
        path.write_text(yaml.safe_dump(left), "utf-8")

    def holds(self, *, whole: bool = False) -> None:
        """Take note of the change; hold that it was made in part or whole, and left nothing stale."""
        before = self.wholes
        self.server.builder()
        assert (self.wholes > before) == whole
        clean.make(self.folder / "mkdocs.yml", self.folder / "clean")
        served, built = files(self.folder / "served"), files(self.folder / "clean")
        names = sorted(served.keys() | built.keys())
        assert [name for name in names if served.get(name) != built.get(name)] == []


def tree(number: int, word: str) -> dict[str, Any]:
    """Return the fields of an entry of its own."""
    return {"id": f"XERO-000{number}", "title": f"The {word} is too large", **saying(f"Too large a {word}")}


def files(folder: Path) -> dict[str, bytes]:
    """Return what a site holds; the packed sitemap has the sitemap's day in its head."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


@pytest.fixture
def served(tmp_path: Path) -> Served:
    entries = {word: tree(number, word) for number, word in enumerate(WORDS, 1)}
    entries["birch"] |= {"relations": [{"type": "see-also", "id": "XERO-0001"}], "guides": ["trees"]}
    entries["fir"] |= {"records": ["invoice"], "reviewed": "2026-11-01"}
    entries["cedar"] |= {"reviewed": "2026-11-02"}
    write_errors(tmp_path / "errors", **entries)
    (tmp_path / "content/guides").mkdir(parents=True)
    (tmp_path / "content/guides/trees.md").write_text("# Trees\n\nHow they grow.\n", "utf-8")
    home = (
        "# Look up\n\n<!-- errorbook:lookup -->\n\n<!-- errorbook:ways-in -->\n\n<!-- errorbook:grounds -->\n"
    )
    (tmp_path / "content/index.md").write_text(home, "utf-8")
    (tmp_path / "content/about.md").write_text("# About\n\nNothing of errors.\n", "utf-8")
    return Served(tmp_path)


def test_an_edit_makes_what_depends_on_it(served: Served) -> None:
    served.change("amber", title="The amber is far too large", causes=["It grew.", "And grew."])
    served.holds()
    served.change("birch", relations=[], guides=[], reviewed="2026-11-09", **saying("Too wide a birch"))
    served.change("fir", severity="blocks-record", codes=[{"system": "xero", "code": "417"}])
    served.holds(whole=True)  # the first code has an index of its own
    served.change("fir", codes=[{"system": "xero", "code": "418"}], summary="It fell. **Mind it.**")
    served.holds()
    served.change("elder", former_slugs=["older"])
    served.holds(whole=True)  # an address has come


def test_what_every_page_shows_is_built_whole(tmp_path: Path, served: Served) -> None:
    again = Served(tmp_path, nav=["index.md", "about.md", "errors/xero/amber.md"])
    again.change("amber", causes=["It grew too fast."])
    again.holds()
    again.change("amber", title="The amber is far too large")
    again.holds(whole=True)  # its title is in the navigation
    for word in ("cedar", "fir"):
        again.change(word, reviewed=None)
    again.holds(whole=True)  # no feed any more, which every page names


def test_pages_that_come_and_go_are_built_whole(served: Served) -> None:
    served.change("cedar", status="withdrawn")
    served.holds()
    served.change("cedar", status="active")
    served.holds()
    served.change("dogwood", status="superseded", superseded_by=["XERO-0005"])
    served.holds(whole=True)
    fields = {**FIELDS, **SOUND, **tree(7, "gum")}
    (served.errors / "gum.yml").write_text(yaml.safe_dump(fields), "utf-8")
    CliRunner().invoke(commands, ["lock", "--errors", str(served.folder / "errors")], catch_exceptions=False)
    served.holds(whole=True)
    (served.errors / "gum.yml").rename(served.errors / "tree.yml")
    served.change("tree", former_slugs=["gum"])
    served.holds(whole=True)
    (served.errors / "tree.yml").unlink()
    served.holds(whole=True)


def test_all_else_is_built_whole(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    (served.folder / "content/about.md").write_text("# About\n\nMore.\n", "utf-8")
    served.change("amber", title="The amber is far too large")
    served.holds(whole=True)
    path = served.errors / "amber.yml"
    sound = path.read_text("utf-8")
    path.write_text("id: [", "utf-8")
    served.server.builder()
    assert "amber.yml:1:5" in caplog.text
    pages = served.folder / "served/errors/xero"
    assert ((pages / "amber").exists(), (pages / "birch/index.html").is_file()) == (False, True)
    path.write_text(sound, "utf-8")
    served.holds(whole=True)
    served.change("amber", title="The amber is a little too large")
    served.holds()


def test_other_plugins_see_every_page_of_every_build(tmp_path: Path, served: Served) -> None:
    (tmp_path / "hook.py").write_text("def on_page_content(html, **more):\n    return html\n", "utf-8")
    again = Served(tmp_path, hooks=["hook.py"])
    again.change("amber", title="The amber is far too large")
    again.holds(whole=True)
