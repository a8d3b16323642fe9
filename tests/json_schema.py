"""As much of JSON Schema as our own schemas use, so that tests need no package for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}
_KNOWN = {
    "$defs",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "default",
    "description",
    "enum",
    "items",
    "properties",
    "required",
    "title",
    "type",
}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str = "") -> Iterator[str]:
    """Yield where a value is not as its schema says, and every field the schema does not know."""
    assert schema.keys() <= _KNOWN, schema.keys() - _KNOWN
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, place)
        return
    if "anyOf" in schema:
        if all(any(faults(value, choice, root, place)) for choice in schema["anyOf"]):
            yield f"{place}: none of the choices"
        return
    if not isinstance(value, _TYPES[schema["type"]]):
        yield f"{place}: no {schema['type']}"
    elif value not in schema.get("enum", [value]):
        yield f"{place}: {value} is no choice"
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from faults(item, schema["items"], root, f"{place}[{index}]")
    elif isinstance(value, dict):
        fields, others = schema.get("properties", {}), schema.get("additionalProperties")
        yield from (f"{place}.{name}: missing" for name in schema.get("required", ()) if name not in value)
        for name, item in value.items():
            if name not in fields and others is None:
                yield f"{place}.{name}: unknown"
            else:
                yield from faults(item, fields.get(name, others), root, f"{place}.{name}")
