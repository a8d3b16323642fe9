"""One file's values to a typed entry, or every problem in them; and the JSON Schema that editors read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from errorbook import walk
from errorbook.kinds import ONE_LINE
from errorbook.model import Entry, EntryFile, Step
from errorbook.problems import CatalogueError, Problem
from errorbook.template import TemplateError, holes
from errorbook.vocabulary import Vocabulary
from errorbook.yaml_source import Path, Source

Model = TypeVar("Model", bound=BaseModel)


def entry(source: Source, system: str, slug: str) -> Entry:
    """Return the entry a file holds, placed under its system; raises CatalogueError with every problem."""
    fields = _validate(EntryFile, source)
    problems = [
        *_texts(fields, source),
        *_steps(fields.resolution, ("resolution",), source),
        *_minimum(fields, source),
    ]
    if problems:
        raise CatalogueError(problems)
    return Entry.model_construct(**dict(fields), system=system, slug=slug)


def vocabulary(source: Source) -> Vocabulary:
    """Return the words of a catalogue; raises CatalogueError with every problem."""
    return _validate(Vocabulary, source)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of an entry file, for completion and explanation in editors."""
    fields = _for_editors(EntryFile.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Errorbook entry", **fields}


def _for_editors(node: Any) -> Any:
    """Return a part of the schema as editors can use it.

    They see YAML's numbers and words such as ``on``, which are text to us, and would show a made-up title
    and "null" beside every field's explanation.
    """
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    choices = node.get("anyOf", [])
    if {"type": "null"} in choices:
        (kept,) = (choice for choice in choices if choice != {"type": "null"})
        rest = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
        return _for_editors({**kept, **rest})
    result = {key: _for_editors(value) for key, value in node.items() if not _is_name(key, value)}
    if (
        result.get("type") == "string"
        and result.get("pattern", ONE_LINE) == ONE_LINE
        and "enum" not in result
    ):
        result["type"] = ["string", "number", "boolean"]
    return result


def _is_name(key: str, value: Any) -> bool:
    """Tell a title that was made from a field's name from the field 'title'."""
    return key == "title" and isinstance(value, str)


def _validate(model: type[Model], source: Source) -> Model:
    if not isinstance(source.value, dict):
        what = "is empty" if source.value is None else "is not a mapping of fields"
        first = next(iter(model.model_fields))
        raise CatalogueError([source.problem((), what, f"Start with '{first}: …' at the left margin")])
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        raise CatalogueError(_problem(detail, source) for detail in error.errors()) from None


def _problem(detail: Any, source: Source) -> Problem:
    """Word one finding of the validator for authors."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return source.problem(path, "is missing", "Add it")
        case "extra_forbidden":
            return source.problem(path, "is not a field", "Check the spelling; the schema lists every field")
        case "literal_error":
            return source.problem(path, "is not one of the choices", f"Write {context['expected']}")
        case "string_type" if _at(source, path) is None:
            return source.problem(path, "is empty", "Write the text, or remove the field")
        case "string_type":
            return source.problem(path, "is not text", "Write one text here, not a list or a mapping")
        case "tuple_type":
            return source.problem(path, "is not a list", "Write a list: one '- …' a line")
        case "dict_type" | "model_type" | "model_attributes_type":
            return source.problem(path, "is not a mapping", "Write 'name: value' lines, indented")
        case "too_short":
            return source.problem(path, "is empty", "Add at least one")
        case "string_too_short":
            return source.problem(path, "is empty", "Write the text, or remove the field")
        case "string_too_long":
            return source.problem(path, "is too long", f"Keep it to {context['max_length']} characters")
        case "string_pattern_mismatch":
            return source.problem(
                path,
                *_SHAPES.get(context["pattern"], ("has the wrong shape", f"Follow {context['pattern']}")),
            )
        case "bool_parsing":
            return source.problem(path, "is neither true nor false", "Write true or false")
        case _:
            return source.problem(
                path, f"cannot be used ({detail['msg']})", "See the field's description in the schema"
            )


_SHAPES = {
    ONE_LINE: ("has a line break or a tab", "Keep it on one line"),
    r"^[A-Z][A-Z0-9]{1,7}-[0-9]{4}$": ("is not an id", "Write a prefix and four digits, such as XERO-0031"),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("is not a slug", "Use lower-case letters, digits and single hyphens"),
    r"^[a-z][a-z0-9_]*$": ("is not a name", "Use lower-case letters, digits and '_'"),
    r"^https?://[^\s]+$": ("is not a web address", "Start with https:// and leave no spaces"),
    r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": (
        "is not a day",
        "Write year-month-day, such as 2026-11-22",
    ),
    r"^[1-9][0-9]{0,3}d$": ("is not a number of days", "Write a number and d, such as 180d"),
}


def _at(source: Source, path: Path) -> Any:
    value: Any = source.value
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return value
    return value


def _texts(entry: EntryFile, source: Source) -> Iterator[Problem]:
    """Holes: readable, declared in ``values``, and every declared value used by a message."""
    used: set[str] = set()
    for path, text in walk.texts(entry):
        try:
            names = holes(text)
        except TemplateError as error:
            yield source.problem(path, error.what, error.fix)
            continue
        if path[0] == "messages":
            used.update(names)
        for name in names:
            if name not in entry.values:
                yield source.problem(
                    path,
                    f"has the hole {{{name}}}, which 'values' does not declare",
                    f"Add '{name}' to values",
                )
    for name in entry.values.keys() - used:
        yield source.problem(
            ("values", name),
            "is in no message, so it can never be read",
            "Remove it, or put its hole into a message",
        )


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


def _minimum(entry: EntryFile, source: Source) -> Iterator[Problem]:
    """What an entry needs to be found and to prove itself."""
    if not entry.messages and not entry.aliases:
        yield source.problem(
            ("messages",), "is empty and there are no aliases", "Add a message, or aliases people would type"
        )
    for index, example in enumerate(entry.examples):
        for name in example.expect.keys() - entry.values.keys():
            yield source.problem(
                ("examples", index, "expect", name), "is not a declared value", "Use a name from values"
            )
