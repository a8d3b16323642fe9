"""Files written whole: whatever happens on the way, each is the old one or the new one, never a part."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path, PurePosixPath, PureWindowsPath

from filelock import FileLock

from errorbook.common.problems import CatalogueError, Problem

GUARD = ".errorbook.lock"
"""The file in a folder that the one process holds which may change it."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes of ours from changing a folder, from reading it to writing the last file."""
    # The library would make a folder that is not there.
    with FileLock(folder / GUARD) if folder.is_dir() else nullcontext():
        yield


def write(texts: Mapping[Path, str] | Mapping[Path, bytes]) -> None:
    """Write texts, or their bytes, to files, all of them ready on the disk before the first takes its place.

    An OSError names the file that could not be written; nothing is left of the others then.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        for path, text in texts.items():
            ready[path] = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            _write(ready[path], text)
            if path.exists():
                ready[path].chmod(path.stat().st_mode & 0o777)
        for path, temporary in ready.items():
            # A link stays one: the file that it names is replaced.
            temporary.replace(path.resolve())
            _keep_name(path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from None
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)


def below(folder: Path, uri: str) -> Path:
    """Return the path of a file in a folder; raises CatalogueError where the uri leads out of it."""
    path = PurePosixPath(uri)
    # What another system reads as a way out is one on every system.
    foreign = PureWindowsPath(uri)
    if path.is_absolute() or foreign.drive or foreign.root or ".." in (*path.parts, *foreign.parts):
        what, fix = "is outside of the folder that is written to", "Correct the address that leads there"
        raise CatalogueError([Problem.of(uri, what, fix)])
    return folder / path


def _write(path: Path, text: str | bytes) -> None:
    with path.open("wb") as file:
        file.write(text.encode() if isinstance(text, str) else text)
        file.flush()
        os.fsync(file.fileno())


def _keep_name(folder: Path) -> None:
    """Have the folder itself on the disk; Windows does so on its own and cannot open one."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
