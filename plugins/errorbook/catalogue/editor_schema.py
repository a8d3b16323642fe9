"""The JSON Schema with which editors complete and explain the fields of entries and blocks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from errorbook.catalogue import own_types, reader
from errorbook.catalogue.blocks import FOLDER, Block
from errorbook.catalogue.model import EntryFile
from errorbook.catalogue.value_types import ONE_LINE
from errorbook.catalogue.vocabulary import VOCABULARY, Vocabulary


def files(folder: Path) -> dict[str, str]:
    """Return the files with the schemas of a catalogue's entries and blocks, by name."""
    words = reader.vocabulary(folder) if (folder / VOCABULARY).exists() else None
    names = sorted(path.stem for path in (folder / FOLDER).glob("*.yml"))
    models: dict[str, type[BaseModel]] = {"entry.schema.json": EntryFile, "block.schema.json": Block}
    return {
        name: json.dumps(json_schema(model, names, words), indent=2, ensure_ascii=False) + "\n"
        for name, model in models.items()
    }


def json_schema(
    model: type[BaseModel] = EntryFile, blocks: Sequence[str] = (), words: Vocabulary | None = None
) -> dict[str, Any]:
    """Return the JSON Schema of an entry file, or of a block's, for completion in editors.

    ``blocks`` are the names that a step may include, ``words`` those of the catalogue.
    """
    title = "Errorbook entry" if model is EntryFile else "Errorbook block"
    fields = _for_editors(model.model_json_schema())
    if blocks:
        fields["$defs"]["Include"]["properties"]["include"]["enum"] = list(blocks)
    if words:
        _choose(fields["$defs"]["Step"], "risk", words.risks)
    if model is EntryFile:
        types = (*own_types.OURS, *(words.value_types if words else ()))
        _choose(fields["$defs"]["HoleValue"], "type", types)
    if words and model is EntryFile:
        _choose(fields, "severity", words.severities)
        _choose(fields, "fixable_by", words.fixable_by)
        _choose(fields, "records", words.records)
        _choose(fields, "shown_in", words.systems)
        _choose(fields, "integrations", words.systems)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **fields}


def _choose(model: dict[str, Any], field: str, choices: Iterable[str]) -> None:
    """Let editors offer a catalogue's own words for a field."""
    old = model["properties"][field]
    kept = {key: value for key, value in old.items() if key in ("description", "type", "items")}
    choice = {"type": "string", "enum": list(choices)}
    model["properties"][field] = {**kept, "items": choice} if "items" in kept else {**kept, **choice}


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
