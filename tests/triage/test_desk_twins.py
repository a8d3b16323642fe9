"""`errorbook triage` and the batch page read the same tickets in the same file.

Both hold the same tables: what desks call a list, a ticket, a text. `ALONE` lists what one side holds alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twins import ask, javascript

from errorbook.common import delimited
from errorbook.triage import columns, documents, heads, json_records, messages, tables, tickets
from errorbook.triage.tables import TableError

pytestmark = pytest.mark.twins
MODULES: dict[str, tuple[ModuleType, ...]] = {
    "columns": (columns, heads),
    "csv": (delimited,),
    "documents": (documents,),
    "json-records": (json_records,),
    "messages": (messages,),
}
ALONE = {
    # The page reads no dates.
    *("DATE_NAMES", "FORMATS", "ISO", "MOSTLY", "PLAIN", "SLASHED", "WEEKDAY"),
    # Python reads JSON in pieces, with the numbers that JSON does not know; the page has it whole.
    *("BLANK", "CUT", "DEEPEST", "LARGEST_RECORD", "PIECE", "SHAPES", "NO_NUMBER"),
    # A page looks at fewer rows; those of a command are in `tables`.
    "SAMPLE_ROWS",
    # Python knows the entities of HTML, and its own reader of CSV ends lines.
    *("HTML_ENTITIES", "HTML_ENTITY", "LINE_END"),
    # Each has its own way to write what no spreadsheet runs, and to read the line that says the separator.
    *("FORMULA_START", "SIGNS", "SETTING"),
}
LONG = "Hi, the payment could not be sent to Xero"


@pytest.fixture(scope="module")
def page() -> Iterator[subprocess.Popen[str]]:
    with javascript("desk_twin.mjs") as process:
        yield process


def plain(value: Any) -> Any:
    """Return a constant as both languages may write it: a pattern of a whole name without its ends."""
    match value:
        case re.Pattern():
            return plain({"pattern": value.pattern, "flags": "i" if value.flags & re.IGNORECASE else ""})
        case {"pattern": pattern, "flags": flags}:
            whole = re.fullmatch(r"\^(?:\(\?:(?P<group>.*)\)|(?P<rest>.*))\$", pattern)
            inner = (whole["group"] or whole["rest"]) if whole else pattern
            return inner.replace("\\/", "/"), flags.replace("g", "")
        case tuple() | list():
            return [plain(item) for item in value]
    return value


def held(*modules: ModuleType) -> dict[str, Any]:
    """Return the constants of modules."""
    return {
        name.strip("_"): plain(value)
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str | int | float | tuple | re.Pattern)
    }


@pytest.mark.parametrize("script", MODULES)
def test_both_hold_the_same_tables(page: subprocess.Popen[str], script: str) -> None:
    ours = held(*MODULES[script])
    theirs = {name: plain(value) for name, value in ask(page, {"tables": script}).items()}
    for one in (ours, theirs):
        for name in ALONE & one.keys():
            del one[name]
    assert theirs == ours
    assert ours


def words() -> list[str]:
    """Return what the tables call columns, lists and what stands around a message."""
    patterns = [columns._ERROR_NAME, columns._TITLE_NAME, *columns._TICKET_NAMES]
    patterns += [messages._WRITTEN_NAME, messages._AROUND_MESSAGES]
    told = [word for pattern in patterns for word in re.findall("[a-z]+(?: [a-z]+)*", pattern.pattern)]
    return sorted({*json_records._LISTS, *json_records._OWN, *told})


def styled(words: list[str], style: int) -> str:
    """Return words as one name, as programs and people write it."""
    if style == 0:
        return "_".join(words)
    if style == 1:
        return words[0] + "".join(word.title() for word in words[1:])
    return " ".join(words).capitalize()


KNOWN = st.sampled_from(words())
NAMES = KNOWN | st.builds(styled, st.lists(KNOWN, min_size=1, max_size=3), st.integers(0, 2))
TEXTS = st.sampled_from([LONG, LONG, "<p>It<br>failed</p>", "It failed", "SUP-12", "7", "a < b", ""])
KINDS = st.sampled_from([*documents._IN_LINE, "paragraph", "listItem", "expand", "unknown"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from([*documents._SAYING, "timestamp"]), TEXTS | st.just("1777766400000")
)
NODES = st.recursive(
    st.fixed_dictionaries({"type": KINDS}, optional={"text": TEXTS, "attrs": ATTRIBUTES}),
    lambda inner: st.fixed_dictionaries({"type": KINDS, "content": st.lists(inner | st.none(), max_size=3)}),
    max_leaves=6,
)
DOCUMENTS = st.fixed_dictionaries({"type": st.just("doc"), "content": st.lists(NODES, max_size=3)})
CELLS = st.recursive(
    TEXTS | st.none() | st.integers(0, 99) | DOCUMENTS,
    lambda inner: st.dictionaries(NAMES, inner, max_size=3) | st.lists(inner, max_size=2),
    max_leaves=6,
)
RECORDS = st.lists(st.dictionaries(NAMES, CELLS, min_size=1, max_size=4), min_size=1, max_size=3)


@st.composite
def json_files(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a file of tickets as programs give them: a list, lines, or a page of a list."""
    records = draw(RECORDS)
    shape = draw(st.sampled_from(["list", "lines", "page", "embedded", "wrapped"]))
    if shape == "lines":
        return "a.jsonl", "\n".join(map(json.dumps, records))
    page: Any = {draw(KNOWN): records, draw(st.sampled_from(["next", "count", "id"])): 1}
    if shape == "embedded":
        page = {"_embedded": page, "count": 1}
    shapes: dict[str, Any] = {"list": records, "page": page, "wrapped": {"data": {draw(KNOWN): records}}}
    return "a.json", json.dumps(shapes.get(shape, page))


@st.composite
def csv_files(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a table with a head of such names, or of none."""
    width = draw(st.integers(1, 4))
    cells = st.lists(TEXTS, min_size=width, max_size=width)
    named = st.lists(NAMES, min_size=width, max_size=width)
    head = draw(named | named | cells)
    separator = draw(st.sampled_from([",", ";", "\t", "|"]))
    file = io.StringIO()
    if draw(st.booleans()):
        file.write(f"sep={separator}\n")
    csv.writer(file, delimiter=separator).writerows([head, *draw(st.lists(cells, max_size=3))])
    return "a.csv", file.getvalue()


def read(path: Path) -> dict[str, Any] | None:
    """Return what the command line reads in a file as the page tells it; nothing where it reads none."""
    table = tables.survey(path)
    paths = columns.paths(table.columns, table.sample)
    number = columns.ticket_column(paths, table.sample)
    (part,) = tickets.choose([path]).parts
    rows = list(tables.rows(path))
    ids = [str(columns.cell(row, number) or "").strip() if number else "" for row in rows]
    return {"columns": list(part.text), "texts": [part.text_of(row) for row in rows], "ids": ids}


@given(file=json_files() | csv_files())
def test_both_read_the_same_in_a_file(
    page: subprocess.Popen[str], tmp_path_factory: pytest.TempPathFactory, file: tuple[str, str]
) -> None:
    name, text = file
    path = tmp_path_factory.getbasetemp() / name
    path.write_text(text, "utf-8", newline="")
    theirs = ask(page, {"name": name, "text": text})
    try:
        ours = read(path)
    except TableError as error:
        # The command asks which column is meant; the page takes the fullest and offers the others.
        ours = theirs if "no column looks like the text" in str(error) else None
    assert theirs == ours
