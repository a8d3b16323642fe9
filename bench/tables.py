"""Figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Cell = str | int | float | None


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], best: Sequence[int] = ()) -> str:
    """Return a table; in the columns of ``best`` the highest value of a row without † is bold."""
    cells = [list(row) for row in rows]
    for column in best:
        values = [row[column] for row in cells if isinstance(row[column], float) and "†" not in str(row[0])]
        top = max((round(value, 3) for value in values if isinstance(value, float)), default=None)
        for row in cells:
            value = row[column]
            if isinstance(value, float):
                text = f"{value:.3f}"
                row[column] = f"**{text}**" if round(value, 3) == top and "†" not in str(row[0]) else text
    lines = [line(head), "|---" + "|---:" * (len(head) - 1) + "|", *map(line, cells)]
    return "\n".join(lines) + "\n"


def line(cells: Sequence[Cell]) -> str:
    """Return one row; what was not measured is a dash."""
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"


def number(value: float | None, places: int = 2) -> str | None:
    """Return a figure with so many places."""
    return None if value is None else f"{value:,.{places}f}"


def _text(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
