"""The ledger ``ids.lock``: every id and address ever given, so that no link to an entry breaks.

Its lines are only ever added: ``SHOP-0001 shop/card-declined``. An entry that moved has several, and of one
that retired the last says so: ``SHOP-0001 shop/card-declined retired``.
The first line counts them, so that a ledger which lost some is refused instead of begun anew. More lines
than counted are fine: that is what merging two branches gives.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from errorbook.catalogue import ids
from errorbook.catalogue.model import Entry
from errorbook.catalogue.yaml_source import Source
from errorbook.common.problems import CatalogueError, Problem

FILE = "ids.lock"
LARGEST = 20_000_000
"""Bytes of a ledger; 10,000 ids have 400,000."""
GONE = "gone"
"""The rule that an id's entry stays."""
_LAST = 9999
"""The last number that is given, so that an id keeps its width; longer ones are read."""
_HEADER = "# Every id and address ever given: {} lines. Written by `errorbook lock`; never remove a line.\n"
_COUNT = re.compile(r"^# Every id and address ever given: ([0-9]{1,9}) lines\.", re.MULTILINE)
_RESTORE = "Restore it from the file's history"
_LINE = re.compile(r"([A-Z0-9-]+) ([a-z0-9-]+/[a-z0-9-]+)( retired)?")
RETIRED = ("superseded", "withdrawn")
"""The statuses of entries that are no error of their own any more."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One promise: this id has, or had, this address."""

    id: str
    address: str
    number: int = 0
    retired: bool = False
    """Whether the entry retired under this address: its id is that of no other error."""


def parse(file: str, text: str) -> tuple[Line, ...]:
    """Return the ledger's lines; raises CatalogueError for lines that are none, and where some are lost."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found and re.fullmatch(ids.ID, found[1]):
            lines.append(Line(found[1], found[2], number, bool(found[3])))
        else:
            what, fix = "is not 'ID system/slug'", "Restore the line from the file's history"
            problems.append(Problem(file, number, 1, "", what, fix, rule="ledger"))
    if not problems and (what := _loss(text, lines)):
        fix = _RESTORE if text.strip() else f"{_RESTORE}, or remove it where no id was ever given"
        problems.append(Problem.of(file, what, fix, rule="ledger"))
    if problems:
        raise CatalogueError(problems)
    return tuple(lines)


def render(lines: Iterable[Line]) -> str:
    """Return the ledger's text, counted and sorted."""
    every = tuple(lines)
    retired = {(line.id, line.address) for line in every if line.retired}
    known = sorted(
        {(line.id, line.address) for line in every}, key=lambda line: (ids.order(line[0]), line[1])
    )
    return _HEADER.format(len(known)) + "".join(
        f"{id_} {address}{' retired' * ((id_, address) in retired)}\n" for id_, address in known
    )


def problems(
    file: str,
    text: str,
    lines: Iterable[Line],
    entries: Collection[Entry],
    sources: Mapping[str, Source],
    *,
    whole: bool = True,
) -> Iterator[Problem]:
    """Yield everything that is wrong with a ledger, given as its text and its lines, beside the entries.

    Where these are not ``whole``, nobody knows which ids have an entry no more.
    """
    known = tuple(lines)
    if lost := list(missing(file, text, entries)):
        yield from lost
    else:
        yield from uncounted(file, text)
        there = {entry.id for entry in entries}
        for problem in compare(file, known, entries, sources, None if whole else there):
            # Before the first id is given, nothing is promised, and an example may still go.
            yield problem if known else replace(problem, level="warning")


def missing(file: str, text: str, entries: Collection[Entry]) -> Iterator[Problem]:
    """Yield that there is no ledger although there are entries: a lost one looks as one never begun."""
    if entries and not text:
        fix = f"{_RESTORE}; in a new catalogue, run 'errorbook lock' to begin it"
        yield Problem.of(file, "is missing", fix, rule="ledger")


def uncounted(file: str, text: str) -> Iterator[Problem]:
    """Yield that a ledger, written before ledgers were counted or by hand, does not say how long it is."""
    if text and not _COUNT.search(text):
        what = "does not say how many lines it has"
        fix = "Compare it with the file's history, then run 'errorbook lock' to count them"
        yield Problem(file, 1, 1, "", what, fix, rule="ledger")


def extend(lines: Iterable[Line], entries: Iterable[Entry]) -> tuple[Line, ...]:
    """Return the lines with what is new added: ids, addresses and that one retired. None is taken away."""
    known = tuple(lines)
    have = {(line.id, line.address) for line in known}
    retired = {line.id for line in known if line.retired}
    new = (
        Line(entry.id, entry.address, retired=entry.status in RETIRED)
        for entry in entries
        if (entry.id, entry.address) not in have or (entry.status in RETIRED and entry.id not in retired)
    )
    return (*known, *new)


def next_id(prefix: str, lines: Iterable[Line], entries: Iterable[Entry], file: str = FILE) -> str:
    """Return the first numbered id that nobody has had; raises CatalogueError after the last one."""
    return next(free_ids(prefix, lines, entries, file))


def free_ids(prefix: str, lines: Iterable[Line], entries: Iterable[Entry], file: str) -> Iterator[str]:
    """Yield the numbered ids that nobody has had, in order; raises CatalogueError after the last one."""
    used = [*(line.id for line in lines), *(entry.id for entry in entries)]
    numbers = [int(id_.rpartition("-")[2]) for id_ in used if ids.is_numbered(id_, prefix)]
    last = max(numbers, default=0)
    yield from (f"{prefix}-{number:04}" for number in range(last + 1, _LAST + 1))
    what = f"holds {prefix}-{max(last, _LAST)}, and {prefix}-{_LAST} is the last id that is given"
    fix = "Add a system with a prefix of its own to catalogue.yml, or write the entry with its own id"
    raise CatalogueError([Problem.of(file, what, fix, rule="ledger")])


def compare(
    file: str,
    lines: Iterable[Line],
    entries: Iterable[Entry],
    sources: Mapping[str, Source],
    asked: Collection[str] | None = None,
) -> Iterator[Problem]:
    """Yield every promise that the entries break, and every id that is not promised yet.

    ``asked`` are the ids whose promises are looked at, where not all are.
    """
    known = tuple(lines)
    by_id = {entry.id: entry for entry in entries}
    retired = {line.id for line in known if line.retired}
    again = {id_ for id_ in by_id.keys() & retired if by_id[id_].status not in RETIRED}
    yield from _unsaid(known, by_id, sources)
    for id_ in again:
        what = f"{id_} was retired, and an id is given once"
        fix = (
            "Give this error a new id, and bring the old file back;"
            f" where it is the same error again, remove 'retired' from its line in {FILE}"
        )
        yield sources[id_].problem(("id",), what, fix, rule="ledger")
    claims = {(entry.system, slug): entry.id for entry in by_id.values() for slug in _slugs(entry)}
    given = {(line.id, line.address) for line in known}
    for line in known:
        if line.id in again or (asked is not None and line.id not in asked):
            continue
        entry = by_id.get(line.id)
        system, _, slug = line.address.partition("/")
        claimed = claims.get((system, slug), line.id)
        if claimed != line.id and (claimed, line.address) not in given:
            yield _taken(line, slug, by_id[claimed], entry, sources)
        elif entry is None:
            what = f"{line.id} has no entry any more"
            fix = f"Bring {line.address}.yml back; an entry retires with 'status: withdrawn' or 'superseded'"
            yield Problem(file, line.number, 1, "", what, fix, rule=GONE)
        elif system != entry.system:
            what = f"{line.id} was in the folder '{system}' before"
            fix = "Move the file back, or give this entry a new id and keep the old one as superseded"
            yield sources[entry.id].problem(("id",), what, fix, rule="ledger")
        elif slug not in _slugs(entry):
            what = f"{line.id} had the address {line.address} before"
            fix = (
                f"Add '{slug}' to former_slugs where the same error got another name;"
                " another error needs a new id, even if the old one was retired"
            )
            yield sources[entry.id].problem(("id",), what, fix, rule="ledger")


def _unsaid(
    lines: Collection[Line], by_id: Mapping[str, Entry], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Yield the ids that are not recorded, and those of which nothing says yet that they retired."""
    fix = "Run 'errorbook lock' to record it"
    promised = {line.id for line in lines}
    retired = {line.id for line in lines if line.retired}
    for id_, entry in by_id.items():
        if id_ not in promised:
            yield sources[id_].problem(("id",), f"{id_} is not in {FILE}", fix, rule="ledger")
        elif entry.status in RETIRED and id_ not in retired:
            what = f"is {entry.status}, which {FILE} does not say of {id_}"
            yield sources[id_].problem(("status",), what, fix, "hint", "ledger")


def _taken(
    line: Line, slug: str, claimant: Entry, owner: Entry | None, sources: Mapping[str, Source]
) -> Problem:
    """Return the problem of an entry that claims an address of another."""
    former = slug in claimant.former_slugs
    place = ("former_slugs", claimant.former_slugs.index(slug)) if former else ()
    fix = "Remove it" if former else "Give the file another name"
    if owner:
        fix += f", and add '{slug}' to former_slugs of {line.id}"
    else:
        fix += f"; where {line.id} goes on in this entry, bring its file back with 'status: superseded'"
    return sources[claimant.id].problem(
        place, f"{line.address} was given to {line.id}, and stays its address", fix, rule="ledger"
    )


def _slugs(entry: Entry) -> tuple[str, ...]:
    return (entry.slug, *entry.former_slugs)


def _loss(text: str, lines: list[Line]) -> str:
    """Return what shows that a ledger is not whole, or nothing."""
    counts = [int(count) for count in _COUNT.findall(text)]
    counted = max(counts, default=0)
    there = len({(line.id, line.address) for line in lines})
    if not text.strip():
        return "is empty"
    if there < counted or not (there or counts):
        return f"has {there} lines, and had {counted}" if counted else "has no line with an id"
    return "" if text.endswith("\n") else "is cut off in its last line"
