from pathlib import Path
from typing import Any

import pytest
from builders import refused
from conftest import MakeEntry, ReadErrors, WriteErrors

from errorbook.catalogue import reader
from errorbook.common.problems import CatalogueError


def test_entries_are_sorted_by_the_vocabularys_systems_and_by_id(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    loaded = read_errors(
        {
            "cin7-core/a.yml": make_entry(id="CIN7-0001"),
            "quickbooks/a.yml": make_entry(id="QBO-0001"),
            "xero/a.yml": make_entry(id="XERO-0002"),
            "xero/b.yml": make_entry(id="XERO-0001"),
        }
    )
    ids = [entry.id for entry in loaded.catalogue.entries]
    assert ids == ["XERO-0001", "XERO-0002", "QBO-0001", "CIN7-0001"]


def test_the_folder_names_the_system_and_the_file_the_slug(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    (entry,) = read_errors({"xero/too-large.yml": make_entry()}).catalogue.entries
    assert (entry.system, entry.slug, entry.address) == ("xero", "too-large", "xero/too-large")


def test_the_places_of_an_entrys_values_are_kept(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    assert loaded.sources["XERO-0001"].place(("title",)) == (2, 1)


def test_drafts_are_not_published(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry(status="draft")})
    assert loaded.catalogue.published == ()


def test_problems_of_all_files_are_reported_at_once(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    folder = write_errors(
        {
            "catalogue.yml": "name: Errors\n",
            "xero/a.yml": make_entry(title=""),
            "xero/b.yml": "a: *b",
        }
    )
    assert refused(reader.load, folder) == [
        "errors/catalogue.yml:1:1: systems: is missing. Add it",
        "errors/xero/a.yml:2:1: title: is empty. Write the text, or remove the field",
        "errors/xero/b.yml:1:4: uses a YAML alias. Write the value out",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("name: Errors\nholes: '%s'\n", ["errors/catalogue.yml:1:1: systems: is missing. Add it"]),
        ("name: [Errors\n", ["errors/catalogue.yml:1:7: "]),
    ],
    ids=["a field of it is wrong", "it is no YAML"],
)
def test_holes_are_not_judged_while_the_catalogue_that_says_their_form_cannot_be_read(
    write_errors: WriteErrors, make_entry: MakeEntry, words: str, told: list[str]
) -> None:
    paid = make_entry(
        messages=["Cannot pay %s at {place}"],
        values={"value0": {"type": "name", "label": "payee"}},
        resolution=["Pay {value0} in Xero."],
        examples=[{"paste": "Cannot pay Ada at {place}", "expect": {"value0": "Ada"}}],
    )
    found = refused(reader.load, write_errors({"catalogue.yml": words, "xero/a.yml": paid}))
    assert [problem[: len(start)] for problem, start in zip(found, told, strict=True)] == told


def test_a_message_that_says_its_form_is_judged_without_the_catalogue(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    paid = make_entry(
        messages=[{"text": "Cannot pay %s", "holes": "%s"}],
        values={"payee": {"type": "name", "label": "payee"}},
        examples=None,
    )
    found = refused(reader.load, write_errors({"catalogue.yml": "name: Errors\n", "xero/a.yml": paid}))
    assert [problem.partition(": ")[2] for problem in found] == [
        "systems: is missing. Add it",
        "values.payee: is in no message, so it can never be read. Remove it, or put its hole into a message",
    ]


def test_an_id_given_twice_is_refused(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    folder = write_errors({"xero/a.yml": make_entry(), "xero/b.yml": make_entry()})
    assert refused(reader.load, folder) == [
        "errors/xero/b.yml:1:1: id: XERO-0001 is the id of errors/xero/a.yml too."
        " Give one of the two entries a new id"
    ]


def test_an_id_given_twice_is_told_at_the_newcomer(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    files = {"ids.lock": "XERO-0001 xero/b\n", "xero/a.yml": make_entry(), "xero/b.yml": make_entry()}
    assert refused(reader.load, write_errors(files)) == [
        "errors/xero/a.yml:1:1: id: XERO-0001 is the id of errors/xero/b.yml too."
        " Give one of the two entries a new id"
    ]


def test_an_id_of_another_system_is_refused(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    folder = write_errors({"quickbooks/a.yml": make_entry(id="XERO-0001")})
    assert refused(reader.load, folder) == [
        "errors/quickbooks/a.yml:1:1: id: is not an id of QuickBooks Online."
        " Write 'QBO-' and at least four digits; for codes as ids, give the system 'ids: codes'"
    ]


def test_a_folder_that_is_no_systems_is_told_once_and_before_what_is_wrong_in_it(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    files = {"xerro/a.yml": make_entry(), "xerro/below/b.yml": make_entry(id="XERO-0002", title="")}
    (write_errors(files) / "pictures").mkdir()
    assert refused(reader.load, write_errors(files)) == [
        "errors/xerro: is a folder of no system in catalogue.yml."
        " Rename it to one of xero, quickbooks, cin7-core, or add the system there",
        "errors/xerro/below/b.yml:2:1: title: is empty. Write the text, or remove the field",
    ]


@pytest.mark.parametrize(
    ("changes", "field", "known"),
    [
        ({"records": ["sage"]}, "records[0]", "invoice, payment"),
        ({"fixable_by": ["you", "sage"]}, "fixable_by[1]", "you, admin, support, vendor"),
        ({"severity": "sage"}, "severity", "blocks-all, blocks-one, warning, info"),
        (
            {"resolution": ["Go.", {"do": "Go.", "risk": "sage"}]},
            "resolution[1].risk",
            "changes-data, irreversible",
        ),
        (
            {"resolution": [{"ask": "So?", "answers": {"Y": [{"do": "Go.", "risk": "sage"}], "N": ["Go."]}}]},
            "resolution[0].answers.Y[0].risk",
            "changes-data, irreversible",
        ),
        ({"shown_in": ["sage"]}, "shown_in[0]", "xero, quickbooks, cin7-core"),
        ({"integrations": ["sage"]}, "integrations[0]", "xero, quickbooks, cin7-core"),
        ({"codes": [{"system": "sage", "code": "1"}]}, "codes[0].system", "xero, quickbooks, cin7-core"),
    ],
)
def test_a_word_the_vocabulary_lacks_is_refused(
    changes: dict[str, Any], field: str, known: str, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    (line,) = refused(reader.load, write_errors({"xero/a.yml": make_entry(**changes)}))
    assert line.split(": ", 1)[1] == (
        f"{field}: is 'sage', which catalogue.yml does not list. Write one of: {known}"
    )


def test_a_word_of_a_kind_that_the_vocabulary_has_none_of_is_to_be_listed_there(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    files = {
        "catalogue.yml": "name: x\nsystems: {xero: {name: Xero, prefix: XERO}}\n",
        "xero/a.yml": make_entry(records=["bottle"]),
    }
    (told,) = [line for line in refused(reader.load, write_errors(files)) if "records" in line]
    assert told.endswith("which catalogue.yml does not list. List it there under records, or remove it")


@pytest.mark.parametrize("name", ["a.yml", "xero/a.yaml"])
def test_a_file_that_would_not_be_read_is_refused(
    name: str, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    assert refused(reader.load, write_errors({name: make_entry()})) == [
        f"errors/{name}: is not where an entry is read from. Name it errors/<system>/<slug>.yml"
    ]


def test_a_file_that_is_not_utf8_is_refused_at_its_first_bad_byte(write_errors: WriteErrors) -> None:
    folder = write_errors({})
    (folder / "xero").mkdir()
    (folder / "xero/a.yml").write_bytes(b"id: XERO-0001\ntitle: caf\xe9\n")
    assert refused(reader.load, folder) == [
        "errors/xero/a.yml:2:11: is not UTF-8 text. Save the file as UTF-8"
    ]


def test_a_file_that_cannot_be_read_is_one_line(write_errors: WriteErrors) -> None:
    folder = write_errors({})
    (folder / "xero/a.yml").mkdir(parents=True)
    assert refused(reader.load, folder) == [
        "errors/xero/a.yml: is no regular file. Put a file with the text in its place"
    ]


def test_a_catalogue_without_a_vocabulary_is_refused(tmp_path: Path) -> None:
    (tmp_path / "errors").mkdir()
    assert refused(reader.load, tmp_path / "errors") == [
        "errors/catalogue.yml: is missing. Create it with the fields 'name' and 'systems'"
    ]


@pytest.mark.parametrize("name", ["catalogue.yml", "ids.lock"])
def test_a_link_that_leads_nowhere_is_no_missing_file(
    name: str, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    folder = write_errors({"xero/a.yml": make_entry()})
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(folder / "nowhere")
    (line,) = refused(reader.load, folder)
    assert line.startswith(f"errors/{name}: cannot be read (No such file or directory)")


def test_a_catalogue_without_a_ledger_is_read_and_has_no_text_of_one(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    loaded = reader.read(write_errors({"xero/a.yml": make_entry()}))
    assert (loaded.ledger_text, loaded.ledger) == ("", ())
    assert loaded.ledger_file == "errors/ids.lock"
    text = "XERO-0001 xero/a\n"
    loaded = reader.read(write_errors({"ids.lock": text, "xero/a.yml": make_entry()}))
    assert loaded.ledger_text.endswith(f".\n{text}")
    assert [line.id for line in loaded.ledger] == ["XERO-0001"]


def test_the_words_of_a_catalogue_can_be_read_alone(write_errors: WriteErrors) -> None:
    assert reader.vocabulary(write_errors({"xero/a.yml": "["})).name == "Test errors"
    with pytest.raises(CatalogueError, match=r"catalogue\.yml:1:1: systems: is missing"):
        reader.vocabulary(write_errors({"catalogue.yml": "name: x\n"}))
    words = "name: x\nsystems: {by: {name: B, prefix: B}}\n"
    with pytest.raises(CatalogueError, match="has the address of index pages"):
        reader.vocabulary(write_errors({"catalogue.yml": words}))


def test_an_entry_that_chooses_nothing_has_what_its_catalogue_calls_usual(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    chosen = {"severity": "info", "fixable_by": ["vendor", "admin"]}
    files = {"xero/a.yml": make_entry(), "xero/b.yml": make_entry(id="XERO-0002", **chosen)}
    found = read_errors(files).catalogue.entries
    assert [(entry.severity, entry.fixable_by) for entry in found] == [
        ("blocks-one", ("you",)),
        ("info", ("vendor", "admin")),
    ]


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert refused(reader.load, folder) == [f"{folder}: is not a folder. Name the folder of the catalogue"]


def test_a_bad_ledger_line_is_reported_with_the_rest(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    folder = write_errors({"ids.lock": "XERO-1\n", "xero/a.yml": make_entry(title="")})
    assert refused(reader.load, folder) == [
        "errors/ids.lock:1:1: is not 'ID system/slug'. Restore the line from the file's history",
        "errors/xero/a.yml:2:1: title: is empty. Write the text, or remove the field",
    ]


def test_files_below_the_working_folder_are_named_from_there(
    write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_errors({"xero/a.yml": make_entry(title="")})
    monkeypatch.chdir(folder.parent.parent)
    (line,) = refused(reader.load, folder)
    assert line.startswith(f"{folder.parent.name}/errors/xero/a.yml:2:1: ")


def test_the_catalogue_says_where_entries_are_read_that_do_not_say_so(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    words = "name: Errors\nsystems:\n  xero: {name: Xero, prefix: XERO}\n  shop: {name: Shop, prefix: SHOP}\n"
    files = {"xero/a.yml": make_entry(), "xero/b.yml": make_entry(id="XERO-0002", shown_in=["xero"])}
    folder = write_errors({"catalogue.yml": words + "shown_in: [shop]\n", **files})
    assert [entry.shown_in for entry in reader.load(folder).entries] == [("shop",), ("xero",)]
    folder = write_errors({"catalogue.yml": words, **files})
    assert [entry.shown_in for entry in reader.load(folder).entries] == [("xero",), ("xero",)]
