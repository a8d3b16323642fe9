"""Both languages have the same modules, names and order, but for what the design page lists with a reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins/errorbook"
PAGE = (ROOT / "content/contributing/matching-design.md").read_text("utf-8")
PACKAGES = ("matching", "describing")
_EXPORT = re.compile(r"^export (?:async )?(?:function\*?|class|const) (\w+)", re.MULTILINE)


def table(heading: str) -> list[list[str]]:
    """Return the rows of a table of the page, without their marks."""
    rows = PAGE.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in rows]


def snake(name: str) -> str:
    """Return a script's name as Python writes it."""
    return name if name[0].isupper() else re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", name)


def of_python(path: Path) -> list[str]:
    """Return the public names of a module, in its order."""
    found: list[str] = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [name.id for name in targets if isinstance(name, ast.Name) and name.id.isupper()]
    return [name for name in found if not name.startswith("_")]


def of_javascript(path: Path) -> list[str]:
    """Return the exported names of a script, in its order."""
    return [snake(name) for name in _EXPORT.findall(path.read_text("utf-8"))]


def modules() -> dict[str, tuple[Path, Path]]:
    """Return where each module is, or would be, in both languages."""
    places = {
        path.relative_to(root).with_name(path.stem.replace("-", "_"))
        for root in (PACKAGE, PACKAGE / "assets")
        for package in PACKAGES
        for path in (*(root / package).rglob("*.py"), *(root / package).rglob("*.js"))
        if path.stem != "__init__"
    }
    return {
        place.name: (
            PACKAGE / place.with_suffix(".py"),
            PACKAGE / "assets" / place.with_name(f"{place.name.replace('_', '-')}.js"),
        )
        for place in sorted(places)
    }


def alone() -> dict[str, str]:
    """Return the modules that one language has alone, with its name."""
    found = {}
    for name, (python, script) in modules().items():
        if not (python.exists() and script.exists()):
            found[name] = "Python" if python.exists() else "JavaScript"
    return found


def different() -> set[tuple[str, str, str]]:
    """Return the names that one language has alone in a module of both: name, module, language."""
    found: set[tuple[str, str, str]] = set()
    for name, (python, script) in modules().items():
        if name in alone():
            continue
        ours, theirs = of_python(python), of_javascript(script)
        found |= {(one, name, "Python") for one in ours if one not in theirs and not is_type(python, one)}
        found |= {(one, name, "JavaScript") for one in theirs if one not in ours}
    return found


def is_type(path: Path, name: str) -> bool:
    """Return whether a name is a record or the shape of JSON, which is a `@typedef` in the script."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            decorated = [ast.unparse(decorator) for decorator in node.decorator_list]
            shapes = {ast.unparse(base) for base in node.bases} & {"TypedDict", "NamedTuple"}
            return bool(shapes) or any(text.startswith("dataclass") for text in decorated)
    return False


def test_the_page_lists_every_module_that_one_language_has_alone() -> None:
    assert {name: language for name, language, _ in table("| Module | Only in | Why |")} == alone()


def test_the_page_lists_every_name_that_one_language_has_alone() -> None:
    rows = table("| Name | Module | Only in | Why |")
    assert {(name, module, language) for name, module, language, _ in rows} == different()


@pytest.mark.parametrize("heading", ["| Module | Only in | Why |", "| Name | Module | Only in | Why |"])
def test_every_difference_has_a_reason(heading: str) -> None:
    assert [row for row in table(heading) if len(row[-1].split()) < 4] == []


@pytest.mark.parametrize("name", sorted(modules().keys() - alone().keys()))
def test_what_both_languages_have_stands_in_the_same_order(name: str) -> None:
    python, script = modules()[name]
    ours, theirs = of_python(python), of_javascript(script)
    assert [one for one in ours if one in theirs] == [one for one in theirs if one in ours]
