"""What the nearest entries suggest for a new one: its records, its relations, a first idea of its causes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from errorbook.catalogue.entry_texts import UNFINISHED
from errorbook.catalogue.model import Entry
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common.template import Hole, parse

NEAR = 0.45
"""Below this the words that texts share are chance."""
_MOST_RELATIONS, _MOST_CAUSES = 3, 2


@dataclass(frozen=True, slots=True)
class Suggested:
    """Proposals for an author, each of which somebody has to confirm."""

    records: tuple[str, ...] = ()
    records_of: str = ""
    """The entry that the records are of; nothing where the message names them."""
    relations: tuple[Entry, ...] = ()
    causes: tuple[tuple[str, str], ...] = ()
    """Each cause behind the id of the entry that has it."""


def suggested(message: str, near: Sequence[Entry], vocabulary: Vocabulary) -> Suggested:
    """Return what a message and the entries near it suggest, the nearest first."""
    live = [entry for entry in near if entry.status in ("active", "not-emitted")]
    named = tuple(_records_named(message, vocabulary))
    lender = next((entry for entry in live if entry.records), None) if not named else None
    causes = ((entry.id, _without_holes(entry.causes[0].text)) for entry in live[:_MOST_CAUSES])
    return Suggested(
        named or (lender.records if lender else ()),
        lender.id if lender else "",
        tuple(live[:_MOST_RELATIONS]),
        tuple(causes),
    )


def record_lines(close: Suggested) -> list[str]:
    """Return the line of the records that fail, as far as they can be guessed."""
    source = f"as {close.records_of} has them" if close.records_of else "as the message names them"
    return [f"records: [{', '.join(close.records)}]  # {UNFINISHED}: {source}"] if close.records else []


def relation_lines(close: Suggested) -> list[str]:
    """Return the lines of the relations to what is near."""
    which = "confused-with, same-cause, or none of it"
    lines = [f"  - {{type: see-also, id: {entry.id}}}  # {entry.title}" for entry in close.relations]
    return [f"relations:  # {UNFINISHED}: {which}", *lines] if lines else []


def _records_named(message: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the kinds of record that a message names, in one or in several."""
    words = set(re.findall(r"[^\W\d_]+", message.lower()))
    for slug in vocabulary.records:
        parts = slug.split("-")
        last = {parts[-1], f"{parts[-1]}s"}
        if {*parts[:-1]} <= words and last & words:
            yield slug


def _without_holes(text: str) -> str:
    """Return a text with a gap in the place of each value, which only the other entry has."""
    return "".join("…" if isinstance(part, Hole) else part for part in parse(text))
