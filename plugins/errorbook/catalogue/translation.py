"""What an entry and a catalogue say in another language: the texts alone, in the order of the original."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from errorbook.catalogue.choices import Choice, Severity
from errorbook.catalogue.entry_parts import Escalation
from errorbook.catalogue.value_types import Frozen, Line, Name, Slug, Text, short

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class CauseWords(Frozen):
    """The texts of a cause."""

    text: Line
    """The reason."""
    more: Text | None = None
    """What goes below it; without it, that stays as it is."""


class StepWords(Frozen):
    """The texts of a step; its menu path stays as the product writes it."""

    do: Line | None = None
    """What to do."""
    more: Text | None = None
    """What goes below it; without it, that stays as it is."""
    see: Line | None = None
    """What the reader sees when it worked."""
    undo: Line | None = None
    """How to take the step back."""
    ask: Line | None = None
    """The question."""
    answers: dict[Line, tuple[Annotated[StepWords, short(StepWords, "do")], ...]] | None = None
    """The answers in their order, each with the steps that follow from it."""


class EntryWords(Frozen):
    """The texts of an entry; messages, codes and examples stay as they are."""

    title: Annotated[Line, Field(max_length=200)]
    """What went wrong, in plain words."""
    summary: Line | None = None
    """What happened and what it means."""
    values: dict[Name, Line] = Field(default_factory=dict)
    """What to call each value."""
    causes: tuple[Annotated[CauseWords, short(CauseWords, "text")], ...]
    """The causes in their order."""
    resolution: tuple[Annotated[StepWords, short(StepWords, "do")], ...]
    """The steps in their order, those of shared blocks too."""
    verify: Line | None = None
    """How the reader knows that it is fixed."""
    prevention: Line | None = None
    """How it does not come back."""
    escalate: Escalation | None = None
    """When to ask support, and with what."""


class Described(Frozen):
    """The name and the sentence of a system or a kind of record."""

    name: Line | None = None
    """What readers call it."""
    about: Line | None = None
    """One sentence for its index page."""


class CatalogueWords(Frozen):
    """What a catalogue calls things in another language; what is left out stays as it is."""

    name: Line | None = None
    """What the catalogue is about."""
    systems: dict[Slug, Described] = Field(default_factory=dict)
    """The systems, by folder name."""
    records: dict[Slug, Described] = Field(default_factory=dict)
    """The kinds of record."""
    severities: dict[Slug, Annotated[Severity, short(Severity, "name")]] = Field(default_factory=dict)
    """How much errors hold up."""
    fixable_by: dict[Slug, Annotated[Choice, short(Choice, "name")]] = Field(default_factory=dict)
    """Who can fix errors."""
    risks: dict[Slug, Annotated[Choice, short(Choice, "name")]] = Field(default_factory=dict)
    """What steps may risk."""
    words: dict[str, Line] = Field(default_factory=dict)
    """Sentences of the site in this catalogue's own words."""
