"""The plugin beside others: their pages and files, and what they ask of ours."""

import re
from pathlib import Path
from typing import Any

import browsing
import pytest
import readme
from builders import build_site, warnings, write_errors
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from errorbook.cli.main import commands

GENERATING = """\
import tempfile
from pathlib import Path

from mkdocs.structure.files import File

PAGES = {pages!r}
seen = []


def on_files(files, config):
    for uri, text in PAGES.items():
        files.append(File.generated(config, uri, content=text))
    return files


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri.startswith("errors/"):
        seen.append(page.file.abs_src_path)
        text = Path(page.file.abs_src_path).read_text("utf-8")
        assert "The payment is too large" in text or "# " in text
    return markdown


def on_post_build(config):
    Path(config.config_file_path).with_name("seen.txt").write_text("\\n".join(seen), "utf-8")
"""


def with_hook(folder: Path, pages: dict[str, str]) -> dict[str, Any]:
    """Return the settings of a site with a hook that generates pages, and reads ours from the disk."""
    (folder / "hook.py").write_text(GENERATING.format(pages=pages), "utf-8")
    (folder / "content").mkdir()
    (folder / "content/about.md").write_text("# About\n", "utf-8")
    return {"hooks": ["hook.py"]}


@pytest.mark.parametrize(
    ("path", "place", "below"),
    [
        ("errors/index.md", "errors/index.html", True),
        ("errors/README.md", "errors/index.html", True),
        ("errors/xero/payment-too-large.md", "errors/xero/payment-too-large/index.html", True),
        ("errors/xero/payment-too-large/index.md", "errors/xero/payment-too-large/index.html", True),
        ("errors/xero/old.md", "errors/xero/old/index.html", True),
        ("e/XERO-0001.md", "e/XERO-0001/index.html", False),
        ("api/v1/errors.json", "api/v1/errors.json", False),
        ("llms.txt", "llms.txt", False),
        ("urls.json", "urls.json", False),
    ],
)
def test_a_written_file_in_the_place_of_ours_is_one_problem(
    folder: Path, caplog: pytest.LogCaptureFixture, path: str, place: str, below: bool
) -> None:
    """Of the build, of check and of export alike."""
    write_errors(folder / "errors", payment_too_large={"former_slugs": ["old"]})
    readme.write(folder / "content", {"index.md": "# Home\n\n<!-- errorbook:lookup -->\n", path: "# Ours\n"})
    with pytest.raises(Abort):
        build_site(folder)
    what = (
        f"{path}: takes the place of {place}, which is written from the catalogue. Give it another name"
        f"{', or set errors_path to another folder' if below else ''}"
    )
    (message,) = warnings(caplog)
    assert message.splitlines()[1:] == [what, "1 problem in 1 file"]
    for command in (["check"], ["export", str(folder / "out")]):
        result = CliRunner().invoke(commands, [*command, "--config-file", str(folder / "mkdocs.yml")])
        if command == ["check"] or path != "llms.txt":  # which is not exported
            assert result.exit_code == 1, result.output
            said = (result.output or str(result.exception)).splitlines()
            assert said[:2] == [f"{folder / 'content'}/{what}", "1 problem in 1 file"]


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_generated_file_in_the_place_of_ours_is_one_problem(
    folder: Path, caplog: pytest.LogCaptureFixture, order: str
) -> None:
    settings = with_hook(folder, {"errors/xero.md": "# Theirs\n"})
    if order == "before":
        (folder / "hook.py").write_text(
            f"from mkdocs.plugins import event_priority\n{(folder / 'hook.py').read_text('utf-8')}".replace(
                "def on_files", "@event_priority(100)\ndef on_files"
            ),
            "utf-8",
        )
    with pytest.raises(Abort):
        build_site(folder, **settings)
    (message,) = warnings(caplog)
    assert message.splitlines()[1].startswith("errors/xero.md of the plugin ")
    assert ": takes the place of errors/xero/index.html, which is written from the catalogue" in message


def test_a_document_that_another_plugin_replaces_is_told(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "hook.py").write_text(
        "from pathlib import Path\n\n\ndef on_post_build(config):\n"
        "    (Path(config.site_dir) / 'llms.txt').write_text('# Theirs')\n",
        "utf-8",
    )
    with pytest.raises(Abort):
        build_site(folder, hooks=["hook.py"])
    assert warnings(caplog) == [
        "errorbook: llms.txt: warning: was written from the catalogue, and another plugin put a file in its "
        "place. Let that plugin write elsewhere, or remove it"
    ]


def test_markers_are_filled_in_pages_that_another_plugin_generates(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = build_site(
        folder,
        {"lookup_page": "help.md"},
        **with_hook(folder, {"help.md": "# Help\n\n<!-- errorbook:lookup -->\n"}),
    )
    assert "<textarea" in (site / "help/index.html").read_text("utf-8")
    assert warnings(caplog) == []


def test_unknown_markers_are_warned_of_in_generated_pages_too(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = "# Help\n\n<!-- errorbook:lookup -->\n\n<!-- errorbook:looup -->\n"
    with pytest.raises(Abort):
        build_site(folder, {"lookup_page": "help.md"}, **with_hook(folder, {"help.md": text}))
    (message,) = warnings(caplog)
    assert message.startswith(
        "errorbook: help.md: warning: nothing is called errorbook:looup. Write one of lookup,"
    )


def test_our_pages_are_on_disk_while_a_site_is_built_and_gone_with_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(folder, **with_hook(folder, {"more.md": "# More\n"}))
    (folder / "seen.txt").unlink()
    (folder / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(folder / "temporary"))
    browsing.build(folder / "again", config=folder / "mkdocs.yml")
    seen = [Path(line) for line in (folder / "seen.txt").read_text("utf-8").splitlines()]
    assert any(path.name == "payment-too-large.md" for path in seen)
    assert all(path.is_relative_to(folder / "temporary") for path in seen)
    assert list((folder / "temporary").iterdir()) == []


def test_html_in_the_site_s_name_is_the_theme_s_as_is_said_and_none_of_ours(folder: Path) -> None:
    name = "Shop <b>help</b>"
    site = build_site(folder, site_name=name)
    assert name in (site / "index.html").read_text("utf-8")
    said = (browsing.ROOT / "content/contributing/your-own-catalogue.md").read_text("utf-8")
    assert "`site_name` is not escaped by Material: HTML in it becomes part of every page." in said
    out = folder / "out"
    asked = ["export", str(out), "--html", "--config-file", str(folder / "mkdocs.yml")]
    assert CliRunner().invoke(commands, asked).exit_code == 0
    pages = [path.read_text("utf-8") for path in out.rglob("*.html")]
    assert any("Shop &lt;b&gt;help" in page for page in pages)
    assert [page for page in pages if name in page] == []


def test_the_script_is_on_every_page_once_however_often_settings_are_read(folder: Path) -> None:
    (folder / "hook.py").write_text(
        "def on_files(files, config):\n    config.plugins.on_config(config)\n    return files\n", "utf-8"
    )
    page = (build_site(folder, hooks=["hook.py"]) / "index.html").read_text("utf-8")
    assert len(re.findall(r"assets/errorbook/errorbook\.\w+\.js", page)) == 1
    assert len(re.findall(r"assets/errorbook/errorbook\.\w+\.css", page)) == 1
