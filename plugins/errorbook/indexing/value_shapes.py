"""What programs are told of a value: its type and label, and of a type of the catalogue's own its pattern."""

from __future__ import annotations

from errorbook.catalogue.model import HoleValue
from errorbook.catalogue.own_types import OURS, OwnTypes
from errorbook.matching.index.index_shape import IndexValue


def shape(value: HoleValue, types: OwnTypes) -> IndexValue:
    """Return what the matcher and copied texts need to know of a value."""
    found: IndexValue = {"type": value.type, "label": value.label, "sensitive": value.sensitive}
    own = types.get(value.type)
    return {**found, "pattern": own.pattern, "personal": own.personal} if own else found


def of_types(types: OwnTypes) -> dict[str, dict[str, str]]:
    """Return what the matcher needs to know of a value of each type that there is, by the type's name."""
    own = {name: {"type": name, "pattern": type_.pattern} for name, type_ in types.items()}
    return {**{name: {"type": name} for name in OURS}, **own}
