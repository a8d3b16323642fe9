"""The size of a picture is read from its bytes, wherever its kind of file keeps it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from errorbook.catalogue import images

FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
BEHIND = b"\xff" * 9
"""What follows the size; nothing of it may be read."""


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4) + height.to_bytes(4)


def frame(width: int, height: int, mark: int = 0xC0) -> bytes:
    return bytes([0xFF, mark, 0, 11, 8]) + height.to_bytes(2) + width.to_bytes(2)


def jpeg(*parts: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(parts)


def webp(kind: bytes, data: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + data


def size(content: bytes) -> tuple[int, int] | None:
    image = images.parse(content)
    assert image is None or image.content == content
    return (image.width, image.height) if image else None


PICTURES = {
    "PNG": (png(0x01020304, 0x05060708), (0x01020304, 0x05060708)),
    "JPEG": (jpeg(frame(0x0102, 0x0304)), (0x0102, 0x0304)),
    "JPEG with other parts": (
        jpeg(b"\xff\xe0\0\x02", b"\xff\xe1\x01\x02" + bytes(256), frame(7, 9)),
        (7, 9),
    ),
    "WebP, extended": (webp(b"VP8X", bytes(4) + b"\x04\x03\x02\x01\x02\x03"), (0x020305, 0x030202)),
    "WebP, lossless": (webp(b"VP8L", b"\x2f" + b"\x34\x52\xd1\x80" + bytes(5)), (0x1235, 0x346)),
    "WebP, lossy": (webp(b"VP8 ", bytes(6) + b"\x02\xc1\x04\x83"), (0x0102, 0x0304)),
}


@pytest.mark.parametrize(("content", "expected"), PICTURES.values(), ids=PICTURES)
def test_the_size_is_read_where_it_stands(content: bytes, expected: tuple[int, int]) -> None:
    assert size(content) == size(content + BEHIND) == expected
    assert size(content[:-1]) is None, "A file that ends before its size has none."


@pytest.mark.parametrize(
    ("kind", "places"),
    [("PNG", (*range(8), *range(12, 16))), ("JPEG", range(3)), ("WebP, lossy", (*range(4), *range(8, 16)))],
)
def test_a_picture_is_known_by_every_sign_of_its_kind(kind: str, places: Iterable[int]) -> None:
    content, _ = PICTURES[kind]
    for place in places:
        other = bytes([content[place] ^ 0xFF])
        assert size(content[:place] + other + content[place + 1 :] + BEHIND) is None, place


def test_only_a_frame_of_a_jpeg_has_its_size() -> None:
    for mark in range(256):
        assert size(jpeg(frame(7, 9, mark))) == ((7, 9) if mark in FRAMES else None), hex(mark)


@pytest.mark.parametrize("content", [png(0, 9), png(7, 0), jpeg(b"\xfe" + frame(7, 9)[1:]), b"", b"GIF89a"])
def test_what_has_no_size_is_no_picture(content: bytes) -> None:
    assert size(content) is None


def test_one_pixel_is_enough() -> None:
    assert size(png(1, 1)) == (1, 1)


@pytest.mark.parametrize(
    "alt",
    ["An image", "picture of it", "A photo", "Screenshot", "screen shot 2", "a.png", "a.JPG", "x.webp"],
)
def test_words_that_say_it_is_a_picture_say_nothing(alt: str) -> None:
    assert images.says_nothing(alt)


@pytest.mark.parametrize("alt", ["The imaged page", "A png file", "An invoice with a picture", "Photos"])
def test_other_words_say_something(alt: str) -> None:
    assert not images.says_nothing(alt)


def test_a_picture_has_half_a_million_bytes_at_most() -> None:
    assert images.LARGEST == 500_000
