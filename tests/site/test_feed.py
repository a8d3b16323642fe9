"""The feed of new and changed errors: what it holds, in which order, and whose days it tells."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime
from urllib.parse import urlsplit

from builders import make_catalogue, make_entry

from errorbook.site import feed, html_head, outputs
from errorbook.site.site_info import SiteInfo

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE = SiteInfo(name="Help & more", site_url="https://example.com/help/")
ENTRIES = (
    make_entry(reviewed="2026-11-02", title="Older < than the other", summary="It is **too** large."),
    make_entry(id="XERO-0002", slug="newer", reviewed="2026-11-20"),
    make_entry(id="XERO-0003", slug="draft", reviewed="2026-11-21", status="draft"),
    make_entry(id="XERO-0004", slug="undated", reviewed=None),
)


def read() -> ElementTree.Element:
    (file,) = feed.build(make_catalogue(*ENTRIES), SITE)
    assert file.uri == "feed.xml"
    return ElementTree.fromstring(file.content)


def test_the_newest_review_stands_first_with_a_lasting_id() -> None:
    items = read().findall("a:entry", ATOM)
    assert [item.findtext("a:id", namespaces=ATOM) for item in items] == [
        "https://example.com/help/e/XERO-0002/",
        "https://example.com/help/e/XERO-0001/",
    ]
    older = items[1]
    assert older.findtext("a:title", namespaces=ATOM) == "Older < than the other"
    assert older.findtext("a:summary", namespaces=ATOM) == "It is too large."
    assert older.findtext("a:updated", namespaces=ATOM) == "2026-11-02T00:00:00Z"
    link = older.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://example.com/help/errors/xero/payment-too-large/"


def test_what_belongs_in_a_hole_is_told_apart_from_the_sentence() -> None:
    waited = {"seconds": {"type": "number", "label": "seconds waited"}}
    entry = make_entry(reviewed="2026-11-02", summary="No answer for {seconds} seconds.", values=waited)
    (file,) = feed.build(make_catalogue(entry), SITE)
    assert "<summary>No answer for {seconds waited} seconds.</summary>" in str(file.content)


def test_it_is_sound_by_the_rules_of_the_format() -> None:
    feed_ = read()
    assert feed_.tag == "{http://www.w3.org/2005/Atom}feed"
    once = ("id", "title", "updated")
    for part in (feed_, *feed_.findall("a:entry", ATOM)):
        # RFC 4287, 4.1.1 and 4.1.2: each of these stands once, and nothing that the format does not know.
        assert [len(part.findall(f"a:{name}", ATOM)) for name in once] == [1, 1, 1]
        assert urlsplit(part.findtext("a:id", "", ATOM)).scheme == "https"
        day = part.findtext("a:updated", "", ATOM)
        assert datetime.fromisoformat(day).tzinfo is not None
        known = {*once, "link", "author", "entry"} if part is feed_ else {*once, "link", "summary"}
        assert {child.tag.rpartition("}")[2] for child in part} == known
        kinds = [link.get("rel", "alternate") for link in part.findall("a:link", ATOM)]
        assert kinds == (["alternate", "self"] if part is feed_ else ["alternate"])
    assert feed_.findtext("a:author/a:name", "", ATOM)
    ids = [each.text for each in feed_.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(set(ids)) == len(ids) == 3


def test_its_day_is_that_of_the_newest_review() -> None:
    assert read().findtext("a:updated", namespaces=ATOM) == "2026-11-20T00:00:00Z"
    assert read().findtext("a:title", namespaces=ATOM) == "Help & more: new and changed errors"


def test_a_site_without_an_address_or_a_review_has_none() -> None:
    assert feed.build(make_catalogue(*ENTRIES), SiteInfo()) == []
    assert feed.build(make_catalogue(ENTRIES[3]), SITE) == []


def test_every_page_leads_to_it_and_it_is_written() -> None:
    catalogue = make_catalogue(*ENTRIES)
    head = html_head.build(html_head.About("errors/", "Errors", ""), catalogue, SITE)
    assert 'type="application/atom+xml" title="New and changed errors" href="../feed.xml">' in head
    written = outputs.build(catalogue, SITE, feed.build(catalogue, SITE)[0])
    assert feed.NAME in [file.uri for file in written]
    assert feed.NAME in outputs.taken([feed.NAME], catalogue, SITE)
