"""``python -m bench``: accuracy; ``python -m bench.cost``: cost. The Makefile calls both."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import click

from bench import dataset, own, roster
from bench.report import report
from bench.running import Limits, run, saved

HERE = Path(__file__).parent
KEPT = HERE / "kept"
NO_DATA = (
    "No data folder given, so only our own catalogue is measured and no report written. "
    "For the public sets: make bench DATA=folder"
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", "folder", metavar="FOLDER", default="", help="Where the public data sets are.")
@click.option(
    "--peers", "names", metavar="NAMES", default="", help="Only these peers: a,b; 'none' for ours alone."
)
@click.option(
    "--sets", "only", metavar="NAMES", default="", help="Measure on these sets only; the rest is kept."
)
@click.option(
    "--with",
    "others",
    metavar="NAME=COMMAND",
    multiple=True,
    help="Another program behind the adapter protocol.",
)
@click.option(
    "--limit", "seconds", metavar="SECONDS", default=Limits().seconds, help="Wall time for one reply."
)
@click.option("--half", default="", help="A sentence that says which data this is, for the report.")
@click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), default=HERE / "results.md", help="The report."
)
def main(
    folder: str, names: str, only: str, others: tuple[str, ...], seconds: int, half: str, out: Path
) -> None:
    """Run ours and the peers on the data, side by side, and write the tables to bench/results.md.

    Figures are kept in bench/kept, so a run of some peers brings the report of all up to date.
    """
    public = dataset.load(Path(folder)) if folder else []
    if not folder:
        click.echo(NO_DATA)
    sets = [*public, own.dataset(public)]
    limits = replace(Limits(), seconds=seconds)
    for contender in _contenders(names, others):
        if not contender.installed:
            click.echo(f"{contender.name}: left out, its packages are not installed")
            continue
        start = time.monotonic()
        found = run(contender, sets, limits, click.echo, only.replace(",", " ").split())
        found.save(KEPT)
        means = ", ".join(
            f"{name} {figures.closed['content'].top1:.3f}"
            for name, figures in found.sets.items()
            if figures.closed
        )
        click.echo(f"{contender.name}: {time.monotonic() - start:.0f} s; content: {means}")
    text = report(saved(KEPT, sets), sets, roster.versions(), half or _which(folder))
    click.echo(f"\n{text}")
    if folder:
        out.write_text(text, "utf-8")
        click.echo(f"Written to {out}")


def _which(folder: str) -> str:
    commits = dataset.commits(Path(folder)) if folder else {}
    if not commits:
        return "Only our own catalogue was measured."
    return "Sources: " + ", ".join(f"{name} at {commit[:12]}" for name, commit in commits.items()) + "."


def _contenders(names: str, others: tuple[str, ...]) -> list[roster.Contender]:
    peers = roster.peers()
    if names:
        wanted = {name.strip() for name in names.split(",")} - {"none"}
        unknown = wanted - {peer.name for peer in peers}
        if unknown:
            known = ", ".join(peer.name for peer in peers)
            told = f"No such peer: {', '.join(sorted(unknown))}. Write PEERS=none, or some of {known}."
            raise click.ClickException(told)
        peers = [peer for peer in peers if peer.name in wanted]
    return [*roster.ours(), *map(roster.from_command, others), *peers]


if __name__ == "__main__":
    main()
