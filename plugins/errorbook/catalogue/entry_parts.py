"""The plain parts of an entry: links, sources, codes and notes, each a few fields without behaviour."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from errorbook.catalogue.value_types import (
    EntryId,
    Evidence,
    Frozen,
    ImageFile,
    Likelihood,
    Line,
    Name,
    Slug,
    Text,
    Url,
)


class Cause(Frozen):
    """One reason for the error, as a sentence."""

    text: Line
    """The reason, as one sentence."""
    more: Text | None = None
    """What goes below it, in a part of Markdown: code between ```, a table, a box, a paragraph."""
    likelihood: Likelihood | None = None
    """How often this is the reason, where that is known."""
    evidence: Evidence = "reported"
    """inferred: likely, but no source says so."""
    id: Slug | None = None
    """Permanent name of the cause's anchor; without one it is numbered."""


class Picture(Frozen):
    """A picture of what a step shows; its size is read from its file."""

    file: ImageFile
    """A .png, .jpg or .webp file beside the entry."""
    alt: Annotated[Line, Field(max_length=300)]
    """What the picture shows, for those who cannot see it: 'The page Lock dates with two empty dates.'"""
    dark: ImageFile | None = None
    """The same picture for dark pages, of the same size."""


class Escalation(Frozen):
    """When to stop trying, and what support needs."""

    when: Line
    """The sign that it is time to ask: it goes on 'Ask for help if …', without a capital and a full stop."""
    collect: tuple[Line, ...] = ()
    """What to have at hand."""


class Include(Frozen):
    """A shared block in place of a step: its steps are read as if they were written here."""

    include: Slug
    """Name of the block: its file in ``shared/blocks/``, without the ending."""
    given: dict[Name, Line] = Field(default_factory=dict, alias="with")
    """What fills the block's holes, by name."""


class Relation(Frozen):
    """A link to another entry."""

    type: Literal["confused-with", "same-text", "same-cause", "caused-by", "leads-to", "see-also"]
    """confused-with: close texts, other failure. same-text: one text that several entries share."""
    id: EntryId
    """The other entry."""


class Reference(Frozen):
    """A public source of the entry's facts."""

    title: Line
    """What the page is, in our words: who publishes it and what it covers."""
    url: Url
    """Its address."""
    kind: Literal["vendor", "partner", "community", "code"] = "vendor"
    """Who says it: the product's maker, a consultant or integrator, users, or source code."""


class Code(Frozen):
    """A native error code and whose it is."""

    system: Slug
    """The system that issues the code."""
    code: Line
    """The code as that system writes it."""
    role: Literal["error", "wrapper", "status"] = "error"
    """error: it means this. wrapper: it stands around many errors. status: every program's, such as 401."""


class Internal(Frozen):
    """Notes for the catalogue's keepers; never published."""

    notes: Annotated[str, Field(max_length=100_000)] = ""
    """Anything the next author should know."""


class Example(Frozen):
    """A paste that must find this entry first."""

    paste: Text
    """The text as somebody would paste it; several lines are fine."""
    expect: dict[Name, Text] = Field(default_factory=dict)
    """The values that must be read out of it."""
    answers: tuple[Line, ...] = ()
    """What its reader answers to the entry's questions, one after the other, up to the end of a way."""
