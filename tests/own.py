"""This repository's own catalogue: read once in a process, however many tests ask for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from errorbook.catalogue import model, reader
from errorbook.catalogue.reader import Loaded
from errorbook.describing.language import DescriptionIndex
from errorbook.indexing import description_index, match_index
from errorbook.matching import Matcher
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.redaction import masking

ROOT = Path(__file__).parent.parent
ERRORS = ROOT / "errors"


@cache
def loaded() -> Loaded:
    """Return the catalogue with what only its files know."""
    return reader.read(ERRORS)


def known() -> model.Catalogue:
    """Return the catalogue."""
    return loaded().catalogue


@cache
def index() -> MatchIndex:
    """Return the index of its messages, which no test may change."""
    return match_index.build(known())


@cache
def described() -> DescriptionIndex:
    """Return the index of descriptions that goes with it, which no test may change either."""
    return description_index.build(known())


@cache
def matcher() -> Matcher:
    """Return the matcher of that index."""
    return Matcher(index())


@cache
def examples() -> list[str]:
    """Return the pastes that its entries give as examples."""
    return [example.paste for entry in known().entries for example in entry.examples]


@cache
def words() -> masking.Words:
    """Return the words that masking leaves in a text."""
    return masking.known_words(known())
