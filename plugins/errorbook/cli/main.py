"""The command line: arguments in, text and an exit code out."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

import click

from errorbook import __version__
from errorbook.catalogue import editor_schema, ledger, reader
from errorbook.cli.check import check
from errorbook.cli.export import export
from errorbook.cli.importing import import_command
from errorbook.cli.init import init
from errorbook.cli.mcp import mcp
from errorbook.cli.new import new
from errorbook.cli.options import as_line, errors_option
from errorbook.cli.paste import match
from errorbook.cli.resolve import resolve
from errorbook.cli.stale import stale
from errorbook.cli.succession import merge, rename, retire
from errorbook.cli.triage import triage
from errorbook.common import reading, writing
from errorbook.common.output import replace_what_cannot_be_written, say
from errorbook.common.problems import CatalogueError


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command; what is wrong with the catalogue or a file is told without a traceback.

    With --json it is told as JSON, too: a program that reads what is printed gets an object in any case.
    """
    replace_what_cannot_be_written()
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        sys.exit(commands(arguments, prog_name="errorbook", standalone_mode=False) or 0)
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        say(told.getvalue().rstrip("\n"), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        say("Aborted!", err=True)
    except CatalogueError as error:
        say(str(error), err=True)
        if "--json" in arguments:
            say(as_line({"problems": [asdict(problem) for problem in error.problems]}))
    except OSError as error:
        say(f"errorbook: {error.filename or 'a file'}: {error.strerror or error}", err=True)
    except UnicodeDecodeError as error:
        say(f"errorbook: a file is not UTF-8 text ({error})", err=True)
    sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def commands() -> None:
    """Keep a catalogue of errors, and find the entry of a pasted one.

    \b
    errorbook match "Payment of 12.50 was declined by Example Bank"
    errorbook new "Item code 'TB-104' is not valid" --system shop
    errorbook check

    Every command explains itself: errorbook match --help
    """


@commands.command(name="schema")
@errors_option
@click.option(
    "--write/--check", default=True, help="Write the file, or fail if it is out of date.  [default: --write]"
)
def schema_command(folder: Path, write: bool) -> None:
    """Write the JSON Schemas with which editors complete and explain the fields of entries and blocks.

    They are made from the program's own model: entry.schema.json and block.schema.json in the catalogue's
    folder.

    Exit code: 0 when the files are up to date, 1 when --check finds that one is not.
    """
    files = {folder / name: text for name, text in editor_schema.files(folder).items()}
    there = {
        file: reading.text(file, file.as_posix()) if file.exists() or file.is_symlink() else ""
        for file in files
    }
    if write:
        writing.write(files)
        say("\n".join(f"Wrote {file}" for file in files))
    elif late := [file for file in files if there[file] != files[file]]:
        for file in late:
            say(f"{file} is out of date. Run 'errorbook schema' to write it.", err=True)
        sys.exit(1)


@commands.command()
@errors_option
def lock(folder: Path) -> None:
    """Record the ids and addresses of new entries in ids.lock, and which ones retired.

    Lines are only added: an id is never given twice, and no address is forgotten.
    """
    file = folder / ledger.FILE
    with writing.alone(folder):
        loaded = reader.read(folder)
        lines = ledger.extend(loaded.ledger, loaded.catalogue.entries)
        text = ledger.render(lines)
        if changed := bool(lines) and text.splitlines() != loaded.ledger_text.splitlines():
            writing.write({file: text})
    new = len(lines) - len(loaded.ledger)
    unchanged = f"Nothing new; counted and sorted the lines of {file}" if changed else "Nothing new"
    say(f"Recorded {new} new in {file}" if new else unchanged)


commands.add_command(check)
commands.add_command(export)
commands.add_command(init)
commands.add_command(import_command)
commands.add_command(match)
commands.add_command(merge)
commands.add_command(mcp)
commands.add_command(new)
commands.add_command(rename)
commands.add_command(resolve)
commands.add_command(retire)
commands.add_command(stale)
commands.add_command(triage)
