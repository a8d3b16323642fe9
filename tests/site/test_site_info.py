"""Addresses: where pages are served and how one leads to another."""

import pytest

from errorbook.site.site_info import Feedback, SiteInfo


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


@pytest.mark.parametrize("end", ["", "/", ".git"])
def test_feedback_goes_to_a_repository_on_github_where_nothing_else_is_known(end: str) -> None:
    report = Feedback("issue", "https://github.com/you/help.pages/issues/new")
    assert Feedback.usual("", f"https://github.com/you/help.pages{end}") == report
    assert Feedback.usual("a@example.com", "https://github.com/you/help") == Feedback(
        "mailto", "a@example.com"
    )


@pytest.mark.parametrize(
    "other",
    ["", "https://github.com/you", "https://gitlab.com/you/help", "https://github.com.example/you/help"],
)
def test_a_repository_elsewhere_takes_no_feedback(other: str) -> None:
    assert Feedback.usual("", other) == Feedback()
