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
FAULTS = {
    "# A heading": "in its line 1 begins with '#', which means nothing here",
    "One\n\n- two": "in its line 3 begins with '-', which means nothing here",
    "One\n1. two": "in its line 2 begins with '1.', which means nothing here",
    "- one\n- two\n  more of it": "in its line 1 begins with '-', which means nothing here",
    "> said": "in its line 1 begins with '>', which means nothing here",
    "    code": "in its line 1 begins with a blank, which means nothing here",
    "![x](y.png)": "in its line 1 begins with '![', which means nothing here",
    "One\n---": "in its line 2 begins with '---', which means nothing here",
    "```two words\na\n```": "in its line 1 names no language behind ```",
    "A\n```\nb": "in its line 2 opens code that is never closed",
    "| a |\n| b |": "in its line 1 begins a table without a heading or without rows",
    "| a |\n|---|": "in its line 1 begins a table without a heading or without rows",
    "| a | b |\n|---|---|\n| c |": "in its line 3 has 1 cells, and the heading 2",
    "!!! tip\n    a": "in its line 1 opens a box that there is not",
    "!!! note": "in its line 1 opens a box without a text",
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
    ((what, fix),) = faults(text)
    assert what == FAULTS[text]
    assert fix


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
