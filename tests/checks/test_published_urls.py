"""Old links: what was published once leads somewhere for ever, or the check says which does not."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import VOCABULARY, MakeEntry, ReadErrors

from errorbook.catalogue.reader import Loaded
from errorbook.checks import published_urls
from errorbook.common.problems import CatalogueError
from errorbook.site import outputs
from errorbook.site.api.document_types import VERSION
from errorbook.site.site_info import SiteFile, SiteInfo

SITE = SiteInfo()
WRITTEN = ["", "guides/retry/"]


def urls(loaded: Loaded, written: list[str] | None = None, site: SiteInfo = SITE) -> str:
    """Return the urls.json of a site."""
    files = outputs.build(loaded.catalogue, site, SiteFile("redirect.js", ""), written or WRITTEN)
    (found,) = (file for file in files if file.uri == "urls.json")
    return found.content


def lost(before: str, loaded: Loaded, written: list[str] | None = None) -> list[str]:
    """Return what is wrong with a site that follows a published one."""
    old = published_urls.read("previous/urls.json", before)
    problems = published_urls.check(loaded, old.site, written or WRITTEN, old)
    return [f"{problem.field}: {problem.what}. {problem.fix}" for problem in problems]


@pytest.fixture
def before(read_errors: ReadErrors, make_entry: MakeEntry, tmp_path: Path) -> str:
    """What a site with one entry, xero/a, listed; the folder is empty again."""
    found = urls(read_errors({"xero/a.yml": make_entry()}))
    (tmp_path / "errors/xero/a.yml").unlink()
    return found


def test_every_address_of_a_site_is_listed_once_and_sorted(before: str) -> None:
    assert json.loads(before) == {
        "schema_version": VERSION,
        "errors_path": "errors",
        "directory_urls": True,
        "urls": [
            "",
            "api/v1/all.json",
            "api/v1/errors.json",
            "api/v1/errors/XERO-0001.json",
            "api/v1/openapi.json",
            "api/v1/schema/all.json",
            "api/v1/schema/error.json",
            "api/v1/schema/errors.json",
            "api/v1/schema/redirects.json",
            "api/v1/schema/urls.json",
            "e/XERO-0001/",
            "e/xero-0001/",
            "errors/",
            "errors/by/fixable/you/",
            "errors/by/severity/blocks-one/",
            "errors/xero/",
            "errors/xero/a/",
            "errors/xero/a/index.md",
            "guides/retry/",
            "llms-full.txt",
            "llms.txt",
            "redirects.json",
            "skill.md",
            "urls.json",
        ],
    }


def test_the_same_site_keeps_everything(before: str, read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    assert lost(before, read_errors({"xero/a.yml": make_entry()})) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another title", "causes": ["Another cause."], "resolution": ["Wait in Xero."]},
        {"status": "withdrawn"},
        {"status": "superseded", "superseded_by": ["XERO-0002"]},
        {"status": "superseded", "superseded_by": ["XERO-0002", "XERO-0003"]},
    ],
)
def test_an_entry_that_changes_or_retires_keeps_its_addresses(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry, changes: dict[str, Any]
) -> None:
    files = {"xero/b.yml": make_entry(id="XERO-0002"), "xero/c.yml": make_entry(id="XERO-0003")}
    assert lost(before, read_errors({"xero/a.yml": make_entry(**changes), **files})) == []


def test_an_entry_that_is_renamed_with_a_redirect_keeps_its_addresses(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    assert lost(before, read_errors({"xero/b.yml": make_entry(former_slugs=["a"])})) == []


def test_an_entry_that_is_renamed_without_one_is_told(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    fix = (
        "Name the old file in former_slugs of the entry it became, "
        "or lead an index that is empty now elsewhere under 'moved' in catalogue.yml"
    )
    assert lost(before, read_errors({"xero/b.yml": make_entry()})) == [
        f"errors/xero/a/: was published and would lead to nothing. {fix}",
        f"errors/xero/a/index.md: was published and would lead to nothing. {fix}",
    ]


@pytest.mark.parametrize("gone", ["removed", "draft"])
def test_an_entry_that_is_gone_is_told(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry, gone: str
) -> None:
    files = {"xero/b.yml": make_entry(id="XERO-0002")}
    if gone == "draft":
        files["xero/a.yml"] = make_entry(status="draft")
    found = lost(before, read_errors(files))
    assert [line.partition(":")[0] for line in found] == [
        "api/v1/errors/XERO-0001.json",
        "e/XERO-0001/",
        "e/xero-0001/",
        "errors/xero/a/",
        "errors/xero/a/index.md",
    ]
    assert found[1].endswith(
        "Bring the entry back; an entry retires with 'status: withdrawn' or 'superseded'"
    )


def test_a_problem_names_the_line_of_the_published_list(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    old = published_urls.read("previous/urls.json", before)
    first, _ = published_urls.check(read_errors({"xero/b.yml": make_entry()}), SITE, WRITTEN, old)
    assert (first.file, before.splitlines()[first.line - 1]) == ("previous/urls.json", '  "errors/xero/a/",')


def test_a_written_page_that_is_gone_is_told_unless_it_moved(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    files = {"xero/a.yml": make_entry()}
    assert lost(before, read_errors(files), ["", "guides/again/"]) == [
        "guides/retry/: was published and would lead to nothing. "
        "Bring the page back, or lead to the one that replaced it under 'moved' in catalogue.yml"
    ]
    moved = f"{VOCABULARY}moved:\n  guides/retry.md: guides/again.md\n"
    assert lost(before, read_errors({"catalogue.yml": moved, **files}), ["", "guides/again/"]) == []


@pytest.mark.parametrize(
    ("moved", "problem"),
    [
        (
            "{guides/a.md: guides/b.md}",
            "moved.guides/a.md: leads to guides/b/, which does not exist. Lead to a page that is there",
        ),
        (
            "{guides/a.md: guides/b.md, guides/b.md: guides/retry.md}",
            "moved.guides/a.md: leads to guides/b/, which leads on. Lead to guides/retry/ at once",
        ),
        (
            "{guides/a.md: guides/a.md}",
            "moved.guides/a.md: leads back to itself. Decide which page remains, and lead there",
        ),
        (
            "{guides/retry.md: index.md}",
            "moved.guides/retry.md: leads away from a page that is there. Remove one of the two",
        ),
    ],
)
def test_a_moved_page_leads_to_a_page_at_once(
    read_errors: ReadErrors, make_entry: MakeEntry, moved: str, problem: str
) -> None:
    files = {"catalogue.yml": f"{VOCABULARY}moved: {moved}\n", "xero/a.yml": make_entry()}
    (found,) = published_urls.check(read_errors(files), SITE, WRITTEN)
    assert f"{found.field}: {found.what}. {found.fix}" == problem
    assert (found.file, found.line, found.rule) == ("errors/catalogue.yml", 11, "redirect")


def test_a_former_address_that_a_moved_page_takes_is_told(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    words = f"{VOCABULARY}moved: {{errors/xero/a.md: guides/retry.md}}\n"
    files = {"catalogue.yml": words, "xero/a.yml": make_entry()}
    (found,) = published_urls.check(read_errors(files), SITE, WRITTEN)
    assert found.what == "leads away from a page that is there"


def test_without_the_written_pages_only_the_errors_are_judged(
    before: str, read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    words = f"{VOCABULARY}moved: {{guides/a.md: guides/b.md}}\n"
    old = published_urls.read("urls.json", before)
    loaded = read_errors({"catalogue.yml": words, "xero/b.yml": make_entry()})
    found = published_urls.check(loaded, SITE, None, old)
    assert [problem.field for problem in found] == ["errors/xero/a/", "errors/xero/a/index.md"]


def test_the_layout_of_the_published_site_is_kept(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    site = SiteInfo(errors_path="help", directory_urls=False)
    before = urls(loaded, ["index.html"], site)
    assert "help/xero/a.html" in before
    assert lost(before, loaded, ["index.html"]) == []


@pytest.mark.parametrize("text", ["", "[]", '{"urls": [1]}', '{"urls": ["a/"]}'])
def test_a_file_that_lists_no_addresses_is_told(text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        published_urls.read("previous/urls.json", text)
    assert str(caught.value).splitlines()[0] == (
        "previous/urls.json: does not list addresses. Name the urls.json of the published site"
    )
