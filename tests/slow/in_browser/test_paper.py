"""Paper on themes other than Material, and on pages without a theme: white where the screen is dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browsing
import printing
import pytest
from builders import build_site, write_errors
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from errorbook.cli.main import commands

STEPS = [
    {
        "do": "Look for the invoice in Xero.",
        "path": ["Sales"],
        "see": "It is there.",
        "risk": "changes-books",
    },
    {"ask": "Is it paid?", "answers": {"Yes, it is": ["Skip it."], "No, it is not": ["Retry it."]}},
]
WRITTEN = """\
# Payouts

What `Payouts` are, and [where](https://example.com/) they come from.

| Step | Debit |
|---|---|
| Sale | 100 |

    One line of code

<!-- errorbook:lookup -->
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A site for each theme, and one without."""
    folder = tmp_path_factory.mktemp("themes")
    write_errors(folder / "errors", unpaid={"resolution": STEPS})
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text(WRITTEN, "utf-8")
    for name, more in {"mkdocs": {"color_mode": "dark"}, "readthedocs": {}}.items():
        build_site(folder, theme={"name": name, "highlightjs": False, **more}, site_dir=name)
    asked = ["export", str(folder / "none"), "--html", "--config-file", str(folder / "mkdocs.yml")]
    done = CliRunner().invoke(commands, asked)
    assert done.exit_code == 0, done.output
    return {name: folder / name for name in ("mkdocs", "readthedocs", "none")}


@pytest.fixture
def dark(page: Page) -> Iterator[Page]:
    """A page on a device that asks for dark colours."""
    page.emulate_media(color_scheme="dark")
    yield page
    page.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference")


# That of Read the Docs has no dark colours.
@pytest.mark.parametrize("theme", ["mkdocs", "none"])
def test_paper_is_white(dark: Page, sites: dict[str, Path], theme: str) -> None:
    with browsing.serve(sites[theme]) as home:
        dark.goto(home)
        dark.get_by_role("textbox", name="Paste").fill("Payment exceeds the amount due")
        expect(dark.locator(".eb-card")).to_be_visible()
        printing.on_paper(dark)
        assert printing.pale(dark) == []
        dark.goto(f"{home}errors/xero/unpaid/")
        assert printing.pale(dark) == []


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "none"])
def test_paper_shows_the_answer_that_was_taken(dark: Page, sites: dict[str, Path], theme: str) -> None:
    labels = dark.locator(".eb-answer__label > :first-child").locator("visible=true")
    with browsing.serve(sites[theme]) as home:
        dark.goto(f"{home}errors/xero/unpaid/#a=2.2")
        expect(dark.locator(".eb-path__answer")).to_have_text(["No, it is not"])
        printing.on_paper(dark)
        assert labels.all_inner_texts() == ["No, it is not"]
        expect(dark.get_by_text("Retry it.").first).to_be_visible()
        dark.get_by_text("Start again").or_(dark.get_by_text("Back")).first.evaluate("back => back.click()")
        expect(labels).to_have_text(["Yes, it is", "No, it is not"])
