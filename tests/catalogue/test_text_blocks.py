"""What may stand below a step or a cause, and what is said of all else."""

from __future__ import annotations

import pytest
from conftest import MakeEntry, ReadErrors

from errorbook.catalogue.text_blocks import TextBlock, blocks, faults
from errorbook.common.problems import CatalogueError

WHOLE = """\
Two lines
of a paragraph.
```sql
select *  -- no {{mark}}

  from `t`;
```
| Name | **Value** |
|:--|--:|
| a \\| b | `c` |
|  | d |

!!! note
    A box of
    two lines.
!!! warning
    Another.

````
```
````
"""
NOTHING = "Write a paragraph, a table, code between ``` or a box, !!! note; a list is several steps"
HEADLESS = "Write a heading, |---|---| below it, and then the rows"
FAULTS = {
    "# A heading": f"in its line 1 begins with '#', which means nothing here. {NOTHING}",
    "One\n\n- two": f"in its line 3 begins with '-', which means nothing here. {NOTHING}",
    "One\n1. two": f"in its line 2 begins with '1.', which means nothing here. {NOTHING}",
    "- one\n- two\n  more of it": f"in its line 1 begins with '-', which means nothing here. {NOTHING}",
    "> said": f"in its line 1 begins with '>', which means nothing here. {NOTHING}",
    "    code": f"in its line 1 begins with a blank, which means nothing here. {NOTHING}",
    "![x](y.png)": f"in its line 1 begins with '![', which means nothing here. {NOTHING}",
    "One\n---": f"in its line 2 begins with '---', which means nothing here. {NOTHING}",
    "```two words\na\n```": "in its line 1 names no language behind ```."
    " Write ``` alone or with one word: ```sql",
    "A\n```\nb": "in its line 2 opens code that is never closed. Add ``` on a line of its own",
    "````sql\n```": "in its line 1 opens code that is never closed. Add ```` on a line of its own",
    "| a |\n| b |": f"in its line 1 begins a table without a heading or without rows. {HEADLESS}",
    "| a |\n|---|": f"in its line 1 begins a table without a heading or without rows. {HEADLESS}",
    "One\n| a |\n| b |\n| c |": f"in its line 2 begins a table without a heading or without rows. {HEADLESS}",
    "| a | b |\n|---|---|\n| c |": "in its line 3 has 1 cells, and the heading 2."
    " Give every row as many; \\| is a bar that parts no cells",
    "| a | b |\n|---|\n| c | d |": "in its line 2 has 1 cells, and the heading 2."
    " Give every row as many; \\| is a bar that parts no cells",
    "!!! tip\n    a": "in its line 1 opens a box that there is not."
    " Write !!! note or !!! warning, and its text on the next line",
    "!!! note": "in its line 1 opens a box without a text."
    " Write its text on the next line, behind four blanks",
}


def test_each_block_is_read_for_what_it_is() -> None:
    assert faults(WHOLE) == []
    assert blocks(WHOLE) == (
        TextBlock("text", "Two lines of a paragraph."),
        TextBlock("code", "select *  -- no {{mark}}\n\n  from `t`;", "sql"),
        TextBlock("table", rows=(("Name", "**Value**"), ("a | b", "`c`"), ("", "d"))),
        TextBlock("note", "A box of two lines."),
        TextBlock("warning", "Another."),
        TextBlock("code", "```"),
    )


@pytest.mark.parametrize("text", FAULTS)
def test_what_means_nothing_is_told_with_its_line(text: str) -> None:
    assert [f"{what}. {fix}" for what, fix in faults(text)] == [FAULTS[text]]


ONES: dict[str, TextBlock] = {
    "```\nx\n```": TextBlock("code", "x"),
    "| a |\n|---|\n| b |": TextBlock("table", rows=(("a",), ("b",))),
    "!!! note\n    It.": TextBlock("note", "It."),
}


@pytest.mark.parametrize("text", ONES)
def test_a_block_begins_right_behind_whatever_stands_before_it(text: str) -> None:
    assert blocks(f"One\n{text}") == (TextBlock("text", "One"), ONES[text])
    assert (len(faults(f"- one\n{text}")), blocks(f"- one\n{text}")) == (1, (ONES[text],))
    assert blocks(f"{text}\nOne") == (ONES[text], TextBlock("text", "One"))


def test_what_a_blank_line_parts_is_told_apart() -> None:
    told = [what for what, _ in faults("- one\n  more\n \n- two\n\n\n> three")]
    assert [what.partition(" begins")[0] for what in told] == [f"in its line {line}" for line in (1, 4, 7)]
    assert blocks("One\n\t\nTwo\n") == (TextBlock("text", "One"), TextBlock("text", "Two"))


def test_all_faults_are_told_at_once_where_they_are(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = make_entry(
        causes=[{"text": "It is so.", "more": "# One\n\n!!! tip\n    two"}],
        resolution=[{"do": "Correct it in Xero.", "more": "```\nno end"}],
    )
    with pytest.raises(CatalogueError) as caught:
        read_errors({"xero/a.yml": text})
    assert [(x.field, x.what.split(" which")[0].rstrip(",")) for x in caught.value.problems] == [
        ("causes[0].more", "in its line 1 begins with '#'"),
        ("causes[0].more", "in its line 3 opens a box that there is not"),
        ("resolution[0].more", "in its line 1 opens code that is never closed"),
    ]


def test_a_hole_below_a_step_is_declared(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = make_entry(resolution=[{"do": "Correct it in Xero.", "more": "```\nrun {name}\n```"}])
    with pytest.raises(CatalogueError) as caught:
        read_errors({"xero/a.yml": text})
    (problem,) = caught.value.problems
    assert (problem.field, problem.what) == (
        "resolution[0].more",
        "has the hole {name}, which 'values' does not declare",
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```sql  \n x \n```  \n  One", [TextBlock("code", " x ", "sql")]),
        ("``` c++\n```", [TextBlock("code", "", "c++")]),
        ("````\n```\n`````\n````", [TextBlock("code", "```\n`````")]),
        ("!!! note  \n      a\n    b", [TextBlock("note", "a b")]),
        ("| a \n|-\n| b |  ", [TextBlock("table", rows=(("a",), ("b",)))]),
        ("|a|b|\n|-:|:-:|\n|\\||c|\n|d|e|", [TextBlock("table", rows=(("a", "b"), ("|", "c"), ("d", "e")))]),
        ("  \n\n One", []),
        ("One  \n two ", [TextBlock("text", "One")]),
        ("-one 1.two #three >", [TextBlock("text", "-one 1.two #three >")]),
        ("", []),
    ],
)
def test_blanks_and_marks_are_read_as_authors_write_them(text: str, found: list[TextBlock]) -> None:
    assert list(blocks(text)) == found


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (" One", "a blank"),
        ("\tOne", "a blank"),
        ("* one", "'*'"),
        ("+ one", "'+'"),
        ("1) one", "'1)'"),
        ("12. one", "'12.'"),
        ("###### one", "'######'"),
        (">one", "'>'"),
        ("***", "'***'"),
        ("_ _ _", "'_ _ _'"),
        ("=====", "'====='"),
    ],
)
def test_what_else_markdown_has_is_told_by_its_mark(text: str, begins: str) -> None:
    assert faults(text) == [(f"in its line 1 begins with {begins}, which means nothing here", NOTHING)]


def test_a_box_has_its_text_behind_four_blanks() -> None:
    told = [what for what, _ in faults("!!! note\n   a")]
    assert told == [
        "in its line 1 opens a box without a text",
        "in its line 2 begins with a blank, which means nothing here",
    ]
