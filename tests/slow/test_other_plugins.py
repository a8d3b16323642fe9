"""The README's example beside other plugins for MkDocs: it builds without a warning, and its lookup answers.

They get an environment of their own, .venv-plugins, made anew when requirements-plugins.lock changes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import once
import pytest
import readme
import yaml
from browsing import ROOT, Lookup, serve
from click.testing import CliRunner
from hatchling.builders.wheel import WheelBuilder
from playwright.sync_api import Page

from errorbook.cli.main import commands

VENV = ROOT / ".venv-plugins"
LOCK = ROOT / "requirements-plugins.lock"
ADDRESS = "https://help.example.com/"
ENTRY = "errors/shop/payment-declined"
PASTE = "Order 77: Payment of 12.50 was declined by Example Bank"
HOME = readme.example()["docs/index.md"]
HOME_DE = "# Was ging schief?\n\n<!-- errorbook:lookup -->\n"
LANGUAGES = [
    {"locale": "en", "name": "English", "default": True, "build": True},
    {"locale": "de", "name": "Deutsch", "build": True},
]
GENERATE = f"""
import mkdocs_gen_files
with mkdocs_gen_files.open("index.md", "w") as page:
    page.write({HOME!r})
"""
BRACES = "{{ 6 * 7 }} and {% raw %} {# hushed #}"
LITERAL = BRACES.replace("{", "{{").replace("}", "}}")  # where a text may have holes
ENTRY_OF_BRACES = {
    "id": "SHOP-0002",
    "title": f"Template {BRACES}",
    "messages": ["The template of this letter has an unknown field"],
    "causes": [f"Somebody wrote {LITERAL}."],
    "resolution": [f"Remove {LITERAL} from the letter in Shop."],
    "guides": ["letters"],
    "references": [{"title": f"On {BRACES}", "url": "https://example.com/letters"}],
    "examples": [
        f"The template of this letter has an unknown field: {BRACES}",
        "Letter 7: The template of this letter has an unknown field",
    ],
}
LINK = re.compile(r"""\b(?:href|src)=["']?([^"'\s>]*)""")


@dataclass(frozen=True)
class Case:
    """Another plugin, its options, the files it wants, and what the site then has."""

    plugin: str
    options: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    ours: Mapping[str, object] = field(default_factory=dict)
    homes: tuple[str, ...] = ("",)
    holds: Mapping[str, str] = field(default_factory=dict)
    shows: Mapping[str, int] = field(default_factory=dict)
    """How often at least a page shows the braces of a text of the catalogue."""


CASES = {
    "i18n, suffix": Case(
        "i18n",
        {"docs_structure": "suffix", "languages": LANGUAGES},
        {"docs/index.de.md": HOME_DE},
        homes=("", "de/"),
        holds={f"de/{ENTRY}/index.html": "declined the card", f"{ENTRY}/index.html": "declined the card"},
    ),
    "i18n, folder": Case(
        "i18n",
        {"docs_structure": "folder", "languages": LANGUAGES},
        {"docs/en/index.md": HOME, "docs/de/index.md": HOME_DE},
        without=("docs/index.md",),
        homes=("", "de/"),
        holds={f"de/{ENTRY}/index.html": "declined the card", f"{ENTRY}/index.html": "declined the card"},
    ),
    "autolinks": Case(
        "autolinks",
        files={
            "docs/index.md": f"{HOME}\nSee [the letters](letters.md).\n",
            "docs/guides/letters.md": "# Letters\n\nTwo of them.\n",
        },
        holds={"index.html": 'href="guides/letters/"'},
    ),
    "ezlinks": Case(
        "ezlinks",
        files={
            "docs/index.md": f"{HOME}\nSee [[letters]].\n",
            "docs/guides/letters.md": "# Letters\n\nTwo of them.\n",
        },
        holds={"index.html": '<a href="guides/letters/" title="letters">letters</a>'},
    ),
    "rss": Case("rss", holds={"feed_rss_created.xml": "<rss", "feed_rss_updated.xml": "<rss"}),
    "gen-files": Case(
        "gen-files",
        {"scripts": ["gen.py"]},
        {"gen.py": GENERATE, "docs/about.md": "# About\n\nThis shop.\n"},
        without=("docs/index.md",),
    ),
    "literate-nav": Case(
        "literate-nav",
        {"nav_file": "SUMMARY.md"},
        {"docs/SUMMARY.md": "* [Start](index.md)\n* [All the errors](errors/index.md)\n"},
        holds={"index.html": "All the errors"},
    ),
    "macros": Case(
        "macros",
        {"on_error_fail": True},
        {
            "docs/index.md": f"{HOME}\nSix times seven is {{{{ 6 * 7 }}}}.\n\n<!-- errorbook:ways-in -->\n",
            "docs/guides/letters.md": "# Letters\n\nTwo times seven is {{ 2 * 7 }}.\n",
            "errors/shop/template.yml": yaml.safe_dump(ENTRY_OF_BRACES, sort_keys=False),
        },
        ours={"examples": ["SHOP-0002"]},
        holds={"index.html": "Six times seven is 42.", "guides/letters/index.html": "Two times seven is 14."},
        shows={"index.html": 2, "guides/letters/index.html": 1, "errors/shop/template/index.html": 4},
    ),
    "redirects": Case(
        "redirects",
        {"redirect_maps": {"old.md": f"{ENTRY}.md"}},
        holds={"old/index.html": f"../{ENTRY}/"},
    ),
    "minify": Case("minify", {"minify_html": True}),
}


def install(dist: Path) -> None:
    """Make the environment, unless it is there, and put this package into it, packed."""
    # Not compiled ahead: only a part of what is installed is ever run.
    pip = [sys.executable, "-m", "pip", "--python", str(VENV / "bin/python"), "install", "--no-compile"]
    pip += ["--quiet", "--disable-pip-version-check", "--no-deps"]
    kept = VENV / LOCK.name  # the lock that the environment was made from
    if not kept.exists() or kept.read_bytes() != LOCK.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)], check=True)
        subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
        kept.write_bytes(LOCK.read_bytes())
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(dist))
    subprocess.run([*pip, "--no-index", "--force-reinstall", wheel], check=True)


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Runs a command of the environment that has this package and the other plugins; returns what it said."""
    once.made(tmp_path_factory, "plugins", install)
    folder = VENV / "bin"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    # What Material and ProperDocs print about MkDocs 2 says nothing of this build.
    environment |= {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"

    def done(at: Path, *command: str, code: int = 0, warnings: int = 0) -> str:
        ended = subprocess.run(
            command, cwd=at, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert ended.returncode == code, ended.stdout
        assert ended.stdout.count("WARNING") == warnings, ended.stdout
        return ended.stdout

    return done


def write_site(folder: Path, run: Callable[..., str], case: Case | None, order: str = "before") -> None:
    """Write the example with another plugin before or after ours, in a repository, as some plugins want."""
    files = readme.example()
    config = yaml.safe_load(files["mkdocs.yml"])
    config |= {"site_url": ADDRESS, "repo_url": "https://github.com/shop/help", "edit_uri": "edit/main/docs/"}
    config["strict"] = True
    if case:
        other = {case.plugin: dict(case.options)}
        ours = {"errorbook": dict(case.ours)}
        config["plugins"] = ["search", *([other, ours] if order == "before" else [ours, other])]
        files |= case.files
    written = {**files, "mkdocs.yml": yaml.safe_dump(config, sort_keys=False), ".gitignore": "/site/\n"}
    readme.write(
        folder, {name: text for name, text in written.items() if not case or name not in case.without}
    )
    # In this process: what is tried is the build.
    locked = ["lock", "--errors", str(folder / "errors")]
    CliRunner().invoke(commands, locked, catch_exceptions=False)
    run(folder, "git", "init", "--quiet", "--initial-branch=main")
    run(folder, "git", "config", "user.name", "Author")
    run(folder, "git", "config", "user.email", "author@example.com")
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "--message=Begin")


def broken(site: Path) -> list[str]:
    """Return every link of the site's pages that leads to no file of it."""
    found = []
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":
            continue  # served at any address, so its links begin at the root
        for link in LINK.findall(page.read_text("utf-8")):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            base = site if parts.path.startswith("/") else page.parent
            target = base / unquote(parts.path).lstrip("/")
            if not (target.is_file() or (target / "index.html").is_file()):
                found.append(f"{page.relative_to(site)}: {link}")
    return found


def assert_whole(site: Path, page: Page, homes: tuple[str, ...]) -> None:
    """Hold that a site's links lead somewhere, and that each home page answers a paste."""
    assert (site / homes[0] / ENTRY / "index.html").is_file()
    assert (site / homes[0] / "e/SHOP-0001/index.html").is_file()
    assert broken(site) == []
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert text.count("assets/errorbook/errorbook.") <= 2, f"{path}: script and style sheet, once each"
        if ENTRY in path.as_posix():
            assert "edit/main/docs" not in text, f"{path}: a link to edit a file that nobody wrote"
    page.set_default_timeout(10_000)
    with serve(site) as address:
        for home in homes:
            lookup = Lookup(page, address + home)
            lookup.paste(PASTE)
            assert lookup.answers() == ["This is The bank declined the card"], home
            with page.expect_navigation():
                lookup.card().get_by_role("link", name="Open the full page").click()
            assert page.title().startswith("The bank declined the card"), page.url


@pytest.mark.parametrize(
    ("case", "order"),
    [
        pytest.param(case, order, id=f"{name}, {order} ours")
        for name, case in CASES.items()
        for order in ("before", "after")
    ],
)
def test_another_plugin_leaves_the_lookup_whole(
    case: Case, order: str, tmp_path: Path, run: Callable[..., str], page: Page
) -> None:
    write_site(tmp_path, run, case, order)
    run(tmp_path, "mkdocs", "build", "--strict")
    site = tmp_path / "site"
    assert_whole(site, page, case.homes)
    for path, text in case.holds.items():
        assert text in (site / path).read_text("utf-8"), path
    for path, count in case.shows.items():
        assert unescape((site / path).read_text("utf-8")).count(BRACES) >= count, path


@pytest.mark.parametrize("order", ["before", "after"])
@pytest.mark.parametrize(
    ("path", "place"), [("errors/index.md", "errors/index.html"), ("llms.txt", "llms.txt")]
)
def test_a_file_of_another_plugin_in_the_place_of_ours_is_one_problem(
    path: str, place: str, order: str, tmp_path: Path, run: Callable[..., str]
) -> None:
    generate = GENERATE.replace("index.md", path)
    write_site(tmp_path, run, Case("gen-files", {"scripts": ["gen.py"]}, {"gen.py": generate}), order)
    said = run(tmp_path, "mkdocs", "build", "--strict", code=1)
    told = [line for line in said.splitlines() if path in line]
    assert len(told) == 1, said
    assert f": takes the place of {place}, which is written from the catalogue." in told[0]
    assert told[0].startswith(f"{path} of the plugin mkdocs-gen-files")
    assert "Traceback" not in said


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_list_for_assistants_of_another_plugin_is_one_warning(
    order: str, tmp_path: Path, run: Callable[..., str]
) -> None:
    write_site(tmp_path, run, Case("llmstxt", {"sections": {"Start": ["index.md"]}}), order)
    # Strict, so that the warning ends the build.
    said = run(tmp_path, "mkdocs", "build", "--strict", code=1, warnings=1)
    told = next(line for line in said.splitlines() if "WARNING" in line)
    assert "llms.txt" in told
    assert "Traceback" not in said


def test_versions_that_mike_keeps_each_have_a_lookup(
    tmp_path: Path, run: Callable[..., str], page: Page
) -> None:
    source, published = tmp_path / "source", tmp_path / "published"
    source.mkdir()
    write_site(source, run, None)
    run(source, "mike", "deploy", "1.0")
    run(source, "mike", "deploy", "--update-aliases", "2.0", "latest")
    run(source, "git", "worktree", "add", "--quiet", str(published), "gh-pages")
    assert_whole(published, page, ("1.0/", "2.0/", "latest/"))


def test_what_was_tried_is_named() -> None:
    page = (ROOT / "content/contributing/your-own-catalogue.md").read_text("utf-8")
    text = page.partition("## Beside other plugins")[2].partition("\n## ")[0]
    for case in CASES.values():
        assert f"mkdocs-{case.plugin}" in text or f"mkdocs-static-{case.plugin}" in text, case.plugin
    assert "with mike" in text
    assert "mkdocs-llmstxt" in text
