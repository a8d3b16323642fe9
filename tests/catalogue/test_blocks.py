"""Shared blocks are read as if they were written in each entry, and told where they are wrong."""

import pytest
from builders import refused
from conftest import MakeEntry, ReadErrors

from errorbook.catalogue.blocks import hole_names
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.yaml_source import Value
from errorbook.checks import audit
from errorbook.site.site_info import SiteInfo

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


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("- a\n", "is not a mapping of fields"),
        ("", "is empty"),
        ("about: It.\n", "steps: is missing"),
        ("about: It.\nsteps: Go.\n", "steps: is not a list"),
        ("about: It.\nholes: [a]\nsteps: [Go.]\n", "holes: is not a mapping"),
        ("about: It.\nholes:\nsteps: [Go.]\n", "holes: is empty"),
    ],
)
def test_a_block_that_is_none_is_told_once_where_others_include_it(
    read_errors: ReadErrors, make_entry: MakeEntry, block: str, said: str
) -> None:
    files = {
        "xero/a.yml": make_entry(resolution=[{"include": "it"}, {"include": "around"}]),
        "shared/blocks/around.yml": "about: Around.\nsteps: [{include: it}]\n",
        "shared/blocks/it.yml": block,
    }
    found = refused(read_errors, files)
    assert [said in line and line.startswith("errors/shared/blocks/it.yml:") for line in found] == [True]


def test_blocks_in_a_circle_are_refused(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    one = "about: One.\nsteps: [{include: two}]\n"
    two = "about: Two.\nsteps: [{include: one}]\n"
    entry = make_entry(resolution=[{"include": "one"}])
    files = {"xero/a.yml": entry, "shared/blocks/one.yml": one, "shared/blocks/two.yml": two}
    found = refused(read_errors, files)
    said = "includes itself. Write the steps out in one of the blocks"
    for line, inner, outer in zip(found, ("one", "two"), ("two", "one"), strict=True):
        assert f"errors/shared/blocks/{inner}.yml:2:10: steps[0].include: {said} (included at " in line
        assert line.endswith(f"errors/shared/blocks/{outer}.yml:2:9)")


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("about: It.\nsteps: []\n", "2:1: steps: is empty. Add at least one"),
        ("about: It.\nsteps: [{see: Why?}]\n", "2:9: steps[0]: needs either 'do' or 'ask'"),
        (
            "about: It.\nsteps: ['Open {books}.']\n",
            "2:9: steps[0].do: has the hole {books}, which 'holes' does not declare. Add 'books' to holes",
        ),
        (
            "about: It.\nholes: {books: Whose.}\nsteps: [Go.]\n",
            "2:9: holes.books: is in no text. Remove it, or put it into a text",
        ),
        ("about: It.\nsteps: ['Open {.']\n", "2:9: steps[0].do: has a '{' that is never closed."),
        (
            "about: It.\nsteps: [{ask: 'So?', answers: {Y: ['Open {books}.'], N: [Go.]}}]\n",
            "2:36: steps[0].answers.Y[0].do: has the hole {books}, which 'holes' does not declare.",
        ),
        *(
            (
                f"about: It.\nsteps:\n  - do: Go.\n    {field}: '{{books}}'\n",
                f"4:5: steps[0].{field}: has the hole {{books}}, which 'holes' does not declare.",
            )
            for field in ("see", "undo", "more")
        ),
        (
            "about: It.\nsteps: [{do: Go., more: '# It'}]\n",
            "2:19: steps[0].more: in its line 1 begins with '#'",
        ),
        (
            "about: It.\nsteps: [{do: Go., ask: 'So?', answers: {Y: [Go.], N: [Go.]}}]\n",
            "2:9: steps[0]: needs either 'do' or 'ask'",
        ),
        ("[", "1:1: opens a '[' that does not come to its ']'."),
    ],
)
def test_a_broken_block_is_told_once_however_many_include_it(
    read_errors: ReadErrors, make_entry: MakeEntry, block: str, said: str
) -> None:
    files = {
        f"xero/{number}.yml": make_entry(id=f"XERO-000{number}", resolution=[{"include": "it"}])
        for number in (1, 2)
    }
    found = refused(read_errors, {**files, "shared/blocks/it.yml": block})
    assert [said in line for line in found] == [True]


def test_all_that_is_wrong_with_the_texts_of_a_block_is_told(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    block = "about: It.\nsteps:\n  - do: '{'\n    see: '{x}'\n    undo: '}'\n"
    found = refused(read_errors, {"xero/a.yml": make_entry(), "shared/blocks/it.yml": block})
    assert [line.split(": ")[1] for line in found] == ["steps[0].do", "steps[0].see", "steps[0].undo"]


def test_a_file_of_another_kind_among_the_blocks_and_a_system_of_their_name_are_refused(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    words = "name: E\nsystems: {xero: {name: Xero, prefix: XERO}, shared: {name: B, prefix: BB}}\n"
    files = {
        "xero/a.yml": make_entry(),
        "catalogue.yml": words,
        "shared/blocks/a.yaml": RETRY,
        "shared/blocks/A B.yml": RETRY,
    }
    found = refused(read_errors, files)
    assert found[0].endswith(". Give the system another name")
    assert [line.partition("errors/")[2].partition(". ")[0] for line in found] == [
        "catalogue.yml:2:45: systems.shared: is the folder of the shared blocks",
        "shared/blocks/A B.yml: has a name that is not a slug",
        "shared/blocks/a.yaml: is not where a block is read from",
    ]


def test_an_entry_among_the_blocks_is_sent_to_the_folder_of_its_system(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    files = {"xero/a.yml": make_entry(), "shared/blocks/b.yml": make_entry(id="XERO-0002")}
    assert [line.partition("errors/")[2] for line in refused(read_errors, files)] == [
        "shared/blocks/b.yml:1:1: has no field of a block."
        " Write 'about' and 'steps', or move an entry to the folder of its system"
    ]


def test_a_block_in_another_folder_is_sent_to_that_of_the_blocks(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    files = {"xero/a.yml": make_entry(), "xero/retry.yml": RETRY, "shared/retry.yml": RETRY}
    assert [line.partition("errors/")[2] for line in refused(read_errors, files)] == [
        "shared/retry.yml: is not where a block is read from. Name it errors/shared/blocks/<name>.yml",
        "xero/retry.yml:1:1: has the fields of a block. Move it to shared/blocks, or write an entry's fields",
    ]


def test_what_a_rule_finds_in_a_block_names_the_block_and_a_place_that_includes_it(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    block = "about: It.\nsteps:\n  - Delete the record in Xero.\n"
    loaded = read_errors(
        {
            "xero/a.yml": make_entry(resolution=["Open Xero.", {"include": "it"}]),
            "xero/b.yml": make_entry(id="XERO-0002", resolution=[{"include": "it"}]),
            "shared/blocks/it.yml": block,
            "shared/blocks/lonely.yml": RETRY,
        }
    )
    found = [
        str(problem).partition("errors/")[2]
        for problem in audit.problems(loaded, SiteInfo(), None, None, None)
        if "blocks" in problem.file and problem.level != "hint"
    ]
    assert [line.partition(" (included at ")[0] for line in found] == [
        "shared/blocks/it.yml:3:5: steps[0].do: starts with 'delete' and has no risk. "
        "Add 'risk: changes-data' or 'risk: irreversible'",
        "shared/blocks/lonely.yml:1:1: warning: is a block that nothing includes. Include it, or remove it",
    ]
    assert found[0].endswith("and 1 other place)")
    assert "errors/xero/a.yml:" in found[0]
