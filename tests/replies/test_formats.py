"""What holds of the replies in each format, and of the table."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from builders import make_catalogue, make_entry
from exported_replies import (
    FOLDER,
    NOTE,
    SITE,
    app,
    exported,
    macros,
    rows,
    squeezed,
    texts,
)

from errorbook.catalogue.model import Catalogue
from errorbook.replies import choosing, formats
from errorbook.replies.choosing import Wishes
from errorbook.site.packing import Package


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


def test_a_table_has_no_formula_and_loses_no_word(hostile: Catalogue) -> None:
    head, *table = rows(exported(hostile, "csv")[f"{FOLDER}-table.csv"])
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


@pytest.mark.parametrize("tool", formats.NAMES)
def test_what_people_read_beside_the_replies_is_in_the_language_of_the_site(tool: str) -> None:
    known = make_catalogue(make_entry(support_notes=["Nur intern"]))
    site = replace(SITE, language="de")
    replies = choosing.build(known, site, Wishes())
    files = formats.write(tool, replies, Package.of(known, site, "1.0.0"))
    told = "\n".join(data.decode("utf-8", "ignore") for data in files.values())
    for english in (": replies", "A reply to", "Type `:`", "For support only", "Do not send"):
        assert english not in told
    assert ("Antworten" in told) is (tool in ("espanso", "zendesk-app"))


def test_german_letters_are_spelt_out_in_the_names_of_files() -> None:
    known = make_catalogue(make_entry())
    named = known.vocabulary.model_copy(update={"name": "Größere Gebührenprüfungen"})
    package = Package.of(Catalogue(named, known.entries), SITE, "1.0.0")
    assert package.slug("replies") == "groessere-gebuehrenpruefungen-replies"


def test_a_catalogue_without_latin_letters_still_has_a_file_name() -> None:
    known = make_catalogue(make_entry())
    named = known.vocabulary.model_copy(update={"name": "同期エラー"})
    package = Package.of(Catalogue(named, known.entries), SITE, "1.0.0")
    assert package.slug("replies") == "replies"


def test_replies_for_every_tool_lie_in_one_folder_beside_each_other() -> None:
    known = make_catalogue(make_entry(support_notes=["Ask first"]))
    replies = choosing.build(known, SITE, Wishes())
    package = Package.of(known, SITE, "1.0.0")
    written = {tool: formats.write(tool, replies, package) for tool in formats.NAMES}
    names = [name for files in written.values() for name in files if name != formats.NOTES]
    assert sorted(set(names)) == sorted(names)
    assert len({files[formats.NOTES] for files in written.values() if formats.NOTES in files}) == 1
