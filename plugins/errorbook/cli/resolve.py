"""The command that proves that what a program names of the catalogue is there."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from errorbook.catalogue import reader
from errorbook.cli.options import as_line, project_options, site_option
from errorbook.common.output import say
from errorbook.common.problems import report
from errorbook.constants import known as known_errors
from errorbook.constants.references import References
from errorbook.constants.source_tree import Proof, prove
from errorbook.site import project
from errorbook.site.choice_labels import counted


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path, exists=True)
)
@click.option(
    "--known",
    "document",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The errors, where the catalogue is not at hand: api/v1/errors.json of the site, or exported "
    "constants in JSON.",
)
@site_option
@click.option(
    "--exclude",
    "left_out",
    multiple=True,
    metavar="GLOB",
    help="Files of a folder to leave out, such as 'docs/*'; may be given more than once.",
)
@click.option("--strict", is_flag=True, help="Let errors that were replaced or withdrawn fail, too.")
@click.option("--json", "as_json", is_flag=True, help="Print problems and counts as one JSON object.")
@project_options
def resolve(
    paths: tuple[Path, ...],
    document: Path | None,
    site: str | None,
    left_out: tuple[str, ...],
    strict: bool,
    as_json: bool,
    folder: Path | None,
    config_file: Path | None,
) -> None:
    """Prove that every id, constant and permalink in source files names an error that there is.

    PATH is a file or a folder. Found are ids such as SHOP-0001, constants such as SHOP_0001 and links to
    /e/SHOP-0001/, in any language. Hidden files, links, files that are no text, and node_modules are left
    out, and so is a line that says 'errorbook: ignore'.

    \b
    errorbook resolve src --known errors.json
    errorbook resolve src docs/errors.md --exclude 'tests/*' --strict

    Exit code: 0 when all lead to an error, 1 when one does not or none is named, 2 when the command was not
    understood.
    """
    if document:
        if folder:
            raise click.UsageError("--known and --errors are two ways to name the errors: leave one out.")
        known = known_errors.load(document)
    else:
        told = project.read(config_file)
        known = known_errors.of_catalogue(reader.load(told.catalogue(folder)), told.site)
        site = site or told.site.site_url
    proof = prove(paths, References(known, site or ""), left_out)
    failing = {"error", "warning"} if strict else {"error"}
    failed = not proof.named or any(problem.level in failing for problem in proof.problems)
    if as_json:
        problems = [asdict(problem) for problem in sorted(proof.problems)]
        say(as_line({"problems": problems, "files": proof.files, "named": dict(sorted(proof.named.items()))}))
    else:
        if proof.problems:
            say(report(proof.problems))
        say(_words(proof))
    sys.exit(int(failed))


def _words(proof: Proof) -> str:
    files = counted(proof.files, "file")
    if not proof.named:
        return f"No error is named in {files}. Are these the right ones?"
    named = counted(proof.named.total(), "reference")
    return f"{files}: {named} to {counted(len(proof.named), 'known error')}"
