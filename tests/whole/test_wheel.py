"""What somebody gets who installs the package: code, templates, assets and the two ways in."""

import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import errorbook

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "errorbook"
METADATA = f"errorbook-{errorbook.__version__}.dist-info"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(path)


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    expected = {path.relative_to(PACKAGE.parent).as_posix() for path in files}
    packed = {file for file in wheel.namelist() if not file.startswith(METADATA)}
    assert packed == expected
    assert "errorbook/py.typed" in packed
    assert {Path(file).parts[1] for file in packed} >= {"site", "assets"}


def test_the_wheel_brings_the_plugin_and_the_command(wheel: zipfile.ZipFile) -> None:
    entry_points = ConfigParser()
    entry_points.read_string(wheel.read(f"{METADATA}/entry_points.txt").decode())
    assert entry_points["mkdocs.plugins"]["errorbook"] == "errorbook.mkdocs_plugin.plugin:ErrorbookPlugin"
    extension = "errorbook.markdown_plugin.extension:ErrorbookExtension"
    assert entry_points["markdown.extensions"]["errorbook"] == extension
    assert entry_points["console_scripts"]["errorbook"] == "errorbook.cli.main:main"


def test_the_wheel_brings_the_licence(wheel: zipfile.ZipFile) -> None:
    assert f"{METADATA}/licenses/LICENSE" in wheel.namelist()
