"""Triage an export of made-up tickets whose truth is known: how fast, how big, how right?

    python bench/tickets.py              100,000 tickets: one process, two, and a cluster of two
    python bench/tickets.py 5000 --jobs 1 --keep /some/folder
    python bench/tickets.py 5000 --workers 2   on a Dask cluster of two processes

The tickets are the catalogue's own examples as people send them (in e-mails, payloads, log lines), messages
that no entry has, and mail that shows no error. The same seed makes the same tickets. What is measured is
printed, and with --out also written as a table.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from errorbook.catalogue import reader
from errorbook.indexing import match_index
from errorbook.matching import Matcher

SEED = 20261122
FIRST_DAY, DAYS = date(2026, 5, 1), 180
KNOWN, UNKNOWN = 0.6, 0.22
# What the wrapping may cost: shares of tickets, on top of what the examples alone lose.
MOST_LOST, MOST_FALSE = 0.03, 0.02

HEAD = """# Triage of many tickets

Made by `make bench-triage`: tickets made of the catalogue's examples, of messages that no entry has, and of
mail, in one CSV file.

"""

PEOPLE = ("Jane Miller", "Tomasz Nowak", "A. Okafor", "Priya Raman", "Lars Holm", "Mei Chen", "Carlos Ruiz")
COMPANIES = ("Harbour Lane Ltd", "Birchwood Supplies", "Kowhai Traders", "Blue Mug Co", "Northgate Tools")
PLACES = ("Auckland", "Leeds", "Utrecht", "Boston", "Perth")
UNKNOWN_MESSAGES = (
    'Warehouse "{place}" is locked for stocktake until {day}',
    "Carrier label {code} expired before it was printed",
    "Barcode {number} is assigned to two products",
    'Gift card "{code}" was redeemed in another channel',
    "Webhook delivery to {url} failed after {number} attempts",
    "Serial number {code} was received twice on purchase {document}",
    "Kit {code} has no components in warehouse {place}",
    "Pick list {document} is assigned to another picker",
    "Bin location {code} does not exist in zone {number}",
    "The printed statement for {company} exceeds {number} pages",
    "Courier account {number} was rejected by the carrier gateway",
    "Backorder allocation for {document} timed out after {number} seconds",
)
NOISE = (
    "How do I change the logo on our invoices?",
    "Thanks for the quick help yesterday, all good now.",
    "Can you tell me when the next webinar takes place? {person} would like to join.",
    "I would like to add {person} to our plan, what does another seat cost?",
    "Is there a way to print labels in two languages?",
    "We are moving offices to {place} in spring. Where do I enter the new address?",
    "Where is the report of sales by region? My accountant at {company} asked for it.",
    "Great product! Just a wish: a dark theme for the phone app.",
)
OPENINGS = (
    "Hi team,",
    "Hello,",
    "Good morning, this is {person} from {company}.",
    "Hi, since {day} we see this when order {document} is sent:",
    "One of our records is stuck. This is what it shows:",
)
CLOSINGS = (
    "Could you have a look please?",
    "What do we have to do?",
    "It worked last week. Order {document}, {amount} in total.",
    "Thanks!",
)


class Ticket(NamedTuple):
    """A ticket and what is true of it: an entry's id, the number of an unknown message, or nothing."""

    number: int
    day: date
    subject: str
    text: str
    kind: str
    truth: str


class Figures(NamedTuple):
    """What a triage took."""

    who: str
    tickets: int
    seconds: float
    processor: float
    megabytes: float
    right: bool


def main() -> None:
    """Make the tickets, triage them, compare, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the triage of many tickets.")
    parser.add_argument("tickets", type=int, nargs="?", default=100_000)
    parser.add_argument("--jobs", type=int, help="Ask so many processes only.")
    parser.add_argument("--workers", type=int, help="Ask a cluster of so many processes only.")
    parser.add_argument("--errors", type=Path, default=Path("errors"))
    parser.add_argument("--keep", type=Path, help="Folder to leave the files in.")
    parser.add_argument("--out", type=Path, help="File for the table.")
    options = parser.parse_args()
    asked = [(options.jobs or 0, options.workers or 0)]
    if not any(asked[0]):
        asked = [(1, 0), (2, 0), (0, 2)]
    alone = lost_alone(options.errors)
    found: list[Figures] = []
    with TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for count, name in ((options.tickets // 10, "tenth"), (options.tickets, "all")):
            export = folder / f"{name}.csv"
            truth = write(count, options.errors, export)
            for jobs, workers in asked:
                with crew(jobs, workers) as (who, how):
                    found.append(measure(export, truth, count, who, how, options.errors, alone))
    found.sort(key=lambda figures: figures.who)
    print(lines := table(found))
    if options.out:
        options.out.write_text(HEAD + lines + "\n", "utf-8")
    sys.exit(int(not all(figures.right for figures in found)))


def table(found: list[Figures]) -> str:
    """Return the figures as a table in Markdown."""
    lines = [
        "| Who matches | Tickets | Seconds | A second | A second of processor time | Largest process |",
        "|---|---|---|---|---|---|",
    ]
    for who, tickets, seconds, processor, megabytes, _ in found:
        # The workers of a cluster are no children of the command: what they take is not known to it.
        each = "" if "cluster" in who else f"{tickets / processor:,.0f}"
        took = f"{seconds:,.0f} | {tickets / seconds:,.0f} | {each}"
        lines.append(f"| {who} | {tickets:,} | {took} | {megabytes:,.0f} MB |")
    return "\n".join(lines)


@contextmanager
def crew(jobs: int, workers: int) -> Iterator[tuple[str, list[str]]]:
    """Yield who matches, in words and as options of the command; a cluster ends with the block."""
    if not workers:
        yield f"{jobs} process{'es' if jobs > 1 else ''}", ["--jobs", str(jobs)]
        return
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        yield f"{workers} workers of a cluster", ["--dask", cluster.scheduler_address]


def measure(
    export: Path, truth: Path, count: int, who: str, how: list[str], errors: Path, alone: float
) -> Figures:
    """Triage so many tickets and print what it took and what it got right."""
    command = [str(Path(sys.executable).with_name("errorbook")), "triage", str(export), "--json"]
    command += [*how, "--errors", str(errors), "--restart"]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    print(f"{count:,} tickets, {export.stat().st_size / 1e6:.1f} MB, {who}")
    processor = usage.ru_utime + usage.ru_stime
    print(f"  {seconds:.1f} s, {count / seconds:,.0f} tickets a second")
    print(f"  {processor:.1f} s of processor time, {count / processor:,.0f} tickets a second of it")
    # The largest of the processes: the one that reads and writes, or one that matches.
    megabytes = usage.ru_maxrss / 1024
    print(f"  {megabytes:.0f} MB in the largest process")
    right = judge(json.loads(printed), export.with_suffix(".triage.csv"), truth, alone)
    return Figures(who, count, seconds, processor, megabytes, right)


def write(count: int, errors: Path, export: Path) -> Path:
    """Write the export and, beside it, what is true of each ticket."""
    truth = export.with_suffix(".truth.jsonl")
    with export.open("w", encoding="utf-8", newline="") as table, truth.open("w", encoding="utf-8") as side:
        writer = csv.writer(table)
        writer.writerow(["id", "created_at", "subject", "description"])
        for ticket in make(count, errors):
            writer.writerow([ticket.number, f"{ticket.day}T09:00:00Z", ticket.subject, ticket.text])
            side.write(json.dumps({"id": ticket.number, "kind": ticket.kind, "truth": ticket.truth}) + "\n")
    return truth


def make(count: int, errors: Path) -> Iterator[Ticket]:
    """Yield tickets."""
    chance = random.Random(SEED)
    loaded = reader.load(errors)
    index = match_index.build(loaded)
    entries = [loaded.entry(entry["id"]) for entry in index["entries"]]
    examples = [[example.paste for example in entry.examples] for entry in entries if entry]
    ids = [entry.id for entry in entries if entry]
    # As in life, a few errors come often and most seldom.
    weights = [1 / (1 + rank) ** 0.7 for rank in range(len(ids))]
    chance.shuffle(weights)
    for number in range(1, count + 1):
        day = FIRST_DAY + timedelta(int(DAYS * chance.random() ** 0.8))
        kind = chance.random()
        if kind < KNOWN:
            (place,) = chance.choices(range(len(ids)), weights)
            said = chance.choice(examples[place])
            yield Ticket(number, day, "Sync problem", wrap(said, chance), "known", ids[place])
        elif kind < KNOWN + UNKNOWN:
            place = min(int(chance.expovariate(0.3)), len(UNKNOWN_MESSAGES) - 1)
            said = fill(UNKNOWN_MESSAGES[place], chance)
            yield Ticket(number, day, "Error", wrap(said, chance), "unknown", str(place))
        else:
            yield Ticket(number, day, "Question", fill(chance.choice(NOISE), chance), "noise", "")


def wrap(message: str, chance: random.Random) -> str:
    """Return a message as somebody sends it."""
    way = chance.random()
    if "\n" not in message and way < 0.12:
        time_ = f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"
        return (
            f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}T{time_}Z ERROR sync: {message}"
        )
    if "\n" not in message and "{" not in message and way < 0.24:
        body = {"id": chance.randrange(10**6), "error": {"message": message}, "status": 400}
        return json.dumps(body, indent=chance.choice([None, 2]))
    if way < 0.4:
        return message
    opening, closing = chance.choice(OPENINGS), chance.choice(CLOSINGS)
    signed = f"Kind regards,\n{{person}}\n{{company}}\n+44 20 7946 {chance.randrange(1000, 9999)}"
    return "\n\n".join([fill(opening, chance), message, fill(closing, chance), fill(signed, chance)])


def fill(text: str, chance: random.Random) -> str:
    """Return a text with values in its holes."""
    values = {
        "person": chance.choice(PEOPLE),
        "company": chance.choice(COMPANIES),
        "place": chance.choice(PLACES),
        "day": str(FIRST_DAY + timedelta(chance.randrange(DAYS))),
        "code": f"{chance.choice('ABCDEFGH')}{chance.choice('KLMNP')}-{chance.randrange(100, 9999)}",
        "number": str(chance.randrange(2, 90_000)),
        "document": f"{chance.choice(['SO', 'PO', 'INV'])}-{chance.randrange(10000):05}",
        "amount": f"${chance.randrange(1, 9999):,}.{chance.randrange(100):02}",
        "url": f"https://hooks.example.com/{chance.randrange(10**6)}",
    }
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def judge(summary: dict[str, Any], table: Path, truth: Path, alone: float) -> bool:
    """Print how the triage compares with the truth; return whether it is as good as it should be."""
    rows = known = right = first = false = unknown = grouped = noise = quiet = 0
    found: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    groups: dict[str, Counter[str]] = {}
    true: Counter[str] = Counter()
    with table.open(encoding="utf-8", newline="") as triaged, truth.open(encoding="utf-8") as side:
        for row, line in zip(csv.DictReader(triaged), side, strict=True):
            told = json.loads(line)
            ids = [row["errorbook_id"], *row["errorbook_also"].split()]
            rows += 1
            kinds[row["errorbook_outcome"]] += 1
            found.update(filter(None, ids))
            if told["kind"] == "known":
                known, right, first = (
                    known + 1,
                    right + (told["truth"] in ids),
                    first + (told["truth"] == ids[0]),
                )
                true[told["truth"]] += 1
            elif told["kind"] == "unknown":
                unknown, false = unknown + 1, false + bool(ids[0])
                if row["errorbook_group"]:
                    groups.setdefault(row["errorbook_group"], Counter())[told["truth"]] += 1
            else:
                noise, false = noise + 1, false + bool(ids[0])
                quiet += row["errorbook_outcome"] == "none"
    grouped = sum(members.most_common(1)[0][1] for members in groups.values())
    lost = 1 - right / known
    print(f"  entry found: {right / known:.4f} of {known:,}, as the first: {first / known:.4f}")
    print(f"  the examples by themselves: {1 - alone:.4f}")
    print(f"  wrongly found: {false / (unknown + noise):.4f} of {unknown + noise:,}")
    print(f"  noise left alone: {quiet / noise:.4f} of {noise:,}")
    print(
        f"  unknown in a group of its message: {grouped / unknown:.4f} of {unknown:,}; {len(groups)} groups"
    )
    told_rows = {error["id"]: error["rows"] for error in summary["errors"]}
    adds_up = told_rows == dict(found) and summary["rows"] == rows
    adds_up = adds_up and all(kinds[kind] == number for kind, number in summary["kinds"].items())
    off = sum(abs(found[entry] - true[entry]) for entry in true) / known
    print(f"  counts of the entries differ from the truth by {off:.4f}; summary equals table: {adds_up}")
    return adds_up and lost <= alone + MOST_LOST and false <= MOST_FALSE * (unknown + noise)


def lost_alone(errors: Path) -> float:
    """Return the share of the catalogue's own examples that do not find their entry."""
    loaded = reader.load(errors)
    index = match_index.build(loaded)
    matcher = Matcher(index)
    tried = lost = 0
    for known in index["entries"]:
        entry = loaded.entry(known["id"])
        for example in entry.examples if entry else ():
            tried += 1
            lost += all(finding.id != known["id"] for finding in matcher.match(example.paste).findings)
    return lost / tried


if __name__ == "__main__":
    main()
