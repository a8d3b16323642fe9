"""The files of entries: one entry each, or several by slug, in a system's folder or in folders below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from errorbook.catalogue import blocks, schema, yaml_source
from errorbook.catalogue.blocks import Block, Blocks
from errorbook.catalogue.hole_forms import HoleForm
from errorbook.catalogue.model import Entry
from errorbook.catalogue.value_types import Types, slug_faults
from errorbook.catalogue.yaml_source import Source
from errorbook.common import reading
from errorbook.common.memory import Memory
from errorbook.common.problems import CatalogueError, Problem

SEVERAL = "entries"
"""The one field of a file that holds several entries, each under its slug."""
INDEX = "index"
"""The page of a folder itself: an entry of that name would take its place."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its place, as far as its file can be read."""

    entry: Entry
    source: Source
    lost: frozenset[str] = frozenset()
    """The fields of which something cannot be read."""
    lacking: bool = False
    """Whether it includes a shared block that cannot be used."""


def read(
    folder: Path,
    shown: str,
    vocabulary: str,
    form: HoleForm | None,
    types: Types,
    shared: Blocks,
    memory: Memory,
    problems: list[Problem],
) -> list[Placed]:
    """Return every entry of which something can be read, in the order of the file names."""
    placed: list[Placed] = []
    for path in sorted(folder.rglob("*.[yY]*[mM][lL]")):
        place = path.relative_to(folder)
        file = f"{shown}/{place.as_posix()}"
        if place.as_posix() == vocabulary:
            continue
        if (place.parent.as_posix(), path.suffix) == (blocks.FOLDER, ".yml"):
            continue
        if place.parts[0] == blocks.SHARED:
            what, fix = "is not where a block is read from", f"Name it {shown}/{blocks.FOLDER}/<name>.yml"
            problems.append(Problem.of(file, what, fix))
            continue
        if len(place.parts) < 2 or path.suffix != ".yml":
            what, fix = "is not where an entry is read from", f"Name it {shown}/<system>/<slug>.yml"
            problems.append(Problem.of(file, what, fix))
            continue
        try:
            text = reading.text(path, file)
        except CatalogueError as error:
            problems.extend(error.problems)
            continue
        make = partial(_read, file, text, place.parts[0], path.stem, form, types, shared)
        # What includes a block is read again: the block may have changed, and is counted as used.
        known = text, form, types
        found, doubts = make() if "include" in text else memory.keep_for_next("file", file, known, make)
        placed += found
        problems += doubts
    return placed


def _read(
    file: str, text: str, system: str, stem: str, form: HoleForm | None, types: Types, shared: Blocks
) -> tuple[list[Placed], list[Problem]]:
    """Return the entries of a file, and what is wrong with it."""
    placed, problems = list[Placed](), list[Problem]()
    try:
        for slug, source in _entries(stem, yaml_source.read(file, text)):
            _place(system, slug, source, form, types, shared, placed, problems)
    except CatalogueError as error:
        problems.extend(error.problems)
    return placed, problems


def is_shared(source: Source) -> bool:
    """Tell whether an entry is in a file with others."""
    return source.within != ()


def _entries(stem: str, source: Source) -> Iterator[tuple[str, Source]]:
    """Yield the slug and the fields of each entry in a file."""
    if not isinstance(source.value, dict) or SEVERAL not in source.value:
        yield stem, source
        return
    if len(source.value) > 1:
        what, fix = "are beside other fields", "Move those into one of the entries"
        raise CatalogueError([source.problem((SEVERAL,), what, fix)])
    several = source.value[SEVERAL]
    if not isinstance(several, dict):
        what, fix = "is not a mapping of entries", "Write each entry's slug, and its fields indented below it"
        raise CatalogueError([source.problem((SEVERAL,), what, fix)])
    yield from ((slug, source.part((SEVERAL, slug))) for slug in several)


def _place(
    system: str,
    slug: str,
    source: Source,
    form: HoleForm | None,
    types: Types,
    shared: Blocks,
    placed: list[Placed],
    problems: list[Problem],
) -> None:
    """Add an entry to those placed, or what is wrong with it to the problems."""
    own = is_shared(source)
    if isinstance(source.value, dict) and source.value and source.value.keys() <= Block.model_fields.keys():
        what, fix = "has the fields of a block", f"Move it to {blocks.FOLDER}, or write an entry's fields"
        problems.append(source.problem((), what, fix))
        return
    for what, fix in slug_faults(slug):
        fix = f"{fix}: the name is the page's address"
        problems.append(_of(source, own, f"has a name that {what}", fix))
    if slug == INDEX:
        what = "has the address of the system's index page"
        problems.append(_of(source, own, what, f"Give the {'entry' if own else 'file'} another name"))
    try:
        expanded = shared.expand(source, "resolution")
        problems.extend(expanded.problems)
        found = schema.judged(expanded.source, system, slug, form, types, whole=expanded.whole)
        problems.extend(found.problems)
        placed.append(Placed(found.entry, expanded.source, found.lost, shared.lacks(source.value)))
    except CatalogueError as error:
        problems.extend(error.problems)


def _of(source: Source, own: bool, what: str, fix: str) -> Problem:
    """Return a problem of an entry's name: at its place in a file of several, else of the whole file."""
    return source.problem((), what, fix) if own else Problem.of(source.file, what, fix)
