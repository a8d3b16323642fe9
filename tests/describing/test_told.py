"""What people say of a trouble in few words: ``cases/told.yml`` says of each text what it may be."""

from __future__ import annotations

import own
import pytest
import yaml

from errorbook.describing import Suggester

KINDS = yaml.safe_load((own.ROOT / "tests/cases/told.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(own.index(), own.described())


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_told_for_sure_what_they_do_not_describe(kind: str, suggester: Suggester) -> None:
    for text, wish in KINDS[kind]["inputs"]:
        for first in suggester.suggest(text)[:1]:
            assert first.outcome == "perhaps" or first.id in wish.split(" or "), text


@pytest.mark.parametrize(
    ("kind", "first", "shown"),
    [("vague", 0.5, 0.85), ("number", 1, 1), ("denied", 1, 1), ("mistyped", 1, 1), ("other-names", 0.9, 1)],
)
def test_few_words_mostly_show_the_right_entry(
    kind: str, first: float, shown: float, suggester: Suggester
) -> None:
    rows = [(wish, [each.id for each in suggester.suggest(text)]) for text, wish in KINDS[kind]["inputs"]]
    assert sum(found[:1] != [] and found[0] in wish for wish, found in rows) >= first * len(rows)
    assert sum(any(each in wish for each in found) for wish, found in rows) >= shown * len(rows)


def test_what_tells_of_no_trouble_is_mostly_shown_nothing(suggester: Suggester) -> None:
    rows = KINDS["no-trouble"]["inputs"]
    assert sum(suggester.suggest(text) == () for text, _ in rows) >= 0.7 * len(rows)
