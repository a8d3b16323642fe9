"""The browser the tests drive; as a program, install one where none is found.

Looked for in this order: the one ERRORBOOK_BROWSER names, the machine's own, the one Playwright keeps.
"""

import functools
import os
import shutil
import subprocess
import sys
from typing import TypedDict

NAMES = ("google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PLAYWRIGHT = (sys.executable, "-m", "playwright")
# A process of its own: find() may be called where Playwright already runs, and it refuses to run twice.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


class LaunchOptions(TypedDict):
    """What `playwright.chromium.launch` needs here."""

    executable_path: str
    args: list[str]


@functools.cache
def find() -> str | None:
    """Return the path of a browser that starts, or nothing."""
    named = os.environ.get("ERRORBOOK_BROWSER")
    if named:
        return named if _starts(named) else None
    for path in (*map(shutil.which, NAMES), *MAC_APPS):
        if path and _starts(path):
            return path
    path = _output(sys.executable, "-c", ASK_PLAYWRIGHT)
    return path if path and _starts(path) else None


def launch_options() -> LaunchOptions:
    """Return the keyword arguments for `chromium.launch`; raise where there is no browser."""
    path = find()
    if path is None:
        raise RuntimeError("No browser found. Run `make test` once, or set ERRORBOOK_BROWSER to one.")
    # Chromium's sandbox refuses to work for root, which is who runs in most containers.
    as_root = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": path, "args": as_root if _is_root() else []}


def install() -> None:
    """Install a browser: Playwright's, else the system's where we may."""
    print("No browser found for the tests; installing Chromium", flush=True)
    subprocess.run([*PLAYWRIGHT, "install", "chromium"], capture_output=True)
    find.cache_clear()
    if find() is None and _is_root() and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ("update", "install -y --no-install-recommends chromium"):
            subprocess.run(["apt-get", "-qq", *command.split()], env=environment, stdout=subprocess.DEVNULL)
        find.cache_clear()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _starts(path: str) -> bool:
    """Tell whether the program runs: one that lacks a system library does not."""
    return bool(_output(path, "--version"))


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    if find() is None and "ERRORBOOK_BROWSER" not in os.environ:
        install()
    if find() is None:
        sys.exit(
            "No browser for the tests, and none could be installed. Install Chrome or Chromium, "
            "or name one: ERRORBOOK_BROWSER=/path/to/chrome make test"
        )
