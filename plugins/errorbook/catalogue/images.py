"""Pictures beside entries: their bytes, and the size at which browsers keep room for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from struct import unpack_from

LARGEST = 500_000
"""Bytes of one picture; a screenshot of a menu has some 30,000."""
_JPEG_SIZE = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
"""Marks of the part of a JPEG that tells its size."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as it is served, and its size in pixels."""

    content: bytes
    width: int
    height: int


_SAYS_NOTHING = re.compile(
    r"^(?:an? )?(?:image|picture|photo|screen ?shot)\b|\.(?:png|jpg|webp)$", re.IGNORECASE
)


def says_nothing(alt: str) -> bool:
    """Tell whether the words of a picture say that it is one, or its file, instead of what it shows."""
    return bool(_SAYS_NOTHING.search(alt))


def parse(content: bytes) -> Image | None:
    """Return the picture that a file holds; None for what is no PNG, JPEG or WebP."""
    size = _png(content) or _jpeg(content) or _webp(content)
    return Image(content, *size) if size and min(size) > 0 else None


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR" or len(content) < 24:
        return None
    width, height = unpack_from(">II", content, 16)
    return width, height


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """Return the size of a JPEG: it stands in the first frame, behind any number of other parts."""
    place = 2
    while content.startswith(b"\xff\xd8\xff") and place + 9 <= len(content) and content[place] == 0xFF:
        if content[place + 1] in _JPEG_SIZE:
            height, width = unpack_from(">HH", content, place + 5)
            return width, height
        (length,) = unpack_from(">H", content, place + 2)
        place += 2 + length
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    match content[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
        case b"VP8L":
            (bits,) = unpack_from("<I", content, 21)
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = unpack_from("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
    return None
