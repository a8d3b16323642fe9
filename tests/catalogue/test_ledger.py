from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeEntry, ReadErrors

from errorbook.catalogue import ledger
from errorbook.catalogue.reader import Loaded
from errorbook.common.problems import CatalogueError

LINES = ledger.parse("ids.lock", "XERO-0001 xero/a\nXERO-0007 xero/g\nQBO-0002 quickbooks/b\n")


def problems(loaded: Loaded, lines: Iterable[ledger.Line]) -> list[str]:
    found = list(ledger.compare("errors/ids.lock", lines, loaded.catalogue.entries, loaded.sources))
    # By its rule a lost entry is told from the others, and `errorbook check` names it.
    assert [each.rule for each in found] == [
        "gone" if "has no entry" in each.what else "ledger" for each in found
    ]
    return sorted(map(str, found))


def test_the_ledger_reads_back_as_it_was_written() -> None:
    text = ledger.render(LINES)
    assert text.splitlines()[0] == (
        "# Every id and address ever given: 3 lines. Written by `errorbook lock`; never remove a line."
    )
    assert text.splitlines()[1:] == ["QBO-0002 quickbooks/b", "XERO-0001 xero/a", "XERO-0007 xero/g"]
    assert ledger.render(ledger.parse("ids.lock", text)) == text


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "XERO-0001",
        "XERO-0001 xero",
        "XERO-0001 xero/",
        "XERO-0001 Xero/a",
        "XERO-0001 xero/a b",
        "XERO-0001 xero/a retired xero/b",
        "XERO-0001  xero/b",
        "xero-0001 xero/a",
        "XERO xero/a",
        "0001 xero/a",
        "- xero/a",
    ],
)
def test_a_line_that_is_none_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        ledger.parse("errors/ids.lock", f"# ids\nXERO-0001 xero/a\n{line}\n")
    assert str(caught.value).splitlines()[0] == (
        "errors/ids.lock:3:1: is not 'ID system/slug'. Restore the line from the file's history"
    )
    assert [each.rule for each in caught.value.problems] == ["ledger"]


def test_lines_have_their_numbers_and_those_without_an_id_count_along() -> None:
    text = "# ids\n\n  \nXERO-0001 xero/a\n#\n XERO-0002 xero/b \n"
    assert ledger.parse("ids.lock", text) == (
        ledger.Line("XERO-0001", "xero/a", 4),
        ledger.Line("XERO-0002", "xero/b", 6),
    )
    assert ledger.Line("XERO-0001", "xero/a").number == 0, "A line that is not written yet has none."


def test_lines_are_sorted_by_id_and_address_and_stand_once() -> None:
    addresses = [f"xero/{letter}" for letter in "badce"]
    lines = [ledger.Line("XERO-10000", "xero/z"), *(ledger.Line("XERO-0002", each) for each in addresses)]
    assert ledger.render([*lines, *lines]).splitlines()[1:] == [
        *(f"XERO-0002 {each}" for each in sorted(addresses)),
        "XERO-10000 xero/z",
    ]


RESTORE = "Restore it from the file's history"
WHOLE = ledger.render(LINES)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", f"is empty. {RESTORE}, or remove it where no id was ever given"),
        ("\n\n", f"is empty. {RESTORE}, or remove it where no id was ever given"),
        ("# ids\n", f"has no line with an id. {RESTORE}"),
        (WHOLE.splitlines(keepends=True)[0], f"has 0 lines, and had 3. {RESTORE}"),
        (WHOLE.replace("XERO-0001 xero/a\n", ""), f"has 2 lines, and had 3. {RESTORE}"),
        (WHOLE.replace("QBO-0002 quickbooks/b", "XERO-0001 xero/a"), f"has 2 lines, and had 3. {RESTORE}"),
        (f"{WHOLE}XERO-0008 xero/h", f"is cut off in its last line. {RESTORE}"),
    ],
)
def test_a_ledger_that_lost_lines_is_refused(text: str, problem: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        ledger.parse("errors/ids.lock", text)
    assert str(caught.value).splitlines()[0] == f"errors/ids.lock: {problem}"
    assert [each.rule for each in caught.value.problems] == ["ledger"]


def test_no_beginning_of_a_ledger_passes_for_the_whole() -> None:
    for end in range(len(WHOLE)):
        with pytest.raises(CatalogueError):
            ledger.parse("errors/ids.lock", WHOLE[:end])


def test_a_ledger_may_begin_without_an_id_and_asks_for_the_first(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    text = ledger.render([])
    assert ledger.parse("ids.lock", text) == ()
    loaded = read_errors({"ids.lock": text, "xero/a.yml": make_entry()})
    found = ledger.problems("errors/ids.lock", text, (), loaded.catalogue.entries, loaded.sources)
    assert [str(each) for each in found] == [
        "errors/xero/a.yml:1:1: warning: id: XERO-0001 is not in ids.lock. Run 'errorbook lock' to record it"
    ]


def test_two_branches_that_were_merged_have_more_lines_than_counted() -> None:
    assert len(ledger.parse("ids.lock", f"{WHOLE}XERO-0008 xero/h\n")) == 4
    shorter = ledger.render(LINES[:2])
    assert len(ledger.parse("ids.lock", shorter + WHOLE)) == 5
    with pytest.raises(CatalogueError, match="has 2 lines, and had 3"):
        ledger.parse("ids.lock", WHOLE.splitlines(keepends=True)[0] + shorter)


def test_a_ledger_from_before_the_count_is_told_until_it_is_counted() -> None:
    (told,) = ledger.uncounted("errors/ids.lock", "# ids\nXERO-0001 xero/a\n")
    assert told.rule == "ledger"
    assert str(told) == (
        "errors/ids.lock:1:1: does not say how many lines it has."
        " Compare it with the file's history, then run 'errorbook lock' to count them"
    )
    assert list(ledger.uncounted("errors/ids.lock", WHOLE)) == []
    assert list(ledger.uncounted("errors/ids.lock", "")) == []


def test_after_the_last_number_none_is_given_and_longer_ones_are_read() -> None:
    given = [ledger.Line("XERO-9998", "xero/y"), ledger.Line("XERO77777", "xero/x")]
    assert ledger.next_id("XERO", given, ()) == "XERO-9999"
    for last in ("XERO-9999", "XERO-10000"):
        with pytest.raises(CatalogueError) as caught:
            ledger.next_id("XERO", [ledger.Line(last, "xero/z")], (), "errors/ids.lock")
        assert [each.rule for each in caught.value.problems] == ["ledger"]
        assert str(caught.value).splitlines()[0] == (
            f"errors/ids.lock: holds {last}, and XERO-9999 is the last id that is given."
            " Add a system with a prefix of its own to catalogue.yml, or write the entry with its own id"
        )
    more = [ledger.Line("XERO-9999", "xero/z", 2), ledger.Line("XERO-10000", "xero/a", 3)]
    assert ledger.parse("ids.lock", ledger.render(more)) == tuple(more)


def test_the_next_id_was_never_given_not_even_to_an_entry_that_is_gone(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    entries = read_errors({"xero/a.yml": make_entry(id="XERO-0003")}).catalogue.entries
    assert ledger.next_id("XERO", LINES, entries) == "XERO-0008"
    assert ledger.next_id("QBO", LINES, entries) == "QBO-0003"
    assert ledger.next_id("SHOP", LINES, entries) == "SHOP-0001"


def test_new_entries_are_added_and_nothing_is_taken_away(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    entries = read_errors({"xero/new.yml": make_entry(id="XERO-0008")}).catalogue.entries
    lines = ledger.extend(LINES, entries)
    assert lines == (*LINES, ledger.Line("XERO-0008", "xero/new"))
    assert ledger.extend(lines, entries) == lines


def test_a_recorded_entry_is_no_problem(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    assert problems(loaded, LINES[:1]) == []


def test_an_id_that_is_not_recorded_is_a_problem(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    assert problems(loaded, ()) == [
        "errors/xero/a.yml:1:1: id: XERO-0001 is not in ids.lock. Run 'errorbook lock' to record it"
    ]


def test_an_entry_that_vanished_is_a_problem(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    assert problems(loaded, LINES[:2]) == [
        "errors/ids.lock:2:1: XERO-0007 has no entry any more. Bring xero/g.yml back;"
        " an entry retires with 'status: withdrawn' or 'superseded'"
    ]


def test_an_entry_that_moved_keeps_its_former_address(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/new.yml": make_entry()})
    assert problems(loaded, LINES[:1]) == [
        "errors/xero/new.yml:1:1: id: XERO-0001 had the address xero/a before."
        " Add 'a' to former_slugs where the same error got another name;"
        " another error needs a new id, even if the old one was retired"
    ]
    moved = read_errors(
        {"xero/a.yml": make_entry(id="XERO-0009"), "xero/new.yml": make_entry(former_slugs=["b"])}
    )
    assert problems(moved, LINES[:1])[0].startswith("errors/xero/a.yml")


def test_a_former_slug_satisfies_the_ledger(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/new.yml": make_entry(former_slugs=["a"])})
    assert problems(loaded, LINES[:1]) == []


TAKEN = "xero/a was given to XERO-0001, and stays its address."


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"xero/g.yml": {"id": "XERO-0007", "former_slugs": ["a"]}},
            f"errors/xero/g.yml:23:3: former_slugs[0]: {TAKEN} Remove it;"
            " where XERO-0001 goes on in this entry, bring its file back with 'status: superseded'",
        ),
        (
            {"xero/c.yml": {}, "xero/g.yml": {"id": "XERO-0007", "former_slugs": ["a"]}},
            f"errors/xero/g.yml:23:3: former_slugs[0]: {TAKEN}"
            " Remove it, and add 'a' to former_slugs of XERO-0001",
        ),
        (
            {"xero/c.yml": {}, "xero/a.yml": {"id": "XERO-0007", "former_slugs": ["g"]}},
            f"errors/xero/a.yml:1:1: {TAKEN}"
            " Give the file another name, and add 'a' to former_slugs of XERO-0001",
        ),
    ],
)
def test_an_address_stays_with_the_id_that_it_was_given_to(
    read_errors: ReadErrors, make_entry: MakeEntry, files: dict[str, dict[str, Any]], problem: str
) -> None:
    loaded = read_errors({name: make_entry(**fields) for name, fields in files.items()})
    assert problems(loaded, LINES[:2]) == [problem]


def test_the_id_of_a_retired_entry_is_that_of_no_other_error(
    read_errors: ReadErrors, make_entry: MakeEntry, tmp_path: Path
) -> None:
    withdrawn = read_errors({"xero/a.yml": make_entry(status="withdrawn")})
    unsaid = list(
        ledger.compare("errors/ids.lock", LINES[:1], withdrawn.catalogue.entries, withdrawn.sources)
    )
    assert [(each.what, each.level) for each in unsaid] == [
        ("is withdrawn, which ids.lock does not say of XERO-0001", "hint")
    ]
    text = ledger.render(ledger.extend(LINES[:1], withdrawn.catalogue.entries))
    assert text.splitlines()[1:] == ["XERO-0001 xero/a retired"]
    lines = ledger.parse("ids.lock", text)
    assert problems(withdrawn, lines) == []
    assert ledger.extend(lines, withdrawn.catalogue.entries) == lines
    # Under an old address of another error, or of its own, the id stays that of the old one.
    for name, former in (("a", None), ("b", ["a"])):
        (tmp_path / "errors/xero/a.yml").unlink()
        files = {f"xero/{name}.yml": make_entry(title="Another error", former_slugs=former)}
        (problem,) = problems(read_errors(files), lines)
        assert "id: XERO-0001 was retired, and an id is given once. Give this error a new id" in problem


def test_an_entry_does_not_change_its_system(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    assert problems(loaded, (ledger.Line("XERO-0001", "quickbooks/a"),)) == [
        "errors/xero/a.yml:1:1: id: XERO-0001 was in the folder 'quickbooks' before."
        " Move the file back, or give this entry a new id and keep the old one as superseded"
    ]


def test_a_ledger_is_missing_where_there_are_entries_and_no_text(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    entries = read_errors({"xero/a.yml": make_entry()}).catalogue.entries
    (problem,) = ledger.missing("errors/ids.lock", "", entries)
    assert str(problem) == (
        f"errors/ids.lock: is missing. {RESTORE}; in a new catalogue, run 'errorbook lock' to begin it"
    )
    assert list(ledger.missing("errors/ids.lock", WHOLE, entries)) == []
    assert list(ledger.missing("errors/ids.lock", "", ())) == []


def test_a_lost_ledger_is_told_alone_and_a_wrong_one_with_all_that_is_wrong(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})

    def told(text: str, lines: Iterable[ledger.Line]) -> list[str]:
        entries = loaded.catalogue.entries
        return [
            each.what for each in ledger.problems("errors/ids.lock", text, lines, entries, loaded.sources)
        ]

    assert told("", ()) == ["is missing"]
    assert told("QBO-0002 quickbooks/b\n", LINES[2:]) == [
        "does not say how many lines it has",
        "XERO-0001 is not in ids.lock",
        "QBO-0002 has no entry any more",
    ]
    assert told(WHOLE, LINES[:1]) == []


def test_a_ledger_has_twenty_megabytes_at_most() -> None:
    assert ledger.LARGEST == 20_000_000
