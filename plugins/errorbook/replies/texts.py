"""Texts with blanks that somebody fills in, and words that a tool is to read as its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from errorbook.catalogue import markup
from errorbook.common.template import Hole, parse


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that a value of the ticket fills."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Own:
    """Words of the exporting desk: they may hold placeholders of the tool, and stay as they are."""

    text: str


Piece = str | Blank | Own
Text = tuple[Piece, ...]


def said(*pieces: Piece | Text) -> Text:
    """Return pieces as one text, without those that say nothing."""
    flat = (part for piece in pieces for part in (piece if isinstance(piece, tuple) else (piece,)))
    return tuple(part for part in flat if part != "")


def lines(*texts: Text) -> Text:
    """Return texts one below the other, without those that say nothing."""
    return joined("\n", filter(None, texts))


def joined(separator: str, texts: Iterable[Text]) -> Text:
    """Return texts as one, with a separator between them."""
    result: Text = ()
    for number, text in enumerate(texts):
        result += text if number == 0 else (separator, *text)
    return result


def filled(text: str, labels: dict[str, str]) -> Text:
    """Return a text of the catalogue without its markup, its holes as blanks."""
    pieces: list[str | Blank] = []
    runs = markup.runs(text)
    for run, following in zip_longest(runs, runs[1:]):
        pieces.append(Blank(run.text, labels[run.text]) if run.kind == "hole" else run.text)
        # A link is written out where it ends.
        if run.url and (following is None or following.url != run.url):
            pieces.append(f" ({run.url})")
    return said(*pieces)


def worded(text: str, labels: dict[str, str]) -> Text:
    """Return a text whose every mark is its own, its holes as blanks."""
    parts = parse(text)
    return said(*(Blank(part.name, labels[part.name]) if isinstance(part, Hole) else part for part in parts))


def ends_with(text: Text, end: str) -> bool:
    """Tell whether a text ends with some words."""
    last = text[-1] if text else ""
    return isinstance(last, str) and last.endswith(end)


def plain(text: Text) -> str:
    """Return a text as people read it, its blanks in brackets."""
    return "".join(
        f"[{piece.label}]" if isinstance(piece, Blank) else piece.text if isinstance(piece, Own) else piece
        for piece in text
    )
