"""Letters of addresses: a-z, whatever the language."""

import pytest

from errorbook.common import latin


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Größe überschritten", "groesse ueberschritten"),
        ("Gro\u0308ße", "groesse"),
        ("STRASSE Straße", "strasse strasse"),
        ("Crème brûlée", "creme brulee"),
        ("Łódź, Ærø", "lodz, aero"),
        ("Item-Code 7", "item-code 7"),
        ("税", "税"),
    ],
)
def test_letters_lose_their_marks_and_german_ones_are_spelt_out(text: str, plain: str) -> None:
    assert latin.plain(text) == plain
