"""The kinds of text an entry is made of, and the base of everything made from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, Union

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from errorbook.catalogue import ids
from errorbook.common import addresses


def _real_day(text: str) -> str:
    """Refuse the days that no month has."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("no_day", "no such day") from None
    return text


ONE_LINE = r"^[^\n\r\t]+$"
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=ONE_LINE)
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""A text of one line or several."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 80
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that no file and no folder may have on Windows."""
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_SLUG)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
IMAGE_FILE = r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|webp)$"
ImageFile = Annotated[str, StringConstraints(pattern=IMAGE_FILE, max_length=80)]
EntryId = Annotated[str, StringConstraints(pattern=ids.ID, max_length=ids.LONGEST)]
WEB_ADDRESS = f"^{addresses.WEB}$"
Url = Annotated[str, StringConstraints(pattern=WEB_ADDRESS, max_length=2000)]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    AfterValidator(_real_day),
]
Days = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}d$")]

Evidence = Literal["verified", "reported", "inferred"]
Likelihood = Literal["common", "sometimes", "rare"]
Status = Literal["draft", "active", "not-emitted", "superseded", "withdrawn"]
ValueType = Literal[
    "text",
    "name",
    "money",
    "number",
    "date",
    "document_number",
    "account_code",
    "tax_code",
    "code",
    "id",
    "email",
    "url",
]
Types = tuple[str, ...] | None
"""The types that values may have: ours and those of a catalogue; None: nobody knows them."""


def _known(name: str, info: ValidationInfo) -> str:
    """Refuse a type that neither every catalogue has nor this one adds."""
    types: Types = (info.context or {}).get("types")
    if types is not None and name not in types:
        quoted = [f"'{each}'" for each in types]
        expected = f"{', '.join(quoted[:-1])} or {quoted[-1]}"
        raise PydanticCustomError("literal_error", "not a type", {"expected": expected})
    return name


KnownType = Annotated[str, AfterValidator(_known)]
"""The name of a type of values."""


def slug_faults(name: str) -> Iterator[tuple[str, str]]:
    """Yield why the name of a file or an entry can be no part of an address, and how to mend it."""
    if not re.fullmatch(SLUG, name):
        yield "is not a slug", "Use lower-case letters, digits and single hyphens"
    if name in DEVICES:
        yield "is kept by Windows for a device", "Add a word to it"
    if len(name) > LONGEST_SLUG:
        yield "is too long", f"Keep it to {LONGEST_SLUG} characters"


def short(model: type[BaseModel], field: str, *others: type[BaseModel]) -> BeforeValidator:
    """Let an author write plain text where only one field of the model is needed.

    ``others`` are what an editor offers in its place, replaced before the model is read.
    """

    def widen(value: Any) -> Any:
        return {field: value} if isinstance(value, str) else value

    return BeforeValidator(widen, json_schema_input_type=Union[(str, model, *others)])


class Frozen(BaseModel):
    """A value that never changes and refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True
    )
