"""espanso and TextExpander: each file is as its tool documents it, and nothing of a catalogue is a mark."""

from __future__ import annotations

import re
from itertools import permutations
from typing import Any

import yaml
from builders import make_catalogue, make_entry
from exported_replies import (
    FOLDER,
    ONE_TEXT,
    exported,
    faults,
    rows,
    squeezed,
    texts,
)

from errorbook.catalogue.model import Catalogue
from errorbook.replies.choosing import Wishes

MATCH = {
    "type": "object",
    "properties": dict.fromkeys(("trigger", "label", "replace", "form"), ONE_TEXT),
    "required": ["trigger", "label"],
}
ESPANSO = {
    "type": "object",
    "properties": {"matches": {"type": "array", "items": MATCH}},
    "required": ["matches"],
}


def espanso(catalogue: Catalogue, **wishes: Any) -> list[dict[str, str]]:
    found: dict[str, Any] = yaml.safe_load(
        exported(catalogue, "espanso", Wishes(**wishes))[f"{FOLDER}/package.yml"]
    )
    assert faults(found, ESPANSO) == []
    matches: list[dict[str, str]] = found["matches"]
    return matches


class TestEspanso:
    def test_a_package_is_a_folder_of_three_files(self, hostile: Catalogue) -> None:
        files = exported(hostile, "espanso")
        parts = ("_manifest.yml", "package.yml", "README.md")
        assert list(files)[:3] == [f"{FOLDER}/{part}" for part in parts]
        manifest = yaml.safe_load(files[f"{FOLDER}/_manifest.yml"])
        assert manifest["name"] == FOLDER
        assert re.fullmatch(r"[a-z0-9-]+", FOLDER)
        assert manifest["version"] == "1.2.0"
        assert {type(manifest[key]) for key in ("title", "description", "author", "homepage")} == {str}

    def test_a_match_writes_one_thing_and_is_reached_by_its_trigger(self, hostile: Catalogue) -> None:
        matches = espanso(hostile)
        assert {tuple(match)[2:] for match in matches} == {("form",), ("replace",)}
        triggers = [match["trigger"] for match in matches]
        assert triggers[:2] == [":xero-0001:", ":xero-0001.2.1:"]
        # espanso writes at once: a trigger that begins another would keep it from ever being reached.
        assert not [pair for pair in permutations(triggers, 2) if pair[1] in pair[0]]

    def test_only_blanks_are_fields_and_nothing_is_a_variable(self, hostile: Catalogue) -> None:
        for match in espanso(hostile):
            text = match.get("form", match.get("replace", ""))
            fields = re.findall(r"\[\[\s*(\w+)\s*\]\]", text)
            assert set(fields) == ({"code"} if "form" in match else set())
            assert text.count("[[") == len(fields)
            for read in (text, match["label"]):
                assert "{{" not in read
                assert "$|$" not in read
            assert "[[" not in match["label"]

    def test_what_is_typed_into_the_fields_gives_the_reply(self, hostile: Catalogue) -> None:
        label = hostile.entries[0].values["code"].label
        written = [
            match.get("form", match.get("replace", "")).replace("[[code]]", f"[{label}]")
            for match in espanso(hostile)
        ]
        assert squeezed(written) == squeezed(texts(hostile))

    def test_a_plain_catalogue_is_written_as_it_reads(self) -> None:
        known = make_catalogue(make_entry(summary="**50%** of `[x]` {y} is it.".replace("{y}", "{{y}}")))
        (match,) = espanso(known)
        assert match["replace"] == texts(known)[0]


class TestTextExpander:
    def table(self, catalogue: Catalogue) -> list[list[str]]:
        files = exported(catalogue, "textexpander")
        (name,) = (name for name in files if name.endswith(".csv"))
        # The group is called by the name up to its first dot.
        assert name.count(".") == 1
        return rows(files[name])

    def test_a_row_is_a_trigger_and_a_text(self, hostile: Catalogue) -> None:
        table = self.table(hostile)
        assert {len(row) for row in table} == {2}
        triggers = [row[0] for row in table]
        assert triggers[0] == ":xero-0001:"
        assert not [pair for pair in permutations(triggers, 2) if pair[1] in pair[0]]

    def test_a_percent_sign_is_doubled_or_a_blank(self, hostile: Catalogue) -> None:
        for _, text in self.table(hostile):
            marks = re.findall(r"%%|%filltext:name=[^:%]+%|%", text)
            assert "%" not in marks
            assert "%%" in marks

    def test_a_label_of_marks_alone_falls_back_to_the_hole_s_name(self) -> None:
        entry = make_entry(
            messages=["Code {code} is wrong"],
            values={"code": {"type": "text", "label": "%:%"}},
            summary="It is {code}.",
        )
        assert "It is %filltext:name=code%." in self.table(make_catalogue(entry))[0][1]
