"""What a catalogue calls things: its systems, its kinds of record and its spellings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from errorbook.catalogue.value_types import Frozen, Line, Slug

# A name of dots alone leads out of a folder: each has another character, before the ending, too.
PAGE = r"^(\.*[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*\.*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.md$"
Page = Annotated[str, StringConstraints(pattern=PAGE, max_length=500)]


Key = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)+$", max_length=60)]
Sentence = Line | dict[Annotated[str, StringConstraints(pattern=r"^[a-z]+$")], Line]


class System(Frozen):
    """A product that emits errors; its entries live in the folder of the same name."""

    name: Line
    """What readers call it."""
    prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{1,7}$")]
    """First part of its entries' ids."""
    about: Line | None = None
    """One sentence for its index page."""
    also: tuple[Line, ...] = ()
    """Other names by which people and programs call it, as in [QBO, Intuit]."""


class Record(Frozen):
    """A kind of record that can fail."""

    name: Line
    """What readers call it, in the plural."""
    about: Line | None = None
    """One sentence for its index page."""


class Vocabulary(Frozen):
    """What a catalogue calls things: ``catalogue.yml`` beside the entries' folders."""

    name: Line
    """What the catalogue is about, as in 'Cin7 Core sync errors'."""
    systems: Annotated[dict[Slug, System], Field(min_length=1)]
    """The systems, by folder name, in the order of the indexes."""
    records: dict[Slug, Record] = Field(default_factory=dict)
    """The kinds of record, in the order of the indexes."""
    shown_in: tuple[Slug, ...] = ()
    """Where entries are read that do not say so themselves; empty: in the system that emits their text."""
    spellings: dict[Line, Line] = Field(default_factory=dict)
    """Words that count as the same when texts are compared: the variant, then the usual word."""
    words: dict[Key, Sentence] = Field(default_factory=dict)
    """Sentences of the site in this catalogue's own words, by the keys of the package's tables."""
    moved: dict[Page, Page] = Field(default_factory=dict)
    """Pages written by hand that moved, so that old links lead on: guides/old.md: guides/new.md."""
