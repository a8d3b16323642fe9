"""What a reader must read: words and steps from the first line to the end of one path, counted.

A path is one way through an entry's questions. Its words are those of the summary, of its steps with the
menus, what is seen and how to go back, of its questions and of the answers taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from errorbook.catalogue import entry_texts, markup
from errorbook.catalogue.model import Catalogue, Entry, Step
from errorbook.catalogue.text_blocks import TextBlock, blocks
from errorbook.common.memory import for_one

MOST_WORDS, MOST_STEPS, MOST_QUESTIONS = 140, 8, 3
"""What nine of ten paths should keep to, and all of them in their questions."""
MOST_WAYS = 1000
"""Ways of one entry that are looked at: many questions in a row would have more than anybody could count."""
_ESCAPE = re.compile(
    r"When to ask for help|\b(?:[Aa]sk|[Cc]ontact|[Rr]eport|[Ss]end|[Tt]ell|[Ww]rite to)\b[^.;]*"
    r"\b(?:support|help desk|help centre)\b"
)


class Spread(TypedDict):
    """How a figure spreads over all paths."""

    median: int
    nine_in_ten: int
    worst: int
    worst_entry: str


class Figures(TypedDict):
    """What the entries ask of readers, counted."""

    paths: int
    words: Spread
    steps: Spread
    questions: Spread
    all_steps: int
    inferred_steps: int
    entries: int
    escapes: int
    early_escapes: int
    entries_with_two_escapes: int


@dataclass(frozen=True, slots=True)
class Way:
    """One way through an entry: what it takes to read and do."""

    words: int
    steps: int
    questions: int
    taken: tuple[Step, ...] = ()
    answers: tuple[str, ...] = ()


def count(catalogue: Catalogue) -> Figures | None:
    """Return the figures of all entries with a page; None where there are none."""
    entries = [entry for entry in catalogue.published if entry.status not in ("superseded", "withdrawn")]
    found = [(way, entry.id) for entry in entries for way in ways(entry)]
    if not found:
        return None
    steps = [step for entry in entries for _, step in entry_texts.steps(entry.resolution)]
    escapes = Counter(entry.id for entry in entries for step in _steps(entry) if is_escape(step))
    return {
        "paths": len(found),
        "words": _spread([(way.words, id_) for way, id_ in found]),
        "steps": _spread([(way.steps, id_) for way, id_ in found]),
        "questions": _spread([(way.questions, id_) for way, id_ in found]),
        "all_steps": sum(step.do is not None for step in steps),
        "inferred_steps": sum(step.do is not None and step.evidence == "inferred" for step in steps),
        "entries": len(entries),
        "escapes": escapes.total(),
        "early_escapes": sum(len(set(early_escapes(entry))) for entry in entries),
        "entries_with_two_escapes": sum(number > 1 for number in escapes.values()),
    }


def words(figures: Figures) -> str:
    """Return the figures as lines for people."""
    spreads = ", ".join(f"{name} {_spread_words(figures[name])}" for name in ("words", "steps", "questions"))
    rows = (
        ("Paths", f"{figures['paths']}: {spreads}"),
        ("Inferred", f"{figures['inferred_steps']} of {figures['all_steps']} steps"),
        (
            "Escapes",
            f"{figures['escapes']}, {figures['early_escapes']} of them before the end of a path, "
            f"entries with two or more: {figures['entries_with_two_escapes']}",
        ),
    )
    return "\n".join(f"{label + ':':<13}{text}" for label, text in rows)


@for_one
def ways(entry: Entry) -> tuple[Way, ...]:
    """Return every way from an entry's first line to an end; several rules ask about the same entry."""
    first = Way(_length(entry.summary), 0, 0)
    return tuple(_ways(entry.resolution, [first]))


def is_escape(step: Step) -> bool:
    """Tell whether a step sends the reader to somebody who supports or makes a product."""
    return bool(_ESCAPE.search(step.do or ""))


def early_escapes(entry: Entry) -> Iterator[str]:
    """Yield the steps that send the reader away although their path goes on."""
    for way in ways(entry):
        yield from (step.do or "" for step in way.taken[:-1] if is_escape(step))


def _steps(entry: Entry) -> Iterator[Step]:
    return (step for _, step in entry_texts.steps(entry.resolution))


def _ways(steps: tuple[Step, ...], before: list[Way]) -> list[Way]:
    """Return the ways that go on through steps; each answer to a question doubles them."""
    for step in steps:
        size = sum(_length(text) for text in (step.do, step.see, step.undo, step.ask))
        size += sum(_length(text) for block in blocks(step.more or "") for text in _read_of(block))
        size += len(" ".join(step.path).split())
        on = [Way(x.words + size, x.steps + 1, x.questions, (*x.taken, step), x.answers) for x in before]
        if step.answers:
            on = [
                way
                for answer, following in step.answers.items()
                for way in _ways(following, [_answered(x, answer) for x in on])
            ]
        before = on[:MOST_WAYS]
    return before


def _answered(way: Way, answer: str) -> Way:
    """Return a way that goes on with an answer to its last question."""
    words = way.words + _length(answer)
    return Way(words, way.steps, way.questions + 1, way.taken, (*way.answers, answer))


def _read_of(block: TextBlock) -> Iterator[str]:
    """Yield what has to be read of a block; code is copied."""
    if block.kind != "code":
        yield block.text
    yield from (cell for row in block.rows for cell in row)


def _length(text: str | None) -> int:
    return len(markup.plain(text, {}).split()) if text else 0


def _spread(found: list[tuple[int, str]]) -> Spread:
    ordered = sorted(found)
    worst, entry = ordered[-1]
    return {
        "median": ordered[(len(ordered) - 1) // 2][0],
        "nine_in_ten": ordered[(len(ordered) * 9 - 1) // 10][0],
        "worst": worst,
        "worst_entry": entry,
    }


def _spread_words(spread: Spread) -> str:
    return (
        f"{spread['median']} (nine in ten {spread['nine_in_ten']}, worst {spread['worst']} "
        f"in {spread['worst_entry']})"
    )
