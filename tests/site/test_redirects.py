"""Redirects: every address that ever led to an entry still does, by script and without."""

from typing import Any

import pytest
from builders import VOCABULARY, make_catalogue, make_entry

from errorbook.catalogue.model import Catalogue
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.site import redirects
from errorbook.site.redirects import Redirect
from errorbook.site.site_info import SiteFile, SiteInfo

SITE = SiteInfo()


def pages(catalogue: Catalogue, site: SiteInfo = SITE) -> dict[str, str]:
    script = SiteFile("assets/errorbook/redirect.js", "")
    return {file.uri: file.content for file in redirects.pages(redirects.plan(catalogue, site), site, script)}


def test_a_permalink_leads_to_the_page_by_script_and_without() -> None:
    found = pages(make_catalogue(make_entry()))
    assert list(found) == ["e/XERO-0001/index.html", "e/xero-0001/index.html"]
    page = found["e/XERO-0001/index.html"]
    target = "../../errors/xero/payment-too-large/"
    assert f'<link rel="canonical" href="{target}">' in page
    assert f'<script src="../../assets/errorbook/redirect.js" data-to="{target}"></script>' in page
    assert f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>' in page
    assert f'<a href="{target}">The payment is too large</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_permalink_looks_the_same_in_lower_case() -> None:
    found = pages(make_catalogue(make_entry()))
    assert found["e/XERO-0001/index.html"] == found["e/xero-0001/index.html"]


def test_the_canonical_address_is_whole_where_the_site_knows_its_own() -> None:
    found = pages(make_catalogue(make_entry()), SiteInfo(site_url="https://example.com/help"))
    canonical = "https://example.com/help/errors/xero/payment-too-large/"
    assert f'<link rel="canonical" href="{canonical}">' in found["e/XERO-0001/index.html"]


def test_former_addresses_lead_to_the_page() -> None:
    found = pages(make_catalogue(make_entry(former_slugs=["old-name"])))
    assert 'data-to="../payment-too-large/"' in found["errors/xero/old-name/index.html"]


def test_former_addresses_end_in_html_where_the_site_wants_it() -> None:
    site = SiteInfo(directory_urls=False)
    found = pages(make_catalogue(make_entry(former_slugs=["old-name"])), site)
    assert list(found) == ["e/XERO-0001/index.html", "e/xero-0001/index.html", "errors/xero/old-name.html"]
    assert 'data-to="payment-too-large.html"' in found["errors/xero/old-name.html"]
    assert 'data-to="../../errors/xero/payment-too-large.html"' in found["e/XERO-0001/index.html"]


def test_merged_entries_lead_to_the_last_heir() -> None:
    found = pages(
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
    (page, _) = pages(make_catalogue(make_entry(title="</title><script>x</script>"))).values()
    assert "<script>x" not in page


def test_a_written_page_that_moved_leads_on() -> None:
    words: dict[str, Any] = {**VOCABULARY, "moved": {"guides/old.md": "guides/new.md"}}
    found = pages(Catalogue(vocabulary=Vocabulary.model_validate(words), entries=()))
    assert list(found) == ["guides/old/index.html"]
    assert '<a href="../new/">../new/</a>' in found["guides/old/index.html"]
    assert "<title>This page moved</title>" in found["guides/old/index.html"]


@pytest.mark.parametrize(
    ("plan", "faults"),
    [
        ({"a/": "c/"}, []),
        ({"a/": "x/"}, ["a/: leads to x/, which does not exist. Lead to a page that is there"]),
        ({"c/": "d/"}, ["c/: leads away from a page that is there. Remove one of the two"]),
        ({"a/": "b/", "b/": "c/"}, ["a/: leads to b/, which leads on. Lead to c/ at once"]),
        (
            {"a/": "b/", "b/": "a/"},
            [
                "a/: leads back to itself. Decide which page remains, and lead there",
                "b/: leads back to itself. Decide which page remains, and lead there",
            ],
        ),
        (
            {"a/": "b/", "b/": "b/"},
            [
                "a/: leads back to itself. Decide which page remains, and lead there",
                "b/: leads back to itself. Decide which page remains, and lead there",
            ],
        ),
    ],
)
def test_every_redirect_leads_to_a_page_at_once(plan: dict[str, str], faults: list[str]) -> None:
    found = redirects.faults([Redirect(*pair) for pair in plan.items()], {"c/", "d/"})
    assert [f"{redirect.source}: {what}. {fix}" for redirect, what, fix in found] == faults
