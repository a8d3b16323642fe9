import gzip
import json
import sys
from pathlib import Path

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet

from errorbook.triage import tables
from errorbook.triage.json_records import LARGEST_RECORD, SHAPES
from errorbook.triage.tables import TableError


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path, encoding: str | None = None) -> str:
    with pytest.raises(TableError) as refused:
        tables.survey(path, encoding)
    return str(refused.value).replace(f"{path.parent}/", "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'id,text\n1,"Hi,\nit failed"\n'),
        ("a.csv", 'id;text\n1;"Hi,\nit failed"\n'),
        ("a.tsv", 'id\ttext\n1\t"Hi,\nit failed"\n'),
        ("a.csv", '\ufeffid,text\r\n1,"Hi,\nit failed"\r\n\r\n'),
        ("a.csv", 'id,text,\n1,"Hi,\nit failed",,\n'),
        ("a.CSV", 'id,text\n1,"Hi,\nit failed"\n'),
        ("a.jsonl", '{"id": "1", "text": "Hi,\\nit failed"}\n\n'),
        ("a.json", '{"id": "1", "text": "Hi,\\nit failed"}'),
        ("a.csv", 'id,text\n1,"Hi,\nit failed"\n'.encode("utf-16")),
        ("a.csv", 'id,text\n1,"Hi,\nit failed"\n'.encode("utf-16-le")),
        ("a.csv", 'id,text\n1,"Hi,\nit failed"\n'.encode("utf-16-be")),
        ("a.csv", 'sep=;\r\nid;text\r\n1;"Hi,\nit failed"\r\n'),
        ("a.csv", '\ufeff"sep=|"\nid|text\n1|"Hi,\nit failed"\n'),
        ("a.csv.gz", gzip.compress(b'id,text\n1,"Hi,\nit failed"\n', mtime=0)),
        ("a.json", '[{"id": "1", "text": "Hi,\\nit failed"}]'),
        ("a.json", '{"count": 1, "tickets": [{"id": "1", "text": "Hi,\\nit failed"}]}'),
        ("a.jsonl.gz", gzip.compress(b'{"ticket": {"id": "1", "text": "Hi,\\nit failed"}}\n', mtime=0)),
    ],
)
def test_every_kind_of_text_gives_the_same_rows(tmp_path: Path, name: str, content: str | bytes) -> None:
    table = tables.survey(put(tmp_path, name, content))
    assert (table.columns, table.rows) == (("id", "text"), 1)
    assert table.sample == ({"id": "1", "text": "Hi,\nit failed"},)


def test_what_stands_in_quotes_separates_no_cells(tmp_path: Path) -> None:
    table = tables.survey(put(tmp_path, "a.csv", 'id;"a, b, c"\n1;It failed\n'))
    assert table.columns == ("id", "a, b, c")


def test_a_spreadsheet_is_read_from_its_first_filled_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for cells in ([None, None], ["id", "text"], [1, "It failed"], [None, None], [2, None]):
        sheet.append(cells)
    book.save(tmp_path / "a.xlsx")
    assert list(tables.rows(tmp_path / "a.xlsx")) == [{"id": 1, "text": "It failed"}, {"id": 2, "text": ""}]


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    rows = [{"id": 1, "tags": ["a", "b"]}, {"id": 2, "tags": None}]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    assert list(tables.rows(tmp_path / "a.parquet")) == rows


def test_a_first_row_that_is_a_ticket_is_read_as_one(tmp_path: Path) -> None:
    path = put(
        tmp_path, "a.csv", "1,2026-11-01,Email address must be valid.\n2,2026-11-02,It failed,now\n3\n"
    )
    columns = ("column 1", "column 2", "column 3")
    assert tables.survey(path).columns == (*columns, "column 4")
    assert [list(row.values()) for row in tables.rows(path)] == [
        ["1", "2026-11-01", "Email address must be valid."],
        ["2", "2026-11-02", "It failed", "now"],
        ["3", "", ""],
    ]
    alone = put(tmp_path, "b.csv", "Payment was declined\n")
    assert [dict(row) for row in tables.rows(alone)] == [{"column 1": "Payment was declined"}]
    book = openpyxl.Workbook()
    for cells in ([1, "Email address must be valid."], [2, "It failed"]):
        book.active.append(cells)
    book.save(tmp_path / "a.xlsx")
    assert tables.survey(tmp_path / "a.xlsx").rows == 2


def test_a_first_row_with_a_name_that_was_given_is_the_names(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "When,What went wrong? Please say all.\n1,It failed\n")
    assert tables.survey(path).rows == 2
    named = tables.survey(path, wanted=["What went wrong? Please say all."])
    assert (named.rows, named.columns[1]) == (1, "What went wrong? Please say all.")


def test_rows_of_json_may_have_columns_of_their_own(tmp_path: Path) -> None:
    lines = [{"id": 1}, {"id": 2, "text": "It failed"}]
    path = put(tmp_path, "a.jsonl", "\n".join(map(json.dumps, lines)))
    assert tables.survey(path).columns == ("id", "text")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "a.txt",
            "x",
            "a.txt: is no .csv, .json, .jsonl, .ndjson, .parquet, .tsv, .xlsx file."
            " Export the tickets as one of these",
        ),
        (
            "a.csv",
            "id,text\n",
            "a.csv: has no rows. Export at least one ticket, with the columns' names on top",
        ),
        (
            "a.csv",
            "",
            "a.csv: has no rows. Export at least one ticket, with the columns' names on top",
        ),
        (
            "a.csv",
            "id,text\n1,a,b\n",
            "a.csv:2: has 3 cells where the first row names 2 columns."
            " Put quotes around cells that hold a separator",
        ),
        (
            "a.csv",
            'id,text\n1,"a\n2,b\n',
            "a.csv:3: is not sound CSV (unexpected end of data)."
            " Look for a quote that is not closed or not doubled, or export as JSON Lines",
        ),
        (
            "a.csv",
            b"id,text\n1,caf\xe9 \x81\n",
            "a.csv: is not written in cp1252. Say how it is written, for example --encoding cp1250",
        ),
        ("a.jsonl", '{"a": 1}\n[1]\n', f"a.jsonl:2: is no JSON object. {SHAPES}"),
        ("a.jsonl", "[" * 100_000, f"a.jsonl:1: is no JSON object. {SHAPES}"),
        (
            "a.jsonl",
            '{"a": ' * 100_000,
            "a.jsonl:1: is nested deeper than 200 levels. Export what is in it as columns",
        ),
        ("a.jsonl", '{"a": 1}\n{"a": "b}\n{"a": 2}\n', f"a.jsonl:2: is no JSON object. {SHAPES}"),
        ("a.json", '[{"a": 1},\n{"a": 2}', "a.json:2: ends inside its array. Export it again"),
        ("a.json", '[{"a": 1}\n{"a": 2}]', f"a.json:2: is no JSON object. {SHAPES}"),
        (
            "a.json",
            '{"tickets": []}',
            "a.json: has no rows. Export at least one ticket, with the columns' names on top",
        ),
        (
            "a.csv.gz",
            gzip.compress(b"id,text\n1,x\n" * 9, mtime=0)[:-9],
            "a.csv.gz: is not sound gzip (Compressed file ended before the end-of-stream marker was reached)."
            " Pack or export it again",
        ),
        ("a.csv.gz", "x", "a.csv.gz: is not sound gzip (Not a gzipped file (b'x')). Pack or export it again"),
        (
            "a.csv",
            gzip.compress(b"id,text\n1,x\n", mtime=0),
            "a.csv: holds what is packed with gzip, although its name ends in .csv."
            " Rename it to what it is, or unpack it",
        ),
        (
            "a.csv.gz",
            gzip.compress(gzip.compress(b"id,text\n1,x\n", mtime=0), mtime=0),
            "a.csv.gz: holds what is packed with gzip, although its name ends in .csv.gz."
            " Rename it to what it is, or unpack it",
        ),
        (
            "a.json",
            b"PK\x03\x04\x14",
            "a.json: holds a zip or a workbook, although its name ends in .json."
            " Rename it to what it is, or unpack it",
        ),
        ("a.xlsx.gz", "x", "a.xlsx.gz: is packed, which only text may be. Unpack it first"),
        (
            "a.xlsx",
            "no zip",
            "a.xlsx: is not sound XLSX (File is not a zip file). Save it again, or export as CSV",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, name: str, content: str | bytes, words: str
) -> None:
    assert refusal(put(tmp_path, name, content)) == words


def test_what_a_header_repeats_is_numbered(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Comment,x,Comment,Comment (2),Comment\n1,2,3,4,5\n")
    (row,) = tables.rows(path)
    assert row == {"Comment": "1", "x": "2", "Comment (2)": "3", "Comment (2) (2)": "4", "Comment (3)": "5"}


def test_a_file_in_the_encoding_of_windows_is_read(tmp_path: Path) -> None:
    table = tables.survey(put(tmp_path, "a.csv", b"id,text\n1,caf\xe9\n"))
    assert (table.encoding, table.sample[0]["text"]) == ("cp1252", "caf\xe9")


def test_records_are_taken_from_pieces_of_any_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        {"id": number, "text": 'a "b" \\ \u00e9 \U0001f600' * number, "x": [True, None, 1.5]}
        for number in range(9)
    ]
    monkeypatch.setattr("errorbook.triage.json_records._PIECE", 7)
    for indent in (None, 1):
        for ascii_only in (True, False):
            path = put(tmp_path, "a.json", json.dumps(rows, indent=indent, ensure_ascii=ascii_only))
            assert list(tables.rows(path)) == rows


def test_a_record_that_nobody_exports_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("errorbook.triage.json_records.LARGEST_RECORD", 99_999)
    assert LARGEST_RECORD > 99_999
    assert refusal(put(tmp_path, "a.json", '{"a": "' + "x" * 300_000 + '"}')) == (
        "a.json:1: holds more than 99,999 characters in one object. Export JSON Lines"
    )


def test_broken_parquet_is_told_in_one_line(tmp_path: Path) -> None:
    words = refusal(put(tmp_path, "a.parquet", "PAR1 and nothing else"))
    assert words.startswith("a.parquet: is not sound Parquet (")
    assert words.endswith("). Export it again")
    assert "\n" not in words


def test_a_file_may_be_written_as_it_says(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", b"id,text\n1,caf\xe9\n")
    assert tables.survey(path, "cp1252").sample[0]["text"] == "caf\xe9"
    assert refusal(put(tmp_path, "b.csv", b"id\n\xe9\n"), "ascii") == (
        "b.csv: is not written in ascii. Say how it is written, for example --encoding cp1250"
    )


def test_an_encoding_that_nobody_knows_is_told_in_one_line(tmp_path: Path) -> None:
    assert refusal(put(tmp_path, "a.csv", "id\n1\n"), "klingon") == (
        "a.csv: is not written in klingon. Say how it is written, for example --encoding cp1250"
    )


def test_a_table_that_is_gone_is_told_in_one_line(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.csv") == "a.csv: cannot be read (No such file or directory)"


@pytest.mark.parametrize(
    ("name", "module", "kind"), [("a.xlsx", "openpyxl", "XLSX"), ("a.parquet", "pyarrow", "Parquet")]
)
def test_what_has_to_be_installed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, kind: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert refusal(put(tmp_path, name, "x")) == (
        f"{name}: {kind} cannot be read here. "
        "Install what it needs: pip install drain3-improved openpyxl pyarrow"
    )
