"""Pictures of steps: their size, and what is wrong with their files."""

import struct
import zlib
from pathlib import Path

import pytest
from builders import picture, write_errors

from errorbook.catalogue import blocks, images, reader
from errorbook.common.problems import CatalogueError

IMAGE = {"file": "dates.png", "alt": "Two empty dates."}


def jpeg(width: int, height: int) -> bytes:
    other = b"\xff\xe0" + struct.pack(">H", 6) + b"JFIF"
    return b"\xff\xd8" + other + b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1)


def webp(kind: bytes, size: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(size)) + size
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


@pytest.mark.parametrize(
    "content",
    [
        picture(300, 200),
        jpeg(300, 200),
        webp(b"VP8X", bytes(4) + (299).to_bytes(3, "little") + (199).to_bytes(3, "little")),
        webp(b"VP8L", b"\x2f" + (299 | 199 << 14).to_bytes(4, "little") + bytes(9)),
        webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 300, 200)),
    ],
    ids=["png", "jpeg", "webp with extras", "lossless webp", "lossy webp"],
)
def test_the_size_of_a_picture_is_read_from_its_file(content: bytes) -> None:
    image = images.parse(content)
    assert image is not None
    assert (image.width, image.height) == (300, 200)
    for end in range(0, len(content), 3):
        images.parse(content[:end])


def test_a_lossless_webp_may_be_as_large_as_its_format_allows() -> None:
    for width, height in ((16384, 1), (1, 16384), (12000, 9000)):
        size = (width - 1 | height - 1 << 14).to_bytes(4, "little")
        image = images.parse(webp(b"VP8L", b"\x2f" + size + bytes(9)))
        assert image is not None
        assert (image.width, image.height) == (width, height)


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"GIF89a", picture(0, 5), b"\xff\xd8\xff\xe0\x00\x00" * 9]
)
def test_what_is_no_picture_has_no_size(content: bytes) -> None:
    assert images.parse(content) is None


def problems(folder: Path, image: dict[str, str], **files: bytes) -> list[str]:
    step = {"do": "Look in Xero.", "image": {**IMAGE, **image}}
    write_errors(folder / "errors", unpaid={"resolution": [step]})
    for name, content in files.items():
        (folder / "errors/xero" / f"{name}.png").write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        reader.read(folder / "errors")
    return [str(problem) for problem in caught.value.problems]


def test_a_picture_lies_beside_its_entry(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == [
        "errors/xero/unpaid.yml:10:5: resolution[0].image.file: is errors/xero/dates.png, which is not there."
        " Put the file beside the entry"
    ]


def test_a_picture_of_light_pages_is_enough(tmp_path: Path) -> None:
    write_errors(tmp_path / "errors", unpaid={"resolution": [{"do": "Look in Xero.", "image": IMAGE}]})
    (tmp_path / "errors/xero/dates.png").write_bytes(picture(3, 4))
    assert list(reader.read(tmp_path / "errors").catalogue.images) == ["xero/dates.png"]


def test_a_picture_of_a_block_lies_among_the_blocks_and_one_beside_the_entry_goes_before_it(
    tmp_path: Path,
) -> None:
    step = {"do": "Look in Xero.", "image": {**IMAGE, "dark": "night.png"}}
    write_errors(tmp_path / "errors", unpaid={"resolution": [step]})
    shared = tmp_path / "errors" / blocks.FOLDER
    shared.mkdir(parents=True)
    for name, width in (("dates.png", 3), ("night.png", 5)):
        (shared / name).write_bytes(picture(width, 4))
    (tmp_path / "errors/xero/night.png").write_bytes(picture(3, 4))
    found = reader.read(tmp_path / "errors").catalogue.images
    assert {key: (image.width, image.height) for key, image in found.items()} == {
        "xero/dates.png": (3, 4),
        "xero/night.png": (3, 4),
    }


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path, {}, dates=b"<svg/>") == [
        "errors/xero/dates.png: is no picture that browsers can show. Save it as PNG, JPEG or WebP"
    ]


def test_a_dark_picture_is_told_alone_where_the_light_one_cannot_be_read(tmp_path: Path) -> None:
    found = problems(tmp_path, {"dark": "night.png"}, dates=b"", night=picture(3, 4))
    assert [problem.partition(": ")[0] for problem in found] == ["errors/xero/dates.png"]
    found = problems(tmp_path / "other", {"dark": "night.png"}, dates=picture(3, 4))
    assert [": resolution[0].image.dark: is errors/xero/night.png" in problem for problem in found] == [True]


def test_a_picture_is_not_larger_than_a_page_should_be(tmp_path: Path) -> None:
    (line,) = problems(tmp_path, {}, dates=picture(9, 9) + bytes(images.LARGEST))
    assert line == "errors/xero/dates.png: has more than 500,000 bytes. Remove what does not belong there"


def test_the_dark_picture_has_the_size_of_the_light_one(tmp_path: Path) -> None:
    for number, (width, height) in enumerate(((30, 21), (31, 20), (31, 21))):
        night = picture(width, height)
        (told,) = problems(tmp_path / str(number), {"dark": "night.png"}, dates=picture(30, 20), night=night)
        assert told.partition(": ")[2] == (
            f"resolution[0].image.dark: has {width} by {height} pixels, the light one 30 by 20."
            " Make both of one size"
        )


def test_a_png_of_the_tests_is_a_real_one() -> None:
    content = picture(3, 2)
    start = content.index(b"IDAT") + 4
    length = struct.unpack(">I", content[start - 8 : start - 4])[0]
    assert len(zlib.decompress(content[start : start + length])) == 2 * (1 + 3 * 3)
