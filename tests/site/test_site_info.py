"""Addresses: where pages are served and how one leads to another."""

import pytest

from errorbook.site.site_info import SiteInfo


@pytest.mark.parametrize(
    ("uri", "folders", "files"),
    [
        ("index.md", "", "index.html"),
        ("errors/index.md", "errors/", "errors/index.html"),
        ("errors/xero/a.md", "errors/xero/a/", "errors/xero/a.html"),
    ],
)
def test_a_page_is_served_in_a_folder_or_as_a_file(uri: str, folders: str, files: str) -> None:
    assert SiteInfo(directory_urls=True).url(uri) == folders
    assert SiteInfo(directory_urls=False).url(uri) == files


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("", "", "./"),
        ("", "errors/", "errors/"),
        ("errors/", "", "../"),
        ("errors/xero/a/", "errors/xero/b/", "../b/"),
        ("errors/xero/a/", "assets/x.js", "../../../assets/x.js"),
        ("errors/xero/a.html", "errors/xero/b.html", "b.html"),
        ("errors/xero/a.html", "index.html", "../../index.html"),
        ("index.html", "e/X-1/index.html", "e/X-1/index.html"),
    ],
)
def test_a_link_is_relative_to_its_page(source: str, target: str, link: str) -> None:
    assert SiteInfo().between(source, target) == link
