"""What ours costs, as one Markdown page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bench.cost.batch import Batch
from bench.metrics import quantile
from bench.tables import Cell, number, table

MEGABYTE = 1_000_000


@dataclass(slots=True)
class Cost:
    """All that was measured; times in ms."""

    templates: int
    half: str
    own: dict[str, int] = field(default_factory=dict)
    index_gzip: int = 0
    batch_lines: int = 0
    python: Batch | None = None
    ready: list[float] = field(default_factory=list)
    """Node's, of several fresh processes."""
    node: dict[str, Any] = field(default_factory=dict)
    beside: dict[str, Any] = field(default_factory=dict)
    """Node's in a process that asks regular expressions as well."""
    browser: dict[str, Any] | None = None
    large: int = 0
    large_gzip: int = 0
    large_node: dict[str, Any] = field(default_factory=dict)
    parts: int = 0
    """How many shards the large index has in parts."""
    head_gzip: int = 0
    needed_gzip: list[int] = field(default_factory=list)
    """What each line needs of the shards."""
    parts_node: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure of the design with what was measured; the least allowed is never bounded."""

    what: str
    most: float
    unit: str
    node: float | None = None
    browser: float | None = None
    python: float | None = None

    @property
    def row(self) -> list[Cell]:
        """The figure as a table's row."""
        measured = [value for value in (self.node, self.browser, self.python) if value is not None]
        met = "-" if not measured else "yes" if max(measured) <= self.most else "**no**"
        places = 2 if self.most < 100 else 0
        values = [number(value, places) for value in (self.node, self.browser, self.python)]
        return [self.what, f"≤ {self.most:g} {self.unit}".rstrip(), *values, met]


def report(cost: Cost) -> str:
    """Return the whole page."""
    head = ["figure", "wanted", "Node", "Chromium", "Python", "met"]
    parts = [
        "# Cost\n\nWritten by `make bench-cost`; what is measured and how is in [README.md](README.md). "
        f"{cost.half}\n\n**Times are noisy**: two cores that other work shared. Logs: the least of several "
        "runs; hostile pastes: the least, by turns; getting ready in Node: the median of five fresh "
        "processes. Regular expressions: in Node and in the same process, each line the least of six "
        "rounds. Node from 50 ms on and Python: time of the processor where the clock shows more; "
        "Chromium: the clock.\n",
        "## The design's figures\n",
        table(head, [limit.row for limit in _limits(cost)]),
        _own(cost),
        _hostile(cost),
        _memory(cost),
    ]
    return "\n".join(part for part in parts if part)


def _limits(cost: Cost) -> Iterator[Limit]:
    node, browser = cost.node, cost.browser or {}
    size = f"{cost.templates:,} templates"
    own = cost.own["match index"] / cost.own["entries"]
    yield Limit("our own catalogue: match index, gzip, an entry", 150, "bytes", own)
    yield Limit(f"{size}: index, gzip", 120, "KB", cost.index_gzip / 1000)
    ready = quantile(browser.get("ready", []), 0.5)
    empty = number(quantile(browser.get("empty", []), 0.5), 0)
    what = f"{size}: ready (Chromium: with the start of a worker, which takes {empty} ms if it does nothing)"
    yield Limit(what, 50, "ms", quantile(cost.ready, 0.5), ready)
    for share, most in ((0.5, 3), (0.99, 15)):
        here, there = quantile(node["times"], share), quantile(browser.get("times", []), share)
        yield Limit(f"{size}: a line, p{share * 100:g}", most, "ms", here, there)
    for name, took in node["logs"].items():
        yield Limit(f"{size}: 1 MB log, {name}", 1000, "ms", took, browser.get("logs", {}).get(name))
    pause = max(browser.get("pauses", {}).values(), default=None)
    if peer := cost.beside.get("peer"):
        ours, theirs = quantile(peer["ours"], 0.5), quantile(peer["times"], 0.5)
        yield Limit(f"{size}: a line, p50 / of regular expressions", 1.2, "", _ratio(ours, theirs))
        for name, took in cost.beside["logs"].items():
            ratio = _ratio(took, peer["logs"][name])
            yield Limit(f"{size}: 1 MB log, {name} / of regular expressions, by line", 1.5, "", ratio)
    yield Limit("longest pause of the page meanwhile", 50, "ms", None, pause)
    yield Limit("hostile paste: time at 2n / time at n, the worst", 2.5, "", _worst(node), _worst(browser))
    if cost.python:
        what = f"{size}: {cost.batch_lines:,} lines on one core"
        yield Limit(what, 20, "s", None, None, cost.python.seconds)
    if cost.large:
        whole = (cost.large_gzip + cost.own["script"]) / 1000
        size = f"{cost.large:,} templates"
        yield Limit(f"{size}, one index: before the first answer, gzip, with the script", 500, "KB", whole)
        size = f"{size}, the index in parts"
        first = cost.head_gzip + cost.own["script"] + (quantile(cost.needed_gzip, 0.95) or 0)
        yield Limit(f"{size}: before the first answer, gzip, with the script, p95", 500, "KB", first / 1000)
        worst = (cost.head_gzip + max(cost.needed_gzip)) / 1000
        yield Limit(f"{size}: the same without the script, the worst of all lines", 380, "KB", worst)
        took = quantile(cost.parts_node["times"], 0.95)
        yield Limit(f"{size}: a line and what it loads, p95", 30, "ms", took)


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return ours / theirs if ours and theirs else None


def _worst(figures: dict[str, Any]) -> float | None:
    """Return the highest ratio of pastes that take long enough to tell."""
    pairs = figures.get("hostile", {}).values()
    return max((long / short for short, long in pairs if long >= 50), default=None)


def _own(cost: Cost) -> str:
    rows: list[list[Cell]] = [[name, number(value, 0)] for name, value in cost.own.items()]
    return "## What our own site sends before the first answer\n\nBytes, gzip.\n\n" + table(["", ""], rows)


def _hostile(cost: Cost) -> str:
    rows: list[list[Cell]] = []
    browser = (cost.browser or {}).get("hostile", {})
    for name, (short, long) in cost.node["hostile"].items():
        row: list[Cell] = [name]
        for one, other in ((short, long), browser.get(name, (None, None))):
            row += [number(one, 0), number(other, 0), number(other / one if one else None)]
        rows.append(row)
    head = ["repeated", "Node: n", "2n", "ratio", "Chromium: n", "2n", "ratio"]
    return (
        "## Hostile pastes\n\nn is 400,000 characters; ms. The ratio counts where 2n takes 50 ms or more: "
        "below, the clock says little.\n\n" + table(head, rows)
    )


def _memory(cost: Cost) -> str:
    rows: list[list[Cell]] = [_node(cost.templates, cost.index_gzip, cost.node)]
    if cost.large:
        rows.append(_node(cost.large, cost.large_gzip, cost.large_node))
        rows.append(_node(cost.large, cost.head_gzip, cost.parts_node))
    head = [
        "templates",
        "index gzip",
        "ready",
        "first line",
        "p50",
        "p95",
        "p99",
        "found first",
        "heap MB",
        "RSS MB",
    ]
    text = "## Memory and growth, Node\n\nMilliseconds; heap: the matcher's; RSS: of the whole process.\n\n"
    text += table(head, rows)
    if cost.parts:
        p50, p95 = (number((quantile(cost.needed_gzip, share) or 0) / 1000, 0) for share in (0.5, 0.95))
        text += (
            f"\nThe last row is the index in parts: what every paste needs, and {cost.parts:,} shards, "
            f"of which a line loads {p50} KB (p95: {p95} KB). Its times hold reading them.\n"
        )
    if cost.browser and cost.browser.get("heap"):
        text += f"\nChromium {cost.browser['version']}: the worker's heap after all that, "
        text += f"{cost.browser['heap'] / MEGABYTE:.0f} MB.\n"
    if cost.python:
        found = cost.python.right / cost.batch_lines
        text += (
            f"\nPython: ready in {cost.python.ready_ms:.0f} ms, batch in {cost.python.seconds:.1f} s of the "
        )
        text += (
            f"processor ({cost.python.wall_seconds:.1f} s by the clock), right entry first in {found:.3f}, "
        )
        text += f"{cost.python.most_memory / MEGABYTE:.0f} MB at most.\n"
    return text


def _node(templates: int, size: int, figures: dict[str, Any]) -> list[Cell]:
    times = figures["times"]
    return [
        number(templates, 0),
        number(size, 0),
        number(figures["ready"], 0),
        number(figures["first"], 1),
        *(number(quantile(times, share), 1) for share in (0.5, 0.95, 0.99)),
        round(figures["right"] / len(times), 3),
        number(figures["heap"] / MEGABYTE, 0),
        number(figures["rss"] / MEGABYTE, 0),
    ]
