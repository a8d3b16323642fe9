"""What people paste, kind by kind, in our own catalogue: ``cases/kinds.yml`` says which entry is right."""

from __future__ import annotations

import own
import pytest
from test_twins import check
from twins import twins

from bench.kinds import ROWS, is_right
from errorbook.describing import Suggester

RIGHT = 0.95


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(own.index(), own.described())


def answer(paste: str, suggester: Suggester) -> list[tuple[str, str]]:
    """Return what a reader is shown: what is found, or else what the text describes."""
    found = [(each.id, str(each.outcome)) for each in own.matcher().match(paste).findings]
    return found or [(each.id, "describes") for each in suggester.suggest(paste)]


def is_sure_of_another(wish: str, found: list[tuple[str, str]]) -> bool:
    """Return whether 'this is' is said of an entry that a row does not name, or where it may not be."""
    named = () if wish.startswith("not") else wish.split()
    return any(outcome == "is" and id_ not in named for id_, outcome in found)


@pytest.mark.parametrize("kind", ROWS)
def test_nearly_all_of_a_kind_is_answered_right_and_none_is_surely_wrong(
    kind: str, suggester: Suggester
) -> None:
    rows = ROWS[kind]["inputs"]
    assert len(rows) >= 20
    answers = [(wish, paste, answer(paste, suggester)) for paste, wish in rows]
    assert [row for row in answers if is_sure_of_another(row[0], row[2])] == []
    missed = [row for row in answers if not is_right(row[0], row[2])]
    assert len(missed) <= (1 - RIGHT) * len(rows), missed


@pytest.mark.twins
def test_both_matchers_answer_every_kind_alike() -> None:
    with twins(own.index()) as both:
        for rows in ROWS.values():
            for paste, _ in rows["inputs"]:
                check(both, paste)


@pytest.mark.parametrize(
    ("wish", "found", "right", "sure"),
    [
        ("A-1", [("A-1", "like")], True, False),
        ("A-1", [("A-2", "is"), ("A-1", "like")], False, True),
        ("A-1 or A-2", [("A-2", "is")], True, False),
        ("is A-1", [("A-1", "like")], False, False),
        ("like A-1", [("A-1", "like"), ("A-2", "is")], True, True),
        ("A-1", [("A-1", "describes")], True, False),
        ("like A-1", [("A-1", "describes")], False, False),
        ("none", [], True, False),
        ("none", [("A-1", "describes")], True, False),
        ("A-1 or none", [], True, False),
        ("none", [("A-1", "like")], False, False),
        ("not A-1", [("A-2", "like")], True, False),
        ("not A-1", [("A-1", "describes")], True, False),
        ("not A-1", [("A-2", "like"), ("A-1", "like")], False, False),
        ("not is", [("A-1", "is")], False, True),
        ("not is", [("A-1", "like")], True, False),
    ],
)
def test_a_wish_is_read_as_its_file_says(
    wish: str, found: list[tuple[str, str]], right: bool, sure: bool
) -> None:
    assert (is_right(wish, found), is_sure_of_another(wish, found)) == (right, sure)
