"""Each format is as its tool documents it, and nothing of a hostile catalogue is a mark of the tool."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from itertools import permutations
from typing import Any

import json_schema
import pytest
import yaml
from builders import make_catalogue, make_entry

from errorbook.catalogue.model import Catalogue
from errorbook.common.problems import CatalogueError
from errorbook.replies import choosing, formats
from errorbook.replies.choosing import Wishes
from errorbook.replies.files import Package
from errorbook.replies.marks import Marks
from errorbook.replies.writing import plain_text
from errorbook.site.site_info import Contact, SiteInfo

SITE = SiteInfo(
    name="Help {{x}}",
    site_url="https://help.example.com/",
    contact=Contact(email="help@example.com"),
)
FOLDER = "sync-errors-replies"
NOTE = "Only we know"
ONE_TEXT = {"type": "string"}
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
ACTION = {
    "type": "object",
    "properties": {"field": {"type": "string", "enum": ["comment_value"]}, "value": ONE_TEXT},
    "required": ["field", "value"],
}
MACRO = {
    "type": "object",
    "properties": {
        "title": ONE_TEXT,
        "description": ONE_TEXT,
        "active": {"type": "boolean"},
        "actions": {"type": "array", "items": ACTION},
    },
    "required": ["title", "actions"],
}
MANIFEST = {
    "type": "object",
    "properties": {
        "name": ONE_TEXT,
        "author": {
            "type": "object",
            "properties": dict.fromkeys(("name", "email", "url"), ONE_TEXT),
            "required": ["name", "url"],
        },
        "version": ONE_TEXT,
        "defaultLocale": ONE_TEXT,
        "private": {"type": "boolean"},
        "requirementsOnly": {"type": "boolean"},
    },
    "required": ["name", "author", "defaultLocale", "private", "requirementsOnly"],
}


def exported(catalogue: Catalogue, tool: str, wishes: Wishes | None = None) -> dict[str, bytes]:
    replies = choosing.build(catalogue, SITE, wishes or Wishes())
    return formats.write(tool, replies, Package.of(catalogue, SITE, "1.2.0"))


def texts(catalogue: Catalogue) -> list[str]:
    """Return the replies as people read them."""
    return [plain_text(reply.blocks, Marks(str)) for reply in choosing.build(catalogue, SITE, Wishes())]


def squeezed(several: list[str]) -> list[str]:
    """Return texts without blanks: those are all that keeps a mark of ours apart."""
    return [re.sub(r"\s", "", text) for text in several]


def faults(value: Any, schema: dict[str, Any]) -> list[str]:
    return list(json_schema.faults(value, schema, schema))


def espanso(catalogue: Catalogue, **wishes: Any) -> list[dict[str, str]]:
    found: dict[str, Any] = yaml.safe_load(
        exported(catalogue, "espanso", Wishes(**wishes))[f"{FOLDER}/package.yml"]
    )
    assert faults(found, ESPANSO) == []
    matches: list[dict[str, str]] = found["matches"]
    return matches


def macros(catalogue: Catalogue, **wishes: Any) -> list[dict[str, Any]]:
    (lines,) = exported(catalogue, "zendesk", Wishes(**wishes)).values()
    found = [json.loads(line) for line in lines.decode("ascii").split("\n")[:-1]]
    assert [list(body) for body in found] == [["macro"]] * len(found)
    return [body["macro"] for body in found]


def app(catalogue: Catalogue) -> dict[str, Any]:
    ((name, content),) = exported(catalogue, "zendesk-app").items()
    assert name == f"{FOLDER}.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {part: json.loads(archive.read(part)) for part in archive.namelist()}


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("tool", formats.NAMES)
def test_the_same_catalogue_gives_the_same_bytes(tool: str, hostile: Catalogue) -> None:
    assert exported(hostile, tool) == exported(hostile.__class__(hostile.vocabulary, hostile.entries), tool)


@pytest.mark.parametrize("tool", formats.NAMES)
def test_notes_for_support_are_told_to_agents_and_stand_in_no_reply(tool: str, hostile: Catalogue) -> None:
    files = exported(hostile, tool)
    told = files.pop("support-notes.md", b"").decode()
    assert told.count(NOTE) == (tool in ("espanso", "freshdesk", "textexpander"))
    if told:
        assert not any(NOTE.encode() in content for content in files.values())
    elif tool == "csv":
        table = rows(*files.values())
        assert [row[-1].startswith(NOTE) for row in table[1:]] == [True] * 5 + [False]
        assert not any(NOTE in cell for row in table for cell in row[:-1])
    else:
        every = macros(hostile) if tool == "zendesk" else app(hostile)["requirements.json"]["macros"].values()
        assert [NOTE in macro["description"] for macro in every] == [True] * 5 + [False]
        assert not any(NOTE in f"{macro['title']}{macro['actions']}" for macro in every)


def test_without_notes_there_is_no_file_for_them() -> None:
    assert "support-notes.md" not in exported(make_catalogue(make_entry()), "espanso")


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


class TestZendesk:
    def test_a_macro_is_as_the_interface_takes_it(self, hostile: Catalogue) -> None:
        found = macros(hostile)
        assert [fault for macro in found for fault in faults(macro, MACRO)] == []
        assert found[0]["description"].startswith("https://help.example.com/e/XERO-0001/ ")

    def test_nothing_is_liquid_and_the_menu_has_one_level(self, hostile: Catalogue) -> None:
        for macro in macros(hostile):
            assert not re.search(r"\{[{%]", json.dumps(macro, ensure_ascii=False).replace('{"', ""))
            assert macro["title"].count("::") == 1
            assert macro["title"].startswith("Sync errors::XERO-")

    def test_no_word_is_lost(self, hostile: Catalogue) -> None:
        assert squeezed([macro["actions"][0]["value"] for macro in macros(hostile)]) == squeezed(
            texts(hostile)
        )

    def test_whoever_exports_may_use_placeholders(self, hostile: Catalogue) -> None:
        greeting, closing = "Hi {{ticket.requester.first_name}},", "{{current_user.first_name}}"
        for macro in macros(hostile, greeting=greeting, closing=closing):
            value = macro["actions"][0]["value"]
            assert value.startswith(f"{greeting}\n\n")
            assert value.endswith(f"\n\n{closing}")
            assert value.count("{{") == 2

    def test_the_app_keeps_the_rules_of_the_marketplace_s_check(self, hostile: Catalogue) -> None:
        parts = app(hostile)
        manifest, requirements = parts["manifest.json"], parts["requirements.json"]
        assert faults(manifest, MANIFEST) == []
        assert manifest["requirementsOnly"] is True
        assert not {"location", "frameworkVersion"} & manifest.keys()
        locale = manifest["defaultLocale"]
        assert re.fullmatch(r"[a-z]{2,3}(-[a-z]{2})?", locale)
        assert list(parts) == ["manifest.json", f"translations/{locale}.json", "requirements.json"]
        assert parts[f"translations/{locale}.json"]["app"]["name"] == manifest["name"]
        assert re.fullmatch(r"https?://\S+", manifest["author"]["url"])
        assert list(requirements) == ["macros"]
        assert list(requirements["macros"])[:2] == ["xero_0001", "xero_0001_2_1"]
        assert list(requirements["macros"].values()) == macros(hostile)

    def test_no_file_of_the_app_is_dated_or_packed(self, hostile: Catalogue) -> None:
        (content,) = exported(hostile, "zendesk-app").values()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            about = {(part.date_time, part.compress_type, part.create_system) for part in archive.infolist()}
        assert about == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 3)}

    def test_too_many_macros_are_one_problem(
        self, hostile: Catalogue, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("errorbook.replies.desks.MOST_REQUIREMENTS", 5)
        with pytest.raises(CatalogueError) as raised:
            exported(hostile, "zendesk-app")
        assert str(raised.value).splitlines()[0] == (
            "zendesk-app: would hold 6 macros, and Zendesk takes 5. Leave the answers out: --no-answers"
        )


class _Tags(HTMLParser):
    """Notes the tags, the addresses and the text of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


class TestFreshdesk:
    def responses(self, catalogue: Catalogue) -> list[dict[str, Any]]:
        found = json.loads(exported(catalogue, "freshdesk")["freshdesk-canned-responses.json"])
        assert list(found) == ["canned_responses"]
        responses: list[dict[str, Any]] = found["canned_responses"]
        return responses

    def test_a_response_is_as_the_interface_takes_it(self, hostile: Catalogue) -> None:
        for response in self.responses(hostile):
            assert set(response) == {"title", "content_html", "visibility", "folder_id"}
            assert {type(response[key]) for key in ("title", "content_html")} == {str}
            assert (response["visibility"], response["folder_id"]) == (0, 1)

    def test_texts_are_no_markup_and_no_liquid(self, hostile: Catalogue) -> None:
        for response in self.responses(hostile):
            seen = _Tags()
            seen.feed(response["content_html"])
            assert seen.tags <= {"p", "ol", "ul", "li", "br", "a"}
            assert [address and address[:29] for address in seen.addresses] == [
                "https://help.example.com/e/XE"
            ]
            assert "<img src=x onerror=alert(1)>" in seen.text
            assert not re.search(r"\{[{%]", response["content_html"] + response["title"] + seen.text)


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


def test_a_table_has_no_formula_and_loses_no_word(hostile: Catalogue) -> None:
    head, *table = rows(exported(hostile, "csv")[f"{FOLDER}.csv"])
    assert tuple(head) == formats.COLUMNS
    assert {len(row) for row in table} == {len(head)}
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert table[-1][2] == "'=cmd"
    assert squeezed([row[3] for row in table]) == squeezed(texts(hostile))
    assert not any(re.search(r"\{[{%]", cell) for row in table for cell in row[:-1])


def test_drafts_and_what_was_withdrawn_have_no_reply() -> None:
    known = make_catalogue(
        make_entry(),
        make_entry(id="XERO-0002", slug="b", status="draft"),
        make_entry(id="XERO-0003", slug="c", status="withdrawn"),
        make_entry(id="XERO-0004", slug="d", status="superseded", superseded_by=["XERO-0001"]),
        make_entry(id="XERO-0005", slug="e", status="not-emitted"),
    )
    ids = [reply.entry.id for reply in choosing.build(known, SITE, Wishes())]
    assert ids == ["XERO-0001", "XERO-0005"]


def test_a_catalogue_without_latin_letters_still_has_a_file_name() -> None:
    known = make_catalogue(make_entry())
    named = known.vocabulary.model_copy(update={"name": "同期エラー"})
    package = Package.of(Catalogue(named, known.entries), SITE, "1.0.0")
    assert package.slug == "replies"
