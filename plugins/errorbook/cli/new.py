"""The command ``new``: a pasted error in, or what a triage found, and the beginnings of entries out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from errorbook.authoring import scaffold
from errorbook.catalogue import entry_texts, ledger, reader, schema, yaml_source
from errorbook.catalogue.reader import Loaded
from errorbook.cli.options import errors_option, paste_arguments, read_paste
from errorbook.cli.triaged import Gap, gaps
from errorbook.common import writing
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError
from errorbook.indexing import match_index
from errorbook.matching import Matcher


@click.command()
@errors_option
@paste_arguments
@click.option(
    "--system",
    metavar="SYSTEM",
    help="Who writes the text, as a folder name: shop. A catalogue of one system does not ask.",
)
@click.option("--code", metavar="CODE", help="Its native code: with 'ids: codes', the id as well.")
@click.option("--title", help="What went wrong, in plain words; the file is named after it.")
@click.option("--force", is_flag=True, help="Write an entry although the paste finds one.")
@click.option(
    "--from-triage",
    "triaged",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Begin entries for what 'errorbook triage --json' found without an article, most frequent first, or"
    " for what a reader saved of a text that the site does not know.",
)
@click.option("--most", type=click.IntRange(1), default=10, show_default=True, help="With --from-triage.")
def new(
    text: str | None,
    file: Any,
    system: str | None,
    code: str | None,
    title: str | None,
    force: bool,
    triaged: Path | None,
    most: int,
    folder: Path,
) -> None:
    """Begin an entry from a pasted error.

    The message's quoted parts, numbers, dates and addresses become typed holes, and the paste becomes its
    first example. Records, relations and causes are proposed from the entries that come nearest. What only
    you can know says TODO; 'errorbook check' lists what is left to do.

    The id is recorded in ids.lock at once, so that nothing else gets it: commit both files together. To drop
    a draft before that, delete its file and bring ids.lock back from the file's history.

    \b
    errorbook new "Item code 'TB-104' is not on the approved list" --system shop
    errorbook triage tickets.csv --json > found.json
    errorbook new --from-triage found.json --most 5
    errorbook new --from-triage unknown-error.json --system shop

    Exit code: 0 when a file was written, 1 when the paste already finds an entry or can become none.
    """
    if triaged:
        if text is not None or file or code or title:
            raise click.UsageError(
                "--from-triage brings texts of its own: leave text, --code and --title out."
            )
        asked = gaps(triaged, most)
    else:
        asked = [Gap(read_paste(text, file), "")]
    with writing.alone(folder):
        drafts = _begin(asked, system, code, title, force, folder)
    mark = entry_texts.UNFINISHED
    for draft in drafts:
        target = _file_of(draft, folder)
        wrote = f"Wrote {target} ({draft.id}) and its line in {ledger.FILE}."
        say(f"{wrote} Fill in what says {mark}, then run 'errorbook check'.")
        if draft.nearest and not triaged:
            say("Nearest entries; if it is one of these, add the wording there instead:")
            for entry in draft.nearest:
                say(f"  {entry.id}  {entry.title}")
    if not drafts:
        sys.exit(1)


def _begin(
    asked: Sequence[Gap], system: str | None, code: str | None, title: str | None, force: bool, folder: Path
) -> list[scaffold.Draft]:
    """Write the entries of texts and their lines in the ledger, all or none; return what was written."""
    loaded = reader.read(folder)
    if lost := list(ledger.missing(loaded.ledger_file, loaded.ledger_text, loaded.catalogue.entries)):
        raise CatalogueError(lost)
    matcher = Matcher(match_index.build(loaded.catalogue))
    files: dict[Path, str] = {}
    drafts = []
    for gap in asked:
        where = _system(gap, system, code, loaded, matcher)
        draft = scaffold.draft(gap.text, loaded, matcher, where, title, date.today(), code, gap.notes)
        if draft.already and not force:
            say(f"This is {draft.already} already. Add the wording there, or use --force.", err=True)
            continue
        target = _file_of(draft, folder)
        # What could not be read again is not written.
        source = yaml_source.read(target.as_posix(), draft.text)
        schema.entry(source, draft.system, draft.slug, types=loaded.catalogue.vocabulary.types)
        loaded = replace(
            loaded, ledger=(*loaded.ledger, ledger.Line(draft.id, f"{draft.system}/{draft.slug}"))
        )
        files[target] = draft.text
        drafts.append(draft)
    for target in files:
        target.parent.mkdir(exist_ok=True)
    if files:
        # Entries first: one that no line names yet still keeps its id, and 'errorbook lock' adds the line.
        writing.write({**files, folder / ledger.FILE: ledger.render(loaded.ledger)})
    return drafts


def _system(gap: Gap, wanted: str | None, code: str | None, loaded: Loaded, matcher: Matcher) -> str:
    """Return who writes a text: as somebody says, as the text names it, or as the nearest entry has it."""
    systems = loaded.catalogue.vocabulary.systems
    named = scaffold.systems_named(gap.text, systems)
    sure = list(systems) if len(systems) == 1 else named
    system = gap.system or wanted or (sure[0] if len(sure) == 1 else "")
    if not system and not named:
        near = scaffold.entries_near(matcher.match(gap.text), loaded)
        if near:
            system = near[0].system
            say(
                f"In system {system}, as {near[0].id} is, which comes nearest; --system names another.",
                err=True,
            )
    if system not in systems:
        raise click.UsageError(f"Say who writes the text: --system {' | '.join(systems)}")
    if systems[system].ids == "codes" and not code:
        raise click.UsageError(f"In {systems[system].name}, codes are ids. Say the error's: --code CODE")
    return system


def _file_of(draft: scaffold.Draft, folder: Path) -> Path:
    return folder / draft.system / f"{draft.slug}.yml"
