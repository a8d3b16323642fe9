"""Who takes part: both of ours, and the peers."""

from __future__ import annotations

import importlib.metadata
import json
import shlex
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.install import NODE, NODE_READY, READY, VENV

HERE = Path(__file__).parent
PEERS = HERE / "peers"
NODE_PACKAGES = ("lunr", "minisearch", "fuse.js", "flexsearch", "@orama/orama")
PYTHON_PACKAGES = ("rapidfuzz", "rank-bm25", "scikit-learn", "drain3")


@dataclass(frozen=True, slots=True)
class Contender:
    """A command behind the adapter protocol."""

    name: str
    command: tuple[str, ...]
    grid: tuple[dict[str, Any], ...] = ()
    """Options to choose from on development queries."""
    slow: bool = False
    """Asked a few queries of each kind only."""
    no_score: bool = False
    """Its scores say no more than its order."""
    ours: bool = False
    installed: bool = field(default=True, compare=False)


def ours() -> list[Contender]:
    """Return the two twins."""
    return [
        Contender("errorbook (Python)", (sys.executable, str(HERE / "adapter.py")), ours=True),
        Contender("errorbook (JavaScript)", ("node", str(HERE / "adapter.mjs")), ours=True),
    ]


def peers() -> list[Contender]:
    """Return the peers, whether they could be installed or not."""
    specs: dict[str, dict[str, Any]] = json.loads((PEERS / "peers.json").read_text("utf-8"))
    return [_peer(name, spec) for name, spec in specs.items()]


def from_command(text: str) -> Contender:
    """Return a contender given as NAME=COMMAND."""
    name, _, command = text.partition("=")
    return Contender(name, tuple(shlex.split(command)))


def environment() -> dict[str, str]:
    """Return what the peers need to know: Material's own search worker comes with the project."""
    return {"BENCH_MATERIAL": sysconfig.get_paths()["purelib"]}


def versions() -> dict[str, str]:
    """Return what was compared."""
    node = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    found = {"node": node, "python": sys.version.split()[0]}
    for name in NODE_PACKAGES:
        file = NODE / "node_modules" / name / "package.json"
        if file.exists():
            found[name] = json.loads(file.read_text("utf-8"))["version"]
    found["mkdocs-material"] = importlib.metadata.version("mkdocs-material")
    site = [str(folder) for folder in VENV.glob("lib/python*/site-packages")]
    installed = {each.name: each.version for each in importlib.metadata.distributions(path=site)}
    known = {name.lower().replace("_", "-"): version for name, version in installed.items()}
    return found | {name: known[name] for name in PYTHON_PACKAGES if name in known}


def _peer(name: str, spec: dict[str, Any]) -> Contender:
    program, script = spec["cmd"]
    python = program == "python"
    return Contender(
        name,
        (str(VENV / "bin" / "python") if python else program, str(PEERS / script), name),
        tuple(spec.get("grid", ())),
        spec.get("slow", False),
        spec.get("no_score", False),
        installed=(READY if python else NODE_READY).exists(),
    )
