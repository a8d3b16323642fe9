"""The index of descriptions: which entries use which term, and how much it tells of them, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from math import sqrt

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.template import Hole, parse
from errorbook.describing import SETTINGS, STOP_WORDS, SYNONYMS, WORTH, Terms
from errorbook.describing.language import DescriptionIndex
from errorbook.indexing import match_index
from errorbook.matching import fold_table


def build(catalogue: Catalogue) -> DescriptionIndex:
    """Return the index of the entries that the match index holds; they go by their places in it."""
    vocabulary = catalogue.vocabulary
    terms = Terms(fold_table(), vocabulary.spellings, STOP_WORDS)
    records = {slug: record.name for slug, record in vocabulary.records.items()}
    families = []
    for family in match_index.families(catalogue):
        sources, make = (family, vocabulary.spellings, records), partial(_worths, family, terms, records)
        families.append(catalogue.memory.keep("worths", family[0].id, sources, make))
    lengths = [sum(worth for _, worth in worths) for worths in families]
    usual = sum(lengths) / max(1, len(lengths))
    uses: dict[str, list[tuple[int, int]]] = {}
    for number, (worths, length) in enumerate(zip(families, lengths, strict=True)):
        # As BM25 does: of a long entry each word tells less. Where all are short, each tells a little more.
        half = SETTINGS["saturation"] * sqrt(usual) * (1 + SETTINGS["length"] * (length / (usual or 1) - 1))
        for term, worth in worths:
            level = round(worth / (half + worth) * SETTINGS["levels"])
            uses.setdefault(term, []).append((number, max(1, level)))
    groups = [terms.of(line) for line in SYNONYMS.strip().splitlines()]
    return {
        "settings": SETTINGS,
        "stop": " ".join(STOP_WORDS.split()),
        "synonyms": [" ".join(group) for group in groups if len(uses.keys() & set(group)) > 0],
        "terms": {term: _flat(those) for term, those in sorted(uses.items())},
    }


def _worths(family: Iterable[Entry], terms: Terms, records: Mapping[str, str]) -> list[tuple[str, float]]:
    """Return what each term of an entry's texts is worth: the more, the more of them have it."""
    found: dict[str, float] = {}
    for entry in family:
        for field, those in texts(entry, records).items():
            for text in those:
                for term in terms.of(text):
                    found[term] = found.get(term, 0.0) + WORTH[field]
    return sorted(found.items())


def texts(entry: Entry, records: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the texts of an entry that tell of it, by field; ``records`` names its kinds of records."""
    codes = [code.code for code in entry.codes]
    return {
        "title": [entry.title],
        "aliases": [*entry.aliases, *codes],
        "summary": [_words(entry.summary)] if entry.summary else [],
        "messages": [_words(message.text) for message in entry.messages],
        "questions": list(entry.questions),
        "causes": [_words(cause.text) for cause in entry.causes],
        "records": [records.get(slug, slug) for slug in entry.records],
        "verify": [_words(entry.verify)] if entry.verify else [],
        "escalate": [_words(entry.escalate.when)] if entry.escalate else [],
    }


def _words(text: str) -> str:
    """Return a text without its holes."""
    return "".join(" " if isinstance(part, Hole) else part for part in parse(text))


def _flat(uses: list[tuple[int, int]]) -> list[int]:
    """Return uses as one list: how far each entry is behind the one before, and the level."""
    before, flat = 0, list[int]()
    for number, level in uses:
        flat += [number - before, level]
        before = number
    return flat
