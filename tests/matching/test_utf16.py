"""A paste is read as browsers count it, and what is found is told in whole characters again."""

from __future__ import annotations

from errorbook.matching.findings import Finding, Result
from errorbook.matching.utf16 import narrow, widen

WHOLE = "\U00010000 \U0010ffff \U0001f600"
HALVES = "\ud800\udc00 \udbff\udfff \ud83d\ude00"


def test_a_character_beyond_the_first_plane_is_two_units() -> None:
    assert widen(WHOLE) == HALVES
    assert widen("a\uffff") == "a\uffff"


def test_a_result_is_told_in_characters() -> None:
    wide = widen("\U0001f600a\U0001f600b")
    spans = ((0, 2, ""), (2, 3, "x"), (3, 5, "y"), (5, 6, ""))
    found = Finding("A-1", "is", 1.0, "", {"x": HALVES}, {"x": ("a", HALVES)}, spans, 1, (), (), 0)
    told = narrow(Result((found,), (("A-2", 0.5),), (HALVES,), len(wide)), wide)
    (finding,) = told.findings
    assert finding.values == {"x": WHOLE}
    assert finding.further == {"x": ("a", WHOLE)}
    assert finding.spans == ((0, 1, ""), (1, 2, "x"), (2, 3, "y"), (3, 4, ""))
    assert (told.nearest, told.unknown, told.read) == ((("A-2", 0.5),), (WHOLE,), 4)


def test_what_needs_no_change_is_not_changed() -> None:
    result = Result((), (), ("\ud800",), 1)
    assert narrow(result, "\ud800") is result
