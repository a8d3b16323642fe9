"""The catalogue's folder to a catalogue, or all problems of all its files; the only reader of ``errors/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from errorbook.catalogue import (
    blocks,
    choices,
    entry_files,
    foreign_words,
    ids,
    ledger,
    pictures,
    schema,
    soundness,
    yaml_source,
)
from errorbook.catalogue.blocks import Block, Blocks
from errorbook.catalogue.entry_files import INDEX, Placed
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.value_types import slug_faults
from errorbook.catalogue.vocabulary import VOCABULARY, Vocabulary
from errorbook.catalogue.yaml_source import Source
from errorbook.common import reading
from errorbook.common.memory import Memory, growing
from errorbook.common.problems import CatalogueError, Problem, joined

RESERVED = ("by", "records")
"""Folders of index pages: a system of that name would have its pages there, too."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalogue with what only its files know."""

    catalogue: Catalogue
    sources: Mapping[str, Source]
    """Where each entry's values stand, by id."""
    words: Source
    """Where the vocabulary's values stand."""
    ledger_file: str
    ledger: tuple[ledger.Line, ...]
    """The ids and addresses ever given."""
    ledger_text: str
    """The ledger as it is on the disk; empty where there is none yet."""
    blocks: Blocks = field(default_factory=Blocks)
    """The blocks that entries share."""
    unread: tuple[Problem, ...] = ()
    """What keeps entries out of the catalogue: fields and holes that cannot be read, ids given twice."""
    doubtful: tuple[tuple[Entry, Source], ...] = ()
    """The entries that are kept out, as far as they can be read."""

    def place(self, entry: Entry) -> str:
        """Return the file of an entry, seen from the catalogue's folder."""
        return self.sources[entry.id].file.removeprefix(self.ledger_file.removesuffix(ledger.FILE))


def load(folder: Path) -> Catalogue:
    """Return the catalogue of a folder; raises CatalogueError with every problem in it."""
    return read(folder).catalogue


def vocabulary(folder: Path) -> Vocabulary:
    """Return the words of a catalogue alone; raises CatalogueError with every problem in them."""
    problems: list[Problem] = []
    found = _vocabulary(folder, reading.shown(folder), problems)
    if problems or found is None:
        raise CatalogueError(problems)
    return found[0]


@growing()
def read(folder: Path, memory: Memory | None = None) -> Loaded:
    """Return the catalogue of a folder and where its values stand; raises CatalogueError as ``load``."""
    loaded = survey(folder, memory)
    if loaded.unread:
        raise CatalogueError(loaded.unread)
    return loaded


@growing()
def survey(folder: Path, memory: Memory | None = None) -> Loaded:
    """Return the catalogue of what can be read, and what keeps the rest out of it.

    Raises CatalogueError where the catalogue's own words cannot be read. With the memory of a reading before,
    what stands in files that did not change is the same objects.
    """
    memory = memory or Memory(lasts=False)
    shown = reading.shown(folder)
    if not folder.is_dir():
        raise CatalogueError([Problem.of(str(folder), "is not a folder", "Name the folder of the catalogue")])
    problems: list[Problem] = []
    found = memory.same("vocabulary", _vocabulary(folder, shown, problems))
    shared = _blocks(folder, shown, problems)
    form = found[0].holes if found else None
    types = found[0].types if found else None
    placed = entry_files.read(folder, shown, VOCABULARY, form, types, shared, memory, problems)
    text, lines = _ledger(folder, shown, problems)
    problems.extend(_repeated_ids(placed, lines))
    problems.extend(_clashes(placed))
    if found:
        problems.extend(_strange_folders(folder, shown, found[0]))
        for each in placed:
            problems.extend(foreign_words.problems(each.entry, each.source, found[0], each.lost))
    pairs = [(each.entry, each.source) for each in placed]
    shots = memory.same("images", pictures.read(folder, shown, pairs, problems))
    if found is None or any(problem.file == found[1].file for problem in problems):
        raise CatalogueError(joined(problems))
    words, words_source = found
    kept, left_out = soundness.parted(placed, problems, words, shots)
    order = {system: number for number, system in enumerate(words.systems)}
    entries = sorted(
        (each.entry for each in kept), key=lambda entry: (order[entry.system], ids.order(entry.id))
    )
    placed_entries = tuple(
        memory.keep_for_next("usual", entry.id, (entry, words), partial(_with_usual, entry, words))
        for entry in entries
    )
    catalogue = Catalogue(vocabulary=words, entries=placed_entries, images=shots, memory=memory)
    sources = {each.entry.id: each.source for each in kept}
    told = f"{shown}/{ledger.FILE}", lines, text, shared, tuple(joined(problems))
    out = tuple((each.entry, each.source) for each in left_out)
    return Loaded(catalogue, sources, words_source, *told, out)


def _with_usual(entry: Entry, words: Vocabulary) -> Entry:
    """Return the entry with what it leaves to the catalogue to say."""
    usual = {
        "shown_in": entry.shown_in or words.shown_in or (entry.system,),
        "severity": entry.severity or choices.usual(words.severities),
        "fixable_by": entry.fixable_by or (choices.usual(words.fixable_by),),
        "language": words.language,
        "messages": tuple(
            message
            if "lang" in message.model_fields_set
            else message.model_copy(update={"lang": words.language})
            for message in entry.messages
        ),
    }
    return entry.model_copy(update=usual)


def _vocabulary(folder: Path, shown: str, problems: list[Problem]) -> tuple[Vocabulary, Source] | None:
    path, file = folder / VOCABULARY, f"{shown}/{VOCABULARY}"
    if not path.exists() and not path.is_symlink():
        problems.append(Problem.of(file, "is missing", "Create it with the fields 'name' and 'systems'"))
        return None
    try:
        source = yaml_source.read(file, reading.text(path, file))
        words = schema.vocabulary(source)
    except CatalogueError as error:
        problems.extend(error.problems)
        return None
    for system in words.systems:
        if system == blocks.SHARED:
            what = "is the folder of the shared blocks"
            problems.append(source.problem(("systems", system), what, "Give the system another name"))
        if system in RESERVED:
            what = f"has the address of index pages, errors/{system}/"
            problems.append(source.problem(("systems", system), what, "Give the system another name"))
    return words, source


def _ledger(folder: Path, shown: str, problems: list[Problem]) -> tuple[str, tuple[ledger.Line, ...]]:
    path, file = folder / ledger.FILE, f"{shown}/{ledger.FILE}"
    try:
        if path.exists() or path.is_symlink():
            text = reading.text(path, file, ledger.LARGEST)
            return text, ledger.parse(file, text)
    except CatalogueError as error:
        problems.extend(error.problems)
    return "", ()


def _blocks(folder: Path, shown: str, problems: list[Problem]) -> Blocks:
    """Return the shared blocks, those with problems marked as broken."""
    sources: dict[str, Source] = {}
    broken = set[str]()
    for path in sorted((folder / blocks.FOLDER).glob("*.yml")):
        file = f"{shown}/{blocks.FOLDER}/{path.name}"
        try:
            sources[path.stem] = yaml_source.read(file, reading.text(path, file))
        except CatalogueError as error:
            broken.add(path.stem)
            problems.extend(error.problems)
    read = Blocks(sources, frozenset(broken))
    for name, source in sources.items():
        if isinstance(source.value, dict) and source.value and not source.value.keys() & Block.model_fields:
            fix = "Write 'about' and 'steps', or move an entry to the folder of its system"
            problems.append(source.problem((), "has no field of a block", fix))
            broken.add(name)
            continue
        try:
            for what, fix in slug_faults(name):
                problems.append(Problem.of(source.file, f"has a name that {what}", fix))
            schema.block(source, read, name)
        except CatalogueError as error:
            broken.add(name)
            problems.extend(error.problems)
    return Blocks(sources, frozenset(broken), read.used)


def _repeated_ids(placed: list[Placed], lines: tuple[ledger.Line, ...]) -> Iterator[Problem]:
    """Yield ids that two entries claim; the one that the ledger does not have there is told, or the later."""
    promised = {(line.id, line.address) for line in lines}
    owners: dict[str, str] = {}
    known = (each for each in placed if "id" not in each.lost)
    for each in sorted(known, key=lambda each: (each.entry.id, each.entry.address) not in promised):
        entry, source = each.entry, each.source
        if entry.id in owners:
            what = f"{entry.id} is the id of {owners[entry.id]} too"
            yield source.problem(("id",), what, "Give one of the two entries a new id")
        owners.setdefault(entry.id, source.file)


def _clashes(placed: list[Placed]) -> Iterator[Problem]:
    """Yield addresses that two entries claim; the later file is told."""
    addresses: dict[str, str] = {}
    for entry, source in ((each.entry, each.source) for each in placed):
        if owner := addresses.get(entry.address, ""):
            what = f"has the address {entry.address}, which is that of an entry in {owner}"
            yield source.problem((), what, "Give one of the two another name")
        addresses.setdefault(entry.address, source.file)
    for entry, source in ((each.entry, each.source) for each in placed):
        for index, slug in enumerate(entry.former_slugs):
            if slug == INDEX:
                what = "is the address of the system's index page"
                yield source.problem(("former_slugs", index), what, "Remove it")
            owner = addresses.setdefault(f"{entry.system}/{slug}", source.file)
            if owner == source.file and slug != entry.slug and slug not in entry.former_slugs[:index]:
                continue
            taken = f"is the address of {owner} too" if owner != source.file else "is here twice"
            yield source.problem(("former_slugs", index), taken, "Remove it from one of the two places")


def _strange_folders(folder: Path, shown: str, words: Vocabulary) -> Iterator[Problem]:
    """Yield the folders that are no system's, each once, whatever is wrong with what they hold."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in (*words.systems, blocks.SHARED) and any(path.rglob("*.yml")):
            fix = f"Rename it to one of {', '.join(words.systems)}, or add the system there"
            yield Problem.of(f"{shown}/{path.name}", f"is a folder of no system in {VOCABULARY}", fix)
