"""Declares the values of a record: of those of the mapping the ones that its messages have a hole for."""

from __future__ import annotations

from typing import Any

from errorbook.catalogue.hole_forms import OURS, HoleForm, ours, usual_value
from errorbook.common.template import TemplateError, holes
from errorbook.importing.mapping import Mapping


class Values:
    """The values that a mapping declares, and for which of them the records had a hole."""

    def __init__(self, mapping: Mapping, form: HoleForm) -> None:
        """Keep what the mapping declares, and how messages of the catalogue write their holes."""
        declared = mapping.entry.get("values")
        self._declared = declared if isinstance(declared, dict) else {}
        self._form = form
        self._holes: set[str] = set()

    def of(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of a record with the values of its own holes: rows need not have the same."""
        values, messages = fields.get("values", {}), fields.get("messages")
        # What has another shape, or a hole that is none, is left for the schema to refuse.
        if not isinstance(values, dict) or not isinstance(messages, list):
            return fields
        try:
            found = [self._read(message) for message in messages]
        except TemplateError:
            return fields
        names = {name for each, _ in found for name in each}
        self._holes |= names
        # Holes of another form need not be declared.
        undeclared = {name for each, written in found if written == OURS for name in each} - values.keys()
        own = {name: value for name, value in values.items() if name in names}
        own |= {name: usual_value(name) for name in sorted(undeclared)}
        told = {**fields, "values": own}
        return told if own else {name: value for name, value in told.items() if name != "values"}

    def unused(self) -> list[str]:
        """Return the declared values for which no record so far had a hole."""
        return [name for name in self._declared if name not in self._holes]

    def _read(self, message: Any) -> tuple[tuple[str, ...], HoleForm]:
        """Return the holes of a message and how it writes them."""
        text = message.get("text") if isinstance(message, dict) else message
        written = message.get("holes", self._form) if isinstance(message, dict) else self._form
        return (holes(ours(text, written)) if isinstance(text, str) else ()), written
