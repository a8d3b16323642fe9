"""Codes, ids and titles: a paste that is nothing else, and where known codes stand in a longer one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from errorbook.matching.codes.code_keys import (
    PIECE,
    bare_of,
    both_keys,
    id_keys,
    is_apart,
    key_of,
    may_part,
    parts_of,
    pieces_of,
    title_key,
    unpad,
    unquoted,
    without_words,
)
from errorbook.matching.index.index_shape import MatchIndex

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NEXT = re.compile(r"([_.:/-]{0,2}|[ ])([A-Za-z]+|[0-9]+)")
_BEHIND = re.compile(r"[0-9A-Za-z_%]|[-.:/,][0-9]|[-./][A-Za-z]")
"""What makes a code behind which it stands a part of something longer."""
_TELLING = 4
"""Digits from which a number alone is a code; three are as well a status of HTTP, or a count."""
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Code:
    """A declared code of an entry."""

    place: int
    system: str
    text: str
    role: str
    """wrapper: it stands around many errors. status: every program has it, such as 401."""


class Codes:
    """The ids, codes and titles of an index by their letters and digits alone."""

    def __init__(self, index: MatchIndex) -> None:
        """Read the ids, the codes, the titles and what people call the systems."""
        self._systems = {
            key_of(name): slug
            for slug, names in sorted(index.get("systems", {}).items())
            for name in (slug, *names)
        }
        self._ids: dict[str, list[int]] = {}
        self._titles: dict[str, list[int]] = {}
        self._codes: dict[str, list[Code]] = {}
        self._firsts = Counter[str]()
        """How many parts the longest code has that begins with a part."""
        for place, entry in enumerate(index["entries"]):
            for id_ in (entry["id"], *entry.get("merged", ())):
                for known in both_keys(parts_of(id_)):
                    self._ids.setdefault(known, []).append(place)
            if title := title_key(entry.get("title", "")):
                self._titles.setdefault(title, []).append(place)
            for system, text, *role in entry.get("codes", []):
                if parts := unpad(parts_of(text)):
                    code = Code(place, system, text, "".join(role))
                    self._codes.setdefault("".join(parts), []).append(code)
                    self._firsts[parts[0]] = max(self._firsts[parts[0]], len(parts))

    @property
    def known_keys(self) -> list[str]:
        """Everything by which an entry can be looked up, besides its title."""
        return [*self._ids, *self._codes]

    def system(self, name: str) -> str:
        """Return the system of a name; nothing if it is none's."""
        system: str = self._systems.get(name, "")
        return system

    def look_up(self, paste: str) -> tuple[list[int], Literal["is", "like"]]:
        """Return the entries whose code or id is all that a paste says, and how surely."""
        text = paste.strip(" \t\r\n")
        pieces = pieces_of(unquoted(text))
        if not pieces:
            return [], "like"
        written, loose = (self._ids.get(known, []) for known in id_keys(pieces))
        if written or loose:
            # An id without its zeros may as well be a code of its system: QBO 130.
            others = (
                []
                if written
                else [each.place for codes, size in self._splits(pieces) for each in codes if size]
            )
            places = sorted({*written, *loose, *others})
            return places, "is" if set(others) <= set(loose) else "like"
        # A code in quotes may be any word of a program; an id is no other word.
        rest = without_words(pieces) if unquoted(text) == text else []
        bare = bare_of(rest)
        for codes, size in self._splits(bare):
            known = [
                code
                for code in codes
                if (len(bare) == len(rest) or code.role == "status") and not is_apart(code.text, text)
            ]
            if known:
                places = list(dict.fromkeys(code.place for code in known))
                sure = size > 0 or len("".join(bare)) >= _TELLING
                sure = sure and len(places) == 1 and not known[0].role and not YEAR.fullmatch(known[0].text)
                return places, "is" if sure else "like"
        return [], "like"

    def titled(self, paste: str) -> list[int]:
        """Return the entries whose title is all that a paste says."""
        text = paste.strip(" \t\r\n")
        return self._titles.get(title_key(text), []) if len(text) <= _LONGEST_TITLE else []

    def _splits(self, pieces: list[str]) -> Iterator[tuple[list[Code], int]]:
        """Yield the codes that tokens may be: alone, or with as many tokens of their system's name beside."""
        for size in range(len(pieces)):
            for name, code in (
                (pieces[:size], pieces[size:]),
                (pieces[len(pieces) - size :], pieces[: -size or None]),
            ):
                system = self._systems.get("".join(name))
                known = self._codes.get("".join(unpad(code)), [])
                yield [one for one in known if size == 0 or one.system == system], size

    def candidates(self, paste: str) -> Iterator[tuple[int, int, list[Code]]]:
        """Yield where known codes may stand: the longest one at each place."""
        past = 0
        for piece in PIECE.finditer(paste) if self._firsts else ():
            part = piece[0].lower()
            most = self._firsts[part] or self._firsts[unpad(["", part])[1]]
            if not most or piece.start() < past:
                continue
            parts, at = [part], piece.end()
            while True:
                known = self._codes.get("".join(unpad(parts)))
                if known and not _BEHIND.match(paste, at):
                    past, codes = at, known
                following = _NEXT.match(paste, at) if len(parts) < most else None
                if not following or (following[1] == " " and not may_part(parts, following[2])):
                    break
                parts.append(following[2].lower())
                at = following.end()
            if past > piece.start():
                yield piece.start(), past, codes
