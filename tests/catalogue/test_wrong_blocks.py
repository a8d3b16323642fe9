"""What is wrong with a shared block, or with where it lies, is told once and in its place."""

import pytest
from builders import refused
from conftest import MakeEntry, ReadErrors, WriteErrors

from errorbook.catalogue import reader
from errorbook.checks import audit
from errorbook.site.site_info import SiteInfo

BLOCK = "about: It waits.\nsteps: [Retry the record in Cin7 Core.]\n"


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
        "shared/blocks/a.yaml": BLOCK,
        "shared/blocks/A B.yml": BLOCK,
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
    files = {"xero/a.yml": make_entry(), "xero/retry.yml": BLOCK, "shared/retry.yml": BLOCK}
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
            "shared/blocks/lonely.yml": BLOCK,
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


@pytest.mark.parametrize(
    ("include", "said"),
    [
        ({"include": "conect"}, "resolution[0].include: is 'conect', and there is no such block."),
        (
            {"include": "connect", "with": {"x": "1"}},
            "resolution[0].with.x: fills no hole of the block 'connect'.",
        ),
        ({"include": "connect", "witth": {}}, "resolution[0].witth: is not a field."),
        ({"include": "books"}, "resolution[0].include: leaves the hole {name} of the block open."),
    ],
)
def test_a_wrong_include_in_a_translated_entry_is_told_alone(
    write_errors: WriteErrors, make_entry: MakeEntry, include: dict[str, object], said: str
) -> None:
    step = "about: It.\nsteps: [{do: Open Xero., see: It is open.}, Choose Connect., Save it.]\n"
    german = {
        "title": "Zu",
        "values": {"amount": "Betrag"},
        "causes": ["Zu."],
        "resolution": [{"do": "Auf.", "see": "Offen."}, "Wähle.", "Sichere.", "Frag."],
    }
    files = {
        "xero/a.yml": make_entry(
            resolution=[include, "Ask the customer."], translations={"de": german}, summary=None, verify=None
        ),
        "shared/blocks/connect.yml": step,
        "shared/blocks/books.yml": "about: It.\nholes: {name: Whose.}\nsteps: ['Open {name}.']\n",
    }
    loaded = reader.survey(write_errors(files))
    told = [
        str(problem)
        for problem in audit.problems(loaded, SiteInfo(), None, None, None)
        if problem.file.endswith("a.yml")
    ]
    assert [said in problem for problem in told] == [True], told
