"""The packages that are published: both build, hold the same, and run in a folder far from here."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel, the source package, and the wheel that is built from the latter."""
    folder = tmp_path_factory.mktemp("dist")
    (source,) = SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    # In a process of its own: only some of the Pythons we support know, and want, the name of a filter.
    command = [sys.executable, "-m", "tarfile", "-e", source, str(folder / "source")]
    subprocess.run(command, check=True)
    (unpacked,) = (folder / "source").iterdir()
    for place, root in (("wheel", ROOT), ("from-source", unpacked)):
        assert (
            len(list(WheelBuilder(str(root)).build(directory=str(folder / place), versions=["standard"])))
            == 1
        )
    return folder


def wheel(dist: Path, place: str) -> zipfile.ZipFile:
    (path,) = (dist / place).glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_source_package_makes_the_same_wheel(dist: Path) -> None:
    with wheel(dist, "wheel") as ours, wheel(dist, "from-source") as theirs:
        assert sorted(ours.namelist()) == sorted(theirs.namelist())
        different = [name for name in ours.namelist() if ours.read(name) != theirs.read(name)]
    assert different == []


@pytest.mark.parametrize("place", ["wheel", "from-source"])
def test_a_wheel_begins_checks_builds_and_exports_a_site(dist: Path, place: str, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with wheel(dist, place) as packed:
        packed.extractall(installed)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "ERRORBOOK"))}
    environment = {**kept, "PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}

    def run(at: Path, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=at, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout
        return done.stdout

    where = "import errorbook; print(errorbook.__file__)"
    said = subprocess.run([sys.executable, "-c", where], env=environment, capture_output=True, text=True)
    assert said.stdout.startswith(str(installed))
    run(tmp_path, "errorbook", "init", "help", "--name", "Bottle line 3")
    folder = tmp_path / "help"
    run(folder, "errorbook", "lock")
    run(folder, "errorbook", "check", "--strict")
    run(folder, "mkdocs", "build", "--strict")
    assert (folder / "site/e/BOTTLELI-0001/index.html").is_file()
    run(folder, "errorbook", "export", "plain", "--html")
    assert 'data-eb="lookup"' in (folder / "plain/index.html").read_text("utf-8")
    paste = "The file a.txt has 70 MB, more than the limit of 50 MB"
    assert "The file is larger than the limit" in run(folder, "errorbook", "match", paste)
