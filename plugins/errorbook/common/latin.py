"""Texts in the plain letters of addresses: a-z, for whatever Latin letter a language has."""

from __future__ import annotations

import re
import unicodedata

SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})  # codespell:ignore
"""How German writes its small letters where there are none but a-z."""
_OTHERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u0131": "i"}
)
"""Letters that Unicode does not take apart."""


def plain(text: str) -> str:
    """Return a text in small letters, the Latin ones without marks; German ones are spelt out."""
    composed = unicodedata.normalize("NFC", text).lower()
    apart = unicodedata.normalize("NFKD", composed.translate(SPELT_OUT).translate(_OTHERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Return the words of a text in the letters of addresses, for names of pages, files and packages."""
    return re.findall("[a-z0-9]+", plain(text))
