"""Measure pages with Lighthouse as on a phone, with our scripts and without: speed and accessibility.

    .venv/bin/python tests/page_speed.py [runs]

Each figure is the middle one of some runs. Ends with 1 where a page is not wholly accessible, or where it is
slower with our scripts than noise explains.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import browser
from browsing import ROOT, build
from states import ENTRY

FOLDER = ROOT / "tests/lighthouse"
PROGRAM = FOLDER / "node_modules/lighthouse/cli/index.js"
PAGES = {"home": "", "an error": ENTRY, "an index": "errors/xero/", "a guide": "guides/lock-dates/"}
OURS = "*/assets/errorbook/*.js"
RUNS = 3
NOISE = 5
"""Points by which the same page differs from run to run."""
_PACKED = (".html", ".js", ".css", ".json", ".svg", ".xml")


@dataclass(frozen=True, slots=True)
class Figures:
    """What Lighthouse says of a page: scores of 100, and milliseconds until the largest part is painted."""

    speed: float
    accessibility: float
    painted: float
    kilobytes: float


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files packed, as hosts do: Lighthouse counts bytes."""

    def send_head(self) -> io.BytesIO | Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder packed; yields the address."""
    handler = functools.partial(_Handler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(address: str, *options: str) -> Figures:
    """Return what Lighthouse says of a page, once."""
    found = browser.launch_options()
    flags = " ".join(("--headless=new", *found["args"]))
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command += ["--only-categories=performance,accessibility", *options]
    environment = {**os.environ, "CHROME_PATH": found["executable_path"]}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
    if done.returncode:
        sys.exit(f"Lighthouse could not measure {address}:\n{done.stderr[-2000:]}")
    return read(json.loads(done.stdout))


def read(report: dict[str, Any]) -> Figures:
    """Return the figures of a report."""
    scores = {name: 100 * (category["score"] or 0) for name, category in report["categories"].items()}
    audits = report["audits"]
    return Figures(
        round(scores["performance"]),
        round(scores["accessibility"]),
        audits["largest-contentful-paint"]["numericValue"],
        audits["total-byte-weight"]["numericValue"] / 1000,
    )


def middle(several: list[Figures]) -> Figures:
    """Return the middle of each figure; of accessibility the least, which no noise excuses."""
    return Figures(
        median(each.speed for each in several),
        min(each.accessibility for each in several),
        median(each.painted for each in several),
        median(each.kilobytes for each in several),
    )


def compared(address: str, runs: int) -> tuple[Figures, Figures]:
    """Return a page with our scripts and without, measured in turns: what else runs slows both."""
    blocked = f"--blocked-url-patterns={OURS}"
    pairs = [(measure(address), measure(address, blocked)) for _ in range(runs)]
    return middle([ours for ours, _ in pairs]), middle([bare for _, bare in pairs])


def judged(name: str, ours: Figures, bare: Figures) -> list[str]:
    """Return what is wrong with a page."""
    wrong = []
    if ours.accessibility < 100:
        wrong.append(f"{name}: accessibility is {ours.accessibility:.0f}, not 100")
    if ours.speed < bare.speed - NOISE:
        wrong.append(f"{name}: {ours.speed:.0f} with our scripts, {bare.speed:.0f} without")
    return wrong


def main() -> None:
    """Build the site, measure, print a table and say what is wrong."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    if not PROGRAM.is_file():
        # Nothing that a package brings is run while it is installed.
        subprocess.run(["npm", "ci", "--silent", "--ignore-scripts"], cwd=FOLDER, check=True)
    wrong = []
    print("| Page, as on a phone | Speed | without our scripts | Painted, ms | without | KB | Accessible |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder, serve(build(Path(folder))) as address:
        for name, page in PAGES.items():
            ours, bare = compared(address + page, runs)
            wrong += judged(name, ours, bare)
            cells = (ours.speed, bare.speed, ours.painted, bare.painted, ours.kilobytes, ours.accessibility)
            print(f"| {name} | {' | '.join(f'{cell:,.0f}' for cell in cells)} |", flush=True)
    print("\n".join(wrong))
    sys.exit(int(bool(wrong)))


if __name__ == "__main__":
    main()
