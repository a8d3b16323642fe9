"""Workbooks of every size: what unpacks to more than anybody exports is refused in little memory."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from errorbook.triage import tables, workbooks
from errorbook.triage.tables import TableError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
MEGABYTE = 1_000_000
MOST_MEMORY = 200 * MEGABYTE


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


BOMBS = {
    "a cell": (SHEET, f'{HEAD}<row><c t="inlineStr"><is><t>', "a", f"</t></is></c></row>{TAIL}"),
    "a row": (SHEET, f"{HEAD}<row>", text_cell("a"), f"</row>{TAIL}"),
    "blanks": (SHEET, HEAD, " ", TAIL),
    "one text": (STRINGS, f'<sst xmlns="{MAIN}"><si><t>', "a", "</t></si></sst>"),
    "texts": (STRINGS, f'<sst xmlns="{MAIN}">', f"<si><t>{'a' * 900}\N{THUMBS UP SIGN}</t></si>", "</sst>"),
    "styles": (STYLES, f'<styleSheet xmlns="{MAIN}"><fonts>', "<font/>", "</fonts></styleSheet>"),
}
REFUSED = {
    "texts": "holds more than 80,000,000 bytes of text",
    "styles": "has more than 1,000,000 bytes beside its rows",
}
# Not ru_maxrss: that one begins at the size of the process that starts another, here of a whole test run.
MEASURED = """
import re, sys
from pathlib import Path
from errorbook.triage import tables
try:
    tables.survey(Path(sys.argv[1]))
except tables.TableError as error:
    print(error)
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere /proc tells no peak of memory")
@pytest.mark.parametrize("bomb", BOMBS)
def test_400_megabytes_in_a_small_file_are_one_problem(tmp_path: Path, bomb: str) -> None:
    path = make(tmp_path / "t.xlsx", *BOMBS[bomb], size=400 * MEGABYTE)
    assert path.stat().st_size < 10 * MEGABYTE
    measured = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True
    )
    told, peak = measured.stdout.splitlines()
    reason = REFUSED.get(bomb, "has a row or a text of more than 4,000,000 bytes")
    assert told == f"{path}: {reason}. Export fewer tickets at once, or as CSV"
    assert int(peak) < MOST_MEMORY


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
