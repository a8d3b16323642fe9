"""Reads a pattern that Python and JavaScript understand alike: its characters, and what may follow each.

That part of their languages is: characters, classes, groups, alternatives and repetitions. The positions of a
pattern and what follows them: Glushkov, "The abstract theory of automata", 1961.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

MOST_POSITIONS = 500
_DEEPEST = 50
_HIGHEST = 0x10FFFF
_SPECIAL = frozenset("\\^$.*+?()[]{}|/")
_TIMES = re.compile(r"\{([0-9]{1,3})(,?)([0-9]{0,3})\}|([?*+])")
_SIGNS: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_CLASSES = {"d": "[0-9]", "w": "[A-Za-z0-9_]", "s": "a blank"}

Ranges = tuple[tuple[int, int], ...]
"""Characters by their numbers: the first and the last of each stretch."""
Places = tuple[int, ...]


class PatternError(ValueError):
    """Why a pattern cannot be taken: what is wrong with it and how to correct it."""

    def __init__(self, what: str, fix: str) -> None:
        """Keep both parts."""
        super().__init__(what)
        self.what, self.fix = what, fix


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a pattern: whether it may be empty, and the positions it begins and ends with."""

    empty: bool = True
    first: Places = ()
    last: Places = ()


@dataclass(slots=True)
class PatternReader:
    """A pattern, read from left to right; a position that two ways lead to is in a list twice."""

    text: str
    characters: list[Ranges] = field(default_factory=list)
    following: list[list[int]] = field(default_factory=list)
    _at: int = 0
    _depth: int = 0

    def read(self) -> Part:
        """Return the whole pattern; raises PatternError if it is none."""
        whole = self._alternatives()
        if self._at < len(self.text):
            raise PatternError("has a ')' that closes nothing", "Write '\\)' for the character")
        return whole

    def _alternatives(self) -> Part:
        found = [self._sequence()]
        while self._take("|"):
            found.append(self._sequence())
        if len(found) > 1 and any(part.empty for part in found):
            raise PatternError("has an alternative that may be empty", "Put '?' behind the group instead")
        first = tuple(place for part in found for place in part.first)
        return Part(found[0].empty, first, tuple(place for part in found for place in part.last))

    def _sequence(self) -> Part:
        whole = Part()
        while self._at < len(self.text) and self.text[self._at] not in "|)":
            whole = self._joined(whole, self._repeated())
        return whole

    def _repeated(self) -> Part:
        """Read an item and how often it may come: each time has positions of its own."""
        start = self._at
        item = self._item()
        shown = self.text[start : self._at]
        times = self._times()
        if times is None:
            return item
        if item.empty:
            fix = "Repeat only what has at least one character"
            raise PatternError(f"repeats '{shown}', which may be empty", fix)
        after = self._at
        least, most = times
        copies = [item]
        for _ in range(max(least, 1 if most is None else most) - 1):
            self._at = start
            copies.append(self._item())
        self._at = after
        if most is None:
            self._lead(copies[-1].last, copies[-1].first)
        whole = Part()
        for place in reversed(range(len(copies))):
            whole = self._joined(copies[place], whole)
            whole = Part(place >= least, whole.first, whole.last)
        return whole

    def _times(self) -> tuple[int, int | None] | None:
        """Read how often an item may come, the least and the most; nothing is said where it comes once."""
        found = _TIMES.match(self.text, self._at)
        if not found:
            if self.text.startswith("{", self._at):
                fix = "Write {2}, {2,4} or {2,}, or '\\{' for the character"
                raise PatternError("has a '{' that begins no repetition", fix)
            return None
        self._at = found.end()
        if self.text[self._at : self._at + 1] in tuple("?*+{"):
            fix = "Write how often something may come once"
            raise PatternError(f"has '{self.text[self._at]}' behind a repetition", fix)
        if found[4]:
            return _SIGNS[found[4]]
        least = int(found[1])
        most = int(found[3]) if found[3] else None if found[2] else least
        if most is not None and (most < least or most == 0):
            fix = "Write the smaller number first; the larger one is at least 1"
            raise PatternError(f"repeats something {found[0]} times", fix)
        return least, most

    def _item(self) -> Part:
        sign = self.text[self._at]
        self._at += 1
        match sign:
            case "(":
                return self._group()
            case "[":
                return self._position(self._class())
            case "\\":
                return self._position(_one(self._escaped(_SPECIAL)))
            case ".":
                fix = "Write '\\.' for a full stop, or a class such as [A-Z0-9]"
                raise PatternError("has '.', which is any character", fix)
            case "^" | "$":
                fix = f"Leave '{sign}' out: a pattern is of the whole value anyway"
                raise PatternError(f"has '{sign}'", fix)
            case "]" | "}":
                fix = f"Write '\\{sign}' for the character"
                raise PatternError(f"has a '{sign}' that closes nothing", fix)
            case "*" | "+" | "?" | "{":
                raise PatternError(f"has '{sign}' behind nothing", f"Write '\\{sign}' for the character")
        return self._position(_one(sign))

    def _group(self) -> Part:
        if self._take("?") and not self._take(":"):
            fix = "Write a plain group: a pattern can neither look around nor name its groups"
            raise PatternError("has a group that begins with '(?'", fix)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PatternError(f"has more than {_DEEPEST} groups within each other", "Write fewer")
        inner = self._alternatives()
        self._depth -= 1
        if not self._take(")"):
            raise PatternError("has a '(' that is never closed", "Add ')', or write '\\(' for the character")
        return inner

    def _class(self) -> Ranges:
        negated = self._take("^")
        found: list[tuple[int, int]] = []
        while not self._take("]"):
            low = self._in_class()
            if self.text.startswith("-", self._at) and not self.text.startswith("-]", self._at):
                self._at += 1
                high = self._in_class()
                if high < low:
                    raise PatternError(f"has the range '{low}-{high}'", "Write the smaller character first")
                found.append((ord(low), ord(high)))
            else:
                found += _one(low)
        if not found:
            raise PatternError("has a class without characters", "Write them between its brackets: [A-Z]")
        return _others(found) if negated else tuple(found)

    def _in_class(self) -> str:
        if self._at >= len(self.text):
            raise PatternError("has a '[' that is never closed", "Add ']', or write '\\[' for the character")
        sign = self.text[self._at]
        self._at += 1
        if sign == "[":
            raise PatternError("has '[' in a class", "Write '\\['")
        if sign in "&|~-" and self.text.startswith(sign, self._at):
            raise PatternError(f"has '{sign}{sign}' in a class", "Write the character once")
        return self._escaped(_SPECIAL | {"-"}) if sign == "\\" else sign

    def _escaped(self, known: frozenset[str]) -> str:
        sign = self.text[self._at : self._at + 1]
        self._at += 1
        if sign in known:
            return sign
        if sign in _CLASSES:
            raise PatternError(f"has '\\{sign}', which differs between languages", f"Write {_CLASSES[sign]}")
        raise PatternError(f"has '\\{sign}'", "Put '\\' only before a character that means something else")

    def _take(self, sign: str) -> bool:
        taken = self.text.startswith(sign, self._at)
        self._at += len(sign) if taken else 0
        return taken

    def _position(self, characters: Ranges) -> Part:
        if len(self.characters) == MOST_POSITIONS:
            what = f"has more than {MOST_POSITIONS} characters once its repetitions are written out"
            raise PatternError(what, "Repeat less often, or without an upper limit: {2,}")
        self.characters.append(characters)
        self.following.append([])
        place = (len(self.characters) - 1,)
        return Part(False, place, place)

    def _joined(self, left: Part, right: Part) -> Part:
        self._lead(left.last, right.first)
        first = (*left.first, *(right.first if left.empty else ()))
        last = (*right.last, *(left.last if right.empty else ()))
        return Part(left.empty and right.empty, first, last)

    def _lead(self, places: Places, on: Places) -> None:
        for place in places:
            self.following[place] += on


def _one(sign: str) -> Ranges:
    return ((ord(sign), ord(sign)),)


def _others(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return all characters but these."""
    found: list[tuple[int, int]] = []
    highest = -1
    for (_, end), (start, _) in pairwise([(0, -1), *sorted(ranges), (_HIGHEST + 1, _HIGHEST + 1)]):
        highest = max(highest, end)
        if start > highest + 1:
            found.append((highest + 1, start - 1))
    return tuple(found)
