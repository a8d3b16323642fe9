"""`errorbook rename`, `merge` and `retire`: ledger, addresses and relations at once, or nothing at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
import yaml
from commands import Run
from conftest import MakeEntry, WriteErrors

from errorbook.catalogue import reader
from errorbook.catalogue.model import Catalogue
from errorbook.common import writing
from errorbook.indexing import match_index
from errorbook.matching import Matcher

PASTE = "Failed: Account is archived"


def saying(message: str) -> dict[str, object]:
    return {"messages": [message], "values": {}, "examples": [message, f"Failed: {message}"]}


@pytest.fixture
def folder(write_errors: WriteErrors, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four entries that speak of each other; its parent is the working folder."""
    relations = {
        "a": [("see-also", "XERO-0002"), ("see-also", "XERO-0003")],
        "b": [("see-also", "XERO-0001"), ("same-text", "XERO-0004")],
        "c": [("see-also", "XERO-0002"), ("caused-by", "XERO-0001"), ("confused-with", "XERO-0002")],
        "d": [("leads-to", "XERO-0002")],
    }
    said = {
        "a": {},
        "b": saying("Account is archived"),
        "c": saying("Contact is gone"),
        "d": saying("Tax rate is missing"),
    }
    files = {
        f"xero/{slug}.yml": make_entry(
            id=f"XERO-000{number}",
            relations=[{"type": kind, "id": id_} for kind, id_ in relations[slug]],
            **said[slug],
        )
        for number, slug in enumerate("abcd", 1)
    }
    lock = "".join(f"XERO-000{number} xero/{slug}\n" for number, slug in enumerate("abcd", 1))
    folder = write_errors({"ids.lock": lock, **files})
    monkeypatch.chdir(folder.parent)
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def relations(known: Catalogue, id_: str) -> list[tuple[str, str]]:
    entry = known.entry(id_)
    assert entry
    return [(relation.type, relation.id) for relation in entry.relations]


def test_a_renamed_entry_is_found_at_both_addresses(run: Run, folder: Path) -> None:
    before = bytes_of(folder)
    ran = run("rename", "XERO-0001", "too-much-paid")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "XERO-0001 is xero/too-much-paid now; xero/a leads there.\n"
    assert "XERO-0001 xero/a\nXERO-0001 xero/too-much-paid\n" in (folder / "ids.lock").read_text("utf-8")
    after = bytes_of(folder)
    assert before.keys() - after.keys() == {"xero/a.yml"}
    old, new = before["xero/a.yml"].decode(), after["xero/too-much-paid.yml"].decode()
    assert new.replace("former_slugs: [a]\n", "") == old
    assert run("check").code == 0
    assert run("rename", "XERO-0001", "third").code == 0
    assert run("rename", "XERO-0001", "a").code == 0
    (entry,) = (entry for entry in reader.load(folder).entries if entry.id == "XERO-0001")
    assert (entry.slug, entry.former_slugs) == ("a", ("too-much-paid", "third"))
    assert run("check").code == 0


def test_written_pages_that_link_to_what_moved_are_told(run: Run, folder: Path) -> None:
    content = folder.parent / "content"
    content.mkdir()
    (content / "index.md").write_text("# Home\n\nSee [it](errors/xero/a.md).\n", "utf-8")
    expected = (
        "content/index.md:3:10: warning: links to errors/xero/a.md, which moved. Link to the page's new place"
    )
    assert run("rename", "XERO-0001", "b2").out.splitlines()[1] == expected


def test_only_files_that_are_not_as_they_were_are_called_changed(
    run: Run, folder: Path, write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    write_errors({"xero/z.yml": make_entry(id="XERO-0009", relations=None)})
    assert run("lock").code == 0
    before = bytes_of(folder)
    told = run("merge", "XERO-0009", "--into", "XERO-0001").out.splitlines()[0]
    after = bytes_of(folder)
    changed = [name for name in after if name.endswith(".yml") and after[name] != before[name]]
    assert (changed, told) == (["xero/z.yml"], "XERO-0009 leads to XERO-0001 now. Changed: xero/z.yml.")


def test_values_that_have_another_name_in_the_entry_that_remains_are_told(run: Run, folder: Path) -> None:
    message = "Payment {sum} to {bank} is late"
    values = {name: {"type": "text", "label": name} for name in ("sum", "bank")}
    examples = ["Payment 5.00 to Test Bank is late", "Failed: Payment 7.00 to Bank is late"]
    fields = yaml.safe_load((folder / "xero/b.yml").read_text("utf-8"))
    fields |= {"messages": [message], "values": values, "examples": examples}
    (folder / "xero/b.yml").write_text(yaml.safe_dump(fields, sort_keys=False), "utf-8")
    assert run("merge", "XERO-0002", "--into", "XERO-0001").out.splitlines()[-1] == (
        "XERO-0002 fills {sum}, {bank}, and XERO-0001 has {amount}:"
        " give what is one value one name in both files."
    )


def test_a_merged_entry_s_message_finds_the_one_that_remains(run: Run, folder: Path) -> None:
    ran = run("merge", "XERO-0002", "--into", "XERO-0001")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "XERO-0002 leads to XERO-0001 now. Changed: xero/a.yml, xero/b.yml, xero/c.yml, xero/d.yml.",
        "Move what is worth keeping of its causes and steps to XERO-0001, then run 'errorbook check'.",
    ]
    known = reader.load(folder)
    gone = known.entry("XERO-0002")
    assert gone
    assert (gone.status, gone.superseded_by) == ("superseded", ("XERO-0001",))
    assert relations(known, "XERO-0001") == [("see-also", "XERO-0003"), ("same-text", "XERO-0004")]
    assert relations(known, "XERO-0003") == [("caused-by", "XERO-0001")]
    assert relations(known, "XERO-0004") == [("leads-to", "XERO-0001")]
    (finding,) = Matcher(match_index.build(known)).match(PASTE).findings
    assert finding.id == "XERO-0001"
    assert run("check").code == 0


def test_two_relations_to_one_entry_become_the_first_of_them(run: Run, folder: Path) -> None:
    assert run("merge", "XERO-0002", "--into", "XERO-0004").code == 0
    known = reader.load(folder)
    assert relations(known, "XERO-0003") == [("see-also", "XERO-0004"), ("caused-by", "XERO-0001")]
    assert relations(known, "XERO-0004") == [("see-also", "XERO-0001")]


def test_who_shares_a_text_says_so_beside_what_is_said_already(run: Run, folder: Path) -> None:
    path = folder / "xero/a.yml"
    path.write_text(path.read_text("utf-8").replace("XERO-0003", "XERO-0004"), "utf-8")
    assert run("merge", "XERO-0002", "--into", "XERO-0001").code == 0
    told = relations(reader.load(folder), "XERO-0001")
    assert told == [("see-also", "XERO-0004"), ("same-text", "XERO-0004")]


def test_entries_with_one_message_can_be_merged(run: Run, folder: Path, make_entry: MakeEntry) -> None:
    (folder / "xero/b.yml").write_text(make_entry(id="XERO-0002"), "utf-8")
    assert "is a message of XERO-0001 too" in run("check").out
    assert run("merge", "XERO-0002", "--into", "XERO-0001").code == 0
    assert "is a message of" not in run("check").out


def test_a_retired_entry_is_found_no_more_and_named_by_none(run: Run, folder: Path) -> None:
    (folder.parent / "mkdocs.yml").write_text(
        "plugins:\n  - errorbook:\n      examples: [XERO-0002]\n", "utf-8"
    )
    ran = run("retire", "XERO-0002")
    assert ran.out.splitlines() == [
        "XERO-0002 is withdrawn. Changed: xero/a.yml, xero/b.yml, xero/c.yml, xero/d.yml.",
        "mkdocs.yml still names it under 'examples': name another one there.",
    ]
    known = reader.load(folder)
    assert [relations(known, f"XERO-000{number}") for number in (1, 3, 4)] == [
        [("see-also", "XERO-0003")],
        [("caused-by", "XERO-0001")],
        [],
    ]
    assert Matcher(match_index.build(known)).match(PASTE).findings == ()
    assert "XERO-0002 xero/b retired\n" in (folder / "ids.lock").read_text("utf-8")
    (folder.parent / "mkdocs.yml").unlink()
    assert run("check").code == 0


def test_an_entry_that_others_led_on_to_is_not_retired_under_them(run: Run, folder: Path) -> None:
    run("merge", "XERO-0001", "--into", "XERO-0002")
    before = bytes_of(folder)
    ran = run("retire", "XERO-0002")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0] == (
        "errors/xero/b.yml:1:1: id: XERO-0002 is what XERO-0001 led on to. Name another entry under "
        "superseded_by there, or write 'status: withdrawn' in its place"
    )
    assert bytes_of(folder) == before
    path = folder / "xero/a.yml"
    text = path.read_text("utf-8").replace("status: superseded", "status: withdrawn")
    path.write_text(text.replace("superseded_by: [XERO-0002]\n", ""), "utf-8")
    assert run("retire", "XERO-0002").code == 0
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("rename", "XERO-0009", "x"), "errors/ids.lock: has no line for XERO-0009. Correct the id"),
        (
            ("rename", "XERO-0001", "A b"),
            "errors/xero/a.yml:1:1: id: XERO-0001 cannot be called 'A b': it is not a slug.",
        ),
        (
            ("rename", "XERO-0001", "x" * 81),
            "': it is too long. Keep it to 80 characters\n1 problem in 1 file",
        ),
        (("rename", "XERO-0001", "a"), "errors/xero/a.yml:1:1: id: XERO-0001 is called 'a' already."),
        (("rename", "XERO-0001", "b"), "cannot be called 'b': so is or was XERO-0002. Give another name"),
        (("rename", "XERO-0001", "index"), "has the address of the system's index page"),
        (("merge", "XERO-0001", "--into", "XERO-0001"), "cannot be merged into itself"),
        (("merge", "XERO-0001", "--into", "XERO-0009"), "has no line for XERO-0009"),
        (("retire", "XERO-0009"), "has no line for XERO-0009"),
    ],
)
def test_what_stands_against_it_is_told_and_nothing_changes(
    run: Run, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = bytes_of(folder)
    ran = run(*arguments)
    assert (ran.code, told in ran.err) == (1, True)
    assert bytes_of(folder) == before


def test_what_is_gone_is_not_merged_or_retired_again(run: Run, folder: Path) -> None:
    run("retire", "XERO-0002")
    before = bytes_of(folder)
    assert "XERO-0002 is withdrawn already" in run("retire", "XERO-0002").err
    assert "XERO-0002 is withdrawn already" in run("merge", "XERO-0002", "--into", "XERO-0001").err
    told = "XERO-0002 is withdrawn. Name an entry that readers are led to"
    assert told in run("merge", "XERO-0001", "--into", "XERO-0002").err
    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    "arguments",
    [("rename", "XERO-0001", "x"), ("merge", "XERO-0002", "--into", "XERO-0001"), ("retire", "XERO-0002")],
)
def test_a_full_disk_changes_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    before = bytes_of(folder)

    write = writing._write

    def full(path: Path, text: str | bytes) -> None:
        if path.as_posix().startswith("errors/.ids.lock"):
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(path, text)

    monkeypatch.setattr("errorbook.common.writing._write", full)
    ran = run(*arguments)
    assert (ran.code, ran.err) == (1, "errorbook: errors/ids.lock: No space left on device\n")
    assert bytes_of(folder) == before
    assert list(folder.rglob("*.tmp")) == []


def test_a_file_that_a_command_cannot_change_is_one_problem(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("errorbook.authoring.field_edits.add_items", lambda text, *_: text)
    before = bytes_of(folder)
    ran = run("merge", "XERO-0002", "--into", "XERO-0001")
    fix = "is written in a way that cannot be changed by a command. Change it in an editor"
    assert (ran.code, ran.err.count(fix)) == (1, 2)
    assert bytes_of(folder) == before


def test_an_entry_in_a_folder_below_its_system_stays_there(
    run: Run, folder: Path, write_errors: WriteErrors
) -> None:
    text = (folder / "xero/d.yml").read_text("utf-8")
    (folder / "xero/d.yml").unlink()
    write_errors({"xero/tax/d.yml": text, "ids.lock": (folder / "ids.lock").read_text("utf-8")})
    ran = run("rename", "XERO-0004", "tax-rate-missing")
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "XERO-0004 is xero/tax-rate-missing now; xero/d leads there.",
    )
    assert [path.name for path in (folder / "xero/tax").iterdir()] == ["tax-rate-missing.yml"]


def test_an_entry_in_a_file_of_several_is_left_alone(run: Run, folder: Path) -> None:
    text = (folder / "xero/d.yml").read_text("utf-8")
    several = "entries:\n  d:\n" + "".join(f"    {line}\n" for line in text.splitlines())
    (folder / "xero/d.yml").write_text(several, "utf-8")
    before = bytes_of(folder)
    for command in (("rename", "XERO-0004", "e"), ("retire", "XERO-0004"), ("retire", "XERO-0002")):
        ran = run(*command)
        assert ran.code == 1
        assert "errors/xero/d.yml:2:3: entries.d: is in a file with others. Give it a file of" in ran.err
    assert bytes_of(folder) == before


def test_an_entry_whose_file_is_gone_is_told_as_such(run: Run, folder: Path, make_entry: MakeEntry) -> None:
    for file in folder.glob("xero/*.yml"):
        file.unlink()
    (folder / "xero/a.yml").write_text(make_entry(), "utf-8")
    ran = run("retire", "XERO-0002")
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        "errors/ids.lock: has XERO-0002, and its file is gone."
        " Bring xero/b.yml back from its history first: its links go on leading to it",
    )
