import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from errorbook.common import writing
from errorbook.common.problems import CatalogueError


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    writing.write({tmp_path / "a": "new\n", tmp_path / "b": "caf\u00e9\n"})
    assert contents(tmp_path) == {"a": "new\n", "b": "caf\u00e9\n"}


def test_a_full_disk_changes_no_file_and_is_told_with_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("old")
    fates = iter([None, OSError(errno.ENOSPC, "No space left on device")])

    def fsync(_: int) -> None:
        if fate := next(fates):
            raise fate

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="No space left on device") as caught:
        writing.write({tmp_path / "a": "new", tmp_path / "b": "new"})
    assert caught.value.filename == str(tmp_path / "b")
    assert contents(tmp_path) == {"a": "old"}


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new_one(step: str, tmp_path: Path) -> None:
    file = tmp_path / "ids.lock"
    file.write_text("old\n" * 1000)
    code = f"""
import os, pathlib
from errorbook.common import writing
def die(*a, **b): os._exit(9)
if {step!r} == "open":
    pathlib.Path.open = lambda self, *a, **b: (open(self, *a, **b), die())
elif {step!r} == "fsync":
    os.fsync = die
else:
    pathlib.Path.replace = die
writing.write({{pathlib.Path({str(file)!r}): "new\\n" * 1000}})
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert file.read_text() == "old\n" * 1000


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    writing.write({link: "new"})
    assert (link.is_symlink(), real.read_text()) == (True, "new")
    if os.name == "posix":
        assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "uri",
    ["../x", "a/../../x", "/x", "a/..", "..\\x", "a\\..\\..\\x", "C:/x", "C:x", "\\\\host\\share\\x", "\\x"],
)
def test_no_uri_leads_out_of_a_folder(uri: str, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="is outside of the folder that is written to"):
        writing.below(tmp_path, uri)


@pytest.mark.parametrize("uri", ["x", "a/b.html", "a/..b/c", ".well-known/x", "assets/a-1.js"])
def test_other_uris_stay_in_it(uri: str, tmp_path: Path) -> None:
    assert writing.below(tmp_path, uri) == tmp_path / uri


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with writing.alone(tmp_path / "nowhere"):
        assert not (tmp_path / "nowhere").exists()
