"""An entry's decisions as a picture: a box for each question and each row of steps, a line for each answer.

The list of steps is the content; the picture shows where it leads, and each box is a link into it. A list
runs down, its questions branch off to the side: so a box stands below and beside those that lead to it, and
no room has to be searched for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypedDict

from markupsafe import Markup

from errorbook.catalogue import markup
from errorbook.site.line_breaks import BOLD, wrap
from errorbook.site.rendering import render
from errorbook.wording import Wording

WIDTH, BESIDE, BELOW = 216, 44, 16
"""The width of a box, and the room beside and below it, in pixels."""
_LINE, _PADDING, _MARGIN = 16, 9, 3
_MIDDLE = _PADDING + _LINE // 2
_MOST_LINES = 3
_ROOM = 17
"""The width of a line in sizes of the font, which has 12 pixels."""
_TALLEST = 1260
"""Beyond these pixels, letters of a picture that fits on a page of paper are less than 5.5 points."""


class Answer(TypedDict):
    """An answer to a question, and the steps that follow from it, as cards hold them."""

    answer: str
    steps: list[Step]


class Step(TypedDict, total=False):
    """What is drawn of a step, as cards hold it."""

    anchor: str
    do: str
    ask: str
    answers: list[Answer]


@dataclass(frozen=True, slots=True)
class Box:
    """A question, or steps in a row, with the answer that leads there."""

    kind: str
    anchor: str
    x: int
    y: int
    texts: Sequence[tuple[str, str]]
    """Its lines, each with what it is."""

    @property
    def height(self) -> int:
        """How tall the box is."""
        return _LINE * len(self.texts) + 2 * _PADDING

    @property
    def lines(self) -> list[tuple[str, int, str]]:
        """Its lines, each with what it is and where its letters stand."""
        first = self.y + _PADDING + 12
        return [(kind, first + _LINE * place, text) for place, (kind, text) in enumerate(self.texts)]


@dataclass(slots=True)
class _Drawing:
    """The boxes that are placed, in the order of the list, and the lines between them."""

    labels: dict[str, str]
    wording: Wording
    boxes: list[Box] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def chain(self, steps: Sequence[Step], x: int, y: int, number: str = "", answer: str = "") -> int:
        """Place a list of steps below each other and their answers beside them; return where it ends."""
        before: Box | None = None
        for asks, numbered in groupby(enumerate(steps, 1), lambda each: "ask" in each[1]):
            for row in [[each] for each in numbered] if asks else [list(numbered)]:
                box = self._box(row, x, y, number, "" if before else answer)
                if before:
                    self.lines.append(f"M{x + 20} {before.y + before.height}V{y}")
                before = box
                y = max(y + box.height, self._branch(row[-1], box, number)) + BELOW
        return y - BELOW

    def _box(self, row: list[tuple[int, Step]], x: int, y: int, number: str, answer: str) -> Box:
        first, step = row[0]
        words = markup.plain(step.get("ask") or step.get("do", ""), self.labels)
        lines = [("text", line) for line in wrap(f"{number}{first} {words}", _ROOM, _MOST_LINES)]
        if answer:
            said = wrap(markup.plain(answer, self.labels), _ROOM / BOLD, _MOST_LINES)
            lines = [*(("answer", line) for line in said), *lines]
        if len(row) > 1:
            lines.append(("more", self.wording.say("chart.more", number=len(row) - 1)))
        self.boxes.append(Box("ask" if "ask" in step else "do", step["anchor"], x, y, lines))
        return self.boxes[-1]

    def _branch(self, asked: tuple[int, Step], box: Box, number: str) -> int:
        """Place what follows from each answer to a question; return where the last of it ends."""
        place, step = asked
        x, y, lower = box.x + WIDTH, box.y, box.y
        for index, answer in enumerate(step.get("answers", ()), 1):
            lower = self.chain(answer["steps"], x + BESIDE, y, f"{number}{place}.{index}.", answer["answer"])
            self.lines.append(f"M{x} {box.y + _MIDDLE}h{BESIDE // 2}V{y + _MIDDLE}h{BESIDE // 2}")
            y = lower + BELOW
        return lower


def build(steps: Sequence[Step], title: str, labels: Mapping[str, str], wording: Wording) -> Markup:
    """Return the picture of an entry's steps as they are shown; nothing where none of them asks."""
    if not any("ask" in step for step in steps):
        return Markup()
    drawing = _Drawing(dict(labels), wording)
    lower = drawing.chain(steps, _MARGIN, _MARGIN)
    right = max(box.x for box in drawing.boxes) + WIDTH
    svg = render(
        "chart.svg.jinja",
        wording,
        boxes=drawing.boxes,
        lines="".join(drawing.lines),
        width=right + _MARGIN,
        height=lower + _MARGIN,
        tall=lower + _MARGIN > _TALLEST,
        box_width=WIDTH,
        title=title,
    )
    return Markup(svg.strip())
