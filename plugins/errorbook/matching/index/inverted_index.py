"""The index made ready: templates as words and holes, the words' weights, and words with typing errors."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from errorbook.common.template import Hole, parse
from errorbook.matching.index.fuzzy import LONGEST_WITH_ERRORS, SHORTEST_WITH_TWO, FuzzyWords
from errorbook.matching.index.index_shape import MatchIndex, Settings
from errorbook.matching.index.misspelling import word_breaks
from errorbook.matching.index.product_names import ProductNames
from errorbook.matching.words.normalising import Normaliser
from errorbook.matching.words.tokens import Tokens, marks, split

HOLE = "\x01"
"""Stands for a hole in a template's gaps."""

_MOST_REMEMBERED = 50_000


@dataclass(slots=True)
class Template:
    """One wording of an entry, ready to be aligned."""

    entry: int
    message: int
    role: str
    words: list[str]
    positions: dict[str, list[int]]
    gaps: list[str]
    """Marks between the words, HOLE for each hole; one more than there are words."""
    before: list[str]
    """The marks of each gap before its first hole, or all of them."""
    after: list[str]
    """The marks of each gap after its last hole, or all of them."""
    holes: list[list[str]]
    """Names of the holes in each gap."""
    holes_until: list[int]
    """How many gaps up to and with this one hold a hole."""
    weights: list[float]
    mark_weights: list[float]
    heads: list[float] = field(init=False)
    """Per word the weight of those before it, and at last that of all."""
    fences: list[float] = field(init=False)
    """Per gap the weight of the marks before it that stand around holes, and at last that of all."""
    marks_total: float = field(init=False)
    rarest: list[tuple[str, float]] = field(default_factory=list)
    """Its words, the rarest first, each with the weight of itself and those after it."""
    repeated: list[str] = field(default_factory=list)
    """The words that it has several times."""
    needed: float = field(init=False)
    """Weight of words that must be there for the template to be kept beside others."""
    needed_part: float = field(init=False)
    """The same for a part of it that was cut off, where that is less."""
    total: float = field(init=False)
    everyday: bool = field(init=False)
    """Whether any program may say it."""
    breaks: int = 0
    """How many line breaks it has of its own."""


def is_telling(template: Template, settings: Settings) -> bool:
    """Return whether a wording is one word that nobody says in passing: a program's name for a fault."""
    return len(template.words) == 1 and len(template.words[0]) >= settings["telling_word"]


def is_scant(template: Template, tokens: Tokens, settings: Settings) -> bool:
    """Return whether a wording is too little for a paste: one everyday word where much else is said."""
    alone = len(template.words) == 1 and not is_telling(template, settings)
    return alone and len(tokens.words) > settings["few_words"]


def not_below(value: float) -> float:
    """Return the weight on that grid which is not below a value."""
    return math.ceil(value * 1024) / 1024


def _exact(value: float) -> float:
    """Return a weight on a grid on which sums are exact in binary, so that both twins get the same."""
    return math.floor(value * 1024 + 0.5) / 1024


class InvertedIndex:
    """Everything about an index that does not depend on a paste."""

    def __init__(self, index: MatchIndex) -> None:
        """Compile the index: time and memory grow with the length of its texts."""
        self.settings = index["matcher"]
        self.entries = index["entries"]
        self.normaliser = Normaliser(index["fold"])
        self.names = ProductNames(index, self.normaliser)
        self.levels = frozenset(self.settings["levels"].split(" "))
        self._spellings = {
            self.normaliser.plain(variant): self.normaliser.plain(usual)
            for variant, usual in index.get("spellings", {}).items()
        }
        self.templates: list[Template] = []
        users: dict[str, set[int]] = {}
        for number, entry in enumerate(self.entries):
            for position, (text, role) in enumerate(entry.get("messages", [])):
                template = self._template(text, number, position, role)
                template.everyday = position in entry.get("everyday", ())
                if template.words:
                    self.templates.append(template)
                    for word in template.words:
                        users.setdefault(word, set()).add(number)
        count = len(self.entries)
        self.weights = {
            word: _exact(
                math.log(1 + count / len(those)) * (self.settings["digit_weight"] if word[0] <= "9" else 1)
            )
            for word, those in users.items()
        }
        self.rarest = math.log(1 + count)
        """What a word weighs that a single entry uses."""
        self._unknown = _exact(self.rarest * self.settings["unknown_weight"])
        self._unknown_digits = _exact(self.rarest * self.settings["unknown_digit_weight"])
        self._users: dict[str, tuple[int, ...]] = {}
        self.postings: dict[str, list[int]] = {}
        self.repeated: dict[str, list[tuple[int, int]]] = {}
        """Per word, the templates that use it, and those that use it several times with how often."""
        for number, template in enumerate(self.templates):
            self._weigh(template)
            for word, positions in template.positions.items():
                self.postings.setdefault(word, []).append(number)
                if len(positions) > 1:
                    self.repeated.setdefault(word, []).append((number, len(positions)))
        self.telling: dict[str, list[int]] = {word: [] for word in self.weights}
        """Per word, the templates that cannot be kept without it or another of their rarest words."""
        self.telling_part: dict[str, list[int]] = {word: [] for word in self.weights}
        """The same for what may be said of a part of them, in a line of its own."""
        for number, template in enumerate(self.templates):
            self._order(template, number)
        self.fuzzy = FuzzyWords(self.weights, self.settings)
        self._similarities: dict[str, tuple[tuple[str, float], ...]] = {}

    def _template(self, text: str, entry: int, message: int, role: str) -> Template:
        parts = parse(text)
        names = [part.name for part in parts if isinstance(part, Hole)]
        plain = "".join(HOLE if isinstance(part, Hole) else self.normaliser.plain(part) for part in parts)
        found = split(plain)
        words = [self._spellings.get(word, word) for word in found.words]
        gaps = [marks(gap) for gap in found.gaps]
        positions: dict[str, list[int]] = {}
        for index, word in enumerate(words):
            positions.setdefault(word, []).append(index)
        holes, until, taken, count = [], [], 0, 0
        for gap in gaps:
            size = gap.count(HOLE)
            holes.append(names[taken : taken + size])
            taken += size
            count += size > 0
            until.append(count)
        before = [gap.partition(HOLE)[0] for gap in gaps]
        after = [gap.rpartition(HOLE)[2] for gap in gaps]
        breaks = sum("\n" in gap for gap in found.gaps[1:-1])
        made = Template(entry, message, role, words, positions, gaps, before, after, holes, until, [], [])
        made.breaks = breaks
        made.repeated = [word for word, places in positions.items() if len(places) > 1]
        return made

    def _weigh(self, template: Template) -> None:
        hole_mark, mark = self.settings["hole_mark_weight"], self.settings["punctuation_weight"]
        template.weights = [self.weights[word] for word in template.words]
        for index, gap in enumerate(template.gaps):
            if HOLE in gap:
                weight = hole_mark * min(2, len(template.before[index]) + len(template.after[index]))
            else:
                weight = mark * min(3, len(gap))
            boundary = index in (0, len(template.gaps) - 1)
            template.mark_weights.append(_exact(weight / 2 if boundary else weight))
        template.heads = list(accumulate(template.weights, initial=0.0))
        fences = (
            mark if holes else 0.0 for mark, holes in zip(template.mark_weights, template.holes, strict=True)
        )
        template.fences = list(accumulate(fences, initial=0.0))
        template.marks_total = sum(template.mark_weights)
        template.total = template.heads[-1] + template.marks_total

    def _order(self, template: Template, number: int) -> None:
        """Put a template's words in order of rarity; note those without which too little of it is there."""
        left = template.heads[-1]
        template.needed = math.sqrt(self.settings["keep"]) * template.total - template.marks_total
        part = self.settings["part_weight"] * self.rarest - template.marks_total
        template.needed_part = min(template.needed, part)
        for word in sorted(template.positions, key=lambda word: -self.weights[word]):
            template.rarest.append((word, left))
            if left >= template.needed:
                self.telling[word].append(number)
            if left >= template.needed_part:
                self.telling_part[word].append(number)
            left -= self.weights[word] * len(template.positions[word])

    @cached_property
    def titled(self) -> dict[str, list[int]]:
        """Per word of the templates, the entries whose titles use it; asked for when nothing is found."""
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            words = split(self.normaliser.plain(entry.get("title", ""))).words
            for word in dict.fromkeys(map(self.usual, words)):
                if word in self.weights:
                    found.setdefault(word, []).append(number)
        return found

    def users_of(self, word: str) -> tuple[int, ...]:
        """Return the entries that use a word, in a wording or in their title."""
        users = self._users.get(word)
        if users is None:
            using = (self.templates[number].entry for number in self.postings[word])
            users = self._users[word] = tuple(dict.fromkeys((*using, *self.titled.get(word, ()))))
        return users

    def usual(self, word: str) -> str:
        """Return the usual spelling of a word."""
        return self._spellings.get(word, word)

    def knows(self, word: str) -> bool:
        """Return whether a template uses the word."""
        return self.usual(word) in self.weights

    def weight(self, word: str) -> float:
        """Return what a word of a paste weighs, known or not."""
        known = self.weights.get(self.usual(word))
        if known is not None:
            return known
        return self._unknown_digits if word[0] <= "9" else self._unknown

    def word_breaks(self, word: str) -> list[int]:
        """Return where an unknown word falls into known ones that lost their spaces; no name does."""
        if not SHORTEST_WITH_TWO <= len(word) <= LONGEST_WITH_ERRORS or self._is_like_one(word):
            return []
        return [] if self.names.begin_with(word) else word_breaks(word, self.knows)

    def _is_like_one(self, word: str) -> bool:
        """Return whether a word is known, or one typing error away from a known one."""
        return any(similarity > self.fuzzy.two for _, similarity in self.similarities(word))

    def similarities(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the template words a word may stand for, each with its similarity; a known one is itself."""
        known = self._similarities.get(word)
        if known is None:
            if len(self._similarities) == _MOST_REMEMBERED:
                self._similarities.clear()
            usual = self.usual(word)
            known = ((usual, 1.0),) if usual in self.weights else self.fuzzy.near(usual)
            self._similarities[word] = known
        return known
