"""What a catalogue's own words must keep to beyond their shapes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from errorbook import wording
from errorbook.catalogue import own_types
from errorbook.catalogue.choices import Choice
from errorbook.catalogue.value_types import DEVICES
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.catalogue.yaml_source import Path, Source
from errorbook.common.problems import Problem


def check(words: Vocabulary, source: Source) -> Iterator[Problem]:
    """Yield all that is wrong with a catalogue's words."""
    yield from _systems(words, source)
    for path, what, fix in own_types.faults(words.value_types):
        yield source.problem(("value_types", *path), what, fix)
    yield from _usual(words, source)
    yield from _sentences(words, source)


def _systems(words: Vocabulary, source: Source) -> Iterator[Problem]:
    """Prefixes that two systems have: nobody could say whose an id is; and names that can be no folder's."""
    owners: dict[str, str] = {}
    for slug, system in words.systems.items():
        if slug in DEVICES:
            what = "is kept by Windows for a device, so no folder may have the name"
            yield source.problem(("systems", slug), what, "Add a word to it")
        if (owner := owners.setdefault(system.prefix, slug)) != slug:
            fix = "Give each system a prefix of its own"
            yield source.problem(("systems", slug, "prefix"), f"is that of '{owner}' too", fix)


def _usual(words: Vocabulary, source: Source) -> Iterator[Problem]:
    """Choices that are usual beside another: an entry that names none has one of them."""
    for field, choices in (("severities", words.severities), ("fixable_by", words.fixable_by)):
        first, *others = [slug for slug, choice in choices.items() if choice.usual] or [""]
        for slug in others:
            fix = "Keep 'usual' at one of the two"
            yield source.problem((field, slug, "usual"), f"is said of '{first}' already", fix)


def _sentences(words: Vocabulary, source: Source) -> Iterator[Problem]:
    """Sentences in the catalogue's own words, with a known key and its holes; and names for choices."""
    groups: tuple[tuple[str, str, Mapping[str, Choice]], ...] = (
        ("severities", "severity", words.severities),
        ("fixable_by", "fixer", words.fixable_by),
        ("risks", "risk", words.risks),
    )
    for field, group, choices in groups:
        for slug, choice in choices.items():
            if choice.name is None and f"{group}.{slug}" not in wording.KEYS:
                yield source.problem((field, slug), "has no name", "Add 'name' with what readers are told")
    for language, told in words.translations.items():
        for field in ("systems", "records", "severities", "fixable_by", "risks"):
            for slug in getattr(told, field).keys() - getattr(words, field).keys():
                known = ", ".join(getattr(words, field))
                fix = f"Use one of {known}" if known else "Remove it"
                yield source.problem(("translations", language, field, slug), "is not in the catalogue", fix)
        yield from _keyed(told.words, ("translations", language, "words"), source)
    yield from _keyed(words.words, ("words",), source)


def _keyed(sentences: Mapping[str, wording.Text], path: Path, source: Source) -> Iterator[Problem]:
    """Sentences by key: each of a sentence that there is, and with its holes."""
    for key, text in sentences.items():
        if key not in wording.KEYS:
            near = difflib.get_close_matches(key, wording.KEYS)
            fix = f"Write '{near[0]}'" if near else "Take a key of the table in errorbook/wording/en.json"
            yield source.problem((*path, key), "is the key of no sentence", fix)
        elif fault := wording.fault(key, text):
            yield source.problem((*path, key), *fault)
