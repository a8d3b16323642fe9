"""Says which model of ours stands at a place of a file: what fields somebody may write there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from errorbook.catalogue.yaml_source import Path


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names of the fields that may stand at a path below a model; none where it leads nowhere."""
    return sorted({name for found in _models(model, path) for name in fields(found)})


def fields(model: type[BaseModel]) -> list[str]:
    """Return the names of a model's fields as a file has them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(kind: Any, path: Path) -> Iterator[type[BaseModel]]:
    """Yield the models at a path below a type: of a union each that the path leads through."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if not path:
            yield kind
            return
        for name, field in kind.model_fields.items():
            if (field.alias or name) == path[0]:
                yield from _models(field.annotation, path[1:])
        return
    parts = get_args(kind)
    if get_origin(kind) is tuple and path and isinstance(path[0], int):
        yield from _models(parts[0], path[1:])
    elif get_origin(kind) is dict and path:
        yield from _models(parts[1], path[1:])
    elif get_origin(kind) not in (tuple, dict):
        for part in parts:
            yield from _models(part, path)
