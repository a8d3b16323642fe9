"""The shape of the match index: what ``indexing.match_index`` writes and a matcher reads."""

from __future__ import annotations

from typing import NotRequired, TypedDict

Settings = TypedDict(
    "Settings",
    {
        "digit_weight": float,
        "unknown_weight": float,
        "unknown_digit_weight": float,
        "punctuation_weight": float,
        "hole_mark_weight": float,
        "one_edit": float,
        "insertion": float,
        "insertion_digits": float,
        "substitution": float,
        "hole_words": int,
        "long_hole_word": float,
        "line_break": float,
        "reach": int,
        "distance": float,
        "fenced": float,
        "boundaries": dict[str, float],
        "missing": float,
        "cut_tail": float,
        "cut_tail_word": float,
        "cut_head": float,
        "cut_head_word": float,
        "cut_slack": float,
        "unexplained": float,
        "doubt": float,
        "little_evidence": float,
        "solid": float,
        "candidates": int,
        "faint": float,
        "close": float,
        "keep": float,
        "is": float,
        "whole": float,
        "lead": float,
        "like": float,
        "whole_weight": float,
        "part": float,
        "few_part_words": int,
        "part_words": int,
        "part_weight": float,
        "part_beyond": float,
        "near_words": int,
        "status_words": int,
        "everyday": float,
        "few_words": int,
        "telling_word": int,
        "window": int,
        "most_characters": int,
        "levels": str,
    },
)
"""The constants of the matcher; what each means stands in ``settings``."""


class IndexValue(TypedDict):
    """What an entry declares of a hole's content; the pattern is that of a type of the catalogue's own."""

    type: str
    label: NotRequired[str]
    sensitive: NotRequired[bool]
    pattern: NotRequired[str]
    personal: NotRequired[bool]


IndexEntry = TypedDict(
    "IndexEntry",
    {
        "id": str,
        "merged": NotRequired[list[str]],
        "title": NotRequired[str],
        "lang": NotRequired[str],
        "url": NotRequired[str],
        "card": NotRequired[str],
        "severity": NotRequired[str],
        "system": NotRequired[str],
        "with": NotRequired[list[str]],
        "codes": NotRequired[list[list[str]]],
        "messages": NotRequired[list[list[str]]],
        "everyday": NotRequired[list[int]],
        "values": NotRequired[dict[str, IndexValue]],
        "same": NotRequired[list[str]],
        "number": NotRequired[int],
    },
)
"""An entry: its codes are (system, code, role if it is no error's), its messages (text, role).

`merged` are the ids of entries that go on in it. `lang` is the title's language where it is not that of the
pages. In a shard, `number` is its place among all.
"""


class SourceNames(TypedDict, total=False):
    """The names of our systems, of those whose name says nothing, and of products that are none of them."""

    own: dict[str, list[str]]
    neutral: list[str]
    strangers: list[str]


class MatchIndex(TypedDict):
    """All that a matcher needs to know of a catalogue."""

    matcher: Settings
    fold: dict[str, str]
    entries: list[IndexEntry]
    version: NotRequired[int]
    spellings: NotRequired[dict[str, str]]
    systems: NotRequired[dict[str, list[str]]]
    sources: NotRequired[SourceNames]
    withdrawn: NotRequired[dict[str, list[str]]]
    """The title and the address of each entry that was withdrawn, and the title's language, by its id."""
