"""Entries are read from nested folders and from files of several, and their ids may be native codes."""

from __future__ import annotations

import pytest
import yaml
from builders import refused
from conftest import MakeEntry, ReadErrors, WriteErrors

from errorbook.catalogue import reader

CODED = {
    "catalogue.yml": """
name: errors
systems:
  typescript: {name: TypeScript, prefix: TS, ids: codes}
  postgresql: {name: PostgreSQL, prefix: PG, ids: codes}
  shop: {name: Shop, prefix: S}
"""
}


def several(make_entry: MakeEntry, **entries: dict[str, object]) -> str:
    fields = {slug.replace("_", "-"): yaml.safe_load(make_entry(**more)) for slug, more in entries.items()}
    return yaml.safe_dump({"entries": fields}, sort_keys=False)


def coded(system: str, code: str) -> dict[str, object]:
    return {"id": code, "codes": [{"system": system, "code": code}]}


def test_entries_are_read_from_folders_below_their_system_and_from_files_of_several(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    loaded = read_errors(
        {
            "xero/a.yml": make_entry(id="XERO-0001"),
            "xero/payments/of-bills/b.yml": make_entry(id="XERO-0002"),
            "xero/tax/all.yml": several(make_entry, c={"id": "XERO-0003"}, d={"id": "XERO-0004"}),
        }
    )
    assert [(entry.id, entry.address) for entry in loaded.catalogue.entries] == [
        ("XERO-0001", "xero/a"),
        ("XERO-0002", "xero/b"),
        ("XERO-0003", "xero/c"),
        ("XERO-0004", "xero/d"),
    ]
    assert [loaded.place(entry) for entry in loaded.catalogue.entries] == [
        "xero/a.yml",
        "xero/payments/of-bills/b.yml",
        "xero/tax/all.yml",
        "xero/tax/all.yml",
    ]


def test_a_problem_in_a_file_of_several_names_its_line_and_entry(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    text = several(make_entry, c={"id": "XERO-0003"}, d={"id": "XERO-0004", "guides": ["No slug"]})
    line = text[: text.index("No slug")].count("\n") + 1
    assert refused(read_errors, {"xero/all.yml": text}) == [
        f"errors/xero/all.yml:{line}:7: entries.d.guides[0]: is not a slug."
        " Use lower-case letters, digits and single hyphens"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "entries: [a]\n",
            "errors/xero/a.yml:1:1: entries: is not a mapping of entries."
            " Write each entry's slug, and its fields indented below it",
        ),
        (
            "title: x\nentries: {}\n",
            "errors/xero/a.yml:2:1: entries: are beside other fields. Move those into one of the entries",
        ),
        ("entries:\n  No slug: {}\n", "entries.No slug: has a name that is not a slug."),
        ("entries:\n  con: {}\n", "entries.con: has a name that is kept by Windows for a device."),
        ("entries:\n  a: x\n", "errors/xero/a.yml:2:3: entries.a: is not a mapping of fields."),
    ],
)
def test_a_file_of_several_that_is_none_is_told(read_errors: ReadErrors, text: str, told: str) -> None:
    assert told in "\n".join(refused(read_errors, {"xero/a.yml": text}))


def test_what_cannot_be_read_keeps_nobody_from_reading_the_rest(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    folder = write_errors(
        {
            "a.yml": "",
            "shared/blocks/it.yml": "about: It.\nsteps: [Wait.]\n",
            "xero/A2.YML": "",
            "xero/a.yaml": "",
            "xero/b.yml": make_entry(title=""),
            "xero/c/d.yml": make_entry(id="XERO-0002", title=""),
            "xero/f.yml": make_entry(id="XERO-0003", title=""),
        }
    )
    (folder / "xero/e.yml").write_bytes(b"\xff")
    told = [line.split(": ")[0].removeprefix("errors/") for line in refused(reader.read, folder)]
    assert told == [
        "a.yml",
        "xero/A2.YML",
        "xero/a.yaml",
        "xero/b.yml:2:1",
        "xero/c/d.yml:2:1",
        "xero/e.yml:1:1",
        "xero/f.yml:2:1",
    ]


def test_two_entries_of_one_name_are_told_in_whatever_folder(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    files = {"xero/a.yml": make_entry(id="XERO-0001"), "xero/b/a.yml": make_entry(id="XERO-0002")}
    assert refused(read_errors, files) == [
        "errors/xero/b/a.yml:1:1: has the address xero/a, which is that of an entry in errors/xero/a.yml."
        " Give one of the two another name"
    ]


def test_native_codes_are_ids_where_the_catalogue_says_so(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    entries = {
        "typescript/a.yml": make_entry(**coded("typescript", "TS2322")),
        "typescript/b.yml": make_entry(id="TS18048", codes=[{"system": "typescript", "code": "18048"}]),
        "typescript/c.yml": make_entry(id="TS-0001"),
        "postgresql/a.yml": make_entry(**coded("postgresql", "42P01")),
        "postgresql/b.yml": make_entry(id="PG42601", codes=[{"system": "postgresql", "code": "42601"}]),
        "shop/a.yml": make_entry(id="S-12345"),
    }
    loaded = reader.read(write_errors({**CODED, **entries}))
    assert [entry.id for entry in loaded.catalogue.entries] == [
        "TS-0001",
        "TS18048",
        "TS2322",
        "42P01",
        "PG42601",
        "S-12345",
    ]


def test_two_systems_have_prefixes_of_their_own(read_errors: ReadErrors) -> None:
    catalogue = """
name: errors
systems:
  shop: {name: Shop, prefix: SHOP}
  till: {name: Till, prefix: SHOP}
  tray: {name: Tray, prefix: tray}
"""
    assert refused(read_errors, {"catalogue.yml": catalogue}) == [
        "errors/catalogue.yml:6:22: systems.tray.prefix: is not a prefix."
        " Write up to 8 capital letters and digits, a letter first, such as SHOP"
    ]
    assert refused(read_errors, {"catalogue.yml": catalogue.replace("tray}", "TRAY}")}) == [
        "errors/catalogue.yml:5:22: systems.till.prefix: is that of 'shop' too."
        " Give each system a prefix of its own"
    ]


def test_an_id_that_is_neither_numbered_nor_a_code_is_told(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    files = {
        **CODED,
        "typescript/a.yml": make_entry(id="TS2323", codes=[{"system": "typescript", "code": "TS2322"}]),
        "shop/a.yml": make_entry(**coded("shop", "S2322")),
    }
    assert [problem.partition(": id: ")[2] for problem in refused(read_errors, files)] == [
        "is not an id of Shop. Write 'S-' and at least four digits;"
        " for codes as ids, give the system 'ids: codes'",
        "is none of the codes of this entry of TypeScript."
        " Write one of its 'codes' as the id, or 'TS-' and at least four digits",
    ]
