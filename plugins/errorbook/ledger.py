"""The ledger ``ids.lock``: every id and address ever given, so that no link to an entry breaks.

Its lines are only ever added: ``XERO-0001 xero/invoice-already-paid``. An entry that moved has several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from errorbook.model import Entry
from errorbook.problems import CatalogueError, Problem
from errorbook.yaml_source import Source

FILE = "ids.lock"
_HEADER = "# Every id and address ever given. Written by `errorbook lock`; never remove a line.\n"
_LINE = re.compile(r"([A-Z][A-Z0-9]{1,7}-[0-9]{4}) ([a-z0-9-]+/[a-z0-9-]+)")


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One promise: this id has, or had, this address."""

    id: str
    address: str
    number: int = 0


def parse(file: str, text: str) -> tuple[Line, ...]:
    """Return the ledger's lines; raises CatalogueError for lines that are none."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found:
            lines.append(Line(found[1], found[2], number))
        else:
            what, fix = "is not 'ID system/slug'", "Restore the line from the file's history"
            problems.append(Problem(file, number, 1, "", what, fix, rule="ledger"))
    if problems:
        raise CatalogueError(problems)
    return tuple(lines)


def render(lines: Iterable[Line]) -> str:
    """Return the ledger's text, sorted."""
    return _HEADER + "".join(
        f"{id_} {address}\n" for id_, address in sorted({(x.id, x.address) for x in lines})
    )


def extend(lines: Iterable[Line], entries: Iterable[Entry]) -> tuple[Line, ...]:
    """Return the lines with those of new ids and addresses added; nothing is ever taken away."""
    known = tuple(lines)
    have = {(line.id, line.address) for line in known}
    new = (Line(entry.id, entry.address) for entry in entries if (entry.id, entry.address) not in have)
    return (*known, *new)


def next_id(prefix: str, lines: Iterable[Line], entries: Iterable[Entry]) -> str:
    """Return the first id of a system that nobody has had, neither now nor before."""
    used = [*(line.id for line in lines), *(entry.id for entry in entries)]
    numbers = [int(id_.rpartition("-")[2]) for id_ in used if id_.rpartition("-")[0] == prefix]
    return f"{prefix}-{max(numbers, default=0) + 1:04}"


def compare(
    file: str, lines: Iterable[Line], entries: Iterable[Entry], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Yield every promise that the entries break, and every id that is not promised yet."""
    known = tuple(lines)
    by_id = {entry.id: entry for entry in entries}
    promised = {line.id for line in known}
    for id_ in by_id.keys() - promised:
        what, fix = f"{id_} is not in {FILE}", "Run 'errorbook lock' to record it"
        yield sources[id_].problem(("id",), what, fix, rule="ledger")
    for line in known:
        entry = by_id.get(line.id)
        system, _, slug = line.address.partition("/")
        if entry is None:
            what = f"{line.id} has no entry any more"
            fix = f"Bring {line.address}.yml back; an entry retires with 'status: withdrawn' or 'superseded'"
            yield Problem(file, line.number, 1, "", what, fix, rule="ledger")
        elif system != entry.system:
            what = f"{line.id} was in the folder '{system}' before"
            fix = "Move the file back, or give this entry a new id and keep the old one as superseded"
            yield sources[entry.id].problem(("id",), what, fix, rule="ledger")
        elif slug not in (entry.slug, *entry.former_slugs):
            what = f"{line.id} had the address {line.address} before"
            fix = f"Add '{slug}' to former_slugs, or give this entry a new id"
            yield sources[entry.id].problem(("id",), what, fix, rule="ledger")
