import csv
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from errorbook.common.spreadsheets import harmless
from errorbook.triage import table_files, tables
from errorbook.triage.table_files import AS_TEXT, Form, as_text
from errorbook.triage.tables import TableError

ROW: dict[str, Any] = {"id": 1, "text": "=1+1", "day": date(2026, 1, 2), "tags": ["a"]}
ADDED = {"found": "=cmd", "group": "3"}


def write(path: Path, *rows: tuple[dict[str, Any], dict[str, str]], form: Form = AS_TEXT) -> Path:
    table_files.write(path, list(ROW), list(ADDED), rows, form)
    return path


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
def test_added_cells_are_no_formulas_and_the_exports_own_stay_as_they_are(
    tmp_path: Path, ending: str
) -> None:
    path = write(tmp_path / f"a{ending}", (ROW, ADDED))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t" if ending == ".tsv" else ","))
    assert rows == [[*ROW, *ADDED], ["1", "=1+1", "2026-01-02", '["a"]', "'=cmd", "3"]]


FORMULAS = ["=1", "+1", "-1", "@x", "\t=1", "\r=1"]
HIDDEN = ["\n=1+1", "\r\n=1", "  =1", "\u00a0=1", "\u200b=1", "\u0000=1", " \t\n+1", "\ufeff=1", "\u2028=1"]
WIDE = ["\uff1d1+1", "\uff0b1", "\uff0d1", "\uff201", "\u3000\uff1d1", "\ufe661", "\u22121"]


@pytest.mark.parametrize("text", [*FORMULAS, *HIDDEN, *WIDE])
def test_what_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "\n", "a=1", "1", "'=1", " a =1"])
def test_harmless_text_stays(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(("ending", "separator"), [(".csv", ","), (".tsv", "\t")])
def test_a_cell_with_the_separator_of_any_spreadsheet_is_quoted(
    tmp_path: Path, ending: str, separator: str
) -> None:
    row = {"id": "a;=1", "text": 'b"c', "day": "", "tags": "d\r"}
    path = write(tmp_path / f"a{ending}", (row, {"found": "e;f", "group": "g,\th"}))
    text = path.read_bytes().decode("utf-8")
    cells = ['"a;=1"', '"b""c"', "", '"d\r"', '"e;f"', '"g,\th"']
    assert text.partition("\n")[2] == separator.join(cells) + "\n"


NAMES = ["id", "text", "day", "tags", "found", "group"]


@pytest.mark.parametrize(
    ("given", "encoding", "ending", "separator", "before"),
    [
        ("id;text\n1;It failed\n", "utf-8", ".csv", ";", ""),
        ("id|text\n1|It failed\n", "utf-8", ".csv", "|", ""),
        ("id,text\n1,It failed\n", "utf-8-sig", ".csv", ",", "\ufeff"),
        ("sep=:\r\nid:text\r\n1:It failed\r\n", "utf-8-sig", ".csv", ":", "\ufeffsep=:\n"),
        # What is no UTF-8 becomes it, which a spreadsheet only knows by the mark.
        ("id;text\n1;Grüße\n", "cp1252", ".csv", ";", "\ufeff"),
        ("id,text\n1,It failed\n", "utf-16", ".csv", ",", "\ufeff"),
        ("id;text\n1;It failed\n", "utf-8-sig", ".tsv", "\t", "\ufeff"),
    ],
)
def test_the_spreadsheet_of_the_export_opens_the_table(
    tmp_path: Path, given: str, encoding: str, ending: str, separator: str, before: str
) -> None:
    export = tmp_path / "export.csv"
    export.write_bytes(given.encode(encoding))
    form = table_files.form_of([tables.survey(export)], ending)
    row = {**ROW, "text": f"a{separator}b"}
    text = write(tmp_path / f"a{ending}", (row, ADDED), form=form).read_bytes().decode()
    assert text.startswith(before + separator.join(NAMES) + "\n")
    assert f'{separator}"a{separator}b"{separator}' in text


def test_json_lines_keep_values(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", (ROW, ADDED))
    assert json.loads(path.read_text("utf-8")) == {**ROW, "day": "2026-01-02", **ADDED}


def test_parquet_is_text_unless_its_types_are_known(tmp_path: Path) -> None:
    types = pyarrow.schema(
        [
            ("id", pyarrow.int64()),
            ("text", pyarrow.string()),
            ("day", pyarrow.date32()),
            ("tags", pyarrow.list_(pyarrow.string())),
        ]
    )
    text = write(tmp_path / "a.parquet", (ROW, ADDED))
    typed = write(tmp_path / "b.parquet", (ROW, ADDED), form=Form(types=types))
    assert parquet.read_table(text).to_pylist() == [
        {"id": "1", "text": "=1+1", "day": "2026-01-02", "tags": '["a"]', **ADDED}
    ]
    assert parquet.read_table(typed).to_pylist() == [{**ROW, **ADDED}]
    (tmp_path / "a.csv").write_text("id,text\n1,It failed\n", "utf-8")
    known = {path: tables.survey(path) for path in (typed, text, tmp_path / "a.csv")}
    assert table_files.form_of([known[typed]], ".parquet").types == parquet.read_schema(typed)
    assert table_files.form_of([known[typed], known[text]], ".parquet").types is None
    assert table_files.form_of(list(known.values()), ".parquet").types is None


@pytest.mark.parametrize("ending", table_files.ENDINGS)
def test_a_table_that_is_not_finished_leaves_nothing(tmp_path: Path, ending: str) -> None:
    def rows() -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
        yield ROW, ADDED
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        table_files.write(tmp_path / f"a{ending}", list(ROW), list(ADDED), rows())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (1.5, "1.5"),
        (datetime(2026, 1, 2, 3, 4), "2026-01-02T03:04:00"),
        ({"day": date(2026, 1, 2)}, '{"day": "2026-01-02"}'),
        (b"caf\xe9", "caf\ufffd"),
        ("half \ud83d", "half ?"),
    ],
)
def test_every_cell_has_a_text(value: Any, text: str) -> None:
    assert as_text(value) == text


def test_what_has_to_be_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TableError) as refused:
        write(tmp_path / "a.parquet", (ROW, ADDED))
    assert str(refused.value) == (
        f"{tmp_path / 'a.parquet'}: Parquet cannot be written here."
        " Install what it needs: pip install drain3-improved openpyxl pyarrow"
    )
