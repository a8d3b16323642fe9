"""The command ``match``: a text in, the errors that it shows out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from errorbook.answering.lookup import Lookup
from errorbook.catalogue import reader
from errorbook.cli import explanation, terminal
from errorbook.cli.options import as_line, errors_option, links_option, paste_arguments, read_paste, whole
from errorbook.common.json_text import parse_json
from errorbook.common.output import say
from errorbook.matching.explaining import explain
from errorbook.wording import ENGLISH


@click.command()
@errors_option
@paste_arguments
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
@click.option(
    "--lines",
    type=click.File("r", "utf-8", errors="replace"),
    help='JSON Lines: a text a line, as a string or as {"text": …}; needs --json, prints a result a line.',
)
@links_option
@click.option(
    "--explain", "why", is_flag=True, help="Show words, weights, alignments and what speaks against them."
)
def match(text: str | None, file: Any, as_json: bool, lines: Any, site: str, why: bool, folder: Path) -> None:
    """Say which errors a text shows, why they happen and what to do.

    A text without one may describe one: up to five entries are named that tell of it, which is no answer.
    Of a longer text the first 1,000,000 characters are read; it is said where that is not all.

    \b
    errorbook match "Account code 41100 is not valid"
    tail -50 shop.log | errorbook match -
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
        _tell_limit(paste, explained["result"]["read"])
        say(as_line(explained) if as_json else explanation.show(explained))
        sys.exit(int(not explained["result"]["findings"]))
    result, suggestions = lookup.read(paste)
    _tell_limit(paste, result.read)
    if not (result.findings or as_json) and (gone := lookup.withdrawn(paste)):
        say(terminal.withdrawn(gone, known, lookup.links[gone.id]))
        sys.exit(1)
    told = lookup.linked(result, suggestions)
    say(as_line(told) if as_json else terminal.show(result, suggestions, known, lookup.links))
    sys.exit(int(not result.findings))


def _tell_limit(paste: str, read: int) -> None:
    """Say where reading stopped, if it did, beside the answer, which may be for a program."""
    if read < len(paste):
        say(ENGLISH.say("box.limit", number=read), err=True)


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
