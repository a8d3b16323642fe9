"""What each number of the matcher earns, as the table that ends a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from bench.rule_samples import Figures
from bench.switches import LIMITS, Number
from bench.tables import line, table
from errorbook.matching import SETTINGS

HEAD = ("Number", "Is", "Instead", "First", "This is", "AUROC", "Frames", "Wrong", "Kinds", "Cases")
DOCUMENT = "NUMBERS=content/contributing/matching-design.md"
SETS = {"loghub": "L", "typescript": "T", "errorbook": "E"}
SHARES = {"first": 3, "is": 3, "auroc": 4}
"""The columns that have a figure for each set, with how many digits."""
WRONG = ("errorbook wrong", "answered", "wrong frames")


def check(path: Path) -> None:
    """Refuse a document that does not end with the table: what stands there would be lost, or not found."""
    if not path.is_file() or line(HEAD) not in path.read_text("utf-8"):
        told = f"{path} has no table of the numbers. Name the document that ends with it: {DOCUMENT}"
        raise click.ClickException(told)


def write(path: Path, usual: Figures, changed: list[tuple[Number, Figures]]) -> None:
    """Put the table in the place of the one that ends a document."""
    text = path.read_text("utf-8").partition(line(HEAD))[0].rstrip("\n")
    path.write_text(f"{text}\n\n{numbers(usual, changed)}", "utf-8")


def numbers(usual: Figures, changed: list[tuple[Number, Figures]]) -> str:
    """Return the table: the usual figures, then a row for each change."""
    rows = [["as they are", "", "", *cells(usual.shares)]]
    for number, figures in sorted(changed, key=lambda one: names().index(one[0].name)):
        values = f"{number.value:g}", f"{number.other:g}"
        rows.append([f"`{number.name}`", *values, *cells(figures.shares, usual.shares)])
    return table(HEAD, rows)


def names() -> list[str]:
    """Return the names of all numbers but the limits of the work, in their order."""
    found: list[str] = []
    for name, value in SETTINGS.items():
        if name == "boundaries":
            found.extend(f"boundary: {mark}" for mark in SETTINGS["boundaries"])
        elif isinstance(value, int | float) and name not in LIMITS:
            found.append(name)
    return found


def cells(shares: Mapping[str, float], usual: Mapping[str, float] | None = None) -> list[str]:
    """Return what stands in the columns: figures, or what differs from the usual ones."""
    return [*_of_sets(shares, usual), *_of_all(shares, usual)]


def _of_sets(shares: Mapping[str, float], usual: Mapping[str, float] | None) -> Iterator[str]:
    for column, digits in SHARES.items():
        told: list[str] = []
        for name, letter in SETS.items():
            if (key := f"{name} {column}") in shares:
                figure = _figure(shares[key], usual[key] if usual else None, digits)
                told += [f"{letter} {figure}"] if figure else []
        yield ", ".join(told)


def _of_all(shares: Mapping[str, float], usual: Mapping[str, float] | None) -> Iterator[str]:
    def wrong(of: Mapping[str, float]) -> float:
        return sum(of[key] for key in WRONG)

    yield _figure(shares["said: is"], usual["said: is"] if usual else None, 3)
    yield _figure(wrong(shares), wrong(usual) if usual else None, 0)
    for key in ("kinds", "cases"):
        yield _figure(shares[key], usual[key] if usual else None, 0)


def _figure(value: float, usual: float | None, digits: int) -> str:
    if usual is None:
        return f"{value:.{digits}f}"
    change = round(value, digits) - round(usual, digits)
    return f"{change:+.{digits}f}" if round(change, digits) else ""
