"""Names whose error a paste may be: the catalogue's systems and products that are strangers to it."""

from __future__ import annotations

from pathlib import Path

from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.matching.index.index_shape import SourceNames

_LIST = Path(__file__).parent / "strangers.txt"


def build(vocabulary: Vocabulary) -> SourceNames:
    """Return the names for the match index; a name that the catalogue claims is no stranger's."""
    own = {slug: system.names for slug, system in vocabulary.systems.items()}
    claimed = {name.lower() for those in own.values() for name in those}
    return {
        "own": own,
        # Where all errors are shown, its name says nothing about whose an error is.
        "neutral": list(vocabulary.shown_in),
        "strangers": [name for name in strangers() if name.lower() not in claimed],
    }


def strangers() -> list[str]:
    """Return the products of the list that comes with the package."""
    lines = map(str.strip, _LIST.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
