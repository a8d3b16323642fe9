"""Hostile input to what reads files and pastes: one clear problem or a sound result, never a traceback.

`make fuzz` tries many more cases than a test run.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pyarrow
import pytest
import yaml
from builders import make_catalogue, make_entry
from conftest import FUZZ
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from errorbook.authoring import scaffold
from errorbook.catalogue import ledger, schema, yaml_source
from errorbook.catalogue.model import EntryFile
from errorbook.catalogue.reader import Loaded
from errorbook.cli.options import whole
from errorbook.common.problems import CatalogueError, Problem
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.triage import tables
from errorbook.triage.tables import TableError

PIECES = [*"\t\n\r\0\x1b\x85\u2028\ufeff\ud800\U0010ffff :-#?!&*|>@%`'\"[]{},=<\\", "---", "...", "? ", "- "]
YAML = st.lists(
    st.sampled_from(["id: ", "messages:\n", "  - ", "a", "1", "null", "{{x}}", "<<: ", "!!int", *PIECES])
    | st.text(max_size=6),
    max_size=60,
).map("".join)
PASTE = st.lists(
    st.sampled_from(
        [
            "Payment exceeds the amount due",
            "'INV-1'",
            'No "name" isn\'t there',
            "{",
            "}",
            "12.50",
            "TODO",
            *PIECES,
        ]
    )
    | st.text(max_size=12),
    min_size=1,
    max_size=20,
).map(lambda pieces: "".join(["It failed ", *pieces]))
CELLS = st.sampled_from([*PIECES, "id,text", "text;id", "\n", '{"text": ', '"x"}', "NaN", "[" * 90])
budget = settings(max_examples=FUZZ or 100)
ENDINGS = [".csv", ".tsv", ".json", ".jsonl", ".xlsx", ".parquet"]


def refused(work: Callable[[], object]) -> list[Problem]:
    """Return the problems that some work ends with; each says what is wrong and how to mend it."""
    try:
        work()
    except CatalogueError as error:
        problems = list(error.problems)
    else:
        return []
    if not problems or not all(problem.what and problem.fix for problem in problems):
        pytest.fail("There is no clear problem.")
    return problems


@budget
@given(YAML)
def test_any_yaml_is_read_or_refused_with_its_place(text: str) -> None:
    problems = refused(lambda: yaml_source.read("a.yml", text))
    last = len(text.splitlines()) + 2
    assert all(1 <= problem.line <= last for problem in problems)


VALUES = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["XERO-0001", "TODO", "{amount}", "{", "2026-02-30"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.sampled_from(list(EntryFile.model_fields)), VALUES, max_size=9)


@budget
@given(FIELDS)
def test_any_fields_make_an_entry_or_clear_problems(fields: dict[str, object]) -> None:
    text = yaml.safe_dump({**yaml.safe_load(SOUND), **fields}, allow_unicode=True)
    problems = refused(lambda: schema.entry(yaml_source.read("a.yml", text), "xero", "a"))
    assert all(problem.line for problem in problems)


SOUND = """\
id: XERO-0001
title: The payment is too large
messages: [Payment exceeds the amount due]
causes: [Somebody mistyped it.]
resolution: [Correct the payment in Cin7 Core.]
"""


@pytest.fixture(scope="module")
def known() -> tuple[Loaded, Matcher]:
    entries = make_catalogue(make_entry())
    lines = ledger.extend((), entries.entries)
    words = yaml_source.read("catalogue.yml", "name: Errors")
    return Loaded(entries, {}, words, "ids.lock", lines, ""), Matcher(match_index.build(entries))


@budget
@given(paste=PASTE)
def test_any_paste_becomes_a_draft_that_reads_as_written(known: tuple[Loaded, Matcher], paste: str) -> None:
    drafts = []
    given = whole(paste)  # as the command reads it
    refused(lambda: drafts.append(scaffold.draft(given, *known, "xero", today=date(2026, 11, 22))))
    for drafted in drafts:
        # What was drafted may not be refused any more.
        read = schema.entry(yaml_source.read("a.yml", drafted.text), "xero", drafted.slug)
        assert (read.id, read.slug, len(read.messages)) == (drafted.id, drafted.slug, 1)


@pytest.mark.parametrize("ending", ENDINGS)
@budget
@given(data=st.data())
def test_any_bytes_are_a_table_or_refused(ending: str, data: st.DataObject) -> None:
    content = data.draw(
        st.binary(max_size=80)
        | st.lists(CELLS, max_size=30).map(lambda cells: "".join(cells).encode("utf-8", "surrogatepass"))
        | st.tuples(st.integers(0, 10**6), st.binary(max_size=4)).map(lambda hit: _broken(ending, *hit))
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(content)
        with suppress(TableError):
            assert tables.survey(path).rows == sum(1 for _ in tables.rows(path))


def _broken(ending: str, place: int, other: bytes) -> bytes:
    """Return a sound file of a kind with some bytes of it replaced."""
    sound = _SOUND[ending]
    place %= len(sound)
    return sound[:place] + other + sound[place + len(other) :]


def _workbook() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in (["id", "text"], [1, "It failed"]):
        book.worksheets[0].append(row)
    book.save(file)
    return file.getvalue()


def _columns() -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table({"id": [1], "text": ["It failed"]}), file)
    return file.getvalue()


_LINE = json.dumps({"id": 1, "text": "It failed"}).encode()
_SOUND = {
    ".csv": b"id,text\n1,It failed\n",
    ".tsv": b"id\ttext\n1\tIt failed\n",
    ".json": _LINE,
    ".jsonl": _LINE,
    ".xlsx": _workbook(),
    ".parquet": _columns(),
}
