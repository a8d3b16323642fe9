"""The command line: arguments in, text and an exit code out."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import NoReturn

import click

from errorbook import (
    __version__,
    audit,
    catalogue,
    cli_addresses,
    coverage,
    export,
    ledger,
    schema,
    writing,
)
from errorbook.cli_options import as_line, errors_option
from errorbook.cli_paste import match, new
from errorbook.cli_stale import stale
from errorbook.cli_triage import triage
from errorbook.output import replace_what_cannot_be_written, say
from errorbook.problems import CatalogueError, report
from errorbook.site_info import SiteInfo

SCHEMA = "entry.schema.json"


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command; what is wrong with the catalogue or a file is told without a traceback."""
    replace_what_cannot_be_written()
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
    errorbook match "Payment amount exceeds the amount outstanding on this document"
    errorbook new "Item code 'TB-104' is not valid" --system xero
    errorbook check

    Every command explains itself: errorbook match --help
    """


@commands.command()
@errors_option
@click.option(
    "--guides",
    type=click.Path(path_type=Path),
    default=Path("content/guides"),
    show_default=True,
    help="Folder of the guidance pages; not looked at where there is none.",
)
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="Folder of the written pages, to which addresses lead; not looked at where there is none.",
)
@click.option(
    "--published",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="urls.json of the published site: fail if one of its addresses would lead to nothing.",
)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day by which reviews are due.  [default: today]"
)
@click.option("--hints", is_flag=True, help="Show hints, too.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check.")
@click.option("--json", "as_json", is_flag=True, help="Print problems and counts as one JSON object.")
def check(
    folder: Path,
    guides: Path,
    content: Path,
    published: Path | None,
    today: datetime | None,
    hints: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Check every entry: its file, its texts, and that each of its examples finds it first.

    Every address that was ever given must still lead to a page: those of ids.lock, and with --published
    all those of the site as it is now.

    Exit code: 0 when all is well, 1 when something is to be mended, 2 when the command was not understood.
    """
    counts = None
    try:
        loaded = catalogue.read(folder)
        slugs = {page.stem for page in guides.glob("*.md")} - {"index"} if guides.is_dir() else None
        before = cli_addresses.read(published)
        site = before.site if before else SiteInfo()
        day, written = today.date() if today else date.today(), cli_addresses.written(content, site)
        found = audit.problems(loaded, site, day, slugs, written, before)
        counts = loaded.catalogue
    except CatalogueError as error:
        found = list(error.problems)
    shown = [problem for problem in found if hints or problem.level != "hint"]
    failing = {"error", "warning"} if strict else {"error"}
    failed = any(problem.level in failing for problem in found)
    if as_json:
        problems = [asdict(problem) for problem in shown]
        say(as_line({"problems": problems, "coverage": coverage.count(counts) if counts else None}))
        sys.exit(int(failed))
    if shown:
        say(report(shown))
    hidden = len(found) - len(shown)
    if counts and not failed:
        say(coverage.words(counts))
    if hidden:
        say(f"Hints:       {hidden} (errorbook check --hints shows them)")
    sys.exit(int(failed))


@commands.command(name="schema")
@errors_option
@click.option(
    "--write/--check", default=True, help="Write the file, or fail if it is out of date.  [default: --write]"
)
def schema_command(folder: Path, write: bool) -> None:
    """Write the JSON Schema with which editors complete and explain an entry's fields.

    It is made from the program's own model: entry.schema.json in the catalogue's folder.

    Exit code: 0 when the file is up to date, 1 when --check finds that it is not.
    """
    file = folder / SCHEMA
    text = json.dumps(schema.json_schema(), indent=2, ensure_ascii=False) + "\n"
    if write:
        writing.write({file: text})
        say(f"Wrote {file}")
    elif not file.exists() or file.read_text("utf-8") != text:
        say(f"{file} is out of date. Run 'errorbook schema' to write it.", err=True)
        sys.exit(1)


@commands.command()
@errors_option
def lock(folder: Path) -> None:
    """Record the ids and addresses of new entries in ids.lock.

    Lines are only added: an id is never given twice, and no address is forgotten.
    """
    file = folder / ledger.FILE
    with writing.alone(folder):
        loaded = catalogue.read(folder)
        lines = ledger.extend(loaded.ledger, loaded.catalogue.entries)
        text = ledger.render(lines)
        if changed := bool(lines) and text.splitlines() != loaded.ledger_text.splitlines():
            writing.write({file: text})
    new = len(lines) - len(loaded.ledger)
    unchanged = f"Nothing new; counted and sorted the lines of {file}" if changed else "Nothing new"
    say(f"Recorded {new} new in {file}" if new else unchanged)


@commands.command(name="export")
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="Folder of the written pages.",
)
@click.option(
    "--site", default="", metavar="URL", help="Address of the site, for permalinks that are copied."
)
@errors_option
def export_command(target: Path, content: Path, site: str, folder: Path) -> None:
    """Write the whole site to TARGET as plain files, for a generator other than MkDocs.

    Pages are Markdown with HTML in it; scripts, style, match index, cards and redirects are served as they
    are. Files in TARGET with the same names are replaced; others are left alone.
    """
    known = catalogue.load(folder)
    written = {
        page.relative_to(content).as_posix(): page.read_text("utf-8")
        for page in sorted(content.rglob("*.md"))
    }
    exported = export.build(known, written, site)
    files = {writing.below(target, uri): text for uri, text in exported.files.items()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    copytree(content, target, ignore=ignore_patterns("*.md"), dirs_exist_ok=True)
    say(f"Wrote {len(exported.files)} files to {target}")
    say(f"Let every page load {exported.script} (with 'defer') and {exported.style}")


commands.add_command(match)
commands.add_command(new)
commands.add_command(stale)
commands.add_command(triage)
