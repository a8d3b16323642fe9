"""The theme's templates, compiled once in a run: that is half of what the build of a small site takes."""

from __future__ import annotations

from pathlib import Path

import jinja2
from mkdocs.theme import Theme

_environment = Theme.get_env
_kept: list[jinja2.FileSystemBytecodeCache] = []


def keep(folder: Path) -> None:
    """Let the builds of this process take compiled templates from a folder, and put them there."""
    # Jinja takes none whose text is another by now.
    _kept[:] = [jinja2.FileSystemBytecodeCache(str(folder))]


def folder() -> Path:
    """Return the folder of the compiled templates."""
    return Path(_kept[0].directory)


def _remembering(theme: Theme) -> jinja2.Environment:
    made = _environment(theme)
    made.bytecode_cache = _kept[0] if _kept else None
    return made


Theme.get_env = _remembering  # type: ignore[method-assign, assignment]  # MkDocs offers no hook
