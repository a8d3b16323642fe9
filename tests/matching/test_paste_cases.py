"""What the matcher says of a paste, case by case: ``cases/pastes/*.yml`` holds what is right, for both twins.

A case has the number of the wish it keeps (``case``), why it is there, a paste (or pieces of one, repeated
``times`` with ``{n}`` counting from 1000) and what to ``expect``; what it leaves unsaid may be anything, but
the findings are all there are. Its ``catalogue`` is the small one unless it brings entries of its own.
Scalars are read as texts. A case that fails today says why in ``known`` and what happens in ``today``.
"""

from __future__ import annotations

import pytest
from test_twins import check
from twins import Twins, javascript

from bench.paste_cases import ALL, Case, make_index, make_paste, view
from errorbook.matching import Matcher


def brings_own(case: Case) -> bool:
    """Return whether a case has a catalogue of its own."""
    return bool({"catalogue", "spellings"} & case.keys())


GROUPS = sorted({name.split()[0] for name in ALL})


@pytest.fixture(scope="module")
def small() -> Matcher:
    return Matcher(make_index({}))


@pytest.mark.twins
@pytest.mark.parametrize("group", GROUPS)
def test_the_twins_agree_on_the_cases(group: str) -> None:
    with javascript() as process:
        for brought in (False, True):
            both = None if brought else Twins(make_index({}), process)
            for name, case in ALL.items():
                if name.split()[0] == group and brings_own(case) == brought:
                    check(both or Twins(make_index(case), process), make_paste(case["paste"]))


@pytest.mark.parametrize("case", ALL.values(), ids=ALL)
def test_a_paste_is_answered_as_its_case_expects(small: Matcher, case: Case) -> None:
    paste, expected = make_paste(case["paste"]), case["expect"]
    matcher = Matcher(make_index(case)) if brings_own(case) else small
    result = matcher.match(paste).to_json()
    if "known" not in case:
        assert view(result, paste, expected) == expected
    else:
        assert view(result, paste, case["today"]) == case["today"]
        assert view(result, paste, expected) != expected, "It is as expected: take the mark away"
