"""The front matter of written pages: read as MkDocs reads it, and what it cannot read is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils import meta as mkdocs_meta

from errorbook.site import front_matter

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("markdown", "meta", "text"),
    [
        ("# A\n", {}, "# A\n"),
        ("---\ntitle: A\n---\nB\n", {"title": "A"}, "B\n"),
        ("---\ntitle: [\n---\nB\n", {}, "---\ntitle: [\n---\nB\n"),
        ("---\n- a\n---\nB\n", {}, "---\n- a\n---\nB\n"),
    ],
)
def test_front_matter_is_what_a_mapping_is(markdown: str, meta: dict[str, str], text: str) -> None:
    assert front_matter.parted(markdown) == (meta, text)


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        ("---\ntitle: A\ndescription: Two words: one too many\n---\n# A\n", (3, 23)),
        ("---\ntitle: [\n---\nB\n", (2, 9)),
        ("---\ntitle: @home\n---\nB\n", (2, 8)),
        ("---\ntitle: A\n\tb: c\n...\nB\n", (3, 1)),
    ],
)
def test_a_block_that_readers_would_see_is_told(markdown: str, place: tuple[int, int]) -> None:
    (problem,) = front_matter.doubts("a.md", markdown)
    assert (problem.line, problem.column, problem.level) == (*place, "warning")
    assert mkdocs_meta.get_data(markdown) == (markdown, {})


@pytest.mark.parametrize(
    "markdown",
    ["# A\n", "---\ntitle: A\n---\nB\n", "---\nA line: below one, with: colons\n---\n", "---\ntitle: A: b\n"],
)
def test_other_pages_are_left_alone(markdown: str) -> None:
    assert list(front_matter.doubts("a.md", markdown)) == []


def test_every_page_of_this_site_has_a_title_and_a_description() -> None:
    pages = sorted((ROOT / "content").rglob("*.md"))
    assert pages
    for page in pages:
        _, meta = mkdocs_meta.get_data(page.read_text("utf-8"))
        assert {"title", "description"} <= set(meta), page
