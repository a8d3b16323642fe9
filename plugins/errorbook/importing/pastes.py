"""Fills a mapping's pastes: how a record's message looks where people see it, with values in its holes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from errorbook.catalogue.hole_forms import HoleForm, ours, spelled
from errorbook.common.template import Hole, TemplateError, parse
from errorbook.importing import filling
from errorbook.importing.mapping import Mapping
from errorbook.importing.records import Record

MESSAGE = "message"
"""What a paste calls the record's first message; a column of the messages is filled under its own name."""
_SAMPLES = ("alpha", "bravo", "delta", "gamma", "omega", "sigma", "theta", "kappa")


class Pastes:
    """The pastes of a mapping, and which samples the records had a hole for."""

    def __init__(self, mapping: Mapping, form: HoleForm) -> None:
        """Keep the mapping, and how messages of the catalogue write their holes."""
        self._mapping, self._form = mapping, form
        self._columns = tuple(dict.fromkeys(filling.columns(mapping.entry.get("messages"))))
        self._holes: set[str] = set()

    def of(self, messages: list[Any], record: Record) -> Iterator[str]:
        """Yield what a paste of a record looks like in each place; nothing where it has no message."""
        first = messages[0] if messages else ""
        text = first.get("text", "") if isinstance(first, dict) else first
        if not isinstance(text, str) or not text:
            return
        written = first.get("holes", self._form) if isinstance(first, dict) else self._form
        samples = dict(self._mapping.samples)
        filled = {MESSAGE: self._filled(text, written, samples)}
        for name in self._columns:
            value = record.values.get(name, "")
            one = value if isinstance(value, str) else next(iter(value), "")
            filled.setdefault(name, self._filled(one, self._mapping.holes, samples))
        for paste in self._mapping.pastes:
            if isinstance(told := filling.fill(paste, {**record.values, **filled}), str):
                yield told

    def unused(self) -> list[str]:
        """Return the names of samples for which no record so far had a hole."""
        return [name for name in self._mapping.samples if name not in self._holes]

    def holes(self) -> list[str]:
        """Return the names of the holes that records so far had."""
        return sorted(self._holes)

    def _filled(self, text: str, written: HoleForm, samples: dict[str, str]) -> str:
        try:
            parts = parse(ours(text, written))
        except TemplateError:  # the schema tells it of the message
            return text
        self._holes.update(part.name for part in parts if isinstance(part, Hole))
        return "".join(
            samples.setdefault(part.name, _SAMPLES[len(samples) % len(_SAMPLES)])
            if isinstance(part, Hole)
            else part
            for part in parts
        ).strip()


def open_example(examples: Any, record: Record, form: HoleForm) -> str:
    """Return the first example in which a hole of the record is left as it is written, or nothing."""
    columns = record.values.values()
    texts = [text for value in columns for text in ([value] if isinstance(value, str) else value)]
    written = {hole for text in texts for hole in spelled(text, form)}
    for example in examples if written and isinstance(examples, list) else ():
        paste = example.get("paste") if isinstance(example, dict) else example
        if isinstance(paste, str) and not written.isdisjoint(spelled(paste, form)):
            return paste
    return ""
