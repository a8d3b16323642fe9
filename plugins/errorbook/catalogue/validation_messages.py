"""What the validator finds, in words that tell an author what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from pydantic import BaseModel

from errorbook.catalogue import places
from errorbook.catalogue.ids import ID, PREFIX
from errorbook.catalogue.value_types import IMAGE_FILE, ONE_LINE, WEB_ADDRESS, Frozen
from errorbook.catalogue.vocabulary import PAGE
from errorbook.catalogue.yaml_source import Path, Source
from errorbook.common.problems import Problem


def problems(details: Iterable[Any], source: Source, root: type[BaseModel]) -> Iterator[Problem]:
    """Word what the validator finds for authors; a field whose name is misspelt is not missing, too."""
    found = list(details)
    missing = {place(detail) for detail in found if detail["type"] == "missing"}
    strange = [place(detail) for detail in found if detail["type"] == "extra_forbidden"]
    meant = {
        (*path[:-1], close[0])
        for path in strange
        if (close := get_close_matches(str(path[-1]), _beside(path, missing)))
    }
    yield from (
        problem(detail, source, places.fields_at(root, place(detail)[:-1]), places.fields(root))
        for detail in found
        if detail["type"] != "missing" or place(detail) not in meant
    )


def place(detail: Any) -> Path:
    """Return where in a file the validator found something."""
    return tuple(part for part in detail["loc"] if part not in _NO_FIELDS)


def _beside(path: Path, others: Iterable[Path]) -> list[str]:
    """Return the names that stand beside a place."""
    return [str(other[-1]) for other in others if other[:-1] == path[:-1]]


def problem(detail: Any, source: Source, names: list[str], outer: Iterable[str] = ()) -> Problem:
    """Word one finding of the validator for authors.

    ``names`` are those of the fields that may stand where it is, ``outer`` those at the left margin.
    """
    path = place(detail)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return source.problem(path, "is missing", "Add it")
        case "extra_forbidden":
            return source.problem(path, "is not a field", _spelling(str(path[-1]), names, outer))
        case "no_day":
            return source.problem(path, "is a day that does not exist", "Correct the date")
        case "literal_error":
            return source.problem(
                path, "is not one of the choices", _choice(source, path, context["expected"])
            )
        case "string_type" | "tuple_type" | "dict_type" | "model_type" if _at(source, path) is None:
            return source.problem(path, "is empty", "Write the text, or remove the field")
        case "string_type":
            return source.problem(path, "is not text", "Write one text here, not a list or a mapping")
        case "tuple_type":
            return source.problem(path, "is not a list", "Write a list: one '- …' a line")
        case "dict_type" | "model_type" | "model_attributes_type":
            return source.problem(path, "is not a mapping", _fields_of(context.get("class_name", "")))
        case "too_long":
            return source.problem(path, "has too many items", f"Keep it to {context['max_length']}")
        case "too_short":
            return source.problem(path, "is empty", "Add at least one")
        case "string_too_short":
            return source.problem(path, "is empty", "Write the text, or remove the field")
        case "string_too_long":
            return source.problem(path, "is too long", f"Keep it to {context['max_length']} characters")
        case "string_pattern_mismatch":
            return source.problem(path, *SHAPES[context["pattern"]])
        case "bool_parsing" | "bool_type":
            return source.problem(path, "is neither true nor false", "Write true or false")
        case _:
            return source.problem(
                path, f"cannot be used ({detail['msg']})", "See the field's description in the schema"
            )


_NO_FIELDS = ("[key]", "[text]", "[forms]")
"""What the validator names in a place beside fields: a key, and of a sentence how it is written."""
_FEW = 12
"""Fields that fit a message."""
_SURE = 0.7
"""How like a field a name must be to mean nothing else: 'lable' means 'label', 'kind' need not mean 'id'."""
_ANY_MAPPING = "Write 'name: value' lines, indented"
SHAPES = {
    IMAGE_FILE: (
        "is not the name of an image",
        "Name a .png, .jpg or .webp file beside the entry, in lower-case letters, digits and hyphens",
    ),
    PAGE: ("is not the path of a page", "Write a path below the content folder, such as guides/old.md"),
    ONE_LINE: ("has a line break or a tab", "Keep it on one line"),
    ID: ("is not an id", "Write a prefix and digits, such as SHOP-0031, or a native code: TS2322, 42P01"),
    PREFIX: ("is not a prefix", "Write up to 8 capital letters and digits, a letter first, such as SHOP"),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("is not a slug", "Use lower-case letters, digits and single hyphens"),
    r"^[a-z][a-z0-9_]*$": ("is not a name", "Use lower-case letters, digits and '_'"),
    WEB_ADDRESS: (
        "is not a web address",
        "Start with https://, leave no spaces, and put no name or password before an '@'",
    ),
    r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": (
        "is not a day",
        "Write year-month-day, such as 2026-11-22",
    ),
    r"^[a-z]{2,3}$": ("is not a language", "Write its two or three small letters, such as de"),
    r"^[a-z]{2}(-[A-Z]{2})?$": ("is not a language", "Write en, or with its country pt-BR"),
    r"^[a-z_]+(\.[a-z0-9_-]+)+$": (
        "is the key of no sentence",
        "Take one of wording/en.json, such as box.example",
    ),
    r"^\p{Ll}{2,60}$": ("is not a verb", "Write one word in small letters, such as moor"),
    r"^[a-z]+$": ("is not a form of a plural", "Write one of: zero, one, two, few, many, other"),
    r"^[1-9][0-9]{0,3}d$": ("is not a number of days", "Write a number and d, such as 180d"),
}


def _fields_of(model: str) -> str:
    """Return how to write a mapping: its required fields, where these are known."""
    models = {each.__name__: each.model_fields for each in Frozen.__subclasses__()}
    required = [name for name, field in models.get(model, {}).items() if field.is_required()]
    return f"Write {{{', '.join(f'{name}: …' for name in required)}}}" if required else _ANY_MAPPING


def _spelling(name: str, names: list[str], outer: Iterable[str]) -> str:
    """Return what an author may have meant by a field that does not stand there."""
    if name not in names and name in outer:
        return "Write it at the left margin, where it is one"
    few = ", ".join(names) if len(names) <= _FEW else ""
    if close := get_close_matches(name, names):
        sure = not few or SequenceMatcher(None, name, close[0]).ratio() > _SURE
        return f"Did you mean '{close[0]}'?" + ("" if sure else f" The fields here are {few}")
    return f"Write one of: {few}" if few else "Check the spelling; the schema lists every field"


def _choice(source: Source, path: Path, expected: str) -> str:
    """Return the choice that an author may have meant, and all of them."""
    close = get_close_matches(str(_at(source, path)), re.findall(r"'([^']+)'", expected))
    return f"Did you mean '{close[0]}'? The choices are {expected}" if close else f"Write {expected}"


def _at(source: Source, path: Path) -> Any:
    value: Any = source.value
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return value
    return value
