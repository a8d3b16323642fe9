"""A first row of names is told from a first ticket, as the batch page tells them."""

import pytest

from errorbook.triage.heads import is_head, looks_like_names, names


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["id", "Created at", "Error message"], True),
        (["1", "The account cannot be used with this tax rate."], False),
        (["Summary", "Issue key", "Comment", "Comment"], True),
        (["x", "x"], False),
        ([], False),
    ],
)
def test_a_first_row_of_names_is_told_from_a_first_ticket(cells: list[str], expected: bool) -> None:
    assert looks_like_names(cells) == expected


def test_a_row_alone_is_a_head_only_by_a_telling_name() -> None:
    assert is_head(["id", "text"], alone=True)
    assert not is_head(["Payment was declined"], alone=True)
    assert is_head(["Payment was declined"], alone=False)


def test_what_a_header_repeats_is_numbered() -> None:
    expected = ["Comment", "x", "Comment (2)", "Comment (2) (2)", "Comment (3)"]
    assert names(["Comment", "x", "Comment", "Comment (2)", "Comment"]) == expected
    assert names(["id", "", "text", ""]) == ["id", "column 2", "text"]
