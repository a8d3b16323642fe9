"""The files of a source tree, and every place in them that names an error."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from errorbook.common import reading
from errorbook.common.problems import Level, Problem
from errorbook.constants.references import References

_BEGINNING = 8192
_FOREIGN = ("node_modules", "__pycache__", "site-packages")


@dataclass(slots=True)
class Proof:
    """What was read, what it names, and what of that leads nowhere."""

    files: int = 0
    named: Counter[str] = field(default_factory=Counter)
    """How often an error is named, by id, where it is known."""
    problems: list[Problem] = field(default_factory=list)


def prove(paths: Iterable[Path], references: References, left_out: Iterable[str] = ()) -> Proof:
    """Return the proof of files and of all files in folders, in the order of their names."""
    proof = Proof()
    for path in dict.fromkeys(each for given in paths for each in files(given, tuple(left_out), proof)):
        try:
            _read(path, references, proof)
        except OSError as error:
            _note(proof, path, error)
    return proof


def files(path: Path, left_out: tuple[str, ...], proof: Proof) -> Iterator[Path]:
    """Yield a file, or those of a folder: no hidden ones, no links, and none of other projects."""
    if not path.is_dir():
        if wrong := list(reading.faults(path, path.as_posix())):
            proof.problems.extend(wrong)
        else:
            yield path
        return
    for folder, folders, names in os.walk(path, onerror=lambda error: _note(proof, path, error)):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _FOREIGN)
        for name in sorted(names):
            file = Path(folder, name)
            if name.startswith(".") or file.is_symlink() or not file.is_file():
                continue
            place = file.relative_to(path).as_posix()
            if not any(fnmatch(place, pattern) or fnmatch(name, pattern) for pattern in left_out):
                yield file


def _read(path: Path, references: References, proof: Proof) -> None:
    """Note what a file names; one that is no text is left out."""
    with path.open("rb") as file:
        if b"\0" in file.read(_BEGINNING):
            return
        file.seek(0)
        proof.files += 1
        for number, line in enumerate(file, 1):
            text = line.decode("utf-8", "replace")
            for reference in references.find(text.removeprefix("\N{BYTE ORDER MARK}")):
                if reference.leads:
                    proof.named[reference.id] += 1
                if reference.what:
                    level: Level = "warning" if reference.leads else "error"
                    place = (path.as_posix(), number, reference.column, "")
                    problem = Problem(*place, reference.what, reference.fix, level, "reference")
                    proof.problems.append(problem)


def _note(proof: Proof, path: Path, error: OSError) -> None:
    name = Path(error.filename or path).as_posix()
    what, fix = f"cannot be read ({error.strerror or error})", "Allow it, or leave the file out by --exclude"
    proof.problems.append(Problem.of(name, what, fix, rule="reference"))
