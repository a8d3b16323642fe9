"""Create .venv with the locked packages and this package, editable; `make` runs it when a lock changes.

Runs on the machine's own Python, whichever that is, so it keeps to plain old syntax.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"


def fail(message: str) -> NoReturn:
    """Stop with one line that says what to do."""
    sys.exit("Set-up stopped: " + message)


def run(*command: object) -> None:
    """Run one command, only its complaints shown; stop if it fails."""
    if subprocess.call([str(part) for part in command], stdout=subprocess.DEVNULL) != 0:
        fail("this command failed, see above: " + " ".join(str(part) for part in command))


def make_venv() -> None:
    """Create the environment; Debian keeps what that needs in a package of its own."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.call(command, stdout=subprocess.DEVNULL) == 0:
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        fail(f"Python could not make .venv. On Debian or Ubuntu: sudo apt-get install {package}")
    run("apt-get", "-qq", "update")
    run("apt-get", "-qq", "install", "-y", "--no-install-recommends", package)
    run(*command)


def has_pip() -> bool:
    """Tell whether the environment is whole; an attempt that stopped half-way leaves one without pip."""
    return PYTHON.exists() and subprocess.call([str(PYTHON), "-c", "import pip"]) == 0


def pip_install(*arguments: str) -> None:
    """Install into the environment."""
    run(PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments)


def main() -> None:
    """Set everything up, from nothing or from an earlier state."""
    if sys.version_info < (3, 11):
        found = "{}.{}".format(*sys.version_info[:2])
        fail(f"Python 3.11 or newer is needed, this is {found}. Name another: make PYTHON=python3.12")
    if not has_pip():
        print("Creating .venv", flush=True)
        make_venv()
    print("Installing the locked packages (a minute the first time)", flush=True)
    pip_install("--require-hashes", "-r", "requirements-dev.lock")
    pip_install("--no-deps", "--no-build-isolation", "--editable", ".")
    # pip compiles what it installs, but nothing that is editable: each command would begin with that.
    run(PYTHON, "-m", "compileall", "-q", "plugins")
    (VENV / "ready").touch()


if __name__ == "__main__":
    main()
