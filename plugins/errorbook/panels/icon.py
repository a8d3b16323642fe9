"""The icon of a panel, drawn: a glass on the accent's colour, as a PNG that is the same bytes each time."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from math import hypot

GROUND = (11, 93, 87)
GLASS = (255, 255, 255)
# In shares of the width: the corner's radius, the ring with its middle, its radius and its width, the handle.
_CORNER, _MIDDLE, _RADIUS, _HALF, _END = 0.2, 0.42, 0.2, 0.048, 0.78


@cache
def icon(size: int) -> bytes:
    """Return the icon as a PNG of a size."""
    rows = b"".join(b"\0" + b"".join(_pixel(x, y, size) for x in range(size)) for y in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", _stored(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _stored(data: bytes) -> bytes:
    """Return data as zlib's format has it, not packed: libraries pack, and part it, differently."""
    parts = [data[start : start + 0xFFFF] for start in range(0, len(data), 0xFFFF)]
    blocks = (
        struct.pack("<BHH", number == len(parts), len(part), len(part) ^ 0xFFFF) + part
        for number, part in enumerate(parts, 1)
    )
    return b"\x78\x01" + b"".join(blocks) + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pixel(x: int, y: int, size: int) -> bytes:
    """Return red, green, blue and opacity; the distance from an edge says how much of a pixel is covered."""
    at = (x + 0.5) / size, (y + 0.5) / size
    covered, glass = (
        min(max(0.5 - distance * size, 0), 1) for distance in (_from_ground(*at), _from_glass(*at))
    )
    mixed = (round(dark + (light - dark) * glass) for dark, light in zip(GROUND, GLASS, strict=True))
    return bytes((*mixed, round(255 * covered)))


def _from_ground(x: float, y: float) -> float:
    """Return how far outside the ground a point lies, in shares of the width; inside, less than 0."""
    right, down = (abs(place - 0.5) - 0.5 + _CORNER for place in (x, y))
    return hypot(max(right, 0), max(down, 0)) + min(max(right, down), 0) - _CORNER


def _from_glass(x: float, y: float) -> float:
    """Return how far outside the ring and its handle a point lies, in the same way."""
    ring = abs(hypot(x - _MIDDLE, y - _MIDDLE) - _RADIUS) - _HALF
    start = _MIDDLE + _RADIUS * 0.75  # at the ring's middle, so that its end does not show inside
    along = min(max((x + y) / 2, start), _END)
    return min(ring, hypot(x - along, y - along) - _HALF * 1.2)
