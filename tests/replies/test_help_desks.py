"""Zendesk and Freshdesk: each file is as its desk documents it, and nothing of a catalogue is a mark."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

import pytest
from exported_replies import (
    ONE_TEXT,
    app,
    exported,
    faults,
    macros,
    squeezed,
    texts,
)

from errorbook.catalogue.model import Catalogue
from errorbook.common.problems import CatalogueError

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

    def test_greeting_and_closing_may_hold_placeholders(self, hostile: Catalogue) -> None:
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
            assert seen.tags <= {"p", "ol", "ul", "li", "br", "a", "pre"}
            assert [address and address[:29] for address in seen.addresses] == [
                "https://help.example.com/e/XE"
            ]
            assert "<img src=x onerror=alert(1)>" in seen.text
            assert not re.search(r"\{[{%]", response["content_html"] + response["title"] + seen.text)
