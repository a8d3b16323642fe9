"""Our pages are not read as Markdown, and nobody can tell."""

import re
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, warnings, write_errors
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from errorbook.site import sections

PAGE = "errors/xero/payment-too-large/index.html"
HOSTILE = {
    "title": "# A title *of* {marks} & signs > 1",
    "summary": "**Bold**, `code` and a < b.",
    "resolution": [{"ask": "1. Is *it*?", "answers": {"Yes": ["# Do."], "No": ["- Do not."]}}],
    "escalate": {"when": "it fails & fails"},
}
EXTENSIONS = ["attr_list", "abbr", {"toc": {"permalink": "#", "baselevel": 2}}]


def article(folder: Path, **settings: Any) -> str:
    """Return the article of an entry's page, each of its lines once."""
    site = build_site(folder, command="serve", **{"markdown_extensions": EXTENSIONS, **settings})
    html = (site / PAGE).read_text("utf-8")
    found = re.search(r"<article.*</article>", html, re.DOTALL)
    assert found
    return re.sub(r"\n\s*\n+", "\n", found[0])


@pytest.mark.parametrize("title", [HOSTILE["title"], "Why it happens"], ids=["marks", "anchor-of-another"])
def test_a_page_is_what_a_parser_makes_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    write_errors(folder / "errors", payment_too_large={**HOSTILE, "title": title})
    quick = article(folder)
    monkeypatch.setattr(sections, "split", lambda _: None)
    assert article(folder) == quick
    assert '<a class="headerlink"' in quick


def test_a_title_of_words_is_what_a_parser_makes_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extensions = ["attr_list", {"toc": {"permalink": "#", "baselevel": 2}}]
    write_errors(folder / "errors", payment_too_large={"title": "Where 2 Words stand"})
    quick = article(folder, markdown_extensions=extensions)
    monkeypatch.setattr(sections, "split", lambda _: None)
    assert article(folder, markdown_extensions=extensions) == quick
    assert '<h2 id="where-2-words-stand">Where 2 Words stand<a class="headerlink"' in quick


def test_only_what_somebody_wrote_is_parsed_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_errors(folder / "errors", payment_too_large=HOSTILE)
    parsed: list[str] = []
    whole = Page.render

    def render(page: Page, config: MkDocsConfig, files: Files) -> None:
        parsed.append(page.file.src_uri)
        whole(page, config, files)

    monkeypatch.setattr(Page, "render", render)
    build_site(folder, command="serve", nav=["index.md"])
    assert parsed == ["index.md"]


def test_what_another_plugin_adds_to_a_page_is_read(folder: Path) -> None:
    (folder / "hook.py").write_text(
        "def on_page_markdown(markdown, **more):\n    return markdown + '\\n\\nAdded *later*.\\n'\n",
        "utf-8",
    )
    assert "<p>Added <em>later</em>.</p>" in article(folder, hooks=["hook.py"])


def test_a_link_to_a_part_of_a_page_is_known(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    links = "".join(f"[x](errors/xero/payment-too-large.md#{anchor})\n" for anchor in ("cause-1", "no-part"))
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text(f"# Home\n\n<!-- errorbook:lookup -->\n\n{links}", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, validation={"anchors": "warn"})
    (message,) = warnings(caplog)
    assert "'#no-part'" in message


HELD = """
import gc

from errorbook.mkdocs_plugin.own_pages import OwnPage

def on_post_build(config, **more):
    gc.unfreeze()
    gc.collect()
    texts = [text for each in gc.get_objects() if isinstance(each, dict) for text in each.values()]
    long = {each[:60] for each in texts if isinstance(each, (str, bytes)) and MARK in str(each)}
    assert not long, long

def on_env(env, files, **more):
    pages = [file.page for file in files if isinstance(file.page, OwnPage)]
    assert pages and all("<" in page.content for page in pages)
"""


def test_no_text_of_a_page_is_held_once_its_site_is_built(folder: Path) -> None:
    mark = "A summary that stands in pages, cards and documents."
    write_errors(folder / "errors", payment_too_large={"summary": mark})
    (folder / "hook.py").write_text(HELD.replace("MARK", repr(f"{mark}</p>")), "utf-8")
    assert mark in article(folder, hooks=["hook.py"])
