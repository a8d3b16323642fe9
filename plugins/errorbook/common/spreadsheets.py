"""Cells that a spreadsheet shows and does not run."""

from __future__ import annotations

import unicodedata

_SIGNS = frozenset("=+-@\u2212\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")


def harmless(text: str) -> str:
    """Return a text that a spreadsheet does not take for a formula, also behind what nobody sees."""
    seen = next((letter for letter in text if unicodedata.category(letter) not in _UNSEEN), "")
    return f"'{text}" if seen in _SIGNS or text.startswith(("\t", "\r")) else text
