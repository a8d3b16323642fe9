"""Workbooks of every size: what unpacks to more than anybody exports is refused in little memory."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from workbook_files import HEAD, MAIN, MEGABYTE, SHEET, STRINGS, TAIL, make, text_cell

from errorbook.triage import tables, workbooks
from errorbook.triage.tables import TableError


def test_a_row_that_no_spreadsheet_has_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "t.xlsx", SHEET, f'{HEAD}<row r="999999999">{text_cell("a")}</row>', " ", TAIL, 0)
    with pytest.raises(TableError) as refused:
        tables.survey(path)
    assert "has a row 999,999,999, where the last is 1,048,576" in str(refused.value)


def test_a_workbook_larger_than_a_row_may_be_is_read(tmp_path: Path) -> None:
    row = f"<row>{text_cell('a' * 30_000)}</row>"
    path = make(tmp_path / "t.xlsx", SHEET, HEAD, row, TAIL, size=5 * workbooks.LARGEST_ROW)
    assert tables.survey(path).rows == 20 * (MEGABYTE // len(row))


def test_shared_texts_are_read_with_and_without_runs(tmp_path: Path) -> None:
    texts = "<si><t>text</t></si><si><t>It failed</t></si><si/><si><r><t>It </t></r><r><t>broke</t></r></si>"
    path = make(tmp_path / "t.xlsx", STRINGS, f'<sst xmlns="{MAIN}">{texts}', " ", "</sst>", 0)
    cells = "".join(f'<row><c t="s"><v>{number}</v></c><c><v>1</v></c></row>' for number in range(4))
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(tmp_path / "u.xlsx", "w") as made:
        for name in given.namelist():
            sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
            made.writestr(name, sheet if name == SHEET else given.read(name))
    read = [row["text"] for row in tables.rows(tmp_path / "u.xlsx")]
    assert read == ["It failed", "", "It broke"]


def test_rich_texts_dates_and_gaps_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"], sheet["D2"], sheet["E2"] = "text", "day", "number"
    sheet["B4"] = CellRichText("It ", TextBlock(InlineFont(b=True), "failed"))
    sheet["D4"], sheet["E4"] = datetime(2026, 11, 22), 1.5
    sheet.row_dimensions[4].height = 30
    book.create_sheet("other")
    book.save(tmp_path / "t.xlsx")
    (row,) = tables.rows(tmp_path / "t.xlsx")
    assert (row["text"], row["day"], row["number"]) == ("It failed", datetime(2026, 11, 22), 1.5)


def test_the_sample_of_a_table_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("text\n" + f"{'a' * MEGABYTE}\n" * 30)
    table = tables.survey(path)
    assert table.rows == 30
    assert len(table.sample) == 10
