"""Install the peers: Python's into .venv-bench, Node's into bench/node_modules; what fails is left out.

Neither belongs to the product, so neither shares an environment with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv-bench"
LOCK = ROOT / "requirements-bench.lock"
NODE = ROOT / "bench"
READY = VENV / "ready"
NODE_READY = NODE / "node_modules" / ".package-lock.json"


def main() -> None:
    """Install what is not installed or older than its lock."""
    if not _newer(READY, LOCK) and not _install_python():
        print("Python peers left out: their packages could not be installed, see above.", flush=True)
    if not _newer(NODE_READY, NODE / "package-lock.json") and not _install_node():
        print("Node peers left out: their packages could not be installed, see above.", flush=True)


def _install_python() -> bool:
    print("Installing the Python peers into .venv-bench", flush=True)
    pip = [VENV / "bin" / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    if not _done(sys.executable, "-m", "venv", "--clear", VENV):
        return False
    if not _done(*pip, "--require-hashes", "-r", LOCK):
        return False
    READY.touch()
    return True


def _install_node() -> bool:
    print("Installing the Node peers into bench/node_modules", flush=True)
    npm = shutil.which("npm")
    if npm is None or not _done(npm, "ci", "--silent", "--no-fund", "--no-audit", folder=NODE):
        return False
    os.utime(NODE_READY)
    return True


def _done(*command: object, folder: Path = ROOT) -> bool:
    return subprocess.run([str(part) for part in command], cwd=folder).returncode == 0


def _newer(file: Path, source: Path) -> bool:
    return file.exists() and file.stat().st_mtime >= source.stat().st_mtime


if __name__ == "__main__":
    main()
