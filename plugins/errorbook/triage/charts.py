"""Charts as SVG that stands in a page: shapes with classes, so that the page gives the colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from errorbook.wording import Wording

WIDTH, HEIGHT = 720, 200
_LEFT, _BOTTOM, _TOP = 48, 24, 8
_SPARK_WIDTH, _SPARK_HEIGHT = 96, 20
_MOST_LABELS = 5
_LONGEST_LABEL = 200
"""Room for a date in the letters of a phone: a label that would be cut off is left out."""
_Name = TypeVar("_Name", bound=str)


# What tells the parts apart in grey and in print: lines in them, drawn by the page's own ink.
_LINES = {"like": "M0 6L6 0", "unknown": "M0 3H6M3 0V6", "described": "M3 0V6", "none": "M3 2.5V3.5"}


def patterns() -> Markup:
    """Return the patterns that lie over the parts of all charts of a page, for ``fill: url(#name)``."""
    shapes = Markup("").join(
        Markup(
            '<pattern id="eb-{0}" width="6" height="6" patternUnits="userSpaceOnUse">'
            '<rect class="{0}" width="6" height="6"/><path class="line" d="{1}"/></pattern>'
        ).format(name, lines)
        for name, lines in _LINES.items()
    )
    return Markup(
        '<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>{}</defs></svg>'
    ).format(shapes)


def columns(
    starts: Sequence[date],
    unit: str,
    counts: Mapping[_Name, Sequence[int]],
    title: str,
    wording: Wording,
) -> Markup:
    """Return one column for each period, its parts stacked in the order of ``counts``."""
    totals = [sum(parts) for parts in zip(*counts.values(), strict=True)]
    top = _round_up(max(totals, default=1))
    high, wide = HEIGHT - _BOTTOM - _TOP, WIDTH - _LEFT
    step = wide / max(1, len(starts))
    shapes = []
    for value in (0, top // 2, top) if top > 1 else (0, top):
        y = _TOP + high - high * value / top
        shapes.append(
            Markup('<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(_LEFT, WIDTH, y, y)
            + Markup('<text x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
                _LEFT - 6, y + 4, wording.number(value)
            )
        )
    for number, start in enumerate(starts):
        x, y = _LEFT + number * step, float(_TOP + high)
        parts = []
        for name, values in counts.items():
            height = high * values[number] / top
            y -= height
            if height:
                parts.append(
                    Markup(
                        '<rect class="{}"{} x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}"/>'
                    ).format(name, _fill(name), x, y, max(0.5, step * 0.84), height)
                )
        shapes.append(
            Markup("<g><title>{}: {}</title>{}</g>").format(
                label(start, unit, wording), wording.number(totals[number]), Markup("").join(parts)
            )
        )
    every = -(-len(starts) // _MOST_LABELS)
    for number in range(0, len(starts), max(1, every)):
        x = _LEFT + number * step
        if x + _LONGEST_LABEL > WIDTH:
            break
        when = label(starts[number], unit, wording)
        shapes.append(Markup('<text class="when" x="{:.1f}" y="{}">{}</text>').format(x, HEIGHT - 6, when))
    return _svg(WIDTH, HEIGHT, "chart", title, shapes)


def bar(number: int, most: int, parts: Mapping[str, int], wording: Wording) -> Markup:
    """Return one bar as long as a number is of the most, in parts."""
    shapes, x = [], 0.0
    for name, part in parts.items():
        width = 100 * part / max(1, most)
        if width:
            shapes.append(
                Markup('<rect class="{}"{} x="{:.2f}" y="0" width="{:.2f}" height="10"/>').format(
                    name, _fill(name), x, width
                )
            )
        x += width
    return _svg(100, 10, "bar", wording.number(number), shapes, stretch=True)


def key(name: str) -> Markup:
    """Return what shows how a part of a chart is drawn."""
    shape = Markup('<rect class="{}"{} width="18" height="12"/>').format(name, _fill(name))
    return Markup('<svg class="key" viewBox="0 0 18 12" aria-hidden="true">{}</svg>').format(shape)


def spark(counts: Sequence[int], title: str) -> Markup:
    """Return a small line of counts."""
    most = max(counts, default=0) or 1
    step = _SPARK_WIDTH / max(1, len(counts) - 1)
    points = " ".join(
        f"{number * step:.1f},{_SPARK_HEIGHT - 2 - (_SPARK_HEIGHT - 4) * count / most:.1f}"
        for number, count in enumerate(counts)
    )
    return _svg(
        _SPARK_WIDTH, _SPARK_HEIGHT, "spark", title, [Markup('<polyline points="{}"/>').format(points)]
    )


def _fill(name: str) -> Markup:
    return Markup(' fill="url(#eb-{})"').format(name) if name in _LINES else Markup("")


def _svg(
    width: int, height: int, name: str, title: str, shapes: Sequence[Markup], stretch: bool = False
) -> Markup:
    return Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}"{}>{}</svg>').format(
        name,
        width,
        height,
        title,
        Markup(' preserveAspectRatio="none"') if stretch else "",
        Markup("").join(shapes),
    )


def _round_up(number: int) -> int:
    """Return the next number that reads well on an axis: 1, 2, 4, 6, 8, 10, 20, …"""
    size = 1
    while True:
        for factor in (1, 2, 4, 6, 8):
            if number <= factor * size:
                return factor * size
        size *= 10


def label(start: date, unit: str, wording: Wording) -> str:
    """Return what to call a period."""
    return wording.month(start) if unit == "month" else wording.day(start.isoformat())
