"""A second, real catalogue: the messages of TypeScript 5.9, brought from its package, checked and looked up.

The package (Apache-2.0) is fetched by npm, by the lock beside the mapping; nothing of it is copied in here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from errorbook.catalogue import reader
from errorbook.indexing import match_index
from errorbook.matching import Matcher

HERE = Path(__file__).parent / "typescript"
MANY = 1500
LIST = """
const { Diagnostics } = require("./node_modules/typescript");
const some = Object.values(Diagnostics).slice(0, MANY);
process.stdout.write(JSON.stringify({ diagnostics: some }));
"""
SITE = """
site_name: TypeScript's errors
theme: {name: material, font: false}
plugins: [errorbook]
markdown_extensions: [attr_list]
"""
WORDS = ("Widget", "string", "count", "Tray", "number", "lib", "es2015", "label")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of nothing but what the package has."""
    folder = tmp_path_factory.mktemp("typescript")
    for name in ("package.json", "package-lock.json", "mapping.yml"):
        copy(HERE / name, folder / name)
    done = subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (folder / "errors").mkdir()
    copy(HERE / "catalogue.yml", folder / "errors/catalogue.yml")
    listed = subprocess.run(
        ["node", "-e", LIST.replace("MANY", str(MANY))], cwd=folder, capture_output=True, check=True
    )
    (folder / "list.json").write_bytes(listed.stdout)
    mapping = (folder / "mapping.yml").read_text("utf-8")
    (folder / "mapping.yml").write_text(f"{mapping}records: diagnostics\n", "utf-8")
    (folder / "mkdocs.yml").write_text(SITE, "utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# What went wrong?\n\n<!-- errorbook:lookup -->\n", "utf-8")
    done = errorbook(folder, "import", "list.json", "--mapping", "mapping.yml")
    assert (done.returncode, done.stdout) == (0, f"Wrote {MANY} of {MANY} records.\n"), done.stderr
    return folder


def errorbook(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "errorbook", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.timeout(600)
def test_every_message_is_a_sound_entry(folder: Path) -> None:
    done = errorbook(folder, "check", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.timeout(600)
def test_the_site_is_built_without_a_warning(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, "WARNING" in done.stderr) == (0, False), done.stderr
    pages = list((folder / "site/errors/typescript").glob("*/index.html"))
    assert len(pages) == MANY
    assert "TypeScript TS1005 (Syntax)" in (
        folder / "site/errors/typescript/0-expected-1005/index.html"
    ).read_text("utf-8")


def test_what_the_compiler_prints_finds_its_entry(folder: Path) -> None:
    matcher = Matcher(match_index.build(reader.load(folder / "errors")))
    records = json.loads((folder / "list.json").read_text("utf-8"))["diagnostics"]
    sure = first = 0
    sample = records[::10]
    for record in sample:
        message = re.sub(r"\{(\d)\}", lambda hole: WORDS[int(hole[1])], record["message"])
        found = matcher.match(f"src/app.ts(7,3): error TS{record['code']}: {message}").findings
        first += bool(found) and found[0].id == f"TS{record['code']}"
        sure += any(one.outcome == "is" and one.id == f"TS{record['code']}" for one in found)
    assert first == len(sample)
    assert sure >= 0.85 * len(sample)
