"""What a rule is: a name, a level and a function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import groupby
from typing import Literal

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.yaml_source import Path, Source
from errorbook.common.circles import circles
from errorbook.common.problems import Level, Problem
from errorbook.describing import Suggester
from errorbook.describing.language import Settings
from errorbook.indexing import description_index
from errorbook.matching import Matcher, Result
from errorbook.matching.codes.code_keys import key_of

MOST_GUIDES = 12
Remark = tuple[Path, str, str]
"""Where in the entry, what is wrong, and how to mend it."""


@dataclass(frozen=True)
class Context:
    """What an entry is checked against."""

    catalogue: Catalogue
    matcher: Matcher
    guides: Set[str] | None = None
    """Names of the guidance pages; None leaves them unchecked."""
    today: date | None = None
    """The day by which reviews are due; None leaves them unchecked."""
    results: dict[str, Result] = field(default_factory=dict)
    """What the matcher made of pastes."""

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.catalogue.entries}

    @cached_property
    def product_names(self) -> frozenset[str]:
        """The systems' names and their first words: people say Till for Till Online."""
        names = [system.name for system in self.catalogue.vocabulary.systems.values()]
        return frozenset(word for name in names for word in (name, name.split()[0]))

    @cached_property
    def circles(self) -> Mapping[str, int]:
        """Numbers of entries by id: those of one number were replaced by each other."""
        return circles({entry.id: entry.superseded_by for entry in self.catalogue.entries})

    @cached_property
    def some_guides(self) -> list[str]:
        """Names of guidance pages, as many as a remark can hold."""
        names = sorted(self.guides or ())
        return [*names[:MOST_GUIDES], "…"] if len(names) > MOST_GUIDES else names

    @cached_property
    def speakers(self) -> Mapping[str, list[str]]:
        """The ids of the entries that have a message, in order, by what it says; not of those withdrawn."""
        found: dict[str, set[str]] = {}
        for entry in self.catalogue.entries:
            for message in entry.messages if entry.status != "withdrawn" else ():
                found.setdefault(self.catalogue.vocabulary.said(message.text), set()).add(entry.id)
        return {said: sorted(ids) for said, ids in found.items()}

    @cached_property
    def titled(self) -> Mapping[str, list[str]]:
        """The ids of the entries that have a title, by what it says."""
        return self._by_words(lambda entry: (entry.title,))

    @cached_property
    def told(self) -> Mapping[str, list[str]]:
        """The ids of the entries that have a question or an alias, by what it says."""
        return self._by_words(lambda entry: (*entry.questions, *entry.aliases))

    def _by_words(self, texts: Callable[[Entry], tuple[str, ...]]) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry in self.catalogue.entries:
            for text in texts(entry) if entry.status not in ("withdrawn", "superseded") else ():
                found.setdefault(self.catalogue.vocabulary.said(text), []).append(entry.id)
        return found

    @cached_property
    def _speakers_by_code(self) -> Mapping[tuple[str, str], list[str]]:
        """The same ids by what is said and each code of the entry, or "" where it has none."""
        found: dict[tuple[str, str], list[str]] = {}
        for said, ids in self.speakers.items():
            for id_ in ids:
                for code in own_codes(self.entries[id_]) or {""}:
                    found.setdefault((said, code), []).append(id_)
        return found

    def not_told_from(self, entry: Entry, said: str) -> Iterator[str]:
        """Yield the ids of entries that say the same, in order, less those that codes tell from this one."""
        codes = own_codes(entry)
        if not codes:
            yield from self.speakers[said]
            return
        lists = (self._speakers_by_code.get((said, code), []) for code in (*codes, ""))
        # In order, one that has several of the codes comes several times in a row.
        yield from (id_ for id_, _ in groupby(merge(*lists)))

    @cached_property
    def suggester(self) -> Suggester:
        """What suggests entries for a description, however unsure, and without having read it before."""
        described = description_index.build(self.catalogue)
        settings: Settings = {**described["settings"], "perhaps": 0.0, "beside": 0.0}
        return Suggester(self.matcher.index, {**described, "settings": settings, "asked": []})

    def match(self, paste: str) -> Result:
        """Return what the matcher makes of a paste; several rules ask about the same one."""
        if paste not in self.results:
            self.results[paste] = self.matcher.match(paste)
        return self.results[paste]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that every entry is held to."""

    name: str
    level: Level
    find: Callable[[Entry, Context], Iterator[Remark]]
    needs: Literal["words", "entry", "catalogue"] = "entry"
    """What must be read to tell: the words alone where it looks, the whole entry, or all entries."""
    english: bool = False
    """Whether it reads English words: it is left out where the entries are in another language."""

    def problems(self, entry: Entry, source: Source, context: Context) -> Iterator[Problem]:
        """Yield every place where an entry breaks the rule."""
        if self.english and context.catalogue.vocabulary.language != "en":
            return
        for path, what, fix in self.find(entry, context):
            yield source.problem(path, what, fix, self.level, self.name)


def share_text(one: Entry, other: Entry) -> bool:
    """Tell whether two entries may say the same: one says so, or the codes of each tell them apart."""
    pairs = ((one, other.id), (other, one.id))
    if any(
        relation.type == "same-text" and relation.id == id_
        for entry, id_ in pairs
        for relation in entry.relations
    ):
        return True
    mine, theirs = own_codes(one), own_codes(other)
    return bool(mine and theirs) and not mine & theirs


def own_codes(entry: Entry) -> set[str]:
    """Return what the codes of an entry are looked up by; not those that wrap others or are a status."""
    return {key_of(code.code) for code in entry.codes if code.role == "error"}
