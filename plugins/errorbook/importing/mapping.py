"""The mapping file: which columns of another list become which fields of an entry."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError

from errorbook.catalogue import validation_messages, yaml_source
from errorbook.catalogue.hole_forms import OURS, HoleForm
from errorbook.catalogue.value_types import Frozen, Line, Name, Slug, Text
from errorbook.common.problems import CatalogueError


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Mapping(Frozen):
    """How records become entries. In its texts ``$column`` or ``${any column}`` stand for what is there."""

    system: Slug
    """The system of catalogue.yml whose entries they are."""
    records: Annotated[str, StringConstraints(max_length=200)] = ""
    """Where in JSON the list, or the mapping by key, of records is: errors.items."""
    holes: HoleForm = OURS
    """How the messages write their holes: {name}, {0}, %s, %1, ${name} or none."""
    only: dict[Line, Annotated[tuple[str, ...], BeforeValidator(_several), Field(min_length=1)]] = Field(
        default_factory=dict
    )
    """The records that are taken: by column, the values of which it has one."""
    slug: Line | None = None
    """What an entry's address is made from; its title, if nothing is said."""
    file: Slug | None = None
    """The name of files that hold many entries each; one file for each entry, if nothing is said."""
    entry: dict[Name, Any] = Field(min_length=1)
    """An entry as its file has it, with columns in place of what differs."""
    pastes: tuple[Text, ...] = ()
    """How a record looks where people see it: holes are filled in $message, the first one, and in the columns
    of messages."""
    samples: dict[Name, Line] = Field(default_factory=dict)
    """What fills holes in pastes, by the name of the hole."""


def load(file: str, text: str) -> tuple[Mapping, yaml_source.Source]:
    """Return the mapping of a file and where its values stand; raises CatalogueError with every problem."""
    source = yaml_source.read(file, text)
    if not isinstance(source.value, dict):
        fix = "Start with 'system: …' at the left margin"
        raise CatalogueError([source.problem((), "is not a mapping of fields", fix)])
    try:
        return Mapping.model_validate(source.value), source
    except ValidationError as error:
        raise CatalogueError(validation_messages.problems(error.errors(), source, Mapping)) from None
