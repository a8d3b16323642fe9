"""A reply that is exported says word for word what the browser copies, for every error and every answer."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue import reader
from errorbook.catalogue.model import Catalogue
from errorbook.replies import choosing
from errorbook.replies.choosing import Wishes
from errorbook.replies.marks import Marks
from errorbook.replies.texts import said
from errorbook.replies.writing import html_text, plain_text
from errorbook.site import cards
from errorbook.site.site_info import ReplyWording, SiteInfo

ROOT = Path(__file__).parents[2]
AS_IT_IS = Marks(str)


def copied(catalogue: Catalogue, site: SiteInfo) -> list[dict[str, str]]:
    """Return what the browser copies in the place of each exported reply."""
    shown = cards.build(catalogue, site)
    materials = [
        {"card": shown[reply.entry.id], "link": reply.link, "choices": list(reply.choices.items())}
        for reply in choosing.build(catalogue, site, Wishes())
    ]
    script = ROOT / "tests/js/reply_twin.mjs"
    ran = subprocess.run(
        ["node", script],
        input=json.dumps(materials),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    replies: list[dict[str, str]] = json.loads(ran.stdout)
    return replies


def exported(catalogue: Catalogue, site: SiteInfo) -> list[dict[str, str]]:
    return [
        {"text": plain_text(reply.blocks, AS_IT_IS), "html": html_text(reply.blocks, AS_IT_IS)}
        for reply in choosing.build(catalogue, site, Wishes())
    ]


@pytest.mark.parametrize(
    "site",
    [
        SiteInfo(site_url="https://help.example.com/"),
        SiteInfo(reply=ReplyWording(greeting="Hi,\n\nthanks", template="{% block verify %}{% endblock %}")),
    ],
    ids=["usual", "without an address, in other words"],
)
def test_every_reply_reads_as_the_copied_one(site: SiteInfo) -> None:
    catalogue = reader.load(ROOT / "errors")
    ours = exported(catalogue, site)
    assert len(ours) > 1000
    assert ours == copied(catalogue, site)


def test_hostile_texts_read_as_copied_ones(hostile: Catalogue) -> None:
    site = SiteInfo(site_url="https://help.example.com/")
    ours = exported(hostile, site)
    assert len(ours) == 6
    assert ours == copied(hostile, site)


def test_answers_have_keys_names_and_links_of_their_own(hostile: Catalogue) -> None:
    replies = choosing.build(hostile, SiteInfo(site_url="https://x.example"), Wishes())
    link = "https://x.example/e/XERO-0001/"
    assert [(reply.key, reply.link) for reply in replies[:5]] == [
        ("XERO-0001", link),
        ("XERO-0001.2.1", f"{link}#a=2.1"),
        ("XERO-0001.2.1.2.1", f"{link}#a=2.1,2.1.2.1"),
        ("XERO-0001.2.1.2.2", f"{link}#a=2.1,2.1.2.2"),
        ("XERO-0001.2.2", f"{link}#a=2.2"),
    ]
    assert replies[4].title.endswith(" (No)")
    assert replies[3].title.endswith("; No)")
    whole = choosing.build(hostile, SiteInfo(site_url="https://x.example"), Wishes(answers=False))
    assert [reply.key for reply in whole] == ["XERO-0001", "XERO-0002"]


def test_a_mark_that_begins_in_one_text_and_ends_in_the_next_is_seen() -> None:
    marks = Marks(lambda text: text.replace("{{", "{ {"))
    assert marks.encode(said("a{", "{b")) == "a{ {b"


def test_a_reply_is_in_the_language_of_the_site(hostile: Catalogue) -> None:
    site = SiteInfo(site_url="https://x.example", language="de")
    for reply in choosing.build(hostile, site, Wishes()):
        text = plain_text(reply.blocks, AS_IT_IS)
        assert text.startswith("Guten Tag!\n\n")
        assert "Then:" not in text
        assert ("Dann:" in text) == bool(reply.choices)


def test_a_remark_in_brackets_keeps_the_large_letters_of_german() -> None:
    entry = make_entry(resolution=[{"do": "Open it.", "evidence": "inferred", "risk": "changes-data"}])
    german = SiteInfo(site_url="https://x.example", language="de")
    (reply,) = choosing.build(make_catalogue(entry), german, Wishes())
    assert "Open it. (keine Quelle bestätigt diesen Schritt)" in plain_text(reply.blocks, AS_IT_IS)
