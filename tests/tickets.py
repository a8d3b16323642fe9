"""Six tickets as a help desk exports them, in every form that triage reads."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pyarrow
from pyarrow import parquet

KNOWN = "Payment of 12.50 exceeds the amount outstanding on this document"
UNKNOWN = "Warehouse 12 is locked for stocktake"
PRIVATE = ("Jane", "Miller", "jane@acme.example", "0042", "1,204.50", "hunter2", "12.50", "9.75")
TICKETS = (
    ("1", "2026-01-02", "Payment of 12.50 exceeds the amount outstanding on this document"),
    (
        "2",
        "2026-01-03",
        "Hi, it says: Payment of 9.75 exceeds the amount outstanding on this document\nJane Miller",
    ),
    (
        "3",
        "2026-01-03",
        "Label for Jane Miller INV-0042 was not printed: jane@acme.example, $1,204.50, pwd=hunter2",
    ),
    (
        "4",
        "2026-02-03",
        "Label for Jane Miller INV-0043 was not printed: jane@acme.example, $1,204.51, pwd=hunter2",
    ),
    ("5", "", "Label for Jane Miller INV-0044 was not printed: jane@acme.example, $1,204.52, pwd=hunter2"),
    ("6", "2026-02-04", "How do I reach Jane Miller? My number is +64 21 555 0182."),
)
COLUMNS = ("id", "created_at", "description")


def write(name: str) -> str:
    """Write the tickets to a file of the working folder, in the form that its ending names."""
    rows = [dict(zip(COLUMNS, ticket, strict=True)) for ticket in TICKETS]
    path = Path(name)
    if path.suffix in (".csv", ".tsv"):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, delimiter="," if path.suffix == ".csv" else "\t")
            writer.writeheader()
            writer.writerows(rows)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for cells in (COLUMNS, *TICKETS):
            book.active.append(cells)
        book.save(path)
    else:
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return name


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of such a file."""
    path = Path(name)
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if path.suffix == ".parquet":
        rows: list[dict[str, str]] = parquet.read_table(path).to_pylist()
        return rows
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ","))
