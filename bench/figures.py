"""The figures the design asks for, and whether they were reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.outcomes import total
from bench.running import Figures, Run

CLEAN = ("content", "raw", "quoted", "upper", "json")
TOP1 = {
    "typescript": dict.fromkeys(CLEAN, 0.995)
    | {"typos": 0.99, "wrapped": 0.99, "truncated": 0.78, "multi": 0.97, "raw_chain": 0.90},
    "loghub": dict.fromkeys(CLEAN, 0.990)
    | {"typos": 0.985, "wrapped": 0.98, "truncated": 0.87, "multi": 0.95},
}
RECALL3 = {"typescript": {"truncated": 0.96}, "loghub": {"truncated": 0.97}}
OPEN = {
    "typescript": {"clean": (0.998, 0.99), "noisy": (0.97, 0.90)},
    "loghub": {"clean": (0.995, 0.975), "noisy": (0.97, 0.90)},
}
OWN_TOP1 = 0.99
IS, LIKE = 0.995, 0.90


@dataclass(frozen=True, slots=True)
class Target:
    """One figure, what it has to be, and what it is."""

    set: str
    what: str
    wanted: float
    reached: float | None
    n: int
    most: bool = False
    """Whether the wanted value is the most allowed, not the least."""

    @property
    def met(self) -> bool | None:
        """Whether it was reached; None: there was nothing to measure it by."""
        if self.reached is None:
            return None
        # Rounded as it is printed, so that nobody reads 0.990 and 'missed'.
        reached = round(self.reached, 3)
        return reached <= self.wanted if self.most else reached >= self.wanted


def targets(run: Run) -> Iterator[Target]:
    """Give every figure of the design for one of ours."""
    for name, figures in run.sets.items():
        if name in TOP1:
            yield from _public(name, figures)
        else:
            yield from _own(name, figures)
    yield from _outcomes(run)


def _public(name: str, figures: Figures) -> Iterator[Target]:
    for kind, wanted in TOP1[name].items():
        figure = (figures.closed or {}).get(kind)
        if figure:
            yield Target(name, f"{kind}: top-1", wanted, figure.top1, figure.n)
        if figure and kind in RECALL3[name]:
            yield Target(name, f"{kind}: recall@3", RECALL3[name][kind], figure.recall3, figure.n)
    if figures.abstention:
        for group, (auroc, coverage) in OPEN[name].items():
            figure_open = figures.abstention.groups[group]
            n = figure_open.known + figure_open.left_out + figure_open.foreign
            yield Target(name, f"known against unknown, {group}: AUROC", auroc, figure_open.auroc, n)
            what = f"known against unknown, {group}: right answers at 95 % precision"
            yield Target(name, what, coverage, figure_open.coverage, n)


def _own(name: str, figures: Figures) -> Iterator[Target]:
    closed = figures.closed or {}
    kinds = [figure for kind, figure in closed.items() if "," not in kind]
    n = sum(figure.n for figure in kinds)
    if n:
        top1 = sum(figure.top1 * figure.n for figure in kinds) / n
        yield Target(name, "examples and all their variants: top-1", OWN_TOP1, top1, n)
    negative = total(
        figure for kind, figure in figures.outcomes.items() if kind not in closed and "known" not in kind
    )
    if negative.pastes:
        wrong = float(negative.said_is - negative.right_is)
        yield Target(name, "'this is' on pastes without our errors", 0, wrong, negative.pastes, most=True)


def _outcomes(run: Run) -> Iterator[Target]:
    for name, figures in run.sets.items():
        whole = total(figures.outcomes.values())
        yield Target(name, "'this is': right", IS, whole.precision_is, whole.said_is)
        what = "'looks like': right entry among the first three"
        yield Target(name, what, LIKE, whole.precision_like, whole.said_like)
