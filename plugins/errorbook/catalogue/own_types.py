"""Types of values that a catalogue adds to ours: how such a value is written, and whether it is personal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, get_args

from pydantic import Field

from errorbook.catalogue.linear_patterns import prove
from errorbook.catalogue.pattern_reading import PatternError
from errorbook.catalogue.value_types import Frozen, Line, ValueType
from errorbook.catalogue.yaml_source import Path

OURS: tuple[str, ...] = get_args(ValueType)
"""The types that every catalogue has."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OwnType(Frozen):
    """A type of values of the catalogue's own."""

    pattern: Line
    """How the whole value is written: '[A-Z]{2,4}-[0-9]{1,5}'. Matched in linear time, or refused."""
    examples: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Values of this type, each of which the pattern must match."""
    personal: bool = True
    """Whether copied texts hide it; false: it says nothing about anybody."""


OwnTypes = Mapping[str, OwnType]


def faults(types: OwnTypes) -> Iterator[tuple[Path, str, str]]:
    """Yield what is wrong with types, each fault with its place and what to do."""
    for name, own in types.items():
        if name in OURS:
            yield (name,), "is the name of a type that every catalogue has", "Give it another name"
        try:
            if found := _ASTRAL.search(own.pattern):
                fix = "Write a class of what it is not: [^A-Za-z0-9]"
                raise PatternError(f"has '{found[0]}', which counts as two characters in a browser", fix)
            prove(own.pattern)
        except PatternError as error:
            yield (name, "pattern"), error.what, error.fix
            continue
        for index, example in enumerate(own.examples):
            if not re.fullmatch(own.pattern, example):
                what = f"is '{example}', which the pattern does not match"
                yield (name, "examples", index), what, "Correct the example, or the pattern"
