"""``python -m bench.rules``: what each rule and constant of the matcher earns, switched off one at a time."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import click

from bench import number_table, rule_samples, switches
from bench.rule_samples import Figures, Sample

COLUMNS = {
    "loghub first": "loghub",
    "loghub auroc": "auroc",
    "typescript first": "typescript",
    "typescript auroc": "auroc",
    "errorbook first": "own first",
    "errorbook is": "own is",
    "errorbook wrong": "wrong is",
    "errorbook auroc": "auroc",
    "answered": "answered",
    "said: is": "said",
    "not said: is": "not said",
    "kinds": "kinds",
    "cases": "cases",
}
COUNTS = ("errorbook wrong", "answered", "kinds", "cases")
ROUNDING = 0.0005


@cache
def _sample(folder: str, most: int) -> Sample:
    return rule_samples.load(folder, most)


def _measured(folder: str, most: int, name: str) -> tuple[str, Figures]:
    """Return the figures with one thing off; each process reads the samples once."""
    sample = _sample(folder, most)
    settings, replaced = next((using, off) for key, using, off in switches.variants() if key == name)
    with switches.switched(replaced):
        return name, rule_samples.measure(sample, settings)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", "folder", metavar="FOLDER", default="", help="Where the public data sets are.")
@click.option("--most", metavar="NUMBER", default=10, help="How many queries of each kind and set are asked.")
@click.option("--only", metavar="TEXT", default="", help="Only what has one of these in its name: a,b.")
@click.option("--processes", metavar="NUMBER", default=2, help="How many things are tried at a time.")
@click.option(
    "--verbose", is_flag=True, help="Name each hand-written case that fails, and the kinds that differ."
)
@click.option(
    "--numbers",
    "document",
    metavar="FILE",
    default="",
    help="Try the numbers alone, and write their table there.",
)
def main(folder: str, most: int, only: str, processes: int, verbose: bool, document: str) -> None:
    """Switch each rule and constant off in turn, and print what changes: a row for each."""
    if document:
        number_table.check(Path(document))
    wanted = [part for part in only.split(",") if part]
    numbers = {number.title: number for number in switches.numbers() if number.name not in switches.LIMITS}
    tried = [*numbers] if document else [name for name, *_ in switches.variants()]
    names = [name for name in tried if not wanted or any(part in name for part in wanted)]
    changed: list[tuple[switches.Number, Figures]] = []
    _, usual = _measured(folder, most, "nothing off")
    columns = {key: title for key, title in COLUMNS.items() if key in usual.shares}
    click.echo(_row("switched off", list(columns.values())))
    click.echo(_row("nothing", [_figure(key, usual.shares[key]) for key in columns]))
    nothing: list[str] = []
    with ProcessPoolExecutor(processes) as pool:
        jobs = [pool.submit(_measured, folder, most, name) for name in names if name != "nothing off"]
        for job in jobs:
            name, figures = job.result()
            if name in numbers:
                changed.append((numbers[name], figures))
            cells = [_change(key, usual, figures) for key in columns]
            if not any(cells):
                nothing.append(name)
            click.echo(_row(name, cells))
            if verbose:
                for case in figures.failed:
                    click.echo(f"    fails: {case}")
                for key, share in figures.shares.items():
                    if key not in columns and abs(share - usual.shares[key]) > ROUNDING:
                        click.echo(f"    {key}: {usual.shares[key]:.3f} -> {share:.3f}")
    if document:
        number_table.write(Path(document), usual, changed)
    click.echo(f"\nNothing changes without: {', '.join(nothing) or 'none of them'}.")


def _row(name: str, cells: list[str]) -> str:
    return f"{name[:44]:44}" + "".join(f"{cell:>11}" for cell in cells)


def _figure(key: str, share: float) -> str:
    return str(int(share)) if key in COUNTS else f"{share:.4f}"


def _change(key: str, usual: Figures, figures: Figures) -> str:
    change = figures.shares[key] - usual.shares[key]
    if abs(change) <= ROUNDING:
        return ""
    return f"{change:+.0f}" if key in COUNTS else f"{change:+.4f}"


if __name__ == "__main__":
    main()
