"""One file's values to a typed entry, or every problem in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from errorbook.catalogue import (
    entry_texts,
    hole_forms,
    message_holes,
    own_types,
    remainder,
    text_blocks,
    translating,
    validation_messages,
    vocabulary_rules,
)
from errorbook.catalogue.blocks import Block, Blocks, hole_names
from errorbook.catalogue.hole_forms import OURS, HoleForm
from errorbook.catalogue.model import Entry, EntryFile, Step
from errorbook.catalogue.value_types import Types
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.catalogue.yaml_source import Path, Source
from errorbook.common.problems import CatalogueError, Problem
from errorbook.common.template import HOLE_NAME, TemplateError, holes

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry as far as it can be read, and everything that is wrong with it."""

    entry: Entry
    problems: list[Problem]
    lost: frozenset[str]
    """The fields of which something cannot be read."""


def entry(
    source: Source, system: str, slug: str, form: HoleForm | None = OURS, types: Types = own_types.OURS
) -> Entry:
    """Return the entry a file holds, placed under its system; raises CatalogueError with every problem."""
    found = judged(source, system, slug, form, types)
    if found.problems:
        raise CatalogueError(found.problems)
    return found.entry


def judged(
    source: Source, system: str, slug: str, form: HoleForm | None, types: Types, *, whole: bool = True
) -> Judged:
    """Return what can be read of the entry a file holds; raises CatalogueError where it holds no fields.

    ``form`` is how messages write their holes that do not say so themselves, ``types`` those that values may
    have: None where nobody can know them, because the catalogue's words cannot be read. Without a form no
    hole is judged. Translations of the steps wait where these are not ``whole``, for want of a shared block.
    """
    fields, problems, lost = _fields(source, types)
    if form or all(message.holes for message in fields.messages):
        misread = [] if "messages" in lost else list(message_holes.misread(fields, form or OURS, source))
        problems += (problem for _, problem in misread)
        fields = message_holes.in_our_form(fields, form or OURS)
        if (declared := _declared(fields, source, lost)) is not None:
            used = None if "messages" in lost else set().union(*(names for names, _ in misread))
            problems += _texts(fields, declared, source, used)
        if lost.isdisjoint(("messages", "values")):
            problems += _expected(fields, source)
        if lost.isdisjoint(("translations", "values")):
            waiting = lost if whole else lost | {"resolution"}
            told = (fault for fault in translating.faults(fields) if waiting.isdisjoint(fault[0][2:3]))
            problems += (source.problem(*fault) for fault in told)
    problems += _blocks(entry_texts.texts(fields), source)
    if "resolution" not in lost:
        problems += _steps(fields.resolution, ("resolution",), source)
    if lost.isdisjoint(("messages", "aliases")):
        problems += _minimum(fields, source)
    return Judged(Entry.model_construct(**dict(fields), system=system, slug=slug), problems, lost)


def _fields(source: Source, types: Types) -> tuple[EntryFile, list[Problem], frozenset[str]]:
    """Return an entry's fields, what is wrong with some, and which: the others are judged all the same."""
    try:
        return _validate(EntryFile, source, types), [], frozenset()
    except CatalogueError as error:
        if not isinstance(source.value, dict):
            raise
        fields, lost = remainder.read(source.value, types)
        return fields, list(error.problems), lost


def block(source: Source, blocks: Blocks, name: str) -> Block:
    """Return the shared block that a file holds; raises CatalogueError with every problem."""
    found = blocks.expand(source, "steps", name)
    expanded, problems = found.source, found.problems
    try:
        fields = _validate(Block, expanded)
    except CatalogueError as error:
        raise CatalogueError([*problems, *error.problems]) from None
    problems += _steps(fields.steps, ("steps",), expanded)
    problems += _block_holes(fields, source, expanded)
    problems += _blocks(entry_texts.of_steps(fields.steps, ("steps",)), expanded)
    if problems:
        raise CatalogueError(problems)
    return fields


def vocabulary(source: Source) -> Vocabulary:
    """Return the words of a catalogue; raises CatalogueError with every problem."""
    found = _validate(Vocabulary, source)
    if problems := list(vocabulary_rules.check(found, source)):
        raise CatalogueError(problems)
    return found


def _validate(model: type[Model], source: Source, types: Types = None) -> Model:
    if not isinstance(source.value, dict):
        what = "is empty" if source.value is None else "is not a mapping of fields"
        first = next(iter(model.model_fields))
        raise CatalogueError([source.problem((), what, f"Start with '{first}: …' at the left margin")])
    try:
        return model.model_validate(source.value, context={"types": types})
    except ValidationError as error:
        found = filter(_counts, error.errors())
        raise CatalogueError(validation_messages.problems(found, source, model)) from None


def _counts(detail: Any) -> bool:
    """Tell whether a finding is one: a list is not empty because its only item is wrong."""
    return detail["type"] != "too_short" or not detail["input"]


def _declared(fields: EntryFile, source: Source, lost: frozenset[str]) -> set[str] | None:
    """Return the names of an entry's values, also of unreadable ones; None where nobody knows them."""
    if "values" not in lost:
        return set(fields.values)
    named = source.value.get("values") if isinstance(source.value, dict) else None
    names = set(map(str, named)) if isinstance(named, dict) else set[str]()
    # A message of another form declares its holes itself.
    return names | fields.values.keys() if names and all(map(HOLE_NAME.match, names)) else None


def _texts(
    entry: EntryFile, declared: set[str], source: Source, misread: set[str] | None
) -> Iterator[Problem]:
    """Holes: readable, declared, and every declared value used by a message; without ``misread``, by any."""
    used = set(misread or ())
    readable = misread is not None
    for path, text in entry_texts.texts(entry):
        try:
            names = holes(text)
        except TemplateError as error:
            yield source.problem(path, error.what, error.fix + _of_programs(path, text))
            readable = readable and path[0] != "messages"
            continue
        if path[0] == "messages":
            used.update(names)
        for name in names:
            if name not in declared:
                meant = get_close_matches(name, sorted(declared), n=1)
                used.update(meant)
                fix = f"Add '{name}' to values" + "".join(f", or write {{{each}}}" for each in meant)
                yield source.problem(path, f"has the hole {{{name}}}, which 'values' does not declare", fix)
    # While a message cannot be read, nobody knows which values it uses.
    for name in entry.values.keys() - used if readable else ():
        yield source.problem(
            ("values", name),
            "is in no message, so it can never be read",
            "Remove it, or put its hole into a message",
        )


def _of_programs(path: Path, text: str) -> str:
    """Return what else a message needs whose holes are those of a program."""
    found = hole_forms.spelled(text, "{0}") - hole_forms.spelled(text, OURS) if path[0] == "messages" else ()
    how = "write the message as {text: …, holes: '{0}'}, or set 'holes' in catalogue.yml for all"
    return f". Where the program fills in {min(found)}, {how}" if found else ""


def _blocks(texts: Iterable[tuple[Path, str]], source: Source) -> Iterator[Problem]:
    """Texts below steps and causes: nothing but the Markdown that they may have."""
    for path, text in texts:
        if path[-1] == "more":
            yield from (source.problem(path, *fault) for fault in text_blocks.faults(text))


def _steps(steps: tuple[Step, ...], path: Path, source: Source) -> Iterator[Problem]:
    """A step either does or asks; a question has at least two answers."""
    for index, step in enumerate(steps):
        here = (*path, index)
        if (step.do is None) == (step.ask is None):
            yield source.problem(
                here, "needs either 'do' or 'ask'", "Write what to do, or a question with answers"
            )
        if step.ask is not None and len(step.answers or {}) < 2:
            count = "one answer" if step.answers else "no answers"
            yield source.problem((*here, "ask"), f"has {count}", "Add at least two")
        if step.ask is None and step.answers is not None:
            yield source.problem((*here, "answers"), "answer no question", "Add 'ask' with the question")
        for answer, following in (step.answers or {}).items():
            yield from _steps(following, (*here, "answers", answer), source)


def _block_holes(fields: Block, source: Source, expanded: Source) -> Iterator[Problem]:
    """Holes of a block: readable and declared by it, and every declared one used."""
    for path, text in entry_texts.of_steps(fields.steps, ("steps",)):
        try:
            names = holes(text)
        except TemplateError as error:
            yield expanded.problem(path, error.what, error.fix)
            continue
        for name in names:
            if name not in fields.holes:
                what = f"has the hole {{{name}}}, which 'holes' does not declare"
                yield expanded.problem(path, what, f"Add '{name}' to holes")
    used = set(hole_names(source.part(("steps",)).value))
    for name in fields.holes.keys() - used:
        yield source.problem(("holes", name), "is in no text", "Remove it, or put it into a text")


def _minimum(entry: EntryFile, source: Source) -> Iterator[Problem]:
    """What an entry needs to be found."""
    if not entry.messages and not entry.aliases:
        yield source.problem(
            ("messages",), "is empty and there are no aliases", "Add a message, or aliases people would type"
        )


def _expected(entry: EntryFile, source: Source) -> Iterator[Problem]:
    """What examples expect: values that there are."""
    for index, example in enumerate(entry.examples):
        for name in example.expect.keys() - entry.values.keys():
            yield source.problem(
                ("examples", index, "expect", name), "is not a declared value", "Use a name from values"
            )
