"""A paste to the plain text that is compared, and back to where each character came from.

Decoding is by scanning: escapes, entities and tags are undone wherever they stand, so a payload that is cut
off, doubly escaped or mixed with prose reads as well as a whole one. Nothing is parsed, so nothing can fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.matching.words.tags import TAG, is_marked, untag

# All classes are spelt out: \s, \w and \d mean other things in JavaScript.
_SPECIAL = re.compile(r"[\\&<%\x00-\x08\x0e-\x1f\x7f-\U0010ffff]")
_ESCAPED = re.compile(r'"[ ]*[:,][ ]*["{\[0-9]|\\"|[\[{][ ]*"')
_ESCAPE = re.compile(r"\\+([nrt]|u[0-9A-Fa-f]{4}|[\"'/]|)")
_ENTITY = re.compile(r"&(?:amp;)*(#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});")
_PERCENT = re.compile(r"%([2-7][0-9A-Fa-f])")
_ANSI = re.compile(r"\x1b\[[0-9;]{0,12}[A-Za-z]")

_LATIN = """
iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde
Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute
Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc
atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve
oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
"""
"""The names that HTML gives the characters from 161 to 255, in their order."""
_ENTITIES = {
    **{name: chr(161 + place) for place, name in enumerate(_LATIN.split())},
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "amp": "&",
    "nbsp": " ",
    "rsquo": "'",
    "lsquo": "'",
    "ldquo": '"',
    "rdquo": '"',
    "laquo": '"',
    "raquo": '"',
    "ndash": "-",
    "mdash": "-",
    "hellip": "...",
    "bdquo": '"',
    "sbquo": "'",
    "lsaquo": '"',
    "rsaquo": '"',
    "euro": "\u20ac",
    "trade": "\u2122",
    "bull": "\u2022",
    "minus": "-",
    "ensp": " ",
    "emsp": " ",
    "thinsp": " ",
}
# UTF-8 read as Windows-1252, as it arrives from badly configured mail and exports.
_MOJIBAKE = {
    "\u00e2\u20ac\u2122": "'",
    "\u00e2\u20ac\u02dc": "'",
    "\u00e2\u20ac\u0153": '"',
    "\u00e2\u20ac\u009d": '"',
    "\u00e2\u20ac\u201c": "-",
    "\u00e2\u20ac\u201d": "-",
    "\u00e2\u20ac\u00a6": "...",
    "\u00c2\u00a0": " ",
}


@dataclass(frozen=True, slots=True)
class Normalised:
    """Plain text whose character ``i`` stands for ``paste[starts[i]:ends[i]]``; no lists: for itself."""

    text: str
    starts: list[int] | None
    ends: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a non-empty stretch of the plain text stands in the paste."""
        return self.first(start), self.last(end)

    def first(self, start: int) -> int:
        """Return where in the paste a stretch of the plain text begins."""
        return start if self.starts is None else self.starts[start]

    def last(self, end: int) -> int:
        """Return where in the paste a stretch of the plain text ends."""
        return end if self.ends is None else self.ends[end - 1]


class Normaliser:
    """Folds pastes with the table of an index."""

    def __init__(self, table: dict[str, str]) -> None:
        """Turn the table around: character to replacement."""
        self._fold = {character: replacement for replacement, those in table.items() for character in those}
        self._ascii = {
            ord(character): normalised for character, normalised in self._fold.items() if character < "\x80"
        }

    def normalise(self, paste: str) -> Normalised:
        """Return the paste as plain text with the way back."""
        if not _SPECIAL.search(paste) and not is_marked(paste):
            return Normalised(paste.translate(self._ascii), None, None)
        characters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for text, start, end in untag(*_decode(paste)):
            if ends and "\u0300" <= text <= "\u036f":
                ends[-1] = end  # an accent belongs to its letter
            for character in self._plain(text):
                characters.append(character)
                starts.append(start)
                ends.append(end)
        return Normalised("".join(characters), starts, ends)

    def plain(self, text: str) -> str:
        """Return a template's text as it is compared; nothing is decoded in it."""
        return "".join(map(self._plain, text))

    def _plain(self, character: str) -> str:
        normalised = self._fold.get(character)
        if normalised is not None:
            return normalised
        code = ord(character)
        if code < 0x80:
            return " " if (code < 0x20 and character not in "\n\t" + TAG) or code == 0x7F else character
        # Symbols, and what Python and JavaScript index differently, separate words; other letters stay.
        symbol = (
            code <= 0xBF or 0x2000 <= code <= 0x2BFF or 0x3000 <= code <= 0x303F or 0xD800 <= code <= 0xF8FF
        )
        return " " if symbol or code >= 0xFE00 else character


def _decode(paste: str) -> tuple[list[str], list[int], list[int]]:
    """Undo escapes, entities and bad encodings; return characters with their starts and ends in the paste."""
    escaped = _ESCAPED.search(paste) is not None
    percent = "%20" in paste
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position, length = 0, len(paste)
    while position < length:
        character = paste[position]
        decoded: str | None = None
        size = 1
        if character == "\\":
            decoded, size = _escape(paste, position, escaped)
        elif character == "&":
            match = _ENTITY.match(paste, position)
            if match and (known := _entity(match[1])) is not None:
                decoded, size = known, len(match[0])
        elif character == "%" and percent:
            match = _PERCENT.match(paste, position)
            if match:
                decoded, size = chr(int(match[1], 16)), 3
        elif character == "\x1b":
            match = _ANSI.match(paste, position)
            if match:
                decoded, size = "", len(match[0])
        elif character in "\u00e2\u00c2":
            for length_of in (3, 2):
                known = _MOJIBAKE.get(paste[position : position + length_of])
                if known is not None:
                    decoded, size = known, length_of
                    break
        if decoded is None:
            for place in range(position, position + size):
                text.append(paste[place])
                starts.append(place)
                ends.append(place + 1)
        else:
            for part in decoded:
                text.append(part)
                starts.append(position)
                ends.append(position + size)
        position += size
    return text, starts, ends


def _escape(paste: str, position: int, escaped: bool) -> tuple[str | None, int]:
    """Decode all backslashes of a run at once: else a long run would be read again from each of them."""
    match = _ESCAPE.match(paste, position)
    what = match[1] if match else ""
    run = len(match[0]) - len(what) if match else 1
    size = run + len(what)
    # Outside of JSON a backslash and an n are more likely part of a path or a product name.
    if not what or (what in "nrt" and not escaped):
        return None, run
    if what[0] == "u":
        return chr(int(what[1:], 16)), size
    if what in "nrt":
        return "\n" if what != "t" else "\t", size
    return what, size


def without_entities(text: str) -> str:
    """Return a text with the entities that normalising knows as the characters they stand for."""
    return _ENTITY.sub(lambda found: _entity(found[1]) or found[0], text)


def _entity(name: str) -> str | None:
    if name[0] != "#":
        return _ENTITIES.get(name)
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if 0 < code < 0xD800 else " "
