"""Gives ids to the records of a list that has none, and knows them again when the list comes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from errorbook.catalogue import ids, ledger
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded

_Codes = frozenset[tuple[str, str]]


class Numbering:
    """The free ids of a system, and its entries by what they say."""

    def __init__(self, system: str, loaded: Loaded) -> None:
        mine = [entry for entry in loaded.catalogue.entries if entry.system == system]
        self._system = loaded.catalogue.vocabulary.systems[system]
        self._free: Iterator[str] = ledger.free_ids(
            self._system.prefix, loaded.ledger, loaded.catalogue.entries, loaded.ledger_file
        )
        self._next = ""
        self._same = {(_codes(entry), said(entry)): entry for entry in mine}
        self._coded: defaultdict[_Codes, list[Entry]] = defaultdict(list)
        for entry in mine:
            self._coded[_codes(entry)].append(entry)

    def propose(self, fields: dict[str, Any]) -> str:
        """Return an id for an entry's fields: its code where codes are ids here, or the next number."""
        codes = fields.get("codes") if self._system.ids == "codes" else None
        first = codes[0].get("code") if isinstance(codes, list) and isinstance(codes[0], dict) else None
        if isinstance(first, str) and (id_ := ids.of_code(first)):
            return id_
        self._next = self._next or next(self._free)
        return self._next

    def take(self, id_: str) -> None:
        """Give an id away."""
        if id_ == self._next:
            self._next = ""

    def known(self, entry: Entry) -> Entry | None:
        """Return the entry that a record became before: of its codes and messages, or of its codes alone."""
        codes = _codes(entry)
        alike = self._coded[codes] if codes else []
        return self._same.get((codes, said(entry))) or (alike[0] if len(alike) == 1 else None)


def said(entry: Entry) -> frozenset[str]:
    """Return what an entry says: its messages."""
    return frozenset(message.text for message in entry.messages)


def _codes(entry: Entry) -> _Codes:
    return frozenset((code.system, code.code) for code in entry.codes)
