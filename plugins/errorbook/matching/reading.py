"""Plain text to words: what stands in a paste or a template, and what stands between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from errorbook.matching.folding import Folded
from errorbook.matching.tags import TAG

_WORD = re.compile(r"[0-9a-z\x80-\uffff]+")
_LETTERS_AND_DIGITS = re.compile(r"([a-z\x80-\uffff]+)([0-9]+)\Z|([0-9]+)([a-z\x80-\uffff]+)\Z")
_KEY_END = re.compile(r'"[ \t\n]*:')
_KEY_WORDS = 2
_SPACE = re.compile(r"[ \t\n" + TAG + "]+")

Likenesses = tuple[tuple[str, float], ...]
"""The template words that a word of a paste may stand for, each with how like it is."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text; ``gaps[i]`` stands before word ``i``, the last gap after the last word."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]


def split(text: str) -> Words:
    """Return the words of a plain text; ``v5`` and ``5gb`` are two words each, other mixtures one."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[str] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        gaps.append(text[last:start])
        last = end
        mixed = _LETTERS_AND_DIGITS.match(match[0])
        if mixed:
            middle = start + len(mixed[1] or mixed[3])
            words.append(text[start:middle])
            starts.append(start)
            ends.append(middle)
            gaps.append("")
            start = middle
        words.append(text[start:end])
        starts.append(start)
        ends.append(end)
    gaps.append(text[last:])
    return Words(words, starts, ends, gaps)


def marks(gap: str) -> str:
    """Return the punctuation of a gap, without its white space."""
    return _SPACE.sub("", gap)


@dataclass(slots=True)
class Reading:
    """A paste as the matcher sees it: words with their weights, likenesses and edges."""

    paste: str
    folded: Folded
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    marks: list[str]
    edges: list[float]
    """What is left of a word's weight seen across the gap before it."""
    weights: list[float]
    likenesses: list[Likenesses]
    """Per word, the template words it stands for, each with how like it is."""
    passed: list[float]
    """How many words stand before each; a number, as in the prefix of a log's line, is no whole word."""
    explained: bytearray = field(default_factory=bytearray)
    """1 for each word that a finding explains."""
    systems: set[str] = field(default_factory=set)
    """The systems of which a whole message stands in the paste that not any program may say."""


def edge(gap: str, edges: dict[str, float]) -> float:
    """Return how much a gap lets through: 1 for a plain space, less for marks that end a message."""
    # An apostrophe alone stands inside a name or a short form.
    if gap in ("", " ", "'"):
        return 1.0
    through = edges["line"] if "\n" in gap else 1.0
    last = len(gap) - 1
    dash = len(gap) >= 3 and gap.strip(" \n\t") == "-"
    for index, character in enumerate(gap):
        if character == TAG:
            kind = "tag"
        elif character in "\"'":
            kind = "quote"
        elif character in "|\t":
            kind = "cell"
        elif character in ":=":
            kind = "colon"
        elif character in "()[]{}<>":
            kind = "bracket"
        elif character == ",":
            kind = "comma"
        elif character in ".!?;" and index < last and gap[index + 1] in " \n":
            kind = "sentence"
        elif dash and character == "-":
            kind = "dash"
        else:
            continue
        through = min(through, edges[kind])
    return through


def read(paste: str, folded: Folded, lexicon: Any) -> Reading:
    """Return the paste's words, with words that a line break or a space spoilt put right."""
    mended, likenesses = _mend(split(folded.text), lexicon)
    words, starts, ends, gaps = mended.words, mended.starts, mended.ends, mended.gaps
    edges = [edge(gap, lexicon.settings["edges"]) for gap in gaps]
    keys = _keys(gaps)
    level, digits = lexicon.settings["edges"]["level"], lexicon.settings["insertion_digits"]
    for index in range(1, len(words)):
        if words[index - 1] in lexicon.levels:
            first = folded.span(starts[index - 1], ends[index - 1])[0]
            if "A" <= paste[first] <= "Z":
                edges[index] = min(edges[index], level)
    return Reading(
        paste,
        folded,
        words,
        starts,
        ends,
        gaps,
        [marks(gap) for gap in gaps],
        edges,
        [0.0 if key else lexicon.weight(word) for word, key in zip(words, keys, strict=True)],
        [() if key else like for like, key in zip(likenesses, keys, strict=True)],
        list(accumulate((digits if word[0] <= "9" else 1.0 for word in words), initial=0.0)),
        bytearray(len(words)),
    )


def _keys(gaps: list[str]) -> bytearray:
    """Return 1 for each word in a key of JSON: it names what is said, and says nothing."""
    keys = bytearray(len(gaps) - 1)
    opened = -1
    for place, gap in enumerate(gaps):
        if opened >= 0 and place - opened <= _KEY_WORDS and _KEY_END.match(gap):
            keys[opened:place] = b"\1" * (place - opened)
        if '"' in gap:
            opened = place if gap.endswith('"') else -1
    return keys


def _mend(found: Words, lexicon: Any) -> tuple[Words, list[Likenesses]]:
    mended, lost_space = Words([], [], [], []), lexicon.settings["lost_space"]
    likenesses: list[Likenesses] = []

    def add(word: str, start: int, end: int, gap: str, share: float = 1.0) -> None:
        mended.words.append(word)
        mended.starts.append(start)
        mended.ends.append(end)
        mended.gaps.append(gap)
        like = lexicon.likenesses(word)
        likenesses.append(like if share == 1 else tuple((known, share * value) for known, value in like))

    index, count = 0, len(found.words)
    while index < count:
        word, start, gap = found.words[index], found.starts[index], found.gaps[index]
        following = found.gaps[index + 1]
        broken = "\n" in following and marks(following) in ("", "-")
        if index + 1 < count and (broken or following in (" ", "-")):
            joined = word + found.words[index + 1]
            apart = lexicon.knows(word) and lexicon.knows(found.words[index + 1])
            if lexicon.knows(joined) and ((broken and "-" in following) or not apart):
                add(joined, start, found.ends[index + 1], gap, 1.0 if broken else lost_space)
                index += 2
                continue
        index += 1
        seams = lexicon.seams(word)
        if not seams:
            add(word, start, start + len(word), gap)
            continue
        for seam, end in pairwise([0, *seams, len(word)]):
            add(word[seam:end], start + seam, start + end, "" if seam else gap, lost_space)
    mended.gaps.append(found.gaps[count])
    return mended, likenesses
