"""One field of a file changes as said, and no other line: remarks, quotes and order are its author's."""

from __future__ import annotations

import pytest

from errorbook.authoring import field_edits

ENTRY = """\
# yaml-language-server: $schema=../entry.schema.json
id: XERO-0001
title: "A: b"
summary: |
  Two
  lines
status: active  # as before
empty:
flow: [a, 'b', c]  # three
wide: [
  a,
  b  # last
]
block:
  # the first
  - a
  - b

  - "c"  # the last
relations:
- {type: see-also, id: XERO-0002}
- type: same-text
  id: XERO-0003  # why
# about the reference
references:
  - url: x
    title: y
"""


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that only one of two texts has."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_value_is_replaced_where_it_stands() -> None:
    after = field_edits.set_text(ENTRY, "status", "withdrawn")
    assert changed(ENTRY, after) == (["status: active  # as before"], ["status: withdrawn  # as before"])


@pytest.mark.parametrize("field", ["review", "empty"])
def test_a_new_field_stands_behind_those_that_say_which_error_it_is(field: str) -> None:
    after = field_edits.set_text(ENTRY, field, "x")
    assert "  lines\n" + f"{field}: x\nstatus: active" in after
    assert changed(ENTRY, after) == (["empty:"] if field == "empty" else [], [f"{field}: x"])


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("flow", ["flow: [a, 'b', c]  # three"], ["flow: [a, 'b', c, x, y]  # three"]),
        ("wide", ["  b  # last"], ["  b, x, y  # last"]),
        ("block", [], ["  - x", "  - y"]),
        ("relations", [], ["- x", "- y"]),
        ("references", [], ["  - x", "  - y"]),
        ("none", [], ["none: [x, y]"]),
    ],
)
def test_items_are_added_behind_the_last(field: str, old: list[str], new: list[str]) -> None:
    after = field_edits.add_items(ENTRY, field, ["x", "y"])
    assert changed(ENTRY, after) == (old, new)


def test_items_are_added_to_an_empty_list_and_at_the_end_without_a_line_break() -> None:
    assert field_edits.add_items("id: X\nnone: []\n", "none", ["x"]) == "id: X\nnone: [x]\n"
    assert field_edits.add_items("id: X\nlist:\n  - a", "list", ["b"]) == "id: X\nlist:\n  - a\n  - b\n"
    assert field_edits.set_text("id: X", "status", "draft") == "id: X\nstatus: draft\n"


@pytest.mark.parametrize(
    ("field", "index", "old", "new"),
    [
        ("flow", 0, ["flow: [a, 'b', c]  # three"], ["flow: ['b', c]  # three"]),
        ("flow", 2, ["flow: [a, 'b', c]  # three"], ["flow: [a, 'b']  # three"]),
        ("block", 0, ["  - a"], []),
        ("block", 2, ['  - "c"  # the last'], []),
        ("relations", 0, ["- {type: see-also, id: XERO-0002}"], []),
        ("relations", 1, ["- type: same-text", "  id: XERO-0003  # why"], []),
        ("references", 0, ["references:", "  - url: x", "    title: y"], []),
    ],
)
def test_an_item_goes_alone(field: str, index: int, old: list[str], new: list[str]) -> None:
    assert changed(ENTRY, field_edits.remove_item(ENTRY, field, index)) == (old, new)


@pytest.mark.parametrize(("index", "old"), [(0, "XERO-0002"), (1, "XERO-0003")])
def test_a_value_in_an_item_is_replaced(index: int, old: str) -> None:
    after = field_edits.set_in_item(ENTRY, "relations", index, "id", "CIN7-0009")
    assert after == ENTRY.replace(old, "CIN7-0009")
