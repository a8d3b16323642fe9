"""Tables with values that their kind should not hold: each triage ends with a sound table or one problem."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from conftest import MakeEntry, WriteErrors
from pyarrow import parquet

from errorbook.cli.main import main

TEXT = "Payment of 12.50 exceeds the amount outstanding on this document"
OUTPUTS = ["o.csv", "o.jsonl", "o.parquet"]
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def folder(
    tmp_path: Path, write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A sound catalogue beside the tickets; it is the working folder."""
    write_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry()})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def triage(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command; returns the problem it told, or nothing where it wrote a table."""

    def call(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["triage", *arguments])
        said = capsys.readouterr().err.splitlines(keepends=True)
        told = "".join(line for line in said if not line.startswith("Reading "))
        assert (ended.value.code == 0) is (told == "")
        assert ended.value.code == 0 or ended.value.code == 1
        assert told.count("\n") <= 1
        assert [path.name for path in Path().iterdir() if path.suffix in (".unfinished", ".part")] == []
        return told

    return call


def strict(line: str) -> dict[str, Any]:
    """Return an object of JSON as strict readers take it: without NaN."""

    def refuse(word: str) -> None:
        raise ValueError(word)

    value: dict[str, Any] = json.loads(line, parse_constant=refuse)
    return value


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (pyarrow.timestamp("s"), 2**50),
        (pyarrow.timestamp("us"), -(2**62)),
        (pyarrow.date32(), 2**30),
        (pyarrow.date64(), 2**60),
        (pyarrow.duration("s"), 2**60),
        (pyarrow.timestamp("ns"), 1),
    ],
    ids=str,
)
def test_a_time_out_of_range_is_one_problem(triage: Run, kind: Any, value: int, output: str) -> None:
    column = pyarrow.array([value], pyarrow.int32() if kind == pyarrow.date32() else pyarrow.int64())
    table = pyarrow.table({"text": [TEXT], "at": column.cast(kind, safe=False)})
    parquet.write_table(table, "t.parquet")
    told = triage("t.parquet", "--output", output)
    if told:
        assert told.startswith("Error: t.parquet: ")
        assert "Export" in told
    else:
        assert Path(output).stat().st_size


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize(
    "value",
    [
        pyarrow.array([1.5], pyarrow.float16()),
        pyarrow.array([time(1, 2)]),
        pyarrow.array([[("a", 1)]], pyarrow.map_(pyarrow.string(), pyarrow.int32())),
        pyarrow.array([b"\xff\x00"], pyarrow.binary()),
        pyarrow.array(["a"]).dictionary_encode(),
        pyarrow.array([None], pyarrow.null()),
        pyarrow.array([{"a": float("nan"), "b": [float("inf")]}]),
    ],
    ids=lambda value: str(value.type),
)
def test_every_kind_of_parquet_ends_soundly(triage: Run, value: Any, output: str) -> None:
    parquet.write_table(pyarrow.table({"text": [TEXT], "other": value}), "t.parquet")
    told = triage("t.parquet", "--output", output)
    if not told and output == "o.jsonl":
        strict(Path(output).read_text("utf-8"))


@pytest.mark.parametrize("output", OUTPUTS)
def test_half_a_character_in_a_key_becomes_a_mark(triage: Run, output: str) -> None:
    row = '{"text": "%s", "half \\ud83d": "a", "nested": {"\\udc00": ["\\ud83d"]}}\n'
    Path("t.jsonl").write_text(row % TEXT, "utf-8")
    assert triage("t.jsonl", "--output", output) == ""
    if output == "o.parquet":
        written: dict[str, Any] = parquet.read_table(output).to_pylist()[0]
    elif output == "o.jsonl":
        written = strict(Path(output).read_text("utf-8"))
    else:
        written = dict.fromkeys(Path(output).read_text("utf-8").splitlines()[0].split(","), "a")
    assert written["half ?"] == "a"


def test_half_a_character_in_a_csv_becomes_a_mark(triage: Run) -> None:
    Path("t.csv").write_bytes(b"text,half \\ud83d\n" + TEXT.encode() + b",\\ud83d\n")
    assert triage("t.csv", "--output", "o.parquet", "--encoding", "unicode_escape") == ""
    assert parquet.read_table("o.parquet").to_pylist()[0]["half ?"] == "?"


@pytest.mark.parametrize("given", ["t.jsonl", "t.parquet"])
@pytest.mark.parametrize("output", OUTPUTS)
def test_numbers_that_json_does_not_know_become_text(triage: Run, given: str, output: str) -> None:
    numbers = {"a": float("nan"), "b": float("inf"), "c": float("-inf"), "d": 1.5}
    row = {"text": TEXT, **numbers, "list": list(numbers.values()), "nested": {"x": float("nan")}}
    if given == "t.jsonl":
        Path(given).write_text(json.dumps(row) + "\n", "utf-8")
    else:
        parquet.write_table(pyarrow.Table.from_pylist([row]), given)
    assert triage(given, "--output", output) == ""
    if output == "o.jsonl":
        written = strict(Path(output).read_text("utf-8"))
        assert [written[name] for name in "abcd"] == ["NaN", "Infinity", "-Infinity", 1.5]
        assert written["list"] == ["NaN", "Infinity", "-Infinity", 1.5]
        assert written["nested"] == {"x": "NaN"}
    if output == "o.csv":
        text = Path(output).read_text("utf-8")
        assert '"[""NaN"", ""Infinity"", ""-Infinity"", 1.5]","{""x"": ""NaN""}"' in text


@pytest.mark.parametrize("depth", [100, 199, 200, 960, 5000])
@pytest.mark.parametrize("output", OUTPUTS)
def test_deep_nesting_ends_soundly(triage: Run, depth: int, output: str) -> None:
    deep = "[" * depth + "NaN" + "]" * depth
    flat = "[" * 300  # brackets in a text nest nothing
    Path("t.jsonl").write_text(f'{{"text": "{TEXT} {flat}", "deep": {deep}}}\n', "utf-8")
    told = triage("t.jsonl", "--output", output)
    if depth < 200:
        assert told == ""
    else:
        assert "t.jsonl:1: is nested deeper than 200 levels" in told


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are Unicode")
def test_a_file_name_that_is_not_utf_8_gets_a_report(triage: Run) -> None:
    name = os.fsdecode(b"t\xff.csv")
    Path(name).write_text(f"id,text\n1,{TEXT}\n", "utf-8")
    assert triage(name, "--report", "r.html") == ""
    assert "t?.csv" in Path("r.html").read_text("utf-8")
