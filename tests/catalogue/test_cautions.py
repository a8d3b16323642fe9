"""What a trade must be careful with: which steps its words are about, and what its paths must tell."""

from __future__ import annotations

import pytest

from errorbook.catalogue.cautions import Caution, Risky, usual_risky

OPEN = Caution(
    does=("open the … valve", "bleed"),
    wants=("pressure", "shut  off"),
    what="opens a valve",
    fix="Ask first whether the pressure is off",
)


@pytest.mark.parametrize(
    ("step", "told", "forgotten"),
    [
        ("Open the inlet valve.", "Open the inlet valve.", True),
        ("OPEN the valve", "", True),
        ("Open the small grey inlet valve", "", True),
        ("Open the\ninlet valve", "", True),
        ("Bleed the line", "", True),
        ("Then bleed it", "", True),
        ("Open the lid. Close the valve", "", False),
        ("Reopen the valve", "", False),
        ("Open the valves", "", False),
        ("Nosebleed", "", False),
        ("Open the inlet valve", "See that the Pressure is gone", False),
        ("Open the inlet valve", "It is shut off", False),
        ("Open the inlet valve", "It is shut\noff", False),
        ("Open the inlet valve", "Pressures are high", True),
        ("Open the inlet valve", "It is shut", True),
        ("Close the inlet valve", "", False),
    ],
)
def test_a_step_is_forgotten_on_a_path_that_tells_nothing_of_it(
    step: str, told: str, forgotten: bool
) -> None:
    assert OPEN.forgotten(step, told) is forgotten


@pytest.mark.parametrize(
    ("verb", "thing", "covered"),
    [
        ("empty", "tank", True),
        ("drain", "tank", True),
        ("drain", "tanks", True),
        ("drain", "silo", True),
        ("drain", "pump", False),
        ("fill", "tank", False),
        ("drain", "tankss", False),
    ],
)
def test_what_is_risky_is_a_verb_with_one_of_its_things(verb: str, thing: str, covered: bool) -> None:
    assert Risky(verbs=("Empty", "drain"), things=("tank", "Silo")).covers(verb, thing) is covered


def test_a_verb_without_things_is_risky_whatever_it_is_done_to() -> None:
    assert Risky(verbs=("void",)).covers("void", "")
    assert not Risky(verbs=("void",)).covers("avoid", "")


@pytest.mark.parametrize("verb", ["delete", "erase", "remove"])
def test_in_every_trade_it_is_risky_to_delete(verb: str) -> None:
    things = [
        "account",
        "backup",
        "data",
        "database",
        "document",
        "file",
        "folder",
        "project",
        "record",
        "user",
    ]
    (usual,) = usual_risky()
    assert [thing for thing in things if not usual.covers(verb, thing)] == []
    assert not usual.covers(verb, "filter")
