"""What pages tell machines: complete, true, and never a way out of the attribute or the script."""

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

from builders import make_catalogue, make_entry

from errorbook.catalogue.model import Entry
from errorbook.site import html_head
from errorbook.site.html_head import About
from errorbook.site.site_info import SiteInfo

HOSTILE = '</script><script>alert(1)</script>"><!--'
SITE = SiteInfo(name="Help", site_url="https://example.com/help/")
ARTICLE = {"@type", "@id", "url", "headline", "description", "inLanguage", "author", "publisher", "isPartOf"}
"""What a TechArticle needs to be shown and told apart."""


def about(entry: Entry | None = None, **changes: Any) -> About:
    return About(
        **{
            "url": SITE.entry_url(entry) if entry else "guides/lock-dates/",
            "title": "The payment is too large",
            "description": "Xero refuses it.",
            "entry": entry,
            **changes,
        }
    )


def linked(entry: Entry, site: SiteInfo = SITE, **changes: Any) -> Any:
    html = html_head.build(about(entry, **changes), make_catalogue(entry), site)
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(found)


def test_an_entry_is_a_technical_article_with_what_that_needs() -> None:
    data = linked(make_entry(reviewed="2026-11-22", codes=[{"system": "xero", "code": "10"}]))
    article, _ = data["@graph"]
    assert data["@context"] == "https://schema.org"
    assert article["@type"] == "TechArticle"
    assert article.keys() >= ARTICLE
    assert all(article[name] for name in ARTICLE)
    assert article["url"] == "https://example.com/help/errors/xero/payment-too-large/"
    assert article["dateModified"] == "2026-11-22"
    assert article["identifier"] == "XERO-0001"
    assert article["keywords"] == ["Xero", "10"]
    assert len(article["headline"]) <= 110


def test_the_way_to_an_entry_is_told_step_by_step() -> None:
    _, crumbs = linked(make_entry())["@graph"]
    assert crumbs["@type"] == "BreadcrumbList"
    assert crumbs["itemListElement"] == [
        {"@type": "ListItem", "position": position, "name": name, "item": f"https://example.com/help/{path}"}
        for position, (name, path) in enumerate(
            [
                ("Help", ""),
                ("All sync errors", "errors/"),
                ("Xero", "errors/xero/"),
                ("The payment is too large", "errors/xero/payment-too-large/"),
            ],
            1,
        )
    ]


def test_without_an_address_of_its_own_a_site_tells_links() -> None:
    article, crumbs = linked(make_entry(), SiteInfo())["@graph"]
    assert article["url"] == "./"
    assert [item["item"] for item in crumbs["itemListElement"]] == ["../../../", "../../", "../", "./"]
    assert article["publisher"]["name"] == "sync errors"
    assert "dateModified" not in article


def test_no_text_ends_the_script_or_an_attribute() -> None:
    entry = make_entry()
    html = html_head.build(
        about(entry, title=HOSTILE, description=HOSTILE, robots='"><b>'), make_catalogue(entry), SITE
    )
    assert "<script>alert" not in html
    assert "<b>" not in html
    assert html.count("</script>") == 1
    assert linked(entry, title=HOSTILE)["@graph"][0]["headline"] == HOSTILE


def test_previews_say_what_the_page_says() -> None:
    html = html_head.build(about(make_entry()), make_catalogue(make_entry()), SITE)
    told = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))
    assert told == {
        "og:type": "article",
        "og:title": "The payment is too large",
        "og:description": "Xero refuses it.",
        "og:site_name": "Help",
        "og:url": "https://example.com/help/errors/xero/payment-too-large/",
        "twitter:card": "summary",
    }


def test_a_written_page_is_no_article() -> None:
    html = html_head.build(about(), make_catalogue(), SiteInfo())
    assert '<meta property="og:type" content="website">' in html
    assert "<script" not in html
    assert "<link" not in html
    assert "og:url" not in html


def test_an_entry_leads_to_its_other_forms() -> None:
    html = html_head.build(about(make_entry()), make_catalogue(make_entry()), SITE)
    assert '<link rel="alternate " type="text/markdown" href="index.md">' in html
    assert 'type="application/json" href="../../../api/v1/errors/XERO-0001.json">' in html
    assert 'title="Help" href="../../../opensearch.xml">' in html


def test_browsers_search_with_the_fragment() -> None:
    (file,) = html_head.search_description(
        make_catalogue(), SiteInfo(name="A & B", site_url="https://example.com/h")
    )
    found = ET.fromstring(file.content)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert found.findtext(f"{space}ShortName") == "A & B"
    url = found.find(f"{space}Url")
    assert url is not None
    assert url.get("template") == "https://example.com/h/#q={searchTerms}"


def test_a_site_without_an_address_cannot_be_searched_from_elsewhere() -> None:
    assert html_head.search_description(make_catalogue(), SiteInfo()) == []
