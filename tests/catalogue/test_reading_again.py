"""A catalogue that is read again: what did not change is the same, and nothing of the past stays."""

from conftest import MakeEntry, WriteErrors

from errorbook.catalogue import reader
from errorbook.common.memory import Memory


def test_only_files_that_changed_are_read_again(write_errors: WriteErrors, make_entry: MakeEntry) -> None:
    one, two = make_entry(), make_entry(id="XERO-0002", messages=["No {amount} of any kind"])
    memory = Memory()
    before = reader.read(write_errors({"xero/one.yml": one, "xero/two.yml": two}), memory)
    changed = two.replace("of any kind", "of this kind")
    after = reader.read(write_errors({"xero/two.yml": changed}), memory)
    kept = zip(after.catalogue.entries, before.catalogue.entries, strict=True)
    assert [new is old for new, old in kept] == [True, False]
    assert after.catalogue == reader.read(write_errors({})).catalogue
    (write_errors({}) / "xero/one.yml").unlink()
    assert [entry.id for entry in reader.read(write_errors({}), memory).catalogue.entries] == ["XERO-0002"]


def test_a_changed_block_changes_the_entries_that_include_it(
    write_errors: WriteErrors, make_entry: MakeEntry
) -> None:
    memory = Memory()
    entry = make_entry(resolution=[{"include": "open-it"}])
    for step in ("Open Xero.", "Open Cin7 Core."):
        block = f"about: How to open it.\nsteps:\n- {step}\n"
        folder = write_errors({"xero/one.yml": entry, "shared/blocks/open-it.yml": block})
        loaded = reader.read(folder, memory)
        assert loaded.catalogue.entries[0].resolution[0].do == step
        assert loaded.blocks.used == {"open-it"}
