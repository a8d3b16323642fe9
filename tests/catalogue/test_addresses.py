import json

import pytest
from builders import refused
from conftest import VOCABULARY, MakeEntry, ReadErrors, WriteErrors

from errorbook.catalogue import reader


def test_a_former_address_of_another_entry_is_refused(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    folder = write_errors(
        {"xero/a.yml": make_entry(), "xero/b.yml": make_entry(id="XERO-0002", former_slugs=["a"])}
    )
    (line,) = refused(reader.load, folder)
    assert line.endswith(
        "former_slugs[0]: is the address of errors/xero/a.yml too. Remove it from one of the two places"
    )


def test_two_entries_cannot_have_had_one_address(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    files = {
        f"xero/{slug}.yml": make_entry(id=id_, former_slugs=["old"])
        for slug, id_ in (("a", "XERO-0001"), ("b", "XERO-0002"))
    }
    (line,) = refused(reader.load, write_errors(files))
    assert line.startswith("errors/xero/b.yml:")
    assert "is the address of errors/xero/a.yml too" in line


def test_a_former_address_stands_once(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    (line,) = refused(
        reader.load, write_errors({"xero/a.yml": make_entry(former_slugs=["old", "older", "old"])})
    )
    assert line.endswith("former_slugs[2]: is here twice. Remove it from one of the two places")


def test_an_address_is_not_its_own_former_one(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    (line,) = refused(reader.load, write_errors({"xero/a.yml": make_entry(former_slugs=["a"])}))
    assert "former_slugs[0]: is here twice" in line


@pytest.mark.parametrize("name", ["xero/Too_Large.yml", "xero/a--b.yml"])
def test_a_file_name_that_is_no_slug_is_refused(
    name: str, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    assert refused(reader.load, write_errors({name: make_entry()})) == [
        f"errors/{name}: has a name that is not a slug."
        " Use lower-case letters, digits and single hyphens: the name is the page's address"
    ]


def test_a_name_may_be_as_long_as_a_former_one(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    """A longer one could be written, and never be left again."""
    (entry,) = reader.read(write_errors({f"xero/{'x' * 80}.yml": make_entry()})).catalogue.entries
    assert len(entry.slug) == 80
    files = {
        f"xero/{'x' * 81}.yml": make_entry(id="XERO-0002"),
        f"shared/blocks/{'y' * 81}.yml": "about: It.",
    }
    told = "\n".join(refused(reader.load, write_errors(files)))
    for name in files:
        assert f"errors/{name}: has a name that is too long. Keep it to 80 characters" in told


@pytest.mark.parametrize("name", ["by", "records"])
def test_a_system_in_the_place_of_index_pages_is_refused(
    write_errors: WriteErrors, make_entry: MakeEntry, name: str
) -> None:
    words = (
        f"name: Errors\nsystems:\n  xero: {{name: Xero, prefix: XERO}}\n  {name}: {{name: X, prefix: XX}}\n"
    )
    folder = write_errors({"catalogue.yml": words, "xero/a.yml": make_entry(shown_in=["xero"])})
    assert refused(reader.load, folder) == [
        f"errors/catalogue.yml:4:3: systems.{name}: has the address of index pages, errors/{name}/. "
        "Give the system another name"
    ]


def test_an_entry_in_the_place_of_its_systems_index_is_refused(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    assert refused(reader.load, write_errors({"xero/index.yml": make_entry()})) == [
        "errors/xero/index.yml: has the address of the system's index page. Give the file another name"
    ]


def test_so_is_one_of_several_in_a_file_by_its_own_name(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    rows = "".join(f"    {line}\n" for line in make_entry().splitlines())
    (line,) = refused(reader.load, write_errors({"xero/some.yml": f"entries:\n  index:\n{rows}"}))
    assert line.endswith("has the address of the system's index page. Give the entry another name")


def test_a_former_address_in_the_place_of_an_index_is_refused(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    (line,) = refused(reader.load, write_errors({"xero/a.yml": make_entry(former_slugs=["index"])}))
    assert line.endswith("former_slugs[0]: is the address of the system's index page. Remove it")


@pytest.mark.parametrize(
    "page",
    [
        "../x.md", "../../x.md", "a/../../x.md", "./x.md", "...md", "a/...md", ".md", "/x.md", "//x.md",
        "C:/x.md", "C:x.md", "..\\x.md", "a\\..\\x.md", "%2e%2e/x.md", "a/%2E%2e/x.md", ".../x.md",
        "a//x.md", "x", "https://example.com/x.md",
    ],
)  # fmt: skip
@pytest.mark.parametrize("side", ["from", "to"])
def test_a_page_that_moved_stays_below_the_content_folder(
    page: str, side: str, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    old, new = (page, "index.md") if side == "from" else ("old.md", page)
    moved = f"moved: {{{json.dumps(old)}: {json.dumps(new)}}}\n"
    folder = write_errors({"catalogue.yml": VOCABULARY + moved, "xero/a.yml": make_entry()})
    (problem,) = refused(reader.load, folder)
    assert problem.startswith("errors/catalogue.yml:11:")
    assert problem.endswith(
        "is not the path of a page. Write a path below the content folder, such as guides/old.md"
    )


@pytest.mark.parametrize(
    "page", ["x.md", "a/b.md", "a..b/c.md", ".well-known/x.md", "..a.md", "a.b.md", "-/_.md"]
)
def test_every_other_page_may_have_moved(page: str, read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    moved = f"moved: {{{page}: index.md}}\n"
    loaded = read_errors({"catalogue.yml": VOCABULARY + moved, "xero/a.yml": make_entry()})
    assert loaded.catalogue.vocabulary.moved == {page: "index.md"}
