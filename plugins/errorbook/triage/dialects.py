"""How a delimited table is written, so that what is added to it opens in the same spreadsheet."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TextIO

from errorbook.common import delimited

_LONGEST_LINE = 10_000_000


@dataclass(frozen=True, slots=True)
class Dialect:
    """What separates the cells of a table, and what stands before its first row."""

    separator: str = ","
    setting: bool = False
    """Whether the first line says what the separator is."""
    mark: bool = False
    """Whether UTF-8 has to be marked as such: the table was, or is in another encoding."""

    @property
    def start(self) -> str:
        """What a table begins with, before its first row."""
        return ("\ufeff" if self.mark else "") + (f"sep={self.separator}\n" if self.setting else "")


def usual(kind: str, mark: bool = False) -> Dialect:
    """Return how files of a kind are written where nothing says otherwise."""
    return Dialect("\t" if kind == ".tsv" else ",", mark=mark)


def detect(file: TextIO, kind: str) -> Dialect:
    """Return how a file of a kind is written, and leave it at its first row."""
    mark = codecs.lookup(file.encoding).name != "utf-8"
    line = file.readline(_LONGEST_LINE)
    if separator := delimited.setting(line):
        return Dialect(separator, True, mark)
    file.seek(0)
    return Dialect("\t" if kind == ".tsv" else delimited.commonest(line), False, mark)
