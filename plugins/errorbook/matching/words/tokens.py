"""Plain text to words: what stands in a paste or a template, and what stands between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from errorbook.matching.words.normalising import Normalised
from errorbook.matching.words.silent import cut_marks, document_letters, exception_classes, keys
from errorbook.matching.words.tags import TAG

_WORD = re.compile(r"[0-9a-z\x80-\uffff]+")
_LETTERS_AND_DIGITS = re.compile(r"([a-z\x80-\uffff]+)([0-9]+)\Z|([0-9]+)([a-z\x80-\uffff]+)\Z")
_SPACE = re.compile(r"[ \t\n" + TAG + "]+")

Similarities = tuple[tuple[str, float], ...]
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
class Tokens:
    """A paste as the matcher sees it: words with their weights, similarities and edges."""

    paste: str
    normalised: Normalised
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    marks: list[str]
    boundaries: list[float]
    """What is left of a word's weight seen across the gap before it."""
    weights: list[float]
    similarities: list[Similarities]
    """Per word, the template words it stands for, each with how like it is."""
    passed: list[float]
    """How many words stand before each; a number, as in the prefix of a log's line, is no whole word."""
    explained: bytearray = field(default_factory=bytearray)
    """1 for each word that a finding explains."""
    breaks: list[int] = field(default_factory=list)
    """In how many of the gaps up to and with the one before each word a line breaks."""
    systems: set[str] = field(default_factory=set)
    """The systems of which a whole message stands in the paste that not any program may say."""
    codes: list[Any] = field(default_factory=list)
    """The codes that the text names, as mentions."""


def boundary(gap: str, boundaries: dict[str, float]) -> float:
    """Return how much a gap lets through: 1 for a plain space, less for marks that end a message."""
    # An apostrophe alone stands inside a name or a short form.
    if gap in ("", " ", "'"):
        return 1.0
    through = boundaries["line"] if "\n" in gap else 1.0
    last = len(gap) - 1
    dash = len(gap) >= 3 and gap.strip(" \n\t") == "-"
    for index, character in enumerate(gap):
        if character == TAG:
            kind = "line"
        elif character in "\"'":
            kind = "quote"
        elif character in "|\t":
            kind = "sentence"
        elif character in ":=,":
            kind = "colon"
        elif character in "()[]{}<>":
            kind = "bracket"
        elif character in ".!?;" and index < last and gap[index + 1] in " \n":
            kind = "sentence"
        elif dash and character == "-":
            kind = "quote"
        else:
            continue
        through = min(through, boundaries[kind])
    return through


def read(paste: str, normalised: Normalised, inverted: Any) -> Tokens:
    """Return the paste's words, with words that a line break or a space spoilt put right."""
    rejoined, similarities = _rejoin(split(normalised.text), inverted)
    words, starts, ends, gaps = rejoined.words, rejoined.starts, rejoined.ends, rejoined.gaps
    boundaries = [boundary(gap, inverted.settings["boundaries"]) for gap in gaps]
    unsaid = keys(gaps)
    weights = [inverted.weight(word) for word in words]
    for place, (key, thrown) in enumerate(zip(unsaid, exception_classes(words, gaps), strict=True)):
        if key or thrown:
            weights[place] = 0.0
    for place in cut_marks(words, gaps):
        weights[place] = 0.0
    level, digits = inverted.settings["boundaries"]["sentence"], inverted.settings["insertion_digits"]

    def is_capital(place: int) -> bool:
        return "A" <= paste[normalised.first(starts[place])] <= "Z"

    for index in range(1, len(words)):
        if words[index - 1] in inverted.levels and is_capital(index - 1):
            boundaries[index] = min(boundaries[index], level)
    for place in document_letters(words, gaps, is_capital):
        if not inverted.knows(words[place + 1]):
            weights[place] = min(weights[place], weights[place + 1])
    return Tokens(
        paste,
        normalised,
        words,
        starts,
        ends,
        gaps,
        [marks(gap) for gap in gaps],
        boundaries,
        weights,
        [() if key else like for like, key in zip(similarities, unsaid, strict=True)],
        list(accumulate((digits if word[0] <= "9" else 1.0 for word in words), initial=0.0)),
        bytearray(len(words)),
        list(accumulate("\n" in gap for gap in gaps)),
    )


def _rejoin(found: Words, inverted: Any) -> tuple[Words, list[Similarities]]:
    rejoined, lost_space = Words([], [], [], []), inverted.settings["one_edit"]
    similarities: list[Similarities] = []

    def add(word: str, start: int, end: int, gap: str, share: float = 1.0) -> None:
        rejoined.words.append(word)
        rejoined.starts.append(start)
        rejoined.ends.append(end)
        rejoined.gaps.append(gap)
        like = inverted.similarities(word)
        similarities.append(like if share == 1 else tuple((known, share * value) for known, value in like))

    index, count = 0, len(found.words)
    while index < count:
        word, start, gap = found.words[index], found.starts[index], found.gaps[index]
        following = found.gaps[index + 1]
        broken = "\n" in following and marks(following) in ("", "-")
        if index + 1 < count and (broken or following in (" ", "-")):
            joined = word + found.words[index + 1]
            apart = inverted.knows(word) and inverted.knows(found.words[index + 1])
            if inverted.knows(joined) and ((broken and "-" in following) or not apart):
                add(joined, start, found.ends[index + 1], gap, 1.0 if broken else lost_space)
                index += 2
                continue
        index += 1
        word_breaks = inverted.word_breaks(word)
        if not word_breaks:
            add(word, start, start + len(word), gap)
            continue
        for seam, end in pairwise([0, *word_breaks, len(word)]):
            add(word[seam:end], start + seam, start + end, "" if seam else gap, lost_space)
    rejoined.gaps.append(found.gaps[count])
    return rejoined, similarities
