"""What can be read of a file beside its faults, so that faults of the rest are told in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from errorbook.catalogue import validation_messages
from errorbook.catalogue.model import EntryFile
from errorbook.catalogue.value_types import Types
from errorbook.catalogue.yaml_source import Path

_STAND_INS = {"id": "X-0001", "title": "Open", "messages": [], "causes": ["Open"], "resolution": ["Open"]}
"""What takes the place of a required field that cannot be read; no rule has anything to say of it."""


def read(value: Mapping[str, Any], types: Types) -> tuple[EntryFile, frozenset[str]]:
    """Return an entry's fields without what cannot be read, and the names of those that lost something."""
    rest, lost = deepcopy(dict(value)), set[str]()
    while True:
        try:
            return EntryFile.model_validate(rest, context={"types": types}), frozenset(lost)
        except ValidationError as error:
            for path in [validation_messages.place(detail) for detail in error.errors()]:
                lost.update(_meant(str(path[0])))
                _leave_out(rest, path)


def _meant(name: str) -> list[str]:
    """Return the field of a name, or those that somebody may have meant by it."""
    known = list(EntryFile.model_fields)
    return [name] if name in known else get_close_matches(name, known)


def _leave_out(rest: dict[str, Any], path: Path) -> None:
    """Remove the innermost named value on a path, which leaves every other at its place."""
    within, name = None, ""
    here: Any = rest
    for part in path:
        if isinstance(here, dict) and part in here:
            within, name = here, str(part)
        elif not (isinstance(here, list) and isinstance(part, int) and part < len(here)):
            break
        here = here[part]
    if within is not None:
        del within[name]
    if path[0] not in rest and path[0] in _STAND_INS:
        rest[str(path[0])] = _STAND_INS[str(path[0])]
