"""What editors are told of an entry's fields: the catalogue's own words, and text where YAML sees more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from builders import VOCABULARY
from pydantic import BaseModel, Field

from errorbook.catalogue import editor_schema
from errorbook.catalogue.blocks import Block
from errorbook.catalogue.vocabulary import Vocabulary

TEXT = ["string", "number", "boolean"]
WORDS = Vocabulary.model_validate(
    {
        **VOCABULARY,
        "risks": {"spills": "This spills."},
        "value_types": {"level": {"pattern": "[0-9]+", "examples": ["12"]}},
    }
)


class Tray(BaseModel):
    """A model with a field of each kind."""

    title: str = Field(description="Its title.")
    colour: Literal["red", "blue"] | None = Field(None, description="Its colour.")
    code: str = Field("", pattern="^[A-Z]+$")
    layers: list[str] = []


def properties(words: Vocabulary | None, *path: str) -> dict[str, Any]:
    schema = editor_schema.json_schema(words=words)
    for name in path:
        schema = schema["$defs"][name]
    found: dict[str, Any] = schema["properties"]
    return found


def test_a_schema_says_which_one_it_is() -> None:
    assert editor_schema.json_schema()["title"] == "Errorbook entry"
    block = editor_schema.json_schema(Block)
    assert block["title"] == "Errorbook block"
    assert block["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_text_may_look_like_a_number_and_nothing_is_said_of_null() -> None:
    fields = editor_schema.json_schema(Tray)["properties"]
    assert fields["title"] == {"description": "Its title.", "type": TEXT}
    assert fields["colour"] == {"description": "Its colour.", "enum": ["red", "blue"], "type": "string"}
    assert fields["code"] == {"default": "", "pattern": "^[A-Z]+$", "type": "string"}
    assert fields["layers"] == {"default": [], "items": {"type": TEXT}, "type": "array"}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("fixable_by", ["shop", "bookkeeper", "admin", "support", "vendor"]),
        ("records", ["invoice", "payment"]),
        ("shown_in", ["cin7-core", "xero", "quickbooks"]),
        ("integrations", ["cin7-core", "xero", "quickbooks"]),
    ],
)
def test_editors_offer_the_words_of_the_catalogue_for_lists(field: str, expected: list[str]) -> None:
    found = properties(WORDS)[field]
    assert found == {
        "description": properties(None)[field]["description"],
        "type": "array",
        "items": {"type": "string", "enum": expected},
    }
    assert "enum" not in properties(None)[field]["items"]


def test_editors_offer_the_words_of_the_catalogue_for_one() -> None:
    told = properties(None)["severity"]["description"]
    assert properties(WORDS)["severity"] == {
        "description": told,
        "type": "string",
        "enum": ["blocks-sync", "blocks-record", "warning", "info"],
    }
    assert properties(WORDS, "Step")["risk"]["enum"] == list(WORDS.risks)
    assert "spills" in WORDS.risks
    assert "enum" not in properties(None, "Step")["risk"]


def test_editors_offer_the_types_of_values_with_those_of_the_catalogue() -> None:
    usual = properties(None, "HoleValue")["type"]["enum"]
    assert {"text", "money", "url"} <= set(usual)
    assert properties(WORDS, "HoleValue")["type"]["enum"] == [*usual, "level"]


def test_editors_offer_the_blocks_for_includes() -> None:
    schema = editor_schema.json_schema(blocks=["drain", "fill"])
    assert schema["$defs"]["Include"]["properties"]["include"]["enum"] == ["drain", "fill"]
    assert "enum" not in editor_schema.json_schema()["$defs"]["Include"]["properties"]["include"]


def test_a_folder_has_a_schema_of_entries_and_one_of_blocks(tmp_path: Path) -> None:
    shared = tmp_path / "shared" / "blocks"
    shared.mkdir(parents=True)
    for name in ("fill", "drain"):
        (shared / f"{name}.yml").write_text("steps: []\n", "utf-8")
    found = editor_schema.files(tmp_path)
    assert sorted(found) == ["block.schema.json", "entry.schema.json"]
    entry = json.loads(found["entry.schema.json"])
    assert entry["$defs"]["Include"]["properties"]["include"]["enum"] == ["drain", "fill"]
    assert "enum" not in entry["properties"]["records"]["items"]
    assert found["block.schema.json"].endswith("}\n")
    assert '\n  "title": "Errorbook block"' in found["block.schema.json"]
