"""An entry's texts and steps in the order of its file, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.catalogue.model import EntryFile, Step
from errorbook.catalogue.yaml_source import Path
from errorbook.common.memory import for_one

_USUAL: Path = ("resolution",)
AFTER = ("verify", "prevention")
ALONE = ("summary", *AFTER)
"""The fields of an entry that are one text, with holes and translations."""
STEP_TEXTS = ("do", "more", "see", "undo", "ask")
"""The fields of a step that may have holes."""
UNFINISHED = "TODO"
"""What `errorbook new` writes where only an author knows the words, and `check` refuses: no note of ours."""


def texts(entry: EntryFile) -> Iterator[tuple[Path, str]]:
    """Yield every text that may have holes: the messages, then the prose."""
    for index, message in enumerate(entry.messages):
        yield ("messages", index, "text"), message.text
    yield from _lines(entry, "summary")
    for index, cause in enumerate(entry.causes):
        yield ("causes", index, "text"), cause.text
        if cause.more:
            yield ("causes", index, "more"), cause.more
    yield from of_steps(entry.resolution)
    yield from _lines(entry, *AFTER)


def of_steps(found: tuple[Step, ...], path: Path = _USUAL) -> Iterator[tuple[Path, str]]:
    """Yield every text that may have holes of the steps at a path."""
    for here, step in steps(found, path):
        for field in STEP_TEXTS:
            if text := getattr(step, field):
                yield (*here, field), text


def prose(entry: EntryFile) -> Iterator[tuple[Path, str]]:
    """Yield every text written for readers: all but messages and pastes."""
    yield ("title",), entry.title
    yield from (place for place in texts(entry) if place[0][0] != "messages")
    for path, step in steps(entry.resolution):
        for answer in step.answers or {}:
            yield (*path, "answers", answer), answer
    if entry.escalate:
        yield ("escalate", "when"), entry.escalate.when
        for index, item in enumerate(entry.escalate.collect):
            yield ("escalate", "collect", index), item


def notes(entry: EntryFile) -> Iterator[tuple[Path, str]]:
    """Yield every text that only agents read."""
    for index, note in enumerate(entry.support_notes):
        yield ("support_notes", index), note


def steps(found: tuple[Step, ...], path: Path = _USUAL) -> Iterator[tuple[Path, Step]]:
    """Yield every step of a list at a path, those of answers after their question."""
    yield from _steps(found) if path == _USUAL else _found(found, path)


def _found(found: tuple[Step, ...], path: Path) -> Iterator[tuple[Path, Step]]:
    for index, step in enumerate(found):
        here = (*path, index)
        yield here, step
        for answer, following in (step.answers or {}).items():
            yield from _found(following, (*here, "answers", answer))


@for_one  # many rules ask for the steps of the same entry
def _steps(found: tuple[Step, ...]) -> list[tuple[Path, Step]]:
    return list(_found(found, _USUAL))


def _lines(entry: EntryFile, *fields: str) -> Iterator[tuple[Path, str]]:
    for field in fields:
        if text := getattr(entry, field):
            yield (field,), text
