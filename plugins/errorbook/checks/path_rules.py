"""Rules about the ways through an entry: are they short, and do they lead on to their end?"""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.catalogue import entry_texts
from errorbook.catalogue.model import Entry
from errorbook.checks import path_figures
from errorbook.checks.rule import Context, Remark, Rule


def early_escape(entry: Entry, _: Context) -> Iterator[Remark]:
    """A step that sends readers to support although their path goes on."""
    early = set(path_figures.early_escapes(entry))
    for path, step in entry_texts.steps(entry.resolution):
        if step.do in early:
            yield (*path, "do"), "sends to support before the path ends", "Make it the last step, or drop it"


def long_path(entry: Entry, _: Context) -> Iterator[Remark]:
    """A way through an entry that takes too long to read, or asks too much."""
    found = path_figures.ways(entry)
    for name, most in (
        ("words", path_figures.MOST_WORDS),
        ("steps", path_figures.MOST_STEPS),
        ("questions", path_figures.MOST_QUESTIONS),
    ):
        worst = max(getattr(way, name) for way in found)
        if worst > most:
            yield ("resolution",), f"has a path of {worst} {name}", f"Keep a path to {most}"


RULES = (
    Rule("early-escape", "hint", early_escape),
    Rule("long-path", "hint", long_path),
)
