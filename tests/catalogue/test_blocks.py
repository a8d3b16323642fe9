"""Shared blocks are read as if they were written in each entry, and what is wrong with an include is told."""

import pytest
from builders import refused
from conftest import MakeEntry, ReadErrors

from errorbook.catalogue.blocks import hole_names
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.yaml_source import Value

PAID = """\
about: A paid document was sent again.
holes: {books: The accounting product.}
steps:
  - do: Compare the document in Cin7 Core with {books}.
    see: Two documents.
  - ask: Do they match in {books}?
    answers:
      "They match in {books}":
        - do: Set the record to **Skipped** in Cin7 Core.
      "They differ": [{include: retry}]
"""
RETRY = "about: It waits.\nsteps: [Retry the record in Cin7 Core.]\n"
BLOCKS = {"shared/blocks/paid.yml": PAID, "shared/blocks/retry.yml": RETRY}
INCLUDE = {"include": "paid", "with": {"books": "Xero"}}


def only(loaded: Loaded) -> Entry:
    (entry,) = loaded.catalogue.entries
    return entry


def test_an_included_block_reads_as_if_it_was_written_in_its_place(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    written = [
        {"do": "Compare the document in Cin7 Core with Xero.", "see": "Two documents."},
        {
            "ask": "Do they match in Xero?",
            "answers": {
                "They match in Xero": [{"do": "Set the record to **Skipped** in Cin7 Core."}],
                "They differ": ["Retry the record in Cin7 Core."],
            },
        },
    ]
    around = ["Open Xero.", *written, "Look again in Xero."]
    out = only(read_errors({"xero/a.yml": make_entry(resolution=around)}))
    including = make_entry(resolution=["Open Xero.", INCLUDE, "Look again in Xero."])
    assert only(read_errors({"xero/a.yml": including, **BLOCKS})) == out


def test_a_hole_of_the_entry_may_fill_one_of_the_block(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    block = 'about: It.\nholes: {sum: How much.}\nsteps: ["Look for {sum} in Xero, not for {{sum}}."]\n'
    entry = make_entry(resolution=[{"include": "it", "with": {"sum": "{amount}"}}])
    (step,) = only(read_errors({"xero/a.yml": entry, "shared/blocks/it.yml": block})).resolution
    assert step.do == "Look for {amount} in Xero, not for {{sum}}."


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ({"include": "gone"}, "include: is 'gone', and there is no such block. Write one of: paid, retry"),
        (
            {"include": "paid"},
            "include: leaves the hole {books} of the block open. Add 'books: …' under 'with'",
        ),
        (
            {"include": "retry", "with": {"books": "Xero"}},
            "with.books: fills no hole of the block 'retry'. Remove it, or correct its name",
        ),
        ({"include": "retry", "do": "Open Xero."}, "do: is not a field. Write one of: include, with"),
        (
            {"include": "Retry it"},
            "include: is not a slug. Use lower-case letters, digits and single hyphens",
        ),
    ],
)
def test_what_is_wrong_with_an_include_is_told_where_it_is_and_the_rest_is_judged(
    read_errors: ReadErrors, make_entry: MakeEntry, item: dict[str, object], said: str
) -> None:
    text = make_entry(resolution=["Open Xero.", item, {"do": "Open Xero.", "sea": "It."}])
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "include" in row or "Open Xero" in row)
    found = refused(read_errors, {"xero/a.yml": text, **BLOCKS})
    assert len(found) == 2
    assert found[0].endswith(said)
    assert "resolution[1]" in found[0]
    assert int(found[0].split(":")[1]) > line
    assert "resolution[2].sea: is not a field" in found[1]


def test_a_block_that_nobody_has_written_is_to_be_written(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    (told,) = refused(read_errors, {"xero/a.yml": make_entry(resolution=[{"include": "it"}])})
    assert told.endswith("include: is 'it', and there is no such block. Write shared/blocks/it.yml")


def test_holes_are_named_in_texts_and_answers_and_doubled_braces_are_none() -> None:
    value: Value = {"a": ["{x} {{y}} {x}", None, {"b {z}": [["{w}"]]}], "c": "{}{X}"}
    assert sorted(hole_names(value)) == ["w", "x", "x", "z"]
    assert list(hole_names(None)) == []


def test_the_steps_after_a_block_are_told_at_their_own_lines(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    text = make_entry(resolution=[INCLUDE, "Pay {nothing} in Xero."])
    (found,) = refused(read_errors, {"xero/a.yml": text, **BLOCKS})
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "{nothing}" in row)
    assert found.partition(" has ")[0].endswith(f"errors/xero/a.yml:{line}:3: resolution[1].do:")


def test_a_place_in_a_block_within_a_block_is_told_with_the_entry_that_includes_both(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    text = make_entry(resolution=["Open Xero.", {"include": "outer"}])
    files = {
        "xero/a.yml": text,
        "shared/blocks/outer.yml": "about: Outer.\nsteps: [Go., {include: inner}]\n",
        "shared/blocks/inner.yml": "about: Inner.\nsteps: [{do: Go., risk: sage}]\n",
    }
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "include" in row)
    (found,) = refused(read_errors, files)
    assert found.startswith("errors/shared/blocks/inner.yml:2:19: steps[0].risk: is 'sage', which")
    assert found.endswith(f"(included at errors/xero/a.yml:{line}:3)")


@pytest.mark.parametrize(
    ("resolution", "said"),
    [
        (None, "resolution: is missing"),
        ("Do not include it.", "resolution: is not a list"),
        (["Do not include it.", None], "resolution[1]: is empty"),
        (
            [{"ask": "So?", "answers": {"Y": None, "N": [{"include": "retry"}]}}],
            "resolution[0].answers.Y: is empty",
        ),
        ({"include": "retry"}, "resolution: is not a list"),
    ],
)
def test_a_resolution_that_is_none_is_told_as_where_nothing_is_included(
    read_errors: ReadErrors, make_entry: MakeEntry, resolution: object, said: str
) -> None:
    (found,) = refused(read_errors, {"xero/a.yml": make_entry(resolution=resolution), **BLOCKS})
    assert said in found


def test_a_step_may_speak_of_what_to_include(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = make_entry(resolution=["Do not include it.", {"include": "retry"}])
    steps = only(read_errors({"xero/a.yml": text, **BLOCKS})).resolution
    assert [step.do for step in steps] == ["Do not include it.", "Retry the record in Cin7 Core."]


def test_the_steps_around_an_include_that_cannot_be_used_are_told_at_their_own_lines(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    text = make_entry(resolution=["Pay {one} in Xero.", {"include": "gone"}, "Pay {two} in Xero."])
    found = refused(read_errors, {"xero/a.yml": text})
    begin = next(number for number, row in enumerate(text.splitlines(), 1) if "{one}" in row)
    assert [line.partition(": ")[2].partition(" ")[0] for line in found] == [
        "resolution[0].do:",
        "resolution[1].include:",
        "resolution[2].do:",
    ]
    assert [int(line.split(":")[1]) for line in found] == [begin, begin + 1, begin + 2]
