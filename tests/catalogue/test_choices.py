"""What entries choose from: the names of a catalogue's own choices, and those of one that lists none."""

from __future__ import annotations

from errorbook.catalogue.choices import (
    Choice,
    Fixer,
    Severity,
    sentences,
    usual,
    usual_fixers,
    usual_risks,
    usual_severities,
)


def test_a_choice_is_called_as_the_catalogue_says_and_else_as_the_tables_do() -> None:
    found = sentences(
        {
            "line": Severity(name="Stops {the} line", stops="the line"),
            "press": Severity(name="Stops a press"),
        },
        {"you": Fixer(), "maker": Fixer(name="the maker")},
        {"empties": Choice(name="This empties {it}."), "heats": Choice()},
        lambda key: f"<{key}>",
    )
    assert found == {
        "severity.line": "Stops {{the}} line",
        "stops.line": "the line",
        "severity.press": "Stops a press",
        "stops.press": "Stops a press",
        "fixer.you": "<fixer.you>",
        "fixer.maker": "the maker",
        "risk.empties": "This empties {{it}}.",
        "risk.heats": "<risk.heats>",
    }


def test_an_entry_that_chooses_nothing_has_what_is_usual_or_the_first() -> None:
    assert usual({"line": Severity(), "press": Severity(usual=True)}) == "press"
    assert usual({"line": Severity(), "press": Severity()}) == "line"
    assert usual(usual_severities()) == "blocks-one"
    assert usual(usual_fixers()) == "you"


def test_a_catalogue_that_lists_none_has_choices() -> None:
    assert list(usual_severities()) == ["blocks-all", "blocks-one", "warning", "info"]
    assert [slug for slug, severity in usual_severities().items() if severity.usual] == ["blocks-one"]
    outside = {slug: fixer.outside for slug, fixer in usual_fixers().items()}
    assert outside == {"you": False, "admin": False, "support": True, "vendor": True}
    assert list(usual_risks()) == ["changes-data", "irreversible"]
