"""The page that explains the code names every module, and no module that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "content/contributing/architecture.md").read_text("utf-8")


def test_the_page_names_every_script_and_no_other() -> None:
    table = PAGE.partition("| Scripts in `assets/` |")[2].partition("\n\n")[0]
    named = re.findall(r"`([\w-]+)`", "".join(row.split("|")[1] for row in table.splitlines()[2:]))
    scripts = [path.stem for path in (ROOT / "plugins/errorbook/assets").glob("*.js")]
    assert sorted(named) == sorted(scripts)


def test_the_page_names_every_module_and_no_other() -> None:
    table = PAGE.partition("| Module |")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)`", "".join(row.split("|")[1] for row in table.splitlines()[2:]))
    package = ROOT / "plugins/errorbook"
    modules = [path.stem for path in package.glob("*.py") if path.stem != "__init__"]
    packages = [path.parent.name for path in package.glob("*/__init__.py")]
    assert sorted(named) == sorted([*modules, *packages])
