"""The README's example on every generator and Python: paste, card, page, the box there, back, paste again.

`make matrix` runs it. Each set of packages gets an environment of its own, with pins and hashes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import environments
import pytest
import readme
import yaml
from browsing import PASTE as PUT
from browsing import ROOT, Lookup, serve
from environments import Environment
from hatchling.builders.wheel import WheelBuilder
from playwright.sync_api import Page, expect

Config = dict[str, object]
ENTRY = "errors/shop/payment-declined"
PASTE = "Order 77: Payment of 12.50 was declined by Example Bank"
CARD = "This is The bank declined the card"
PYTHONS = environments.pythons()
FIRST = next(iter(PYTHONS))
FILES, BELOW, INSTANT = "links to files", "below a folder", "instant navigation"
WAYS = ("links to folders", FILES, BELOW)
"""How a site may be published."""


@dataclass(frozen=True, slots=True)
class Generator:
    """What makes a site of the README's example."""

    packages: str
    """The set of packages that is installed."""
    shown: tuple[str, ...]
    """The packages whose versions the table names."""
    theme: Config
    commands: tuple[tuple[str, ...], ...]
    file: str = "mkdocs.yml"
    changes: tuple[tuple[str, object], ...] = ()
    instant: bool = False
    """Whether the theme can load pages in place."""


MKDOCS = (("mkdocs", "build", "--strict"),)
MATERIAL: Config = {"name": "material", "font": False}
GENERATORS = {
    "MkDocs with Material, newest": Generator(
        "newest", ("mkdocs", "mkdocs-material"), MATERIAL, MKDOCS, instant=True
    ),
    "MkDocs with Material, oldest": Generator(
        "oldest", ("mkdocs", "mkdocs-material"), MATERIAL, MKDOCS, instant=True
    ),
    "MkDocs, theme mkdocs": Generator(
        "newest", ("mkdocs",), {"name": "mkdocs", "highlightjs": False}, MKDOCS
    ),
    "MkDocs, theme readthedocs": Generator(
        "newest", ("mkdocs",), {"name": "readthedocs", "highlightjs": False}, MKDOCS
    ),
    "ProperDocs with MaterialX": Generator(
        "properdocs",
        ("properdocs", "mkdocs-materialx"),
        {"name": "materialx", "font": False},
        (("properdocs", "build", "--strict"),),
        file="properdocs.yml",
        instant=True,
    ),
    "Zensical": Generator(
        "zensical",
        ("zensical",),
        MATERIAL,
        (("errorbook", "export", "docs"), ("zensical", "build", "--strict")),
        changes=(("markdown_extensions", ["attr_list", "errorbook"]),),
        instant=True,
    ),
    "No generator": Generator("newest", (), MATERIAL, (("errorbook", "export", "site", "--html"),)),
}
CASES = [
    (name, way, FIRST)
    for name, generator in GENERATORS.items()
    for way in (*WAYS, *([INSTANT] if generator.instant else ()))
] + [("MkDocs with Material, newest", "links to folders", version) for version in PYTHONS if version != FIRST]
Make = Callable[[str, str], Environment]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes an environment, once in a run."""
    (wheel,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"]
    )
    made: dict[tuple[str, str], Environment] = {}

    def make(packages: str, version: str) -> Environment:
        key = packages, version
        if key not in made:
            made[key] = environments.make(packages, PYTHONS[version], Path(wheel))
        return made[key]

    return make


def write(folder: Path, generator: Generator, way: str, address: str) -> None:
    """Write the example, set up for a generator, a way to publish it, and the address where that is."""
    files = readme.example()
    config: Config = yaml.safe_load(files.pop("mkdocs.yml"))
    features = ["navigation.instant"] if way == INSTANT else []
    config["theme"] = {**generator.theme, **({"features": features} if features else {})}
    # Material loads in place only what its list of pages names, by the address of the site.
    config |= {"site_url": address, "use_directory_urls": way != FILES}
    config |= dict(generator.changes)
    readme.write(folder, {**files, generator.file: yaml.safe_dump(config, sort_keys=False)})


@pytest.mark.parametrize(
    ("name", "way", "version"), [pytest.param(*case, id=", ".join(case)) for case in CASES]
)
def test_a_paste_leads_to_the_page_and_back(
    name: str, way: str, version: str, environment: Make, tmp_path: Path, page: Page
) -> None:
    generator = GENERATORS[name]
    here = environment(generator.packages, version)
    folder = tmp_path / "source"
    served = tmp_path / "site"
    with serve(served) as root:
        address = f"{root}help/" if way == BELOW else root
        write(folder, generator, way, address)
        here.run(folder, "errorbook", "lock")
        for command in generator.commands:
            here.run(folder, *command)
        if way == BELOW:
            served.mkdir()
        (folder / "site").rename(served / "help" if way == BELOW else served)
        visit(page, address, way)


def visit(page: Page, address: str, way: str) -> None:
    """Use the site as a reader does."""
    page.set_default_timeout(15_000)
    lookup = Lookup(page, f"{address}index.html" if way == FILES else address)
    lookup.paste(PASTE)
    assert lookup.answers() == [CARD]
    # The style sheet is there, and fits the theme's root.
    expect(page.locator(".eb-lookup__box")).to_have_css("border-top-left-radius", "12px")
    if way == INSTANT:
        page.evaluate("globalThis.stays = true")
    lookup.card().get_by_role("link", name="Open the full page").click()
    page.wait_for_url(f"**/{ENTRY}{'.html' if way == FILES else '/'}*")
    expect(page.locator("h1")).to_contain_text("The bank declined the card")
    assert page.evaluate("globalThis.stays === true") == (way == INSTANT)
    box = page.locator(".eb-elsewhere__paste")
    page.evaluate(PUT, [box.element_handle(), PASTE])
    page.get_by_role("button", name="Find the fix").first.click()
    expect(page.locator(".eb-card__title")).to_have_text("The bank declined the card")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("The bank declined the card")
    page.go_back()
    lookup = Lookup(page, page.url)
    lookup.paste(PASTE)
    assert lookup.answers() == [CARD]


def table(environment: Make) -> list[str]:
    """Return the rows of the table in the documents."""
    rows = [
        "| Site made by | Versions | Folders | Files | Below a folder | Instant |",
        "|:---|:---|:---|:---|:---|:---|",
    ]
    for name, generator in GENERATORS.items():
        here = environment(generator.packages, FIRST)
        versions = ", ".join(f"{package} {here.version(package)}" for package in generator.shown)
        instant = "yes" if generator.instant else "the theme has none"
        rows.append(f"| {name} | {versions or 'nothing but errorbook'} | yes | yes | yes | {instant} |")
    return rows


def test_the_documents_hold_the_table(environment: Make) -> None:
    text = (ROOT / "content/contributing/platforms.md").read_text("utf-8")
    rows = "\n".join(table(environment))
    assert rows in text, f"Put this into content/contributing/platforms.md:\n{rows}"


def test_the_documents_name_the_pythons() -> None:
    text = (ROOT / "content/contributing/platforms.md").read_text("utf-8")
    assert [version for version in PYTHONS if f"Python {version}" not in text] == []
