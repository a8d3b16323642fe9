"""The test of abstention: are answers to known messages surer than answers to unknown ones?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.dataset import Query
from bench.metrics import Answer, Item, auroc, curve, f1, ids, scores

GROUPS = {"clean": ("content", "raw"), "noisy": ("typos", "quoted")}
PRECISION = 0.95


@dataclass(frozen=True, slots=True)
class Held:
    """What a threshold chosen on development queries does to held-out ones."""

    precision: float
    coverage: float
    f1: float
    false_alarm: float


@dataclass(frozen=True, slots=True)
class Open:
    """Figures of one group of forms."""

    known: int
    left_out: int
    foreign: int
    auroc_top_score: float | None
    auroc: float | None
    auroc_left_out: float | None
    auroc_foreign: float | None
    best_f1: float
    coverage: float
    """Recall at the loosest threshold at which 95 % of the answers are right."""
    dev_f1: Held
    dev_precision: Held


@dataclass(frozen=True, slots=True)
class Abstention:
    """All figures of a peer on a data set."""

    confidence: str
    """The way to turn a ranked list into one confidence that did best on development queries."""
    groups: dict[str, Open]


def _margin(values: list[float], _: str) -> float:
    return values[0] - (values[1] if len(values) > 1 else 0)


def _ratio(values: list[float], _: str) -> float:
    return 1 - (values[1] / values[0] if len(values) > 1 and values[0] else 0)


def _per_word(values: list[float], query: str) -> float:
    return values[0] / math.sqrt(max(1, len(query.split())))


CONFIDENCES: dict[str, Callable[[list[float], str], float]] = {
    "top": lambda values, _: values[0],
    "top/words": _per_word,
    "margin": _margin,
    "ratio": _ratio,
}


def abstention(queries: Sequence[Query], answers: Sequence[Answer]) -> Abstention:
    """Return the figures of held-out queries; confidence and thresholds are chosen on development ones."""
    kept = [pair for pair in zip(queries, answers, strict=True) if not pair[0].covered]
    dev = [pair for pair in kept if pair[0].split == "dev"]
    rated = {name: _auroc(_items(dev, name)) or 0.0 for name in CONFIDENCES}
    confidence = max(rated, key=lambda name: rated[name])
    points = list(curve(_items(dev, confidence)))
    for_f1 = max(points, key=lambda point: f1(point[1], point[2]), default=(math.inf, 0.0, 0.0))
    precise = [point for point in points if point[1] >= PRECISION]
    for_precision = max(precise, key=lambda point: point[2], default=(math.inf, 0.0, 0.0))
    groups = {}
    for group, forms in GROUPS.items():
        held = [pair for pair in kept if pair[0].split == "test" and pair[0].form in forms]
        groups[group] = _open(held, confidence, for_f1[0], for_precision[0])
    return Abstention(confidence, groups)


def _open(pairs: list[tuple[Query, Answer]], confidence: str, for_f1: float, for_precision: float) -> Open:
    items = _items(pairs, confidence)
    known = [item.confidence for item in items if item.known]
    left_out = [item.confidence for item in items if item.origin == "loo"]
    foreign = [item.confidence for item in items if item.origin == "foreign"]
    points = list(curve(items))
    return Open(
        len(known),
        len(left_out),
        len(foreign),
        _auroc(_items(pairs, "top")),
        _auroc(items),
        auroc(known, left_out),
        auroc(known, foreign),
        max((f1(precision, recall) for _, precision, recall in points), default=0.0),
        max((recall for _, precision, recall in points if precision >= PRECISION), default=0.0),
        _held(items, for_f1),
        _held(items, for_precision),
    )


def _items(pairs: Sequence[tuple[Query, Answer]], confidence: str) -> list[Item]:
    return [
        Item(
            CONFIDENCES[confidence](scores(answer), query.text) if answer else -math.inf,
            bool(query.labels),
            bool(answer) and ids(answer)[0] in query.labels,
            query.origin,
        )
        for query, answer in pairs
    ]


def _auroc(items: Sequence[Item]) -> float | None:
    known = [item.confidence for item in items if item.known]
    return auroc(known, [item.confidence for item in items if not item.known])


def _held(items: Sequence[Item], threshold: float) -> Held:
    known = sum(item.known for item in items)
    answered = [item for item in items if item.confidence >= threshold and item.confidence > -math.inf]
    right = sum(item.right for item in answered)
    precision, coverage = right / max(1, len(answered)), right / max(1, known)
    false = sum(not item.known for item in answered) / max(1, len(items) - known)
    return Held(precision, coverage, f1(precision, coverage), false)
