"""The command ``triage``: a ticket export in, the same table with findings and a report out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from errorbook.catalogue import reader, translating
from errorbook.cli.options import as_line, links_option, project_options
from errorbook.common.output import say
from errorbook.site import project
from errorbook.triage import opening, table_files, tables, tickets
from errorbook.triage.report import render_report
from errorbook.triage.run import Plan, Run
from errorbook.triage.summary import as_lines
from errorbook.triage.tables import TableError

INTERRUPTED = 130
_WORTH_A_PROCESS = 500


@click.command()
@project_options
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(path_type=Path, exists=True),
)
@click.option(
    "--column",
    "texts",
    multiple=True,
    metavar="NAME",
    help="Column of the text; may be given more than once.  [default: found by its name and content]",
)
@click.option(
    "--date-column", "dated", metavar="NAME", help="Column of the date.  [default: found the same way]"
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Table to write: {', '.join(table_files.ENDINGS)}.  [default: beside FILE, as tickets.triage.csv]",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Report to write.  [default: beside the table, as tickets.triage.html]",
)
@links_option
@click.option(
    "--least",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="Propose a template from this many tickets on.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes to match with.  [default: one for each core]")
@click.option(
    "--dask", metavar="ADDRESS", help="Match on a Dask cluster, such as tcp://10.0.0.5:8786, instead of here."
)
@click.option(
    "--encoding", metavar="NAME", help="How text files are written.  [default: UTF-8, or as they say]"
)
@click.option("--restart", is_flag=True, help="Start again although an interrupted run could go on.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def triage(
    files: tuple[Path, ...],
    texts: tuple[str, ...],
    dated: str | None,
    output: Path | None,
    report: Path | None,
    site: str,
    least: int,
    jobs: int | None,
    dask: str | None,
    encoding: str | None,
    restart: bool,
    as_json: bool,
    folder: Path | None,
    config_file: Path | None,
) -> None:
    """Say which errors a ticket export shows, how often, and which have no article yet.

    FILE is CSV, TSV, JSON, XLSX or Parquet, or a folder of such files; text may be packed (.gz). JSON has one
    ticket on each line, an array, or {"tickets": […]}; messages inside a ticket are part of its text, and a
    ticket in several rows counts once. What is taken as text is said before it is matched.

    Written are the same table with the findings of each row, and a report in HTML. The texts that no entry
    explains are put together into templates, each with the command that begins an entry for it.

    The report, the summary and the JSON hide addresses, numbers, amounts, secrets and what reads like a name.
    No rule sees a name of everyday words, in lower case without a word such as "customer" or "by" before it,
    or as one word in capitals: read them before you pass them on. The table holds the tickets as they are.

    \b
    errorbook triage tickets.csv
    errorbook triage 2026-*.xlsx --column Subject --column Description --output all.parquet

    XLSX, Parquet and the templates need: pip install drain3-improved openpyxl pyarrow. A run that is
    interrupted goes on where it stopped when the same command is given again.

    Exit code: 0 when the table is written, 1 when a file cannot be read, 2 when there is none of that name or
    the command was not understood, 130 when interrupted.
    """
    if dask and jobs:
        raise click.UsageError("--jobs is for processes here, and --dask for a cluster: leave one out.")
    exports = opening.files(files, tables.ENDINGS)
    ending = opening.kind(files[0]) if opening.kind(files[0]) in table_files.ENDINGS else ".csv"
    first = opening.without_ending(files[0])
    output = output or first.with_name(f"{first.name}.triage{ending}")
    report = report or output.with_suffix(".html")
    _refuse(exports, output, report)
    told = project.read(config_file)
    known = translating.catalogue(reader.load(told.catalogue(folder)), told.site.language)
    run = None
    try:
        chosen = tickets.choose(exports, encoding, texts, dated)
        run = Run(chosen, known, Plan(output, site, least, jobs or _cores(chosen.count), dask or ""), restart)
        for note in run.notes:
            say(note, err=True)
        hidden = not sys.stderr.isatty()
        with click.progressbar(length=chosen.count, label="Matching", file=sys.stderr, hidden=hidden) as bar:
            bar.update(run.done)
            for number in run.match():
                bar.update(number)
        summary = run.finish()
    except TableError as error:
        if run:
            run.give_up()
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        done = f" after {run.done:,} of {chosen.count:,} tickets" if run else ""
        say(f"Interrupted{done}. Give the same command again to go on.", err=True)
        sys.exit(INTERRUPTED)
    report.write_text(
        render_report(summary, told.site.worded(known.vocabulary).wording), "utf-8", "replace", newline="\n"
    )
    if as_json:
        say(as_line(summary.to_json()))
    else:
        say("\n".join([*as_lines(summary), "", f"Wrote {output} and {report}"]))


def _refuse(files: Sequence[Path], output: Path, report: Path) -> None:
    """Refuse what would overwrite the tickets or cannot be written."""
    if not files:
        raise click.UsageError(f"There is no {', '.join(sorted(tables.ENDINGS))} file in the folder")
    if output.suffix.lower() not in table_files.ENDINGS:
        raise click.UsageError(f"--output ends in none of {', '.join(table_files.ENDINGS)}: {output}")
    for option, path in (("--output", output), ("--report", report)):
        if path.resolve() in {file.resolve() for file in files}:
            raise click.UsageError(f"{option} would overwrite the tickets: {path}")
        if not path.parent.is_dir():
            raise click.UsageError(f"{option}: there is no folder {path.parent}")
    if output.resolve() == report.resolve():
        raise click.UsageError(f"--output and --report are the same file: {output}")
    if report.suffix.lower() not in (".html", ".htm"):
        raise click.UsageError(f"--report ends in none of .html, .htm: {report}")


def _cores(rows: int) -> int:
    """Return how many processes are worth starting."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, 1 + rows // _WORTH_A_PROCESS)
