"""The cases that both matchers read: what stands in a paste, and what must be said of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errorbook.matching import SETTINGS, Matcher, fold_table
from errorbook.matching.explaining import ranked
from errorbook.matching.index.index_shape import IndexEntry

CASES = json.loads((Path(__file__).parents[1] / "cases" / "matching.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    index: Any = {**CASES["index"], "matcher": SETTINGS, "fold": fold_table()}
    return Matcher(index)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: f"{case['case']}: {case['why']}")
def test_a_paste_says_what_is_expected(matcher: Matcher, case: dict[str, Any]) -> None:
    paste = written_out(case)
    result: Any = matcher.match(paste).to_json()
    for finding in result["findings"]:
        finding["marked"] = [[paste[start:end], hole] for start, end, hole in finding["spans"]]
    assert only(case["expect"], result) == case["expect"]


def written_out(case: dict[str, Any]) -> str:
    """Return a case's paste; a long one says what it repeats."""
    paste: str = case["paste"]
    if "fill" in case:
        piece, times = case["fill"]
        return paste.replace("{n}", piece * times)
    if "times" in case:
        return "\n".join(paste.replace("{n}", str(number)) for number in range(case["times"]))
    return paste


def only(expected: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    """Return as much of a result as a case speaks of: what it leaves out may be anything."""
    findings = [
        {key: value for key, value in finding.items() if not wanted or key in wanted}
        for finding, wanted in zip(
            result["findings"], expected["findings"] + [{}] * len(result["findings"]), strict=False
        )
    ]
    return {**{key: result[key] for key in expected}, "findings": findings}


def test_a_heading_stands_behind_a_cut_off_message_in_the_ranking(matcher: Matcher) -> None:
    found = ranked(matcher, "A validation exception occurred: The TaxType code 'OUTPUT2' cannot be")
    assert [(entry, outcome) for entry, _, outcome in found][:1] == [("XERO-0002", "like")]
    assert ("XERO-0006", None) in [(entry, outcome) for entry, _, outcome in found]


def test_a_whole_message_stands_before_one_that_explains_more_words_but_lacks_some() -> None:
    # As in the public data: "privateFunction" lends its second half to the longer message.
    texts = {
        "TS-1": "'{name}', which lacks a return type, implicitly has an '{type}' type.",
        "TS-2": "Function type, which lacks a return type, implicitly has an '{type}' type.",
        "TS-3": "Private names are not allowed.",
    }
    entries: list[IndexEntry] = [{"id": id_, "messages": [[text, "full"]]} for id_, text in texts.items()]
    matcher = Matcher({"version": 1, "matcher": SETTINGS, "fold": fold_table(), "entries": entries})
    found = ranked(matcher, "'privateFunction', which lacks a return type, implicitly has an 'any' type.")
    assert [entry for entry, _, _ in found][:2] == ["TS-1", "TS-2"]


def test_how_rare_the_words_are_that_a_cut_took_away_decides_nothing() -> None:
    texts = {
        "TS-1": "The value cannot be used because it was imported elsewhere.",
        "TS-2": "The value cannot be used because it was exported elsewhere.",
        "TS-3": "Nothing was exported.",
        "TS-4": "Nothing else was exported by hand.",
    }
    entries: list[IndexEntry] = [{"id": id_, "messages": [[text, "full"]]} for id_, text in texts.items()]
    matcher = Matcher({"version": 1, "matcher": SETTINGS, "fold": fold_table(), "entries": entries})
    found = ranked(matcher, "The value cannot be used because")
    assert [(entry, outcome) for entry, _, outcome in found][:2] == [("TS-1", "like"), ("TS-2", "like")]


def test_what_is_nearest_is_told_only_where_it_is_wanted(matcher: Matcher) -> None:
    paste = "something about a TaxType code"
    assert matcher.match(paste).nearest
    assert matcher.match(paste, nearest=False).nearest == ()


def test_strange_words_are_remembered_up_to_fifty_thousand_and_then_forgotten(
    matcher: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []

    def near(word: str) -> tuple[tuple[str, float], ...]:
        looked_up.append(word)
        return ()

    monkeypatch.setattr(matcher.inverted, "_similarities", {})
    monkeypatch.setattr(matcher.inverted.fuzzy, "near", near)
    words = [f"z{number}" for number in range(50_000)]
    for word in [*words, words[0]]:
        matcher.inverted.similarities(word)
    assert looked_up == words
    for word in ["zz", words[0]]:
        matcher.inverted.similarities(word)
    assert looked_up == [*words, "zz", words[0]]
