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
_SAMPLES = (0.125, 0.375, 0.625, 0.875)


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
    """Return red, green, blue and opacity: the mean of what several points of a pixel show."""
    points = [((x + right) / size, (y + down) / size) for right in _SAMPLES for down in _SAMPLES]
    inside = [point for point in points if _on_ground(*point)]
    glass = sum(1 for point in inside if _on_glass(*point)) / max(1, len(inside))
    mixed = (round(dark + (light - dark) * glass) for dark, light in zip(GROUND, GLASS, strict=True))
    return bytes((*mixed, round(255 * len(inside) / len(points))))


def _on_ground(x: float, y: float) -> bool:
    return hypot(*(max(0.0, _CORNER - min(at, 1 - at)) for at in (x, y))) <= _CORNER


def _on_glass(x: float, y: float) -> bool:
    ring = abs(hypot(x - _MIDDLE, y - _MIDDLE) - _RADIUS) <= _HALF
    start = _MIDDLE + _RADIUS * 0.7071
    along = min(max((x + y) / 2, start), _END)
    return ring or hypot(x - along, y - along) <= _HALF * 1.2
