"""Makes entries of records, each proved sound, and tells which could be none and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from errorbook.authoring.slugs import Slugs
from errorbook.catalogue import foreign_words, schema, yaml_source
from errorbook.catalogue.hole_forms import HoleForm
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.yaml_source import Source
from errorbook.common import latin
from errorbook.common.problems import CatalogueError, Problem
from errorbook.importing import filling
from errorbook.importing.mapping import Mapping
from errorbook.importing.numbering import Numbering, said
from errorbook.importing.pastes import MESSAGE, Pastes, open_example
from errorbook.importing.records import Record
from errorbook.importing.values import Values

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass
class Imported:
    """What became of the records of a file."""

    entries: list[tuple[Entry, dict[str, Any]]] = field(default_factory=list)
    """The new entries, and the fields of each as a file has them."""
    known: list[str] = field(default_factory=list)
    """Ids that the catalogue has already, with the same messages."""
    changed: list[str] = field(default_factory=list)
    """Ids that the catalogue has with other messages."""
    passed: int = 0
    """How many records the mapping does not take."""
    problems: list[Problem] = field(default_factory=list)
    """Records that can be no entry, and why."""
    open: list[str] = field(default_factory=list)
    """An example of each new entry that has one in which a hole is left."""


def check(mapping: Mapping, source: Source, records: list[Record], loaded: Loaded) -> None:
    """Raise CatalogueError with everything in a mapping that fits no record, or not the catalogue."""
    problems = []
    if mapping.samples and not mapping.pastes:
        what, fix = "fill pastes, and there are none", "Add pastes, or remove the samples"
        problems.append(source.problem(("samples",), what, fix))
    if mapping.system not in loaded.catalogue.vocabulary.systems:
        what = f"is '{mapping.system}', which catalogue.yml does not list as a system"
        known = ", ".join(loaded.catalogue.vocabulary.systems)
        problems.append(source.problem(("system",), what, f"Write one of: {known}"))
    known_columns = sorted({column for record in records for column in record.values})
    parts = {"entry": mapping.entry, "slug": mapping.slug, "pastes": list(mapping.pastes)}
    for part, value in parts.items():
        for path, text in filling.faults(value):
            what = f"has a '$' that names no column ({text})"
            problems.append(
                source.problem((part, *path), what, "Write $column or ${any column}, or '$$' for a '$'")
            )
        if next(filling.faults(value), None):
            continue
        for name in dict.fromkeys(filling.columns(value)):
            if name not in known_columns and not (part == "pastes" and name == MESSAGE):
                problems.append(
                    source.problem((part,), f"names the column '{name}'", _near(name, known_columns))
                )
    for name in mapping.only:
        if name not in known_columns:
            problems.append(source.problem(("only", name), "is no column", _near(name, known_columns)))
    if problems:
        raise CatalogueError(problems)


def make(mapping: Mapping, source: Source, file: str, records: list[Record], loaded: Loaded) -> Imported:
    """Return the entries of records, which are those of a file.

    Raises CatalogueError, at a place of the mapping, where every record has the same problem.
    """
    found = Imported()
    refused: list[tuple[Problem, ...]] = []
    there = {entry.id: entry for entry in loaded.catalogue.entries}
    given = {line.id for line in loaded.ledger}
    free = Slugs(mapping.system, loaded)
    numbering = None if "id" in mapping.entry else Numbering(mapping.system, loaded)
    pastes = Pastes(mapping, loaded.catalogue.vocabulary.holes)
    values = Values(mapping, loaded.catalogue.vocabulary.holes)
    for record in records:
        if not _is_taken(record, mapping):
            found.passed += 1
            continue
        try:
            entry, fields = _entry(mapping, record, loaded, free, numbering, pastes, values)
        except CatalogueError as error:
            refused.append(error.problems)
            found.problems += [_at(record, file, problem) for problem in error.problems]
            continue
        if old := numbering.known(entry) if numbering else there.get(entry.id):
            (found.known if said(old) == said(entry) else found.changed).append(old.id)
        elif entry.id in given:
            what, fix = f"{entry.id} is an id already", "Give each record an id of its own"
            found.problems.append(_at(record, file, Problem("", 0, 0, "id", what, fix)))
        else:
            given.add(entry.id)
            if numbering:
                numbering.take(entry.id)
            free.take(entry.slug)
            found.entries.append((entry, fields))
            if example := open_example(fields.get("examples"), record, mapping.holes):
                found.open.append(example)
    taken = len(records) - found.passed
    if len(refused) > 1 and len(refused) == taken:
        _raise_common(refused, source)
    if taken and (idle := [*_idle(pastes, source), *_holeless(values, source)]):
        raise CatalogueError(idle)
    return found


def _idle(pastes: Pastes, source: Source) -> Iterator[Problem]:
    """Yield the samples that no record has a hole for."""
    fix = f"Write one of: {', '.join(pastes.holes())}" if pastes.holes() else "Remove it"
    for name in pastes.unused():
        yield source.problem(("samples", name), "fills no hole of the messages in pastes", fix)


def _holeless(values: Values, source: Source) -> Iterator[Problem]:
    """Yield the values that no record has a hole for."""
    for name in values.unused():
        what, fix = "is a hole of no message in the list", "Remove it, or correct its name"
        yield source.problem(("entry", "values", name), what, fix)


def dump(fields: dict[str, Any]) -> str:
    """Return fields as the text of a file."""
    text: str = yaml.dump(fields, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=10**6)
    return text


def _raise_common(refused: list[tuple[Problem, ...]], source: Source) -> None:
    """Raise CatalogueError with what is wrong with every record alike: the mapping is to be mended."""
    each = [{(problem.field, problem.what, problem.fix) for problem in problems} for problems in refused]
    if common := set.intersection(*each):
        raise CatalogueError(
            source.problem(("entry",), f"{field}: {what}" if field else what, fix)
            for field, what, fix in common
        )


def _is_taken(record: Record, mapping: Mapping) -> bool:
    for name, wanted in mapping.only.items():
        value = record.values.get(name, "")
        if not set(wanted) & set(value if isinstance(value, list) else [value]):
            return False
    return True


def _entry(
    mapping: Mapping,
    record: Record,
    loaded: Loaded,
    free: Slugs,
    numbering: Numbering | None,
    pastes: Pastes,
    values: Values,
) -> tuple[Entry, dict[str, Any]]:
    """Return the entry of a record with its fields; raises CatalogueError where it can be none."""
    form = loaded.catalogue.vocabulary.holes
    fields = filling.fields(mapping.entry, record.values)
    if numbering:
        fields = {"id": numbering.propose(fields), **fields}
    messages, examples = fields.setdefault("messages", []), fields.get("examples", [])
    # What is no list is left as it is, for the schema to refuse.
    if isinstance(messages, list):
        fields["messages"] = [_message(each, mapping, form) for each in messages]
        if mapping.pastes and isinstance(examples, list):
            fields["examples"] = [*examples, *pastes.of(fields["messages"], record)]
    fields = values.of(fields)
    told = filling.fill(mapping.slug, record.values) if mapping.slug else fields.get("title")
    slug = free.of(latin.words(told if isinstance(told, str) else ""))
    try:
        source = yaml_source.read("", dump(fields))
    except UnicodeEncodeError as error:  # JSON may hold what no file can
        what = f"has half of a character (U+{ord(error.object[error.start]):04X})"
        raise CatalogueError([Problem("", 0, 0, "", what, "Remove it, or export the file again")]) from None
    words = loaded.catalogue.vocabulary
    entry = schema.entry(source, mapping.system, slug, form, words.types)
    if faults := list(foreign_words.problems(entry, source, words)):
        raise CatalogueError(faults)
    return entry, fields


def _message(each: Any, mapping: Mapping, form: HoleForm) -> Any:
    """Return a message that says how its holes are written, where the catalogue does not."""
    if mapping.holes == form:
        return each
    return (
        {"holes": mapping.holes, **each} if isinstance(each, dict) else {"text": each, "holes": mapping.holes}
    )


def _at(record: Record, file: str, problem: Problem) -> Problem:
    """Return a problem of an entry as one of the record that it was to be made from."""
    field = ": ".join(part for part in (record.place, problem.field) if part)
    return Problem(
        file, record.line, 1 if record.line else 0, field, problem.what, problem.fix, rule="import"
    )


def _near(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"Did you mean '{close[0]}'?" if close else f"Write one of: {', '.join(known[:20])}"
