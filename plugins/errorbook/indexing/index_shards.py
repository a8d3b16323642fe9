"""A match index in parts: one that every paste needs, and shards of which each paste needs a few.

An entry is kept with the rarest words of each of its wordings, and with its id and codes. So whatever a paste
can show is in the shards of the paste's own words, and beside it the longer messages of the same words.
``shards.js`` puts the parts together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from errorbook.matching.codes.codes import Codes
from errorbook.matching.index.index_shape import IndexEntry, MatchIndex
from errorbook.matching.index.inverted_index import InvertedIndex, Template
from errorbook.matching.words.tokens import split as words_of

ANCHORS = 2
"""How many of a wording's rarest words its entry is kept with: one may be mistyped, or cut off."""
SHARD_SIZE = 75
"""Entries of a shard, on average: fewer would tell more about the paste, more would take longer."""
_LONGEST_PREFIX = 25
"""So that one capital letter tells how long it is."""


class Head(MatchIndex):
    """An index without its entries, and what leads to them."""

    words: str
    """Every word of a wording, those first that lead to a shard, as ``front_coded`` writes them."""
    users: list[int]
    """By how many entries each word is used."""
    anchors: int
    """How many words lead to a shard."""
    codes: list[str]
    entry_count: int
    shard_count: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The part that is always needed, and the entries of each shard."""

    head: Head
    shards: list[list[IndexEntry]]


def split(index: MatchIndex, size: int = SHARD_SIZE) -> Parts:
    """Return an index in parts; which of them a paste needs follows from its words alone."""
    inverted = InvertedIndex(index)
    holders: dict[str, set[int]] = {}
    for number, template in enumerate(inverted.templates):
        for word in template.words:
            holders.setdefault(word, set()).add(number)
    kept: dict[str, set[int]] = {}
    for template in inverted.templates:
        entries = {template.entry, *_longer(template, holders, inverted)}
        for word, _ in template.rarest[:ANCHORS]:
            kept.setdefault(word, set()).update(entries)
    led = set(kept)
    for number, entry in enumerate(index["entries"]):
        # A title's rarest word leads to its entry, best one that leads to entries anyway.
        words = [
            inverted.usual(word) for word in words_of(inverted.normaliser.plain(entry.get("title", ""))).words
        ]
        known = [word for word in words if word in led] or list(filter(inverted.knows, words))
        rarest = max(known, key=inverted.weight, default=None)
        if rarest is not None:
            kept.setdefault(rarest, set()).add(number)
    anchors = sorted(kept)
    codes: set[str] = set()
    for number, entry in enumerate(index["entries"]):
        for key in Codes({**index, "entries": [entry]}).known_keys:
            kept.setdefault(f"#{key}", set()).add(number)
        codes.update(text for _, text, *_ in entry.get("codes", ()))
    count = math.ceil(sum(map(len, kept.values())) / size) or 1
    places: list[set[int]] = [set() for _ in range(count)]
    for key, entries in kept.items():
        places[shard_of(key, count)] |= entries
    # Words by which entries are kept come first: the others lead to no shard.
    words = [*anchors, *sorted(holders.keys() - kept.keys())]
    users = [len({inverted.templates[number].entry for number in holders[word]}) for word in words]
    head: Head = {
        **index,
        "entries": [],
        "words": front_coded(words),
        "users": users,
        "anchors": len(anchors),
        "codes": sorted(codes),
        "entry_count": len(index["entries"]),
        "shard_count": count,
    }
    return Parts(head, [[{**index["entries"][n], "number": n} for n in sorted(place)] for place in places])


def front_coded(words: Sequence[str]) -> str:
    """Write words without capitals; each leaves out what it shares with the beginning of the one before.

    A capital letter tells how much that is: A nothing, B one letter. Witten, Moffat and Bell, "Managing
    Gigabytes", 1999, chapter 4.1, call it front coding; sorted words lose a fifth of their zipped size.
    """
    coded, before = [], ""
    for word in words:
        pairs = zip(before[:_LONGEST_PREFIX], word, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        coded.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(coded)


def shard_of(key: str, count: int) -> int:
    """Return the shard of a word or a code among ``count``.

    FNV-1a over UTF-16 units: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm", 2024.
    """
    value = 0x811C9DC5
    units = key.encode("utf-16-le", "surrogatepass")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return (value ^ value >> 16) % count


def _longer(template: Template, holders: dict[str, set[int]], inverted: InvertedIndex) -> set[int]:
    """Return the entries of the wordings that hold all words of another one, the shortest first few."""
    few, *others = sorted((holders[word] for word in set(template.words)), key=len)
    numbers = sorted(few.intersection(*others), key=lambda number: (inverted.templates[number].total, number))
    return {inverted.templates[number].entry for number in numbers[: inverted.settings["candidates"]]}
