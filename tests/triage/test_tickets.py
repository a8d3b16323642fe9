from datetime import date
from pathlib import Path

import pytest

from errorbook.triage import tickets
from errorbook.triage.tables import TableError

ONE = "id,created_at,subject,description\n1,2026-01-02,Sync again,It could not be sent\n2,,Sync,\n"
OTHER = "id;description;channel\n3;Order was not found;mail\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in (("one.csv", ONE), ("other.csv", OTHER)):
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / "one.csv", tmp_path / "other.csv"]


def test_files_are_read_as_one_table(files: list[Path]) -> None:
    chosen = tickets.choose(files)
    assert chosen.columns == ("id", "created_at", "subject", "description", "channel")
    assert (chosen.count, chosen.files) == (3, ("one.csv", "other.csv"))
    assert (chosen.text, chosen.dated) == (("description",), "created_at")
    assert [row["id"] for _, row in chosen.rows(1)] == ["2", "3"]


def test_columns_may_be_named(files: list[Path]) -> None:
    chosen = tickets.choose(files[:1], texts=["subject", "description"], dated="created_at")
    (part, first), (_, second) = chosen.rows()
    assert part.text_of(first) == "Sync again\nIt could not be sent"
    assert (part.text_of(second), part.day_of(second)) == ("Sync", None)
    assert part.day_of(first) == date(2026, 1, 2)


def refusal(files: list[Path], texts: tuple[str, ...] = (), dated: str | None = None) -> str:
    with pytest.raises(TableError) as refused:
        tickets.choose(files, texts=texts, dated=dated)
    return str(refused.value).replace(f"{files[0].parent}/", "")


def test_a_column_that_a_file_lacks_is_told(files: list[Path]) -> None:
    assert refusal(files, ("subject",)) == (
        "other.csv: has no column 'subject'. It has 'id', 'description', 'channel'"
    )
    assert refusal(files[:1], dated="day") == (
        "one.csv: has no column 'day'. It has 'id', 'created_at', 'subject', 'description'"
    )


def test_a_date_column_without_dates_is_told(files: list[Path]) -> None:
    assert refusal(files[:1], dated="subject") == (
        "one.csv: column 'subject' holds no dates such as 2026-11-22"
    )


def test_a_table_without_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,state\n1,open\n", "utf-8")
    assert refusal([tmp_path / "a.csv"]) == (
        "a.csv: no column looks like the text of tickets. Name it with --column: 'id', 'state'"
    )
