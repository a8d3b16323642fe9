"""Codes and ids: a paste that is nothing else, or a code that a longer paste names as such."""

from __future__ import annotations

import re
from typing import Any

_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+")
_DECIMAL = re.compile(r"[0-9][.][0-9]")
_WORDS = frozenset(["error", "err", "code", "codes", "fault", "exception"])
_NUMBERS = frozenset(["number", "no", "nr", "id"])
"""What a code may be called besides; alone such a word stands before any number."""
_TELLING = 4
"""Digits from which a number alone is a code; three are as well a status of HTTP, or a count."""
_LONGEST = 40
# "errorCode=003200", "Error code: 6240", "error 6240"; in a payload also "code":"6240", <Error code="6240">.
_NAMED = re.compile(
    r"[Ee][Rr][Rr][Oo][Rr][ _-]?(?:[Cc][Oo][Dd][Ee]|[Nn]umber|[Nn]o[.]?)?[\"']?[ \t]*(?:[:=#][ \t]*)?[\"']?"
    r"([0-9]{4,6})(?![-.:/]?[0-9A-Za-z])"
    r"|[\"']code[\"'][ \t]*[:=][ \t]*[\"']?([0-9]{3,6})(?![-.:/]?[0-9A-Za-z])"
    r"|<Error [^<>]{0,60}code=[\"']([0-9]{3,6})[\"']"
)
_FAULT = re.compile(r"[Ff]ault|[Ee]rror")
_BEFORE_KEY = 400


class Codes:
    """The ids and codes of an index by their letters and digits alone."""

    def __init__(self, index: dict[str, Any]) -> None:
        """Read the ids, the codes and what people call the systems."""
        self._systems = {
            _key(name): slug
            for slug, names in sorted(index.get("systems", {}).items())
            for name in (slug, *names)
        }
        self._ids: dict[str, list[int]] = {}
        self._codes: dict[str, list[tuple[int, str]]] = {}
        for place, entry in enumerate(index["entries"]):
            prefix, _, number = entry["id"].partition("-")
            self._ids.setdefault(_key(entry["id"]), []).append(place)
            self._ids.setdefault(_unpadded(prefix.lower(), number), []).append(place)
            for system, code in entry.get("codes", []):
                self._codes.setdefault(_key(code), []).append((place, system))

    @property
    def known_keys(self) -> list[str]:
        """Everything by which an entry can be looked up."""
        return [*self._ids, *self._codes]

    def look_up(self, paste: str) -> tuple[list[int], bool]:
        """Return the entries whose code or id is all that a paste says, and whether it is surely meant."""
        text = paste.strip(" \t\r\n")
        if not text or len(text) > _LONGEST or _TOKEN.sub("", text).strip(" \t-_:#.()[]/"):
            return [], False
        if _DECIMAL.search(text):  # an amount, not a code with a mark in it
            return [], False
        tokens = [token.lower() for token in _TOKEN.findall(text)]
        if not tokens:
            return [], False
        ids = self._ids.get("".join(tokens), []) + self._ids.get(
            _unpadded("".join(tokens[:-1]), tokens[-1]), []
        )
        if ids:
            return sorted(set(ids)), True
        rest = _without_words(tokens)
        for size in range(len(rest)):
            # The system comes first, the code after it: 'QBO 6240', 'quickbooks online error 6240'.
            system = self._systems.get("".join(rest[:size]))
            if size and system is None:
                continue
            found = [
                place
                for place, known in self._codes.get("".join(rest[size:]), [])
                if size == 0 or known == system
            ]
            if found:
                return list(dict.fromkeys(found)), size > 0 or len("".join(rest)) >= _TELLING
        return [], False

    def named(self, paste: str) -> tuple[list[int], int, int]:
        """Return the entries of the first known code that a paste names, and where the code stands."""
        for found in _NAMED.finditer(paste):
            start, end = found.span(found.lastindex or 0)
            if found[2] and not _FAULT.search(paste, max(0, start - _BEFORE_KEY), start):
                continue  # some other thing's code, such as an account's
            places = dict.fromkeys(place for place, _ in self._codes.get(_key(paste[start:end]), []))
            if places:
                return list(places), start, end
        return [], 0, 0


def _without_words(tokens: list[str]) -> list[str]:
    """Return the tokens without what a code is called."""
    rest = [token for token in tokens if token not in _WORDS]
    return rest if len(rest) == len(tokens) else [token for token in rest if token not in _NUMBERS]


def _key(text: str) -> str:
    return "".join(_TOKEN.findall(text)).lower()


def _unpadded(prefix: str, number: str) -> str:
    return f"{prefix}-{number.lstrip('0')}"
