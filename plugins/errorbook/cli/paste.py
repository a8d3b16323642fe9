"""The commands that take a pasted error: ``match`` finds its entry, ``new`` begins one."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from errorbook.answering.lookup import Lookup
from errorbook.authoring import scaffold
from errorbook.catalogue import entry_texts, ledger, reader, schema, yaml_source
from errorbook.cli import explanation, terminal
from errorbook.cli.options import as_line, errors_option, paste_arguments, read_paste, whole
from errorbook.common import writing
from errorbook.common.json_text import parse_json
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.matching.explaining import explain


@click.command()
@errors_option
@paste_arguments
@click.option("--system", metavar="SYSTEM", help="Who writes the text, as a folder name: xero.")
@click.option("--code", metavar="CODE", help="Its native code: with 'ids: codes', the id as well.")
@click.option("--title", help="What went wrong, in plain words; the file is named after it.")
@click.option("--force", is_flag=True, help="Write an entry although the paste finds one.")
def new(
    text: str | None,
    file: Any,
    system: str | None,
    code: str | None,
    title: str | None,
    force: bool,
    folder: Path,
) -> None:
    """Begin an entry from a pasted error.

    The message's quoted parts, numbers, dates and names become typed holes, and the paste becomes its first
    example. What only you can know says TODO; 'errorbook check' lists what is left to do.

    Exit code: 0 when a file was written, 1 when the paste already finds an entry or can become none.
    """
    paste = read_paste(text, file)
    with writing.alone(folder):
        draft = _begin(paste, system, code, title, force, folder)
    target = _file_of(draft, folder)
    mark = entry_texts.UNFINISHED
    say(f"Wrote {target} ({draft.id}). Fill in what says {mark}, then run 'errorbook check'.")
    if draft.nearest:
        say("Nearest entries; if it is one of these, add the wording there instead:")
    for entry in draft.nearest:
        say(f"  {entry.id}  {entry.title}")


def _begin(
    paste: str, system: str | None, code: str | None, title: str | None, force: bool, folder: Path
) -> scaffold.Draft:
    """Write the entry of a paste and its line in the ledger, both or none; return what was written."""
    loaded = reader.read(folder)
    entries = loaded.catalogue.entries
    if lost := list(ledger.missing(loaded.ledger_file, loaded.ledger_text, entries)):
        raise CatalogueError(lost)
    systems = loaded.catalogue.vocabulary.systems
    named = scaffold.systems_named(paste, systems)
    system = system or (named[0] if len(named) == 1 else None)
    if system not in systems:
        raise click.UsageError(f"Say who writes the text: --system {' | '.join(systems)}")
    if systems[system].ids == "codes" and not code:
        raise click.UsageError(f"In {systems[system].name}, codes are ids. Say the error's: --code CODE")
    matcher = Matcher(match_index.build(loaded.catalogue))
    draft = scaffold.draft(paste, loaded, matcher, system, title, date.today(), code)
    if draft.already and not force:
        say(f"This is {draft.already} already. Add the wording there, or use --force.", err=True)
        sys.exit(1)
    target = _file_of(draft, folder)
    # What could not be read again is not written.
    schema.entry(yaml_source.read(target.as_posix(), draft.text), draft.system, draft.slug)
    line = ledger.Line(draft.id, f"{draft.system}/{draft.slug}")
    target.parent.mkdir(exist_ok=True)
    # The entry first: one that no line names yet still keeps its id, and 'errorbook lock' adds the line.
    writing.write({target: draft.text, folder / ledger.FILE: ledger.render((*loaded.ledger, line))})
    return draft


def _file_of(draft: scaffold.Draft, folder: Path) -> Path:
    return folder / draft.system / f"{draft.slug}.yml"


@click.command()
@errors_option
@paste_arguments
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
@click.option(
    "--lines",
    type=click.File("r", "utf-8", errors="replace"),
    help='JSON Lines: a text a line, as a string or as {"text": …}; needs --json, prints a result a line.',
)
@click.option("--site", default="", metavar="URL", help="Address of the site, put before permalinks.")
@click.option(
    "--explain", "why", is_flag=True, help="Show words, weights, alignments and what speaks against them."
)
def match(text: str | None, file: Any, as_json: bool, lines: Any, site: str, why: bool, folder: Path) -> None:
    """Say which errors a text shows, why they happen and what to do.

    A text without one may describe one: up to five entries are named that tell of it, which is no answer.

    \b
    errorbook match "Account code 41100 is not valid"
    tail -50 sync.log | errorbook match -
    errorbook match --json --lines tickets.jsonl
    errorbook match --explain "Account code 41100 is not valid"

    Exit code: 0 when an error was found, 1 when not, or when a line of --lines cannot be read.
    """
    if lines and not as_json:
        raise click.UsageError("--lines needs --json.")
    if lines and why:
        raise click.UsageError("--explain explains one text: leave --lines out.")
    paste = "" if lines else read_paste(text, file)
    known = reader.load(folder)
    lookup = Lookup(known, site)
    if lines:
        sys.exit(int(not _match_lines(lines, lookup)))
    if why:
        explained = explain(lookup.matcher, paste)
        say(as_line(explained) if as_json else explanation.show(explained))
        sys.exit(int(not explained["result"]["findings"]))
    result, suggestions = lookup.read(paste)
    told = lookup.linked(result, suggestions)
    say(as_line(told) if as_json else terminal.show(result, suggestions, known, lookup.links))
    sys.exit(int(not result.findings))


def _match_lines(lines: Iterable[str], lookup: Lookup) -> bool:
    """Print a result for each line of JSON Lines as it comes; return whether all could be read."""
    sound = True
    for line in filter(str.strip, lines):
        sound = _match_line(line, lookup) and sound
    return sound


def _match_line(line: str, lookup: Lookup) -> bool:
    try:
        value = parse_json(line)
    except ValueError:
        value = None
    text = value.get("text") if isinstance(value, dict) else value
    if not isinstance(text, str):
        say(as_line({"error": 'is neither a JSON string nor an object with "text"'}))
        return False
    say(as_line(lookup.told(whole(text))))
    return True
