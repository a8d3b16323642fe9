"""A paste that is nothing but a code or an id: found by exact look-up, never out of prose."""

from __future__ import annotations

import re
from typing import Any

_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+")
_WORDS = frozenset(["error", "err", "code", "codes", "fault", "number", "no", "nr", "id", "exception"])
_LONGEST = 40


def look_up(paste: str, index: dict[str, Any]) -> list[int]:
    """Return the places of the entries whose code or id is all that the paste says."""
    text = paste.strip(" \t\r\n")
    if not text or len(text) > _LONGEST:
        return []
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    if len(_TOKEN.sub("", text).strip(" \t-_:#.()[]/")) > 0 or not tokens:
        return []
    systems = {
        _key(name): slug for slug, names in index.get("systems", {}).items() for name in (slug, *names)
    }
    by_id = [
        place
        for place, entry in enumerate(index["entries"])
        if _key(entry["id"]) == "".join(tokens) or _short(entry["id"]) == _unpadded(tokens)
    ]
    if by_id:
        return by_id
    rest = [token for token in tokens if token not in _WORDS]
    for size in range(len(rest)):
        # The system comes first, the code after it: 'QBO 6240', 'quickbooks online error 6240'.
        prefix = "".join(rest[:size])
        if size == 0 or prefix in systems:
            code = "".join(rest[size:])
            found = [
                place
                for place, entry in enumerate(index["entries"])
                for system, known in entry.get("codes", [])
                if _key(known) == code and (size == 0 or system == systems[prefix])
            ]
            if found:
                return list(dict.fromkeys(found))
    return []


def _key(text: str) -> str:
    return "".join(_TOKEN.findall(text)).lower()


def _short(entry_id: str) -> tuple[str, str]:
    prefix, _, number = entry_id.partition("-")
    return prefix.lower(), number.lstrip("0")


def _unpadded(tokens: list[str]) -> tuple[str, str]:
    return "".join(tokens[:-1]), tokens[-1].lstrip("0")
