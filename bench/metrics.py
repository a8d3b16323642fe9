"""Figures of ranked answers: how often the right entry stands first, and what a confidence is worth."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.dataset import Query

Answer = list[list[str | float]]
"""One query's ranked list: [id, score] or [id, score, outcome], the best first."""

SLOTS = "content, template with placeholders"
BY_LINE = "multi, one query per line"


@dataclass(slots=True)
class Closed:
    """Figures of one kind of query whose entry is in the catalogue."""

    n: int = 0
    top1: float = 0.0
    recall3: float = 0.0


@dataclass(frozen=True, slots=True)
class Item:
    """One answer in the test of abstention."""

    confidence: float
    """Minus infinity when nothing was answered."""
    known: bool
    right: bool
    origin: str | None = field(default=None)


def ids(answer: Answer) -> list[str]:
    """Return the ids of an answer."""
    return [str(item[0]) for item in answer]


def scores(answer: Answer) -> list[float]:
    """Return the scores of an answer."""
    return [float(item[1]) for item in answer]


def closed(queries: Sequence[Query], answers: Sequence[Answer]) -> dict[str, Closed]:
    """Return the figures per kind; for ``multi``, top1 means all three in the first three."""
    figures: dict[str, Closed] = {}
    for query, answer in zip(queries, answers, strict=True):
        kinds = [query.kind, SLOTS] if query.kind == "content" and query.slots else [query.kind]
        for kind in kinds:
            _count(figures.setdefault(kind, Closed()), query, ids(answer))
    for figure in figures.values():
        figure.top1 /= figure.n
        figure.recall3 /= figure.n
    return figures


def by_line(queries: Sequence[Query], firsts: dict[str, list[str]]) -> Closed:
    """Return the figures of ``multi`` when each line was asked alone and its first answer taken."""
    figure = Closed(len(queries))
    for query in queries:
        got, labels = set(firsts[query.id]), set(query.labels)
        figure.top1 += (labels == got) / len(queries)
        figure.recall3 += len(labels & got) / len(labels) / len(queries)
    return figure


def _count(figure: Closed, query: Query, found: list[str]) -> None:
    figure.n += 1
    if query.kind == "multi":
        share = sum(label in found[:3] for label in query.labels) / len(query.labels)
        figure.top1 += share == 1
        figure.recall3 += share
        return
    place = next((place for place, entry in enumerate(found, 1) if entry in query.labels), None)
    figure.top1 += place == 1
    figure.recall3 += place is not None and place <= 3


def auroc(positive: list[float], negative: list[float]) -> float | None:
    """Return how often a known query is surer than an unknown one; ties count half."""
    if not positive or not negative:
        return None
    both = sorted([(value, 1) for value in positive] + [(value, 0) for value in negative])
    start, total = 0, 0.0
    while start < len(both):
        end = start
        while end < len(both) and both[end][0] == both[start][0]:
            end += 1
        total += sum(is_known for _, is_known in both[start:end]) * ((start + end + 1) / 2)
        start = end
    return (total - len(positive) * (len(positive) + 1) / 2) / (len(positive) * len(negative))


def curve(items: Sequence[Item]) -> Iterator[tuple[float, float, float]]:
    """Give (threshold, precision, recall) as the threshold falls."""
    known = sum(item.known for item in items)
    answered = sorted(
        (item for item in items if item.confidence > -math.inf), key=lambda item: -item.confidence
    )
    right = 0
    for count, item in enumerate(answered, 1):
        right += item.right
        if count == len(answered) or answered[count].confidence < item.confidence:
            yield item.confidence, right / count, right / max(1, known)


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def quantile(values: Sequence[float], share: float) -> float | None:
    """Return the value below which a share of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None
