"""The page that explains the code names every package and every folder of scripts, and none that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins/errorbook"
_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"([^"]+)"', re.MULTILINE)
PAGE = (ROOT / "content/contributing/architecture.md").read_text("utf-8")
DESIGN = (ROOT / "content/contributing/matching-design.md").read_text("utf-8")


def named(heading: str) -> list[str]:
    """Return what the first column of a table of the page names."""
    table = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return re.findall(r"`([\w/-]+)`", "".join(row.split("|")[1] for row in table.splitlines()[2:]))


def test_the_page_names_every_package_and_no_other() -> None:
    assert sorted(named("Package")) == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def test_the_page_names_every_room_of_the_matcher_and_no_other() -> None:
    for folder in (PACKAGE / "matching", PACKAGE / "assets/matching"):
        rooms = [path.name for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__"]
        assert sorted(named("Room in `matching/`")) == sorted(rooms)


def test_the_page_names_every_folder_of_scripts_and_no_other() -> None:
    folders = [path.name for path in (PACKAGE / "assets").iterdir() if path.is_dir()]
    assert sorted(named("Folder in `assets/`")) == sorted(folders)


def test_scripts_import_from_the_rows_below() -> None:
    rows = ["main", *named("Folder in `assets/`")]
    for script, here, there in imports(PACKAGE / "assets"):
        assert rows.index(here) <= rows.index(there), script


def test_scripts_of_the_matcher_import_from_rooms_in_the_rows_above() -> None:
    rows = ["helpers", *named("Room in `matching/`")]
    for script, here, there in imports(PACKAGE / "assets/matching"):
        assert here not in rows or rows.index(there) <= rows.index(here), script


def imports(folder: Path) -> list[tuple[str, str, str]]:
    """Return each import from one part of a folder of scripts to another: the script and both parts."""
    found = []
    for script in folder.rglob("*.js"):
        here = script.relative_to(folder).parts[0].removesuffix(".js")
        for path in _IMPORT.findall(script.read_text("utf-8")):
            place = (script.parent / path).resolve()
            if place.is_relative_to(folder):
                there = place.relative_to(folder).parts[0].removesuffix(".js")
                found += [(f"{script.name} imports {path}", here, there)] if here != there else []
    assert found
    return found


def test_the_page_names_no_module_that_is_gone() -> None:
    modules = re.findall(r"`([a-z_]+)/([a-z_-]+)`", PAGE)
    assert modules
    for package, module in modules:
        places = (PACKAGE / package / f"{module}.py", PACKAGE / f"assets/{package}/{module}.js")
        assert any(place.exists() or place.with_suffix("").is_dir() for place in places), (package, module)


def test_the_design_of_the_matcher_names_every_module_of_it_and_no_other() -> None:
    rows = DESIGN.partition("| Modules |")[2].partition("\n\n")[0].splitlines()[2:]
    named = [
        f"{place}/{module}".lstrip("/")
        for row in rows
        for place in ["".join(re.findall(r"`(\w+)`", row.split("|")[-3]))]
        for module in re.findall(r"`(\w+)`", row.split("|")[-2])
    ]
    folder = PACKAGE / "matching"
    modules = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.py")}
    assert sorted(named) == sorted(module for module in modules if not module.endswith("__init__"))


def test_every_package_says_what_lives_there_and_what_may_not() -> None:
    inits = list(PACKAGE.glob("**/__init__.py"))
    assert inits
    for init in inits:
        if init.parent != PACKAGE:
            first, _, rest = init.read_text("utf-8").removeprefix('"""').partition("\n\n")
            assert first.endswith("."), init
            assert re.search(r"\b(No|Nothing|no|nothing|only|must)\b", rest), init
