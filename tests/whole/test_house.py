"""What the linters cannot check: the size of modules and the form of the browser code."""

import re
from itertools import chain
from pathlib import Path

import pytest

from errorbook.site import browser_files, style_sheet

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "errorbook"
PYTHON = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((PACKAGE / "assets").rglob("*.js"))
STYLES = sorted((PACKAGE / "assets").rglob("*.css"))
LONGEST_MODULE = 250
LONGEST_LINE = 110
COMMANDS = [
    ROOT / "Makefile",
    *(path for name in ("tests", "tools", "bench") for path in (ROOT / name).rglob("*.py")),
]
"""What starts programs."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*PYTHON, *SCRIPTS, *STYLES], ids=name)
def test_a_module_holds_one_idea(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{name(path)}: {lines} lines. Which two ideas would read better apart?"


def test_the_scripts_can_be_put_together() -> None:
    # A name that two modules declare, or a form that cannot be made compact, would stop every build.
    assert browser_files.code().files


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES], ids=name)
def test_a_script_and_a_style_sheet_keep_to_the_line_length(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_every_export_of_a_script_is_documented(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    bare = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if line.startswith("export ") and not before.endswith("*/")
    ]
    assert bare == [], f"{name(path)}: write a /** … */ comment above each export."


def test_every_style_sheet_is_joined() -> None:
    with_scripts = chain(*style_sheet.WITH_SCRIPTS.values())
    instead = chain(*style_sheet.INSTEAD.values())
    joined = {*style_sheet.STYLES, *with_scripts, *instead, style_sheet.PANEL}
    assert sorted(path.stem for path in STYLES) == sorted(joined)


def test_no_build_that_warnings_are_to_stop_is_quiet() -> None:
    """MkDocs counts no warning with --quiet, so that --strict stops at none."""
    calls = [
        (path, call)
        for path in COMMANDS
        for call in re.findall(r"^\t.*$|\[[^\[\]]*\]", path.read_text("utf-8"), re.MULTILINE)
    ]
    strict = [(path, call) for path, call in calls if "--strict" in call]
    assert strict
    assert [name(path) for path, call in strict if "--quiet" in call] == []


def test_what_the_documents_make_is_left_out_of_the_check_and_cleared_away() -> None:
    """A folder that a reader of the README makes here must not fail the next `make check`."""
    made = re.findall(r"--site-dir (\w+)", (ROOT / "README.md").read_text("utf-8"))
    assert made
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    config = (ROOT / "pyproject.toml").read_text("utf-8")
    (skipped,) = re.findall(r'^skip = "(.+)"', config, re.MULTILINE)
    (cleared,) = re.findall(r"^\trm -rf (\.venv .+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for folder in (*made, "site", "dist", "screenshots"):
        assert f"/{folder}/" in ignored
        assert f"./{folder}" in skipped.split(",")
        assert folder in cleared.split()


def test_the_slow_tests_begin_when_the_packages_are_there_without_which_some_are_left_out() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ntest-all:")[2].partition("\n\n")[0]
    assert 0 < recipe.index("$(NODE)") < recipe.index("$(BIN)/pytest")


def test_there_are_scripts_to_check() -> None:
    assert SCRIPTS


def test_every_column_of_a_table_has_a_head() -> None:
    # Who listens to a cell is told its head.
    pages = [*ROOT.glob("*.md"), *ROOT.glob("content/**/*.md")]
    empty = re.compile(r"^\|(?:.*\|)? *\|.*\n\|(?:[-: ]+\|)+$", re.M)
    assert [name(page) for page in pages if empty.search(page.read_text("utf-8"))] == []
