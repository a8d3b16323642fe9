"""Which fields may stand at a place of a file."""

from __future__ import annotations

import pytest

from errorbook.catalogue import places
from errorbook.catalogue.blocks import Block
from errorbook.catalogue.entry_parts import Include
from errorbook.catalogue.model import EntryFile, Step
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.catalogue.yaml_source import Path

STEP = sorted(places.fields(Step))


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (("messages", 0), ["evidence", "holes", "lang", "role", "source", "text", "wording_of"]),
        (("values", "amount"), ["example", "label", "sensitive", "type"]),
        (("examples", 3), ["answers", "expect", "paste"]),
        (("resolution", 0), STEP),
        (("resolution", 0, "answers", "Yes", 1), STEP),
        (("resolution", 0, "answers", "Yes", 1, "image"), ["alt", "dark", "file"]),
        (("escalate",), ["collect", "when"]),
        (
            ("translations", "de", "resolution", 0, "answers", "Ja", 0),
            ["answers", "ask", "do", "more", "see", "undo"],
        ),
        (("title",), []),
        (("title", 0), []),
        (("messages",), []),
        (("messages", "text"), []),
        (("values",), []),
        (("resolution", 0, "answers"), []),
        (("nothing",), []),
        (("nothing", 0), []),
    ],
)
def test_a_place_has_the_fields_of_what_stands_there(path: Path, fields: list[str]) -> None:
    assert places.fields_at(EntryFile, path) == fields


def test_the_left_margin_has_those_of_the_file() -> None:
    assert places.fields_at(Block, ()) == ["about", "holes", "steps"]
    assert places.fields_at(Vocabulary, ("systems", "xero")) == sorted(
        ["name", "prefix", "ids", "families", "about", "status_page", "also"]
    )
    assert {"title", "messages", "resolution"} <= set(places.fields_at(EntryFile, ()))


def test_a_field_is_called_as_in_the_file() -> None:
    assert places.fields(Include) == ["include", "with"]
