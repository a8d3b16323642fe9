"""The catalogue as typed, frozen values; editors explain them to authors by their descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from pydantic import Field

from errorbook.catalogue.entry_parts import (
    Cause,
    Code,
    Escalation,
    Example,
    Include,
    Internal,
    Picture,
    Reference,
    Relation,
)
from errorbook.catalogue.images import Image
from errorbook.catalogue.message import Message
from errorbook.catalogue.translation import EntryWords, Language
from errorbook.catalogue.value_types import (
    Day,
    Days,
    EntryId,
    Evidence,
    Frozen,
    KnownType,
    Line,
    Name,
    Slug,
    Status,
    Text,
    short,
)
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common.memory import Memory


class HoleValue(Frozen):
    """What fills a hole: used to match it, to show it and to hide it."""

    type: KnownType
    """What kind of thing it is; a value of another kind makes a match less sure."""
    label: Line
    """What to call it when the value is missing: 'the account code in your error'."""
    sensitive: bool = False
    """Whether copied replies hide it (names, e-mail addresses and money are hidden anyway)."""
    example: Line | None = None
    """A typical value."""


class Step(Frozen):
    """Something to do, or a question whose answers lead on."""

    do: Line | None = None
    """What to do, as one short sentence that starts with a verb and names the product."""
    path: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)] = ()
    """Where to click, menu by menu as the product names them: [Settings, Lock dates]."""
    image: Picture | None = None
    """A picture of the place, where words do not do."""
    see: Line | None = None
    """What the reader sees when it worked."""
    more: Text | None = None
    """What goes below it, in a part of Markdown: code between ```, a table, a box, a paragraph."""
    risk: Slug | None = None
    """What the reader must be warned of before."""
    undo: Line | None = None
    """How to take the step back."""
    ask: Line | None = None
    """A question about the reader's own records whose answer decides the fix."""
    answers: (
        dict[Line, Annotated[tuple[Annotated[Step, short(Step, "do", Include)], ...], Field(min_length=1)]]
        | None
    ) = None
    """The possible answers, each with the steps that follow from it."""
    evidence: Evidence = "reported"
    """inferred: the step is likely right, but no source says so."""
    id: Slug | None = None
    """Permanent name of the step's anchor; without one it is numbered."""


class EntryFile(Frozen):
    """One error as its author writes it: how it reads, why it happens and how to fix it."""

    id: EntryId
    """Permanent: the system's prefix and a number, or its native code. Never reused or changed."""
    title: Annotated[Line, Field(max_length=200)]
    """What went wrong, in plain words: what the reader sees first."""
    summary: Line | None = None
    """One or two sentences: what happened and what it means; {holes} may be used."""
    status: Status = "active"
    """draft entries are not published; not-emitted, superseded and withdrawn ones say so on their page."""
    superseded_by: tuple[EntryId, ...] = ()
    """The entries that replaced this one: one after a merge, several after a split."""
    former_slugs: tuple[Slug, ...] = ()
    """File names this entry had before; their addresses lead here."""
    shown_in: tuple[Slug, ...] = ()
    """The products in which the text is read, where that is not what the catalogue says of all."""
    integrations: tuple[Slug, ...] = ()
    """The other systems that show it, where that is not only the one that emits the text."""
    records: tuple[Slug, ...] = ()
    """The kinds of record that fail."""
    codes: tuple[Code, ...] = ()
    """Native codes that mean this error."""
    since: Line | None = None
    """The version that shows it first, as the product counts them."""
    until: Line | None = None
    """The last version that shows it."""
    fixed_in: Line | None = None
    """The version in which its cause is gone."""
    outage: bool = False
    """Whether the system may be down for everybody: readers are led to its status page first."""
    severity: Slug = ""
    """What it holds up, where that is not what the catalogue calls usual."""
    fixable_by: tuple[Slug, ...] = ()
    """Who can fix it, where that is not who the catalogue says usually can."""
    aliases: tuple[Line, ...] = ()
    """Words people use for it: what they would type when they do not paste the message."""
    questions: tuple[Line, ...] = ()
    """How people tell the trouble in their own words, without the message: best eight or more."""
    messages: tuple[Annotated[Message, short(Message, "text")], ...]
    """Every known wording; [] for a failure without a fixed text, which then needs aliases."""
    values: dict[Name, HoleValue] = Field(default_factory=dict)
    """What fills the holes."""
    causes: Annotated[tuple[Annotated[Cause, short(Cause, "text")], ...], Field(min_length=1)]
    """Why it happens, the likeliest first."""
    resolution: Annotated[tuple[Annotated[Step, short(Step, "do", Include)], ...], Field(min_length=1)]
    """How to fix it: what to check first, then steps and questions in order."""
    verify: Line | None = None
    """How the reader knows that it is fixed."""
    prevention: Line | None = None
    """How it does not come back."""
    escalate: Escalation | None = None
    """When to ask support, and with what."""
    relations: tuple[Relation, ...] = ()
    """Other entries the reader may need."""
    guides: tuple[Slug, ...] = ()
    """Guidance pages that help, by file name."""
    references: tuple[Reference, ...] = ()
    """Where the facts come from."""
    evidence: Evidence = "reported"
    """verified: we reproduced it. reported: a source shows it. inferred: nobody has shown it."""
    owner: Line | None = None
    """Who keeps the entry true."""
    reviewed: Day | None = None
    """Day of the last review, as year-month-day."""
    review_every: Days = "365d"
    """How long a review lasts: a number of days and d, such as 180d."""
    support_notes: tuple[Line, ...] = ()
    """What agents should know before they reply: told in triage and exports for agents, never on the site."""
    internal: Internal | None = None
    """Notes that are never published."""
    translations: dict[Language, EntryWords] = Field(default_factory=dict)
    """The texts for readers in other languages, by language: de."""
    examples: tuple[Annotated[Example, short(Example, "paste")], ...] = ()
    """Pastes that must find this entry first: the entry's own tests."""
    non_examples: tuple[Text, ...] = ()
    """Pastes that must not find this entry at all."""


class Entry(EntryFile):
    """An entry in its place: the folder names the system, the file names the slug."""

    system: Slug
    """Who emits the text."""
    slug: Slug
    """The readable part of the page's address."""
    language: str = "en"
    """In which its texts for readers are."""

    @property
    def has_code(self) -> bool:
        """Whether a native code means this error and no other."""
        return any(code.role == "error" for code in self.codes)

    @property
    def address(self) -> str:
        """The page's address below the site's errors folder: ``shop/card-declined``."""
        return f"{self.system}/{self.slug}"


@dataclass(frozen=True)
class Catalogue:
    """All entries, sorted by system and id, and the words they use; look-ups are made once."""

    vocabulary: Vocabulary
    entries: tuple[Entry, ...]
    images: Mapping[str, Image] = field(default_factory=dict)
    """The pictures of steps, by system and file."""
    read_in: str = ""
    """The language of the pages that it is made for, without a country: in that, too, readers type."""
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
    """What was made of its parts before: a catalogue that is read again keeps it."""

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry of an id, if there is one."""
        return self._by_id.get(entry_id)

    def heir(self, entry: Entry) -> Entry:
        """Return the entry that a merged one ended up in, through any number of merges, or itself."""
        return self._heirs.get(entry.id, entry)

    @cached_property
    def published(self) -> tuple[Entry, ...]:
        """The entries that have a page: all but drafts."""
        return tuple(entry for entry in self.entries if entry.status != "draft")

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in reversed(self.entries)}

    @cached_property
    def _heirs(self) -> dict[str, Entry]:
        """The heir of each merged entry; of those merged in a circle, one that is in it."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            here, trail = entry, dict[str, Entry]()
            while here.id not in found and here.id not in trail and (merged := self._merged(here)):
                trail[here.id] = here
                here = merged
            found.update(dict.fromkeys(trail, found.get(here.id, here)))
        return found

    def _merged(self, entry: Entry) -> Entry | None:
        merged = entry.status == "superseded" and len(entry.superseded_by) == 1
        return self.entry(entry.superseded_by[0]) if merged else None
