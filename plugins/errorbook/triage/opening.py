"""The files of an export: found in folders, unpacked, and read in the encoding that they are in."""

from __future__ import annotations

import codecs
import gzip
import io
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import IO, TextIO, cast

PACKED = ".gz"
_START = 512
_PIECE = 1 << 20
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_FALLBACK = "cp1252"
_SIGNS = {
    b"\x1f\x8b": "what is packed with gzip",
    b"PK\x03\x04": "a zip or a workbook",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"PAR1": "Parquet",
    b"%PDF": "a PDF",
}
"""What files that are no text begin with."""


def kind(path: Path) -> str:
    """Return the ending that says what a file holds: ``.csv`` of tickets.csv and of tickets.csv.gz."""
    ending = path.suffix.lower()
    return path.with_suffix("").suffix.lower() if ending == PACKED else ending


def without_ending(path: Path) -> Path:
    """Return what the files beside an export are named after: it without its endings, or a folder itself."""
    path = path if path.name.strip(".") else path.resolve()
    if path.is_dir():
        return path
    path = path.with_suffix("") if path.suffix.lower() == PACKED else path
    return path.with_suffix("")


def files(paths: Sequence[Path], endings: Collection[str]) -> list[Path]:
    """Return files, and in place of each folder the exports in it; what a triage wrote is none."""
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _inside(path, endings) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def text(path: Path, encoding: str | None) -> TextIO:
    """Open a file as text, its line ends as they are; raises LookupError for an unknown encoding."""
    name = codecs.lookup(encoding or encoding_of(path)).name
    return io.TextIOWrapper(_bytes(path), name, newline="")


def encoding_of(path: Path) -> str:
    """Return the encoding that a text file says or shows: UTF-8, UTF-16, or else that of Windows."""
    with _bytes(path) as file:
        start = file.read(_START)
        for mark, name in _BYTE_ORDER_MARKS.items():
            if start.startswith(mark):
                return name
        # Letters of most exports have one byte, to which UTF-16 adds an empty one before or after it.
        even, odd = start[0::2].count(0), start[1::2].count(0)
        if len(start) >= 16 and not min(even, odd) and max(even, odd) * 4 > len(start):
            return "utf-16-le" if odd > even else "utf-16-be"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while start:
                decoder.decode(start)
                start = file.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return _FALLBACK
    return "utf-8"


def other_than_text(path: Path) -> str:
    """Return what a file holds whose name says text, or nothing where it may be text."""
    with _bytes(path) as file:
        start = file.read(4)
    return next((what for sign, what in _SIGNS.items() if start.startswith(sign)), "")


def _bytes(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.suffix.lower() == PACKED else path.open("rb")


def _inside(folder: Path, endings: Collection[str]) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if kind(file) in endings and file.is_file() and not hidden and ".triage." not in file.name:
            yield file
