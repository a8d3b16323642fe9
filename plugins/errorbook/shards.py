"""A match index in parts: one that every paste needs, and shards of which each paste needs a few.

An entry is kept with the rarest words of each of its wordings, and with its id and codes, so that whatever
can be found by a paste is in the shards of the paste's own words. ``shards.js`` puts the parts together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from errorbook.matching.codes import Codes
from errorbook.matching.lexicon import Lexicon

ANCHORS = 2
"""How many of a wording's rarest words its entry is kept with: one may be mistyped, or cut off."""
SHARD_SIZE = 200
"""About how many entries a shard holds: fewer would tell more about the paste, more would take longer."""


@dataclass(frozen=True, slots=True)
class Shards:
    """The part that is always needed, and the entries of each shard."""

    head: dict[str, Any]
    shards: list[list[dict[str, Any]]]


def split(index: dict[str, Any], size: int = SHARD_SIZE) -> Shards:
    """Return an index in parts; which of them a paste needs follows from its words alone."""
    lexicon = Lexicon(index)
    users: dict[str, set[int]] = {}
    firsts: dict[int, int] = {}
    kept: dict[str, set[int]] = {}
    anchors: set[str] = set()
    for number, template in enumerate(lexicon.templates):
        firsts.setdefault(template.entry, number)
        for word in template.words:
            users.setdefault(word, set()).add(template.entry)
        for word, _ in template.rarest[:ANCHORS]:
            anchors.add(word)
            kept.setdefault(word, set()).add(template.entry)
    for number, entry in enumerate(index["entries"]):
        for key in _keys(entry):
            kept.setdefault(key, set()).add(number)
    count = _power_of_two(sum(map(len, kept.values())) / size)
    places: list[set[int]] = [set() for _ in range(count)]
    for key, entries in kept.items():
        places[bucket(key, count)] |= entries
    # Words by which entries are kept come first: the others lead to no shard.
    words = [*sorted(anchors), *sorted(users.keys() - anchors)]
    head = {
        **index,
        "entries": [],
        "words": " ".join(words),
        "users": [len(users[word]) for word in words],
        "anchors": len(anchors),
        "count": len(index["entries"]),
        "shards": count,
    }
    shards = [[{**index["entries"][n], "at": firsts.get(n, 0)} for n in sorted(place)] for place in places]
    return Shards(head, shards)


def bucket(key: str, count: int) -> int:
    """Return the shard of a word or a code among ``count``, a power of two.

    FNV-1a over UTF-16 units: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm", 2024.
    """
    value = 0x811C9DC5
    units = key.encode("utf-16-le", "surrogatepass")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return (value ^ value >> 16) & (count - 1)


def _keys(entry: dict[str, Any]) -> Iterator[str]:
    """Return what an entry is looked up by besides its words."""
    known = Codes({"entries": [entry]})
    yield from (f"#{key}" for key in known.keys)


def _power_of_two(size: float) -> int:
    count = 1
    while count < size:
        count *= 2
    return count
