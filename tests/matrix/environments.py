"""The environments of the matrix, one for each set of packages and each Python; a lock makes them anew."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from browsing import ROOT

HERE = Path(__file__).parent
VENVS = ROOT / ".venv-matrix"
LOCKS = {"newest": ROOT / "requirements.lock"} | {
    name: HERE / f"{name}.lock" for name in ("oldest", "properdocs", "zensical")
}
"""What is installed, by the name of the set: pins with hashes."""
_OLDEST_PYTHON = 11


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with a Python, this package and what it is tried with."""

    folder: Path

    def run(self, at: Path, *command: str) -> str:
        """Run a command of this environment in a folder; return what it says, or fail with it."""
        ended = subprocess.run(
            [str(self.folder / "bin" / command[0]), *command[1:]],
            cwd=at,
            env=_clean(),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert ended.returncode == 0, f"{command}:\n{ended.stdout}"
        assert "WARNING" not in ended.stdout, f"{command}:\n{ended.stdout}"
        return ended.stdout

    def version(self, package: str) -> str:
        """Return the version of an installed package."""
        code = f"from importlib.metadata import version; print(version({package!r}))"
        return self.run(self.folder, "python", "-c", code).strip()

    def python(self) -> str:
        """Return the version of Python."""
        return self.run(
            self.folder, "python", "-c", "import platform; print(platform.python_version())"
        ).strip()


def pythons() -> dict[str, str]:
    """Return the Pythons of this machine that fit, by version: those on the path, and pyenv's."""
    found: dict[str, str] = {}
    for path in sorted(_candidates()):
        asked = subprocess.run(
            [str(path), "-c", "import sys, venv, ensurepip; print(*sys.version_info[:2], sep='.')"],
            capture_output=True,
            text=True,
        )
        version = asked.stdout.strip()
        if asked.returncode == 0 and version.startswith("3.") and int(version[2:]) >= _OLDEST_PYTHON:
            found.setdefault(version, str(path))
    return dict(sorted(found.items(), key=lambda each: int(each[0][2:])))


def make(name: str, python: str, wheel: Path) -> Environment:
    """Return an environment with a set of packages and this package, from its wheel."""
    lock = LOCKS[name]
    folder = VENVS / f"{name}-{Path(python).resolve().name}"
    kept = folder / "installed.lock"
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    if not kept.exists() or kept.read_bytes() != lock.read_bytes():
        subprocess.run([python, "-m", "venv", "--clear", str(folder)], check=True, env=_clean())
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True, env=_clean())
        kept.write_bytes(lock.read_bytes())
    subprocess.run(
        [*pip, "--no-index", "--no-deps", "--force-reinstall", str(wheel)], check=True, env=_clean()
    )
    return Environment(folder)


def _candidates() -> Iterator[Path]:
    folders = [Path(folder) for folder in os.environ["PATH"].split(os.pathsep) if folder]
    folders += Path.home().glob(".pyenv/versions/*/bin")
    yield Path(sys.executable)
    for folder in folders:
        if folder.is_dir():
            yield from (
                path for path in folder.glob("python3.[0-9]*") if path.name[len("python3.") :].isdigit()
            )


def _clean() -> dict[str, str]:
    """Return the variables of this process without those that bend what Python imports."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
