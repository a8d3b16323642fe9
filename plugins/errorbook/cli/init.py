"""The command that begins a site: a folder with all that it takes to build, check and publish one."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from errorbook.authoring import template_site
from errorbook.catalogue import editor_schema, ledger, reader
from errorbook.catalogue.value_types import slug_faults
from errorbook.common import writing
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError, Problem


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="My product", help="What the errors are of.  [default: My product]")
@click.option("--system", help="Folder of its errors, such as my-product.  [default: made from the name]")
def init(folder: Path, name: str, system: str | None) -> None:
    """Begin a site in FOLDER: mkdocs.yml, a page with the lookup, a catalogue with one entry, and a workflow.

    The workflow checks the errors, builds the site and publishes it on GitHub Pages, and fails where an
    address that is published now would lead to nothing. Editors complete and explain entries at once. No file
    that is there is changed.

    \b
    errorbook init help --name "Bottle line 3"
    cd help
    mkdocs serve

    Exit code: 0 when the site is written, 1 when a file is in the way, 2 when the command was not understood.
    """
    if not template_site.NAME.fullmatch(name):
        raise click.UsageError(f"--name '{name}' is not a name of letters, digits, blanks and .&+/()-.")
    slug = system or template_site.system_of(name)
    if template_site.system_of(slug) != slug or not slug:
        fix = f"Write {template_site.system_of(slug)}" if template_site.system_of(slug) else "Name one"
        raise click.UsageError(
            f"--system '{slug}' is not a folder in small letters. {fix}, as in my-product."
        )
    for what, fix in slug_faults(slug):
        raise click.UsageError(f"--system '{slug}' {what}. {fix}.")
    files = {folder / path: text for path, text in template_site.build(name, slug).items()}
    there = [path for path in files if os.path.lexists(path)]
    if there:
        what, fix = "is there already", "Choose another folder; nothing was written"
        raise CatalogueError([Problem.of(path.as_posix(), what, fix) for path in there])
    _write(files)
    errors = folder / "errors"
    (example,) = reader.read(errors).catalogue.entries
    schemas = {errors / path: text for path, text in editor_schema.files(errors).items()}
    # Without the example's id: what 'errorbook lock' has not recorded may go again.
    _write({errors / ledger.FILE: ledger.render([]), **schemas})
    for path in sorted(path.relative_to(folder).as_posix() for path in files):
        say(f"Wrote {path}")
    say(f"\nNow: cd {shlex.quote(str(folder))}, then errorbook check, and mkdocs serve")
    say(f"{example.id} is an example. Write errors of your own, delete its file and run errorbook lock:")
    say("that records the ids for good, and the workflow asks for it")
    say("Before you publish: requirements.txt says where the workflow takes errorbook from")


def _write(files: dict[Path, str]) -> None:
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
    writing.write(files)
