"""Workbooks of any size, of which one part is a text over and over."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
MEGABYTE = 1_000_000


def text_cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f'<worksheet xmlns="{MAIN}"><sheetData><row>{text_cell("text")}</row>'
TAIL = "</sheetData></worksheet>"


def make(path: Path, member: str, before: str, unit: str, after: str, size: int) -> Path:
    """Write a workbook of which one part is a text over and over."""
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, True, 1) as made:
        for name in given.namelist():
            content = given.read(name)
            if name == "[Content_Types].xml" and member == STRINGS:
                part = f'<Override PartName="/{STRINGS}" ContentType="{STRINGS_TYPE}"/></Types>'
                content = content.replace(b"</Types>", part.encode())
            if name not in (member, STRINGS):
                made.writestr(name, content)
        with made.open(member, "w", force_zip64=True) as file:
            file.write(before.encode())
            piece = unit.encode() * (MEGABYTE // len(unit.encode()))
            for _ in range(size // MEGABYTE):
                file.write(piece)
            file.write(after.encode())
    return path
