"""What people paste, kind by kind, in our own catalogue: whether an answer is the one that is wished."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import yaml


class Kind(TypedDict):
    """Pastes of one kind, each with the answer that is right."""

    why: str
    inputs: list[tuple[str, str]]


ROWS: dict[str, Kind] = yaml.safe_load(
    (Path(__file__).parent.parent / "tests/cases/kinds.yml").read_text("utf-8")
)


def is_right(wish: str, found: list[tuple[str, str]]) -> bool:
    """Return whether an answer, as pairs of an id and an outcome, is what a row wishes."""
    first, outcome = found[0] if found else ("none", "")
    told = [id_ for id_, outcome in found if outcome != "describes"]
    match wish.split():
        case ["not", "is"]:
            return all(outcome != "is" for _, outcome in found)
        case ["not", id_]:
            return id_ not in told
        case ["is" | "like" as wanted, id_]:
            return (first, outcome) == (id_, wanted)
        case ids:
            return first in ids or (not told and "none" in ids)
