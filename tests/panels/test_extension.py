"""The lookup packed for browsers: what the manifests ask for, and that all that a panel loads comes along."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from packed_panels import HOSTILE, SECRET, SITE, packed, source

from errorbook.panels import formats
from errorbook.panels.icon import icon
from errorbook.panels.page import Source

LINKED = re.compile(r'\b(?:src|href|data-[a-z]+)="([^"]*)"')


def manifest(name: str) -> dict[str, Any]:
    """Return the manifest of an extension."""
    read: dict[str, Any] = json.loads(packed(name)["manifest.json"])
    return read


@pytest.mark.parametrize(
    ("name", "rights"),
    [("chromium", ["contextMenus", "sidePanel", "storage"]), ("firefox", ["contextMenus", "storage"])],
)
def test_an_extension_has_no_right_to_any_page(name: str, rights: list[str]) -> None:
    asked = manifest(name)
    assert asked["permissions"] == rights
    assert not {key for key in asked if "host_permissions" in key or "content_scripts" in key}
    policy = asked["content_security_policy"]["extension_pages"]
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert not re.search(r"https?:|\*|unsafe", policy)


def test_it_is_called_and_described_in_the_words_of_the_site() -> None:
    asked = manifest("chromium")
    assert (asked["name"], asked["version"]) == ("Sync errors", "1.2.0")
    german = source(site_url="https://help.example.com/", language="de")
    told = json.loads(packed("chromium", german)["manifest.json"])["description"]
    assert told.startswith("Schlägt eine markierte Fehlermeldung nach")
    background = packed("chromium", german)["assets/errorbook/background.js"].decode()
    assert "Diesen Fehler nachschlagen" in background


def test_each_browser_gets_what_it_knows() -> None:
    assert manifest("chromium")["side_panel"] == {"default_path": "panel.html"}
    firefox = manifest("firefox")
    assert firefox["sidebar_action"]["default_panel"] == "panel.html"
    assert firefox["background"] == {"scripts": ["assets/errorbook/background.js"]}
    gecko = firefox["browser_specific_settings"]["gecko"]
    assert gecko["id"] == "sync-errors-lookup@help.example.com"
    assert gecko["data_collection_permissions"] == {"required": ["none"]}


@pytest.mark.parametrize("name", formats.NAMES)
def test_all_that_the_panel_loads_comes_along(name: str) -> None:
    files = packed(name)
    (page,) = (file for file in files if file.endswith(".html"))
    html = files[page].decode()
    folder = PurePosixPath(page).parent
    inside = [link for link in LINKED.findall(html) if re.match(r"[\w/.-]+\.(?:js|css)$", link)]
    assert len(inside) == len([link for link in inside if (folder / link).as_posix() in files]) == 4
    # The script of a card is named in the index; a picture in its card.
    listed = "".join(text.decode() for file, text in files.items() if "match-index" in file)
    cards = [file for file in files if "/cards/" in file]
    assert len(cards) == 2
    assert [card for card in cards if card.partition("errorbook/")[2] not in listed] == []
    pictures = re.findall(r"assets/errorbook/images/[\w/.-]+\.png", files[cards[0]].decode())
    assert pictures
    assert set(pictures) <= set(files)
    # A panel has the whole index, and nowhere to send an answer.
    assert '"folder"' not in listed
    assert "elsewhere.example" not in html


@pytest.mark.parametrize("name", formats.NAMES)
def test_pages_of_the_site_are_named_in_full(name: str) -> None:
    files = packed(name)
    (html,) = (text.decode() for file, text in files.items() if file.endswith(".html"))
    assert 'data-root="https://help.example.com/sub/"' in html
    assert 'data-errors="https://help.example.com/sub/errors/"' in html


@pytest.mark.parametrize("name", formats.NAMES)
def test_nothing_of_an_entry_is_markup_in_a_panel(name: str) -> None:
    html = next(text.decode() for file, text in packed(name).items() if file.endswith(".html"))
    assert "evil.example" in html
    assert HOSTILE not in html


def test_what_only_agents_read_is_in_their_panel_alone() -> None:
    holding = {
        name: [file for file, text in packed(name).items() if SECRET.encode() in text]
        for name in formats.NAMES
    }
    (card,) = holding.pop("zendesk")
    assert "/cards/XERO-0001" in card
    assert not any(holding.values())


@pytest.mark.parametrize("name", formats.NAMES)
def test_the_same_catalogue_gives_the_same_bytes(name: str) -> None:
    assert formats.write(name, source()) == formats.write(name, source())


def test_a_long_name_is_cut_for_the_stores() -> None:
    made = source()
    vocabulary = made.catalogue.vocabulary.model_copy(update={"name": "errors of a very long name " * 3})
    long = Source.of(replace(made.catalogue, vocabulary=vocabulary), SITE, "1.0.0")
    ((_, content),) = formats.write("firefox", long).items()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = json.loads(archive.read("manifest.json"))["name"]
    assert len(name) <= 45
    assert name.endswith("…")


def test_the_icon_is_a_picture_of_its_size() -> None:
    drawn = icon(16)
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(drawn[16:20]) == int.from_bytes(drawn[20:24]) == 16
