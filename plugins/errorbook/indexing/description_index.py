"""The index of descriptions: which entries use which term, and how much it tells of them, as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from math import log, sqrt

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.latin import SPELT_OUT
from errorbook.common.template import Hole, parse
from errorbook.describing import (
    ASKING,
    DENIED,
    GREETINGS,
    IRREGULAR,
    MOST_KIN,
    SETTINGS,
    STOP_WORDS,
    SYNONYMS,
    WORTH,
    Terms,
    german,
)
from errorbook.describing.language import DescriptionIndex
from errorbook.describing.terms import fingerprint
from errorbook.indexing import match_index
from errorbook.matching import fold_table
from errorbook.matching.words.normalising import Normaliser

_TELLING = 20
"""The most telling terms of an entry, by which it finds its kin."""
_COMMON = 100
"""A term that more entries use tells nothing of who is kin, and would make big catalogues slow."""

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word of a name such as ThrottleExceeded begins."""


def build(catalogue: Catalogue) -> DescriptionIndex:
    """Return the index of the entries that the match index holds; they go by their places in it."""
    vocabulary = catalogue.vocabulary
    # Whoever reads German pages, or texts in German, types German.
    is_german = "de" in (vocabulary.language, catalogue.read_in)
    language = "de" if is_german else "en"
    stop = _listed(STOP_WORDS, german.STOP_WORDS if is_german else "")
    terms = Terms(fold_table(), vocabulary.spellings, stop, IRREGULAR, language)
    records = {slug: record.name for slug, record in vocabulary.records.items()}
    families = []
    for family in match_index.families(catalogue):
        sources, make = (
            (family, vocabulary.spellings, records, language),
            partial(_told, family, terms, records),
        )
        families.append(catalogue.memory.keep_for_next("told", family[0].id, sources, make))
    lengths = [sum(worth for _, worth in worths) for worths, _ in families]
    usual = sum(lengths) / max(1, len(lengths))
    uses: dict[str, list[tuple[int, int]]] = {}
    for number, ((worths, _), length) in enumerate(zip(families, lengths, strict=True)):
        # As BM25 does: of a long entry each word tells less. Where all are short, each tells a little more.
        half = SETTINGS["saturation"] * sqrt(usual) * (1 + SETTINGS["length"] * (length / (usual or 1) - 1))
        for term, worth in worths:
            level = round(worth / (half + worth) * SETTINGS["levels"])
            uses.setdefault(term, []).append((number, max(1, level)))
    groups = [terms.of(line) for line in SYNONYMS.strip().splitlines()]
    return {
        "settings": SETTINGS,
        "language": language,
        "stop": stop,
        "irregular": " ".join(IRREGULAR.split()),
        "synonyms": [" ".join(group) for group in groups if len(uses.keys() & set(group)) > 0],
        "greetings": _listed(GREETINGS, german.GREETINGS if is_german else ""),
        "asking": _listed(ASKING, german.ASKING if is_german else ""),
        "denied": DENIED,
        "terms": {term: _flat(those) for term, those in sorted(uses.items())},
        "kin": _kin(uses, len(families)),
        "asked": [asked for _, asked in families],
    }


def _listed(english: str, german_words: str) -> str:
    """Return words as texts are compared, German ones also with their umlauts spelt out."""
    plain = Normaliser(fold_table()).plain
    spelt_out = german_words.translate(SPELT_OUT)
    return " ".join(dict.fromkeys([*english.split(), *plain(f"{german_words} {spelt_out}").split()]))


def _kin(uses: Mapping[str, list[tuple[int, int]]], size: int) -> list[list[int]]:
    """Return for each entry those whose most telling terms are most like its own."""
    telling: list[list[tuple[float, str]]] = [[] for _ in range(size)]
    for term, those in sorted(uses.items()):
        if 1 < len(those) <= _COMMON:
            for number, level in those:
                telling[number].append((level * log(1 + size / len(those)) ** SETTINGS["rarity"], term))
    sharing: dict[str, list[tuple[int, float]]] = {}
    for number, shares in enumerate(telling):
        best = sorted(shares, key=lambda share: (-share[0], share[1]))[:_TELLING]
        whole = sqrt(sum(share * share for share, _ in best))
        telling[number] = [(share / whole, term) for share, term in best]
        for share, term in telling[number]:
            sharing.setdefault(term, []).append((number, share))
    kin: list[list[int]] = []
    for number, shares in enumerate(telling):
        alike: dict[int, float] = {}
        for share, term in shares:
            for other, its in sharing[term]:
                if other != number:
                    alike[other] = alike.get(other, 0.0) + share * its
        kin.append(sorted(sorted(alike), key=lambda other: -alike[other])[:MOST_KIN])
    return kin


def _told(
    family: Iterable[Entry], terms: Terms, records: Mapping[str, str]
) -> tuple[list[tuple[str, float]], list[int]]:
    """Return what each term of an entry's texts is worth, and the fingerprints of its questions.

    A term is worth the more, the more of them have it.
    """
    found: dict[str, float] = {}
    asked: list[int] = []
    for entry in family:
        for field, those in texts(entry, records).items():
            for text in those:
                if field == "questions":
                    asked.append(fingerprint(terms.words(text)))
                for term in terms.of(text):
                    found[term] = found.get(term, 0.0) + WORTH[field]
    return sorted(found.items()), asked


def texts(entry: Entry, records: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the texts of an entry that tell of it, by field; ``records`` names its kinds of records."""
    codes = [_apart(code.code) for code in entry.codes]
    return {
        "title": [entry.title],
        "aliases": [*entry.aliases, *codes],
        "summary": [_words(entry.summary)] if entry.summary else [],
        "messages": [_apart(_words(message.text)) for message in entry.messages],
        "questions": list(entry.questions),
        "causes": [_words(cause.text) for cause in entry.causes],
        "records": [records.get(slug, slug) for slug in entry.records],
        "verify": [_words(entry.verify)] if entry.verify else [],
        "escalate": [_words(entry.escalate.when)] if entry.escalate else [],
    }


def _words(text: str) -> str:
    """Return a text without its holes."""
    return "".join(" " if isinstance(part, Hole) else part for part in parse(text))


def _apart(text: str) -> str:
    """Return a text, and behind it the words of a name such as ThrottleExceeded if it is nothing else."""
    return text if " " in text else f"{text} {_SEAM.sub(' ', text)}"


def _flat(uses: list[tuple[int, int]]) -> list[int]:
    """Return uses as one list: how far each entry is behind the one before, and the level."""
    before, flat = 0, list[int]()
    for number, level in uses:
        flat += [number - before, level]
        before = number
    return flat
