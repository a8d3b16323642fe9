"""The files besides pages: each once, whatever promises it, and the same at every build."""

from builders import make_catalogue, make_entry

from errorbook.site import outputs
from errorbook.site.site_info import SiteFile, SiteInfo

CATALOGUE = make_catalogue(
    make_entry(former_slugs=["old"]),
    make_entry(id="XERO-0002", slug="b", status="superseded", superseded_by=["XERO-0001"]),
    make_entry(id="XERO-0003", slug="c", status="withdrawn"),
    make_entry(id="XERO-0004", slug="d", status="draft"),
)


def built(site: SiteInfo) -> list[SiteFile]:
    return list(outputs.build(CATALOGUE, site, SiteFile("redirect.js", ""), ["", "about/"]))


def test_every_file_has_an_address_of_its_own() -> None:
    for site in (SiteInfo(), SiteInfo(directory_urls=False, site_url="https://example.com/help")):
        uris = [file.uri for file in built(site)]
        assert len(uris) == len(set(uris))


def test_no_file_takes_the_place_of_a_page() -> None:
    site = SiteInfo()
    pages = {site.file(url) for url in outputs.pages(CATALOGUE, site)}
    assert pages.isdisjoint(file.uri for file in built(site))


def test_what_is_promised_is_what_the_list_says() -> None:
    site = SiteInfo()
    (listed,) = (file for file in built(site) if file.uri == "urls.json")
    promised = outputs.promised(CATALOGUE, site, ["", "about/"])
    assert all(f'"{url}"' in listed.content for url in promised)
    assert {"", "about/", "e/XERO-0002/", "errors/xero/old/", "errors/xero/c/"} <= promised
    assert not [url for url in promised if "XERO-0004" in url]


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert built(SiteInfo()) == built(SiteInfo())
