"""The matcher's rules and constants, each with how it is switched off."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, NamedTuple, cast

from errorbook.matching import SETTINGS, deciding, matcher, search
from errorbook.matching.candidates import gathering, scoring, truncation
from errorbook.matching.doubts import doubts, program_files, saying, sources, speaking
from errorbook.matching.index import inverted_index
from errorbook.matching.index.index_shape import Settings
from errorbook.matching.words import lines, silent, tokens

NEUTRAL: dict[str, float] = {
    "digit_weight": 1,
    "unknown_weight": 1,
    "unknown_digit_weight": SETTINGS["unknown_weight"],
    "punctuation_weight": 0,
    "hole_mark_weight": 0,
    "one_edit": 1,
    "insertion": 0,
    "insertion_digits": 1,
    "substitution": 0,
    "hole_words": 80,
    "long_hole_word": 0.01,
    "line_break": 0,
    "reach": 10_000,
    "distance": 1,
    "fenced": 1,
    "missing": 0,
    "cut_tail": 0,
    "cut_tail_word": 0,
    "cut_head": 0,
    "cut_head_word": 0,
    "cut_slack": 100,
    "unexplained": 0,
    "doubt": 0,
    "little_evidence": 0,
    "solid": 0,
    "candidates": 10_000,
    "faint": 0,
    "close": 0,
    "keep": 0.56,
    "whole": 1,
    "lead": 0,
    "whole_weight": 1000,
    "part": 0,
    "few_part_words": 1,
    "part_words": 10_000,
    "part_weight": 0,
    "part_beyond": 1000,
    "status_words": 0,
    "everyday": 0,
    "few_words": 10_000,
    "telling_word": 1000,
    "window": 100_000,
}
"""A value of each constant with which it does nothing; those that are not here have none."""
LIMITS = ("reach", "candidates", "window", "most_characters")
"""What bounds the work, and nothing else."""


def _no(*_: Any) -> bool:
    return False


def _nothing(*_: Any) -> Iterator[str]:
    return iter(())


def _same(items: Any, *_: Any) -> Any:
    return items


def _once(occurrence: Any, read: Any, inverted: Any) -> None:
    deciding.decide(occurrence, read, inverted)


def _all_candidates(self: Any, occurrences: Any, *_: Any) -> Any:
    *_, everything = self.candidates(occurrences)
    return everything


RULES: dict[str, dict[Any, Any]] = {
    "aliases and headings stand back": {deciding._unlike: lambda role, items: items},
    "a title repeats a part of the message below": {deciding._repeats: _no},
    "a cut-off paste is a part": {truncation.is_truncated: _no},
    "a cut-off paste is made of whole sentences": {truncation._is_whole: _no},
    "another takes the place of one that says nothing": {deciding.settle: _once},
    "second road: likely candidates": {gathering.Gathering.likely: _all_candidates},
    "a stretch hands on": {search.Search._hand_on: _no},
    "open lines are read again": {lines.open_lines: lambda *_: ()},
    "a stub of a cut word": {scoring.is_stub: _no},
    "a sentence that ended was not cut": {scoring._ended: _no},
    "a whole telling message stands out": {scoring.stands_out: _no},
    "one everyday word is no answer": {inverted_index.is_scant: _no},
    "differs": {doubts._different: _nothing},
    "value of the wrong type": {doubts._wrong_type: _nothing},
    "empty hole": {doubts._empty: _nothing},
    "alike": {doubts._alike: _nothing},
    "beside": {saying.beside: _nothing},
    "beginning of a log's line": {lines.is_logged: _no},
    "identifier": {saying._is_program_name: _no},
    "quoted": {saying._mention: lambda *_: ""},
    "quoted by source code": {program_files.quoted_by: lambda *_: ""},
    "marked as a comment or a heading": {program_files.marked_by: lambda *_: ""},
    "set apart": {speaking.set_apart: lambda *_: ""},
    "title of an article": {speaking.title_before: lambda *_: ""},
    "change of a list": {program_files.heading_above: lambda *_: ""},
    "text to be translated": {program_files.is_string: _no},
    "clause": {saying._is_clause: _no},
    "another product is named": {sources.foreign: lambda *_: ""},
    "keys of JSON are no words": {silent.keys: lambda gaps: bytearray(len(gaps) - 1)},
    "classes of exceptions are no words": {
        silent.exception_classes: lambda words, gaps: bytearray(len(words))
    },
    "letters of a document's number": {silent.document_letters: lambda *_: []},
    "lost spaces": {inverted_index.InvertedIndex.word_breaks: lambda self, word: []},
    "joined lines": {
        tokens._rejoin: lambda found, inverted: (found, [inverted.similarities(w) for w in found.words])
    },
    "alternatives are shown": {matcher.Matcher._alternatives: lambda *_: []},
}


class Number(NamedTuple):
    """A constant that is changed: switched off, or halved and doubled where there is no such thing."""

    name: str
    value: float
    other: float
    settings: Settings
    """All of them, with the other value."""

    @property
    def title(self) -> str:
        """What the change is called."""
        return f"{self.name} {self.other:g}"


def numbers() -> Iterator[Number]:
    """Give each constant with each of its other values."""
    for name, value in SETTINGS.items():
        if isinstance(value, int | float):
            others = [NEUTRAL[name]] if name in NEUTRAL else [type(value)(value / 2), value * 2]
            for other in others:
                yield Number(name, value, other, cast("Settings", {**SETTINGS, name: other}))
    for name, value in SETTINGS["boundaries"].items():
        settings = deepcopy(SETTINGS)
        settings["boundaries"][name] = 1
        yield Number(f"boundary: {name}", value, 1, settings)


def variants() -> Iterator[tuple[str, Settings, dict[Any, Any]]]:
    """Give a name, the settings and what is replaced, of each constant and each rule that is switched off."""
    yield "nothing off", SETTINGS, {}
    for number in numbers():
        yield number.title, number.settings, {}
    for name, replaced in RULES.items():
        yield name, SETTINGS, replaced


@contextmanager
def switched(replaced: dict[Callable[..., Any], Any]) -> Iterator[None]:
    """Put something in the place of functions of the matcher, wherever they are named."""
    kept: list[tuple[Any, str, Any]] = []
    modules = [module for name, module in sys.modules.items() if name.startswith("errorbook.matching")]
    owners: list[Any] = [*modules, search.Search, matcher.Matcher, inverted_index.InvertedIndex]
    for owner in owners:
        for name, value in list(vars(owner).items()):
            for function, other in replaced.items():
                if value is function:
                    kept.append((owner, name, value))
                    setattr(owner, name, other)
    try:
        assert not replaced or kept, "Nothing was switched off."
        yield
    finally:
        for owner, name, value in kept:
            setattr(owner, name, value)
