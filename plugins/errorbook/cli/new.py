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
from errorbook.authoring.speakers import Speakers
from errorbook.catalogue import entry_texts, ledger, reader, schema, yaml_source
from errorbook.catalogue.model import Entry
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

    Its system is the one that --system says, else the one that the text names or whose code it holds. Where
    the texts of a triage tell none, those that do are written, and the others wait for --system.

    The id is recorded in ids.lock at once, so that nothing else gets it: commit both files together. To drop
    a draft before that, delete its file and bring ids.lock back from the file's history.

    \b
    errorbook new "Item code 'TB-104' is not on the approved list" --system shop
    errorbook triage tickets.csv --json > found.json
    errorbook new --from-triage found.json --most 5
    errorbook new --from-triage unknown-error.json --system shop

    Exit code: 0 when a file was written, 1 when the paste already finds an entry or can become none, or some
    of a triage wait for --system, 2 when the command was not understood, or all wait for --system.
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
        drafts, left = _begin(asked, system, code, title, force, folder)
    if left and not drafts:
        raise click.UsageError("\n".join(left))
    mark = entry_texts.UNFINISHED
    for draft in drafts:
        target = _file_of(draft, folder)
        wrote = f"Wrote {target} ({draft.id}) and its line in {ledger.FILE}."
        say(f"{wrote} Fill in what says {mark}, then run 'errorbook check'.")
        if draft.nearest and not triaged:
            say("Nearest entries; if it is one of these, add the wording there instead:")
            for entry in draft.nearest:
                say(f"  {entry.id}  {entry.title}")
    for each in left:
        say(each, err=True)
    if left or not drafts:
        sys.exit(1)


def _begin(
    asked: Sequence[Gap], system: str | None, code: str | None, title: str | None, force: bool, folder: Path
) -> tuple[list[scaffold.Draft], list[str]]:
    """Write the entries of texts and their lines in the ledger, all or none.

    Return what was written, and what keeps other texts from being an entry.
    """
    loaded = reader.read(folder)
    if lost := list(ledger.missing(loaded.ledger_file, loaded.ledger_text, loaded.catalogue.entries)):
        raise CatalogueError(lost)
    matcher = Matcher(match_index.build(loaded.catalogue))
    speakers = Speakers(loaded.catalogue)
    files: dict[Path, str] = {}
    drafts: list[scaffold.Draft] = []
    left: list[str] = []
    for gap in asked:
        result = matcher.match(gap.text)
        known = "" if force else scaffold.known_as(gap.text, loaded, result, code, gap.template)
        if known:
            say(_of(gap, asked, f"This is {known} already. Add the wording there, or use --force."), err=True)
            continue
        told = gap.system or speakers.of(gap.text, result)
        where = system or told
        if problem := _unfit(where, code, scaffold.entries_near(result, loaded), loaded):
            left.append(_of(gap, asked, problem))
            continue
        if told not in ("", where):
            say(_of(gap, asked, f"In {where}, as --system says; the text itself tells {told}."), err=True)
        draft = scaffold.draft(
            gap.text, loaded, matcher, where, title, date.today(), code, gap.notes, gap.template
        )
        target = _file_of(draft, folder)
        # What could not be read again is not written.
        source = yaml_source.read(target.as_posix(), draft.text)
        entry = schema.entry(source, draft.system, draft.slug, types=loaded.catalogue.vocabulary.types)
        loaded = replace(
            loaded,
            catalogue=replace(loaded.catalogue, entries=(*loaded.catalogue.entries, entry)),
            ledger=(*loaded.ledger, ledger.Line(draft.id, f"{draft.system}/{draft.slug}")),
        )
        files[target] = draft.text
        drafts.append(draft)
    for target in files:
        target.parent.mkdir(exist_ok=True)
    if files:
        # Entries first: one that no line names yet still keeps its id, and 'errorbook lock' adds the line.
        writing.write({**files, folder / ledger.FILE: ledger.render(loaded.ledger)})
    return drafts, left


def _unfit(system: str, code: str | None, near: Sequence[Entry], loaded: Loaded) -> str:
    """Return what an author has to say before a text can be an entry; nothing where all is said."""
    systems = loaded.catalogue.vocabulary.systems
    if system not in systems:
        nearest = f" ({near[0].id} comes nearest, and may be another's)" if near else ""
        return f"Say who writes the text: --system {' | '.join(systems)}{nearest}"
    if systems[system].ids == "codes" and not code:
        return f"In {systems[system].name}, codes are ids. Say the error's: --code CODE"
    return ""


def _of(gap: Gap, asked: Sequence[Gap], told: str) -> str:
    """Return what is told of a text, with the text where it is one of several."""
    return f"{told}\n  {gap.text}" if len(asked) > 1 else told


def _file_of(draft: scaffold.Draft, folder: Path) -> Path:
    return folder / draft.system / f"{draft.slug}.yml"
