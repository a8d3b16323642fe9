"""Files beside the pages: names made from content, data for the browser, redirects."""

import json
import re
from pathlib import Path
from typing import Any

from builders import make_catalogue, make_entry

from errorbook import site_files
from errorbook.model import Catalogue
from errorbook.site_files import SiteFile
from errorbook.site_info import SiteInfo

SITE = SiteInfo()


def received(file: SiteFile) -> tuple[str, Any]:
    found = re.fullmatch(r'errorbook\.receive\("(\w+)",(.*)\);\n', file.content)
    assert found
    return found[1], json.loads(found[2])


def redirects(catalogue: Catalogue, site: SiteInfo = SITE) -> dict[str, str]:
    script = SiteFile("assets/errorbook/redirect.js", "")
    return {file.uri: file.content for file in site_files.redirects(catalogue, site, script)}


def test_a_name_changes_with_its_content(tmp_path: Path) -> None:
    for name in ("main.js", "redirect.js", "errorbook.css"):
        (tmp_path / name).write_text("", "utf-8")
    before = site_files.code(tmp_path)
    (tmp_path / "main.js").write_text("start();\n", "utf-8")
    after = site_files.code(tmp_path)
    assert re.fullmatch(r"assets/errorbook/errorbook\.[0-9a-f]{8}\.js", after.script.uri)
    assert before.script.uri != after.script.uri
    assert before.style == after.style


def test_the_index_names_each_entry_s_page_and_card() -> None:
    data = site_files.data(make_catalogue(make_entry()), SITE)
    kind, index = received(data.index)
    assert kind == "index"
    (entry,) = index["entries"]
    assert entry["url"] == "errors/xero/payment-too-large/"
    assert f"assets/errorbook/{entry['card']}" == data.cards[0].uri
    assert re.fullmatch(r"cards/XERO-0001\.[0-9a-f]{8}\.js", entry["card"])


def test_a_card_says_what_the_page_says() -> None:
    entry = make_entry(
        summary="It is too large.",
        resolution=["Look.", {"ask": "Is it?", "answers": {"Yes": ["Skip."], "No": ["Mend."]}}],
        guides=["lock-dates", "unknown"],
    )
    site = SiteInfo(guides={"lock-dates": "Lock dates"})
    kind, card = received(site_files.data(make_catalogue(entry), site).cards[0])
    assert kind == "card"
    assert card == {
        "id": "XERO-0001",
        "title": "The payment is too large",
        "summary": "It is too large.",
        "status": "active",
        "severity": "blocks-record",
        "fixable_by": ["bookkeeper"],
        "facts": ["Holds up this record", "Can be fixed by your bookkeeper", "Reported in public sources"],
        "url": "errors/xero/payment-too-large/",
        "permalink": "e/XERO-0001/",
        "system": "xero",
        "system_name": "Xero",
        "causes": [{"anchor": "cause-1", "evidence": "reported", "text": "Somebody mistyped it."}],
        "resolution": [
            {"anchor": "step-1", "do": "Look."},
            {
                "anchor": "step-2",
                "ask": "Is it?",
                "answers": [
                    {"answer": "Yes", "steps": [{"anchor": "step-2.1.1", "do": "Skip."}]},
                    {"answer": "No", "steps": [{"anchor": "step-2.2.1", "do": "Mend."}]},
                ],
            },
        ],
        "guides": [{"title": "Lock dates", "url": "guides/lock-dates/"}],
        "evidence": "reported",
        "evidence_words": "Public sources show this error.",
    }


def test_what_is_never_found_has_no_card() -> None:
    catalogue = make_catalogue(
        make_entry(status="draft"),
        make_entry(id="XERO-0002", slug="b", status="withdrawn"),
        make_entry(id="XERO-0003", slug="c", status="superseded", superseded_by=["XERO-0004"]),
        make_entry(id="XERO-0004", slug="d", internal={"notes": "secret"}),
    )
    data = site_files.data(catalogue, SITE)
    assert [received(card)[1]["id"] for card in data.cards] == ["XERO-0004"]
    assert "secret" not in "".join(file.content for file in data.files)


def test_an_entry_merged_into_nothing_keeps_its_page_and_card() -> None:
    lost = make_entry(status="superseded", superseded_by=["XERO-0002"])
    gone = make_entry(id="XERO-0002", slug="gone", status="withdrawn")
    data = site_files.data(make_catalogue(lost, gone), SITE)
    assert [received(card)[1]["id"] for card in data.cards] == ["XERO-0001"]


def test_a_permalink_leads_to_the_page_by_script_and_without() -> None:
    found = redirects(make_catalogue(make_entry()))
    assert list(found) == ["e/XERO-0001/index.html", "e/xero-0001/index.html"]
    page = found["e/XERO-0001/index.html"]
    target = "../../errors/xero/payment-too-large/"
    assert f'<link rel="canonical" href="{target}">' in page
    assert f'<script src="../../assets/errorbook/redirect.js" data-to="{target}"></script>' in page
    assert f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>' in page
    assert f'<a href="{target}">The payment is too large</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_permalink_looks_the_same_in_lower_case() -> None:
    found = redirects(make_catalogue(make_entry()))
    assert found["e/XERO-0001/index.html"] == found["e/xero-0001/index.html"]


def test_the_canonical_address_is_whole_where_the_site_knows_its_own() -> None:
    found = redirects(make_catalogue(make_entry()), SiteInfo(site_url="https://example.com/help"))
    canonical = "https://example.com/help/errors/xero/payment-too-large/"
    assert f'<link rel="canonical" href="{canonical}">' in found["e/XERO-0001/index.html"]


def test_former_addresses_lead_to_the_page() -> None:
    found = redirects(make_catalogue(make_entry(former_slugs=["old-name"])))
    assert 'data-to="../payment-too-large/"' in found["errors/xero/old-name/index.html"]


def test_former_addresses_end_in_html_where_the_site_wants_it() -> None:
    site = SiteInfo(directory_urls=False)
    found = redirects(make_catalogue(make_entry(former_slugs=["old-name"])), site)
    assert list(found) == ["e/XERO-0001/index.html", "e/xero-0001/index.html", "errors/xero/old-name.html"]
    assert 'data-to="payment-too-large.html"' in found["errors/xero/old-name.html"]
    assert 'data-to="../../errors/xero/payment-too-large.html"' in found["e/XERO-0001/index.html"]


def test_merged_entries_lead_to_the_last_heir() -> None:
    found = redirects(
        make_catalogue(
            make_entry(),
            make_entry(id="XERO-0002", slug="b", status="superseded", superseded_by=["XERO-0003"]),
            make_entry(id="XERO-0003", slug="c", status="superseded", superseded_by=["XERO-0001"]),
        )
    )
    target = 'data-to="../../errors/xero/payment-too-large/"'
    assert target in found["e/XERO-0002/index.html"]
    assert 'data-to="../payment-too-large/"' in found["errors/xero/b/index.html"]
    assert 'data-to="../payment-too-large/"' in found["errors/xero/c/index.html"]


def test_titles_are_escaped_in_redirects() -> None:
    (page, _) = redirects(make_catalogue(make_entry(title="</title><script>x</script>"))).values()
    assert "<script>x" not in page
