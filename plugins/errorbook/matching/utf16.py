"""Pastes as JavaScript counts them: a character beyond U+FFFF is two units, in both twins."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from errorbook.matching.findings import Finding, Result

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def widen(text: str) -> str:
    """Return a text with two units for each character that JavaScript counts twice."""
    return _ASTRAL.sub(_halves, text)


def narrow(result: Result, wide: str) -> Result:
    """Return a result of a widened paste with the offsets and texts of the paste itself."""
    pairs = [pair.start() for pair in _PAIR.finditer(wide)]
    if not pairs:
        return result

    def offset(unit: int) -> int:
        return unit - bisect_left(pairs, unit)

    def finding(found: Finding) -> Finding:
        return replace(
            found,
            values={name: _whole(text) for name, text in found.values.items()},
            further={name: tuple(map(_whole, texts)) for name, texts in found.further.items()},
            spans=tuple((offset(start), offset(end), name) for start, end, name in found.spans),
        )

    return Result(
        tuple(map(finding, result.findings)),
        result.nearest,
        tuple(map(_whole, result.unknown)),
        offset(result.read),
    )


def _halves(astral: re.Match[str]) -> str:
    high, below_threshold = divmod(ord(astral[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + below_threshold)


def _whole(text: str) -> str:
    return _PAIR.sub(
        lambda pair: chr(0x10000 + (ord(pair[0][0]) - 0xD800) * 0x400 + ord(pair[0][1]) - 0xDC00), text
    )
