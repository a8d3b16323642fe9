"""Types of values that a catalogue adds: what is wrong with them, and where they are told."""

from __future__ import annotations

from pathlib import Path

import bottling
import pytest
from conftest import ReadErrors, WriteErrors
from twins import twins

from errorbook.catalogue import editor_schema
from errorbook.common.problems import CatalogueError
from errorbook.indexing import match_index
from errorbook.site import cards
from errorbook.site.site_info import SiteInfo

OLD = bottling.FILES["catalogue.yml"]
VALVE = '  valve: {pattern: "V[0-9]{1,3}", examples: [V3, V120], personal: false}\n'


def plant(types: str) -> dict[str, str]:
    """Return the plant's files with other types of values."""
    assert VALVE in OLD
    return {**bottling.FILES, "catalogue.yml": OLD.replace(VALVE, types)}


def faults(read: ReadErrors, types: str) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read(plant(types))
    return [f"{x.field}: {x.what}. {x.fix}" for x in caught.value.problems]


def test_all_that_is_wrong_with_types_is_told_at_once(read_errors: ReadErrors) -> None:
    types = """\
  money: {pattern: "[0-9]+", examples: ["1"]}
  valve: {pattern: "V[0-9]{1,3}", examples: [V3, v4]}
  belt: {pattern: "(B+)+", examples: [B]}
  mood: {pattern: "\U0001f600", examples: ["\U0001f600"]}
"""
    found = faults(read_errors, types)
    assert found == [
        "value_types.money: is the name of a type that every catalogue has. Give it another name",
        "value_types.valve.examples[1]: is 'v4', which the pattern does not match."
        " Correct the example, or the pattern",
        "value_types.belt.pattern: can read 'B' in two ways after 'B', so nobody can prove how long it takes."
        " Write what begins alike once, Li(ft|ne) for Lift|Line, and let a loop be followed by a character"
        " that it does not have",
        "value_types.mood.pattern: has '\U0001f600', which counts as two characters in a browser."
        " Write a class of what it is not: [^A-Za-z0-9]",
    ]


def test_a_type_needs_an_example(read_errors: ReadErrors) -> None:
    assert faults(read_errors, '  valve: {pattern: "V[0-9]+"}\n') == [
        "value_types.valve.examples: is missing. Add it"
    ]


def test_a_type_that_nobody_lists_is_told_with_what_was_meant(read_errors: ReadErrors) -> None:
    (told,) = faults(read_errors, '  valves: {pattern: "V[0-9]+", examples: [V1]}\n')
    assert told.startswith("values.valve.type: is not one of the choices. Did you mean 'valves'? ")
    assert told.endswith("'email', 'url' or 'valves'")


def test_editors_offer_the_types_of_the_catalogue(write_errors: WriteErrors) -> None:
    folder: Path = write_errors(bottling.FILES)
    types = editor_schema.files(folder)["entry.schema.json"]
    assert '"email",\n            "url",\n            "valve"\n' in types


def test_cards_tell_how_such_a_value_is_written(read_errors: ReadErrors) -> None:
    card = cards.build(read_errors(bottling.FILES).catalogue, SiteInfo(name="Line help"))["FILL-0002"]
    assert card["values"]["valve"] == {
        "type": "valve",
        "label": "number of the valve",
        "sensitive": False,
        "pattern": "V[0-9]{1,3}",
        "personal": False,
    }


FOUND = {
    "Valve V12 did not close in time": ("is", "V12"),
    "Valve twelve did not close in time": ("like", "twelve"),
    "There is a leak at valve V12 please look": ("is", "V12"),
    "There is a leak at valve no 9": ("like", "no 9"),
    "There is a leak at V7open in line 3": ("is", "V7"),
    "07:12 V9 makes a hissing noise": ("is", "V9"),
}


def test_a_value_is_as_its_pattern_says_in_both_languages(read_errors: ReadErrors) -> None:
    more = """\
  - There is a leak at valve {valve}
  - "There is a leak at {valve}{state} in line {line}"
  - "{valve} makes a hissing noise"
values:
  state: {type: text, label: state}
  line: {type: number, label: line}
"""
    entry = bottling.FILES["filler/valve-stuck.yml"].replace("values:\n", more, 1)
    index = match_index.build(read_errors({**bottling.FILES, "filler/valve-stuck.yml": entry}).catalogue)
    with twins(index) as both:
        for paste, (outcome, valve) in FOUND.items():
            (found,) = both.matcher.match(paste).findings
            (span,) = (span for span in found.spans if span[2] == "valve")
            told = (found.outcome, found.values["valve"], paste[slice(*span[:2])])
            assert told == (outcome, valve, valve), paste
            assert both.javascript(paste) == both.python(paste), paste
