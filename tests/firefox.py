"""Firefox, the second browser of the tests; as a program, install it where there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
DRIVER = Path(__file__).with_suffix(".mjs")


def find() -> str | None:
    """Return the path of Firefox, or nothing."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def install() -> None:
    """Install Debian's, where we may."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print("Installing firefox-esr for the tests", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("update", "install -y --no-install-recommends firefox-esr"):
        subprocess.run(["apt-get", "-qq", *command.split()], env=environment, stdout=subprocess.DEVNULL)


def answers(page: str, script: str, texts: list[str]) -> list[Any]:
    """Return what a script, a function that promises something, makes of each text on a page."""
    program = find()
    assert program, "Firefox is missing: apt-get install firefox-esr"
    # Node 20 has sockets for the web behind this option, later ones without.
    command = ["node", "--experimental-websocket", str(DRIVER), program, page, script]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    if find() is None:
        install()
    if find() is None:
        sys.exit("Firefox is missing. As root: apt-get install firefox-esr")
