"""Lines of pictures: texts are broken between words where that is possible, and nothing is lost unsaid."""

from __future__ import annotations

import pytest

from errorbook.site.line_breaks import wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("Yes", ["Yes"]),
        ("Not in this list", ["Not in this", "list"]),
        # Narrow letters leave room for more of them than wide ones do.
        ("ill till will", ["ill till will"]),
        ("MMM MMMM", ["MMM", "MMMM"]),
        # A word with room on a line of its own is not broken; a longer one begins where there is room.
        ("in der Buchung", ["in der", "Buchung"]),
        ("Ist Kontenrahmenabstimmung", ["Ist Kontenr", "ahmenabsti", "mmung"]),
        ("請求書番号請求書番号", ["請求書番号請", "求書番号"]),
        # An accent has no width of its own.
        ("e\u0301" * 9, ["e\u0301" * 9]),
    ],
)
def test_a_text_is_broken_where_its_letters_fill_a_line(text: str, lines: list[str]) -> None:
    assert wrap(text, 6.4, 5) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One two three four five six", ["One two", "three …"]),
        ("One two three", ["One two", "three"]),
        ("Kontenrahmenabstimmungsbuchung", ["Kontenrah", "menabsti …"]),
        ("MMMMMM MMMMMM M", ["MMMMMM", "MMMMM …"]),
    ],
)
def test_what_has_no_room_is_left_out_with_a_sign(text: str, lines: list[str]) -> None:
    assert wrap(text, 6.4, 2) == lines
