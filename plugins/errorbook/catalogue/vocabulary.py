"""What a catalogue calls things: its systems, its kinds of record and its spellings."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Discriminator, Field, StringConstraints, Tag

from errorbook.catalogue import choices
from errorbook.catalogue.cautions import Caution, Risky, usual_risky
from errorbook.catalogue.choices import (
    Fixers,
    Risks,
    Severities,
    usual_fixers,
    usual_risks,
    usual_severities,
)
from errorbook.catalogue.hole_forms import OURS, HoleForm
from errorbook.catalogue.ids import PREFIX
from errorbook.catalogue.ids import Kind as IdKind
from errorbook.catalogue.own_types import OURS as OURS_TYPES
from errorbook.catalogue.own_types import OwnType
from errorbook.catalogue.translation import CatalogueWords, Language
from errorbook.catalogue.value_types import Frozen, Line, Name, Slug, Url
from errorbook.wording import Text, Wording

VOCABULARY = "catalogue.yml"
_JOINT = re.compile("(?<=[a-z])(?=[A-Z])")
"""Where a capital joins two words of a name."""
# A name of dots alone leads out of a folder: each has another character, before the ending, too.
PAGE = r"^(\.*[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*\.*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.md$"
Page = Annotated[str, StringConstraints(pattern=PAGE, max_length=500)]

VERB = r"^\p{Ll}{2,60}$"
Key = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)+$", max_length=60)]
Forms = dict[Annotated[str, StringConstraints(pattern=r"^[a-z]+$")], Line]
Sentence = Annotated[
    Annotated[Line, Tag("[text]")] | Annotated[Forms, Tag("[forms]")],
    Discriminator(lambda told: "[forms]" if isinstance(told, dict) else "[text]"),
]
"""A text, or one for each form of a plural; what is neither is told as no text."""


class System(Frozen):
    """A product that emits errors; its entries live in the folder of the same name."""

    name: Line
    """What readers call it."""
    prefix: Annotated[str, StringConstraints(pattern=PREFIX)]
    """First part of its entries' ids."""
    ids: IdKind = "numbers"
    """numbers: its ids are the prefix and a number. codes: an entry's native code is its id: TS2322."""
    families: dict[Line, Line] = Field(default_factory=dict)
    """What its codes have in common that begin alike: "42": Syntax error or access rule violation."""
    about: Line | None = None
    """One sentence for its index page."""
    status_page: Url | None = None
    """Where its maker tells whether it is down; entries with 'outage' lead there."""
    also: tuple[Line, ...] = ()
    """Other names by which people and programs call it, as in [the till, POS]."""

    @property
    def names(self) -> list[str]:
        """What people call it: TillBox Online, TillBox, Till Box, and its other names."""
        known = {self.name, self.name.split()[0], *self.also}
        return sorted(known | {_JOINT.sub(" ", name) for name in known})

    def family(self, code: str) -> str:
        """Return what a code's family is called, by the longest beginning that is known."""
        known = [start for start in self.families if code.upper().startswith(start.upper())]
        return self.families[max(known, key=len)] if known else ""


class Record(Frozen):
    """A kind of record that can fail."""

    name: Line
    """What readers call it, in the plural."""
    about: Line | None = None
    """One sentence for its index page."""


class Vocabulary(Frozen):
    """What a catalogue calls things: ``catalogue.yml`` beside the entries' folders."""

    name: Line
    """What the catalogue is about, as in 'Shop errors'."""
    systems: Annotated[dict[Slug, System], Field(min_length=1)]
    """The systems, by folder name, in the order of the indexes."""
    records: dict[Slug, Record] = Field(default_factory=dict)
    """The kinds of record, in the order of the indexes."""
    shown_in: tuple[Slug, ...] = ()
    """Where entries are read that do not say so themselves; empty: in the system that emits their text."""
    severities: Annotated[Severities, Field(min_length=1)] = Field(default_factory=usual_severities)
    """How much errors hold up, the most first: that is the order in which to fix them."""
    fixable_by: Annotated[Fixers, Field(min_length=1)] = Field(default_factory=usual_fixers)
    """Who can fix errors, in the order of the indexes."""
    risks: Annotated[Risks, Field(min_length=1)] = Field(default_factory=usual_risks)
    """What steps may risk."""
    value_types: dict[Name, OwnType] = Field(default_factory=dict)
    """Types of values beside those that every catalogue has, each with a pattern and examples."""
    holes: HoleForm = OURS
    """How messages write their holes: {name}, {0}, %s (with %1$s and %(name)s), %1, ${name}, or none."""
    risky: tuple[Risky, ...] = Field(default_factory=usual_risky)
    """What no step may do without a risk: [{verbs: [empty], things: [tank]}]."""
    verbs: tuple[Annotated[str, StringConstraints(pattern=VERB)], ...] = ()
    """Verbs of the trade that steps begin with, beside those that every catalogue has: [moor, decant]."""
    fewest_questions: Annotated[int, Field(ge=0, le=100)] = 0
    """How many questions each entry is to have at least."""
    cautions: tuple[Caution, ...] = ()
    """What readers must be told of before a step, in words that ``check`` looks for."""
    spellings: dict[Line, Line] = Field(default_factory=dict)
    """Words that count as the same when texts are compared: the variant, then the usual word."""
    words: dict[Key, Sentence] = Field(default_factory=dict)
    """Sentences of the site in this catalogue's own words, by the keys of the package's tables."""
    language: Language = "en"
    """In which the entries are written."""
    translations: dict[Language, CatalogueWords] = Field(default_factory=dict)
    """What the catalogue calls things in other languages, by language: de."""
    moved: dict[Page, Page] = Field(default_factory=dict)
    """Written pages that moved, so that old links lead on: guides/old.md: guides/new.md."""

    @property
    def types(self) -> tuple[str, ...]:
        """The types that values may have: those of every catalogue and its own."""
        return (*OURS_TYPES, *self.value_types)

    def said(self, text: str) -> str:
        """Return what a text says, whatever its case, its marks and the names of its holes."""
        unnamed = re.sub(r"\{[a-z][a-z0-9_]*\}", " {} ", text.lower())
        words = re.findall(r"\{\}|\w+(?:'\w+)*", unnamed)
        return " ".join(self.spellings.get(word, word) for word in words)

    def sentences(self, language: str) -> dict[str, Text]:
        """Return the sentences of the catalogue, and what it calls its choices, for a site in a language."""
        named = choices.sentences(self.severities, self.fixable_by, self.risks, Wording.of(language).say)
        return {**self.words, **named}

    def in_language(self, language: str) -> Vocabulary:
        """Return the words in another language, as far as they are translated."""
        if language == self.language:
            return self
        told = self.translations.get(language, CatalogueWords())
        update: dict[str, object] = {"name": told.name or self.name, "words": told.words}
        for field in ("systems", "records", "severities", "fixable_by", "risks"):
            others = getattr(told, field)
            update[field] = {
                slug: word.model_copy(update=others[slug].model_dump(exclude_none=True, exclude_unset=True))
                if slug in others
                else word
                for slug, word in getattr(self, field).items()
            }
        return self.model_copy(update=update)
