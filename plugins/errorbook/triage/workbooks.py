"""XLSX a row at a time, in little memory whatever the file unpacks to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, Any
from xml.etree import ElementTree
from zipfile import ZipFile

LARGEST_PART = 1_000_000
"""Bytes of what is read at once: styles, properties, the list of sheets."""
LARGEST_ROW = 4_000_000
"""Bytes from one row, or one text, to the next; a cell has at most 32,767 characters."""
MOST_TEXT = 80_000_000
"""Bytes of memory for the texts that cells share, which are kept while the rows are read."""
LAST_ROW = 1_048_576
"""The last row that a spreadsheet can have."""


class TooLargeError(Exception):
    """A workbook unpacks to more than anybody exports; the message says what of it."""


def rows(file: IO[bytes]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the number and the cells of each row of the first sheet; raises TooLargeError."""
    import openpyxl.reader.excel
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.worksheet._reader import WorkSheetParser

    reader = openpyxl.reader.excel.ExcelReader(file, read_only=True, data_only=True, keep_links=False)
    reader.archive = archive = _Archive(file)
    # What its `read` does as well is not needed, and reads some sheets to their end.
    reader.read_manifest()
    reader.shared_strings.extend(_texts(archive, reader.package))
    reader.read_workbook()
    apply_stylesheet(archive, reader.wb)
    book = reader.wb
    sheet = next(
        rel.target
        for _, rel in reader.parser.find_sheets()
        if rel.target in reader.valid_files and "chartsheet" not in rel.Type
    )
    with archive.open(sheet) as source:
        parser = WorkSheetParser(
            source,
            reader.shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            if number > LAST_ROW:
                raise TooLargeError(f"has a row {number:,}, where the last is {LAST_ROW:,}")
            # Heights and the like, which nobody asks for.
            parser.row_dimensions.clear()
            archive.left = LARGEST_ROW
            yield number, _filled(cells)


def _filled(cells: list[dict[str, Any]]) -> tuple[Any, ...]:
    """Return a row's values, those of cells that the file leaves out as nothing."""
    values = [None] * max((cell["column"] for cell in cells), default=0)
    for cell in cells:
        values[cell["column"] - 1] = cell["value"]
    return tuple(values)


def _texts(archive: _Archive, package: Any) -> Iterator[str]:
    """Yield the texts that cells share."""
    from openpyxl.cell.text import Text
    from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

    part = package.find(SHARED_STRINGS)
    if part is None:
        return
    held = 0
    with archive.open(part.PartName[1:]) as source:
        root: ElementTree.Element | None = None
        for event, node in ElementTree.iterparse(source, ("start", "end")):
            root = node if root is None else root
            if event == "end" and node.tag == f"{{{SHEET_MAIN_NS}}}si":
                # Most have no runs of formats.
                plain = [child.tag for child in node] == [f"{{{SHEET_MAIN_NS}}}t"]
                text: str = (node[0].text or "") if plain else Text.from_tree(node).content
                text = text.replace("x005F_", "")
                # With its place in the list, and what there is around it.
                held += sys.getsizeof(text) + 64
                if held > MOST_TEXT:
                    raise TooLargeError(f"holds more than {MOST_TEXT:,} bytes of text")
                archive.left = LARGEST_ROW
                yield text
                root.clear()


class _Archive(ZipFile):
    """A zip file whose parts are read up to a limit, which what they claim to hold does not move."""

    left = LARGEST_ROW
    """How many bytes may still be unpacked before a row is there."""

    def open(self, *arguments: Any, **options: Any) -> Any:
        """Return a part to be read in pieces."""
        self.left = LARGEST_ROW
        return _Part(super().open(*arguments, **options), self)

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:
        """Return a part as a whole."""
        with super().open(name, pwd=pwd) as file:
            content = file.read(LARGEST_PART + 1)
        if len(content) > LARGEST_PART:
            raise TooLargeError(f"has more than {LARGEST_PART:,} bytes beside its rows")
        return content


class _Part:
    """A part of an archive that takes from its limit what is read."""

    def __init__(self, file: IO[bytes], archive: _Archive) -> None:
        self._file, self._archive = file, archive

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, never more than are left."""
        most = self._archive.left + 1
        content = self._file.read(most if size < 0 else min(size, most))
        self._archive.left -= len(content)
        if self._archive.left < 0:
            raise TooLargeError(f"has a row or a text of more than {LARGEST_ROW:,} bytes")
        return content

    def close(self) -> None:
        """Close the part."""
        self._file.close()

    def __enter__(self) -> _Part:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()
