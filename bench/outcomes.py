"""What a matcher dares to say: is 'this is' right, and does 'looks like' show the right entry?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.dataset import Query
from bench.metrics import Answer

SHOWN = 3
UNLABELLED = ("raw_chain",)
"""Kinds whose further lines are messages of the catalogue without being among the labels."""


@dataclass(slots=True)
class Outcome:
    """Figures of one kind of paste."""

    pastes: int = 0
    said_is: int = 0
    """Findings that are called 'this is'."""
    right_is: int = 0
    said_like: int = 0
    """Pastes with nothing surer than 'looks like'."""
    right_like: int = 0
    """Those of them that show a right entry among the first three."""
    silent: int = 0
    wrong: list[str] = field(default_factory=list)
    """The ids of the queries that were wrongly called 'this is'."""

    @property
    def precision_is(self) -> float | None:
        """How often 'this is' is right."""
        return self.right_is / self.said_is if self.said_is else None

    @property
    def precision_like(self) -> float | None:
        """How often 'looks like' shows the right entry among the first three."""
        return self.right_like / self.said_like if self.said_like else None


def outcomes(queries: Sequence[Query], answers: Sequence[Answer]) -> dict[str, Outcome]:
    """Return the figures by kind of paste."""
    figures: dict[str, Outcome] = {}
    for query, answer in zip(queries, answers, strict=True):
        if query.kind not in UNLABELLED and not query.covered:
            _count(figures.setdefault(_row(query), Outcome()), query, answer)
    return figures


def total(figures: Iterable[Outcome]) -> Outcome:
    """Return several figures as one."""
    whole = Outcome()
    for figure in figures:
        whole.pastes += figure.pastes
        whole.said_is += figure.said_is
        whole.right_is += figure.right_is
        whole.said_like += figure.said_like
        whole.right_like += figure.right_like
        whole.silent += figure.silent
        whole.wrong.extend(figure.wrong)
    return whole


def _row(query: Query) -> str:
    if query.kind != "open":
        return query.kind
    return query.group or ("known" if query.labels else "unknown") + f", {query.form}"


def _count(figure: Outcome, query: Query, answer: Answer) -> None:
    shown = [(str(item[0]), str(item[2])) for item in answer if len(item) > 2]
    if query.denied:
        # Another entry may well be found: the paste is often that one's own text.
        shown = [item for item in shown if item[0] == query.denied]
    figure.pastes += 1
    sure = [entry for entry, outcome in shown if outcome == "is"]
    right = [entry for entry in sure if entry in query.labels]
    figure.said_is += len(sure)
    figure.right_is += len(right)
    if len(right) < len(sure):
        figure.wrong.append(query.id)
    if not shown:
        figure.silent += 1
    elif not sure:
        figure.said_like += 1
        figure.right_like += any(entry in query.labels for entry, _ in shown[:SHOWN])
