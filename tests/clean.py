"""Clean builds: each in a process that has imported much of what a build needs, and built nothing yet."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

import templates
from mkdocs.commands.build import build
from mkdocs.config import load_config

_FRESH = multiprocessing.get_context("forkserver")
_FRESH.set_forkserver_preload(
    ["clean", "mkdocs.__main__", "material.plugins.search.plugin", "errorbook.catalogue.reader",
     "errorbook.indexing.match_index"]
)  # fmt: skip


def make(config: Path, site: Path) -> None:
    """Build a site by its mkdocs.yml, as `mkdocs build` does."""
    process = _FRESH.Process(target=_build, args=(config, site, templates.folder()))
    process.start()
    process.join()
    assert process.exitcode == 0, f"The build of {config} failed."


def _build(config: Path, site: Path, compiled: Path) -> None:
    assert "minify" not in sys.modules, "Its threads do not outlive a fork: import less in tests/clean.py."
    templates.keep(compiled)
    os.chdir(config.parent)
    made = load_config(str(config), site_dir=str(site))
    made.plugins.run_event("startup", command="build", dirty=False)
    build(made)
    made.plugins.run_event("shutdown")
