"""What a triage found without an article, or a reader saved of an unknown text, read from its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from errorbook.common import reading
from errorbook.common.json_text import parse_json
from errorbook.common.problems import CatalogueError, Problem


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that wants an entry, and who writes it, where that is known."""

    text: str
    system: str
    notes: str = ""
    """What a reader told of it."""
    template: str = ""
    """The text with holes for what varies, where a triage put several together."""


def gaps(path: Path, most: int) -> list[Gap]:
    """Return the gaps that most tickets wait for; raises CatalogueError for what is no triage."""
    name = path.as_posix()
    try:
        found = parse_json(reading.text(path, name))
    except ValueError:
        found = None
    proposals = found.get("proposals", "") if isinstance(found, dict) else ""
    # None where the program that puts messages together was missing.
    proposals = [] if proposals is None else proposals
    if not isinstance(proposals, list) or not all(map(_is_gap, proposals)):
        what, fix = "is not the JSON of a triage", "Give what 'errorbook triage tickets.csv --json' printed"
        raise CatalogueError([Problem.of(name, what, fix)])
    if not proposals:
        what, fix = (
            "names no message without an article",
            "Give a triage of more tickets, with a lower --least, or with Drain installed",
        )
        raise CatalogueError([Problem.of(name, what, fix)])
    return [
        Gap(each["message"], each["system"], each.get("notes", ""), each.get("template", ""))
        for each in proposals[:most]
    ]


def _is_gap(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    texts = [value.get("message"), value.get("system"), value.get("notes", ""), value.get("template", "")]
    return all(isinstance(text, str) for text in texts) and bool(str(texts[0]).strip())
