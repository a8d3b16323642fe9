"""What a theme puts around our pages is rendered for some of them only, and nobody can tell."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, saying, write_errors
from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.toc import get_toc

from errorbook.common.spool import Spool
from errorbook.mkdocs_plugin import other_plugins
from errorbook.mkdocs_plugin.headings import Headings
from errorbook.mkdocs_plugin.own_pages import OwnPage
from errorbook.mkdocs_plugin.shells import Context, Shells

WORDS = ("amber", "birch", "cedar", "dogwood", "elder")


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A catalogue of five entries that are alike, one with signs in its title."""
    made = {
        f"the_{word}_is_shut": {
            "id": f"XERO-{1000 + number}",
            "title": f"The {word} & <b> is shut" if word == "cedar" else f"The {word} is shut",
            **saying(f"The {word} door of the {word} box is shut"),
        }
        for number, word in enumerate(WORDS)
    }
    write_errors(tmp_path / "errors", **made)
    return tmp_path


def built(folder: Path, **settings: Any) -> dict[str, bytes]:
    site = build_site(folder, site_url="https://help.example.com/", **settings)
    return {
        os.path.relpath(path, site): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()
    }


def test_a_filled_page_is_what_the_theme_makes_of_it(several: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    whole = Template.render

    def render(template: Template, *args: Any, **kwargs: Any) -> str:
        if template.name == "main.html":
            rendered.append(args[0]["page"].url)
        return whole(template, *args, **kwargs)

    monkeypatch.setattr(Template, "render", render)
    filled = built(several)
    assert [url for url in rendered if url.startswith("errors/xero/the-")] == [
        "errors/xero/the-amber-is-shut/",
        "errors/xero/the-birch-is-shut/",
        "errors/xero/the-amber-is-shut/",
    ]
    monkeypatch.setattr(other_plugins, "absent", lambda *_: False)
    assert built(several) == filled


def test_beside_others_the_theme_renders_every_page(several: Path) -> None:
    (several / "hook.py").write_text(
        "def on_page_context(context, page, **more):\n"
        "    context['page'].meta['title'] = page.meta.get('title', '') + '!'\n    return context\n",
        "utf-8",
    )
    pages = built(several, hooks=["hook.py"])
    assert all(
        f"{word} is shut! - Help</title>" in pages[f"errors/xero/the-{word}-is-shut/index.html"].decode()
        for word in ("amber", "birch", "dogwood", "elder")
    )


def test_a_template_that_does_more_than_print_is_asked_for_each_page(tmp_path: Path) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Help", "docs_dir": str(tmp_path)})
    config.validate()
    shells, asked = Shells(), list[str]()

    def render(context: Context) -> str:
        asked.append(context["page"].meta["title"])
        return f"{len(context['page'].meta['title'])} {context['page'].content}"

    def page(title: str) -> OwnPage:
        file = File(f"errors/{title}.md", str(tmp_path), str(tmp_path), use_directory_urls=True)
        made = OwnPage(None, file, config, Headings(config), Spool())
        made.meta, made.content = {"title": title}, "<h1>"
        made.toc = get_toc([{"level": 1, "id": title, "name": title, "children": []}])
        return made

    said = [shells.render("main.html", {"page": page(title)}, render) for title in ("a", "bc", "def", "ghij")]
    assert said == ["1 <h1>", "2 <h1>", "3 <h1>", "4 <h1>"]
    assert asked == ["a", "bc", "\x02meta title\x03", "def", "ghij"]
