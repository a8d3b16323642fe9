"""Rules about the ways through an entry: are they short, and do they lead on to their end?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

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


def no_way(entry: Entry, _: Context) -> Iterator[Remark]:
    """An example whose answers are no way through the entry: one is not offered, or more is asked."""
    ways = [way.answers for way in path_figures.ways(entry)]
    for index, example in enumerate(entry.examples):
        taken = example.answers
        if not taken or taken in ways:
            continue
        known = max(_in_common(taken, way) for way in ways)
        offered = dict.fromkeys(way[known] for way in ways if len(way) > known == _in_common(taken, way))
        asked = " or ".join(f"'{answer}'" for answer in offered)
        if known == len(taken):
            yield ("examples", index, "answers"), "stop where another question is asked", f"Add {asked}"
        else:
            fix = f"Write {asked}" if offered else "Leave it out: nothing more is asked"
            yield ("examples", index, "answers", known), f"'{taken[known]}' is no answer there", fix


def _in_common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many answers two ways begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def unspoken(entry: Entry, context: Context) -> Iterator[Remark]:
    """A step that does what the catalogue cautions of, on a path that does not speak of it."""
    ways = path_figures.ways(entry) if context.catalogue.vocabulary.cautions else ()
    for caution in context.catalogue.vocabulary.cautions:
        silent = {
            step.do
            for way in ways
            for step in way.taken
            if caution.forgotten(step.do or "", _told(entry, way))
        }
        for path, step in entry_texts.steps(entry.resolution):
            if step.do in silent:
                yield (*path, "do"), caution.what, caution.fix


def _told(entry: Entry, way: path_figures.Way) -> str:
    texts = [entry.summary, *way.answers]
    texts += [text for step in way.taken for text in (step.do, step.more, step.see, step.undo, step.ask)]
    return " ".join(filter(None, texts))


RULES = (
    Rule("unspoken", "hint", unspoken),
    Rule("early-escape", "hint", early_escape, english=True),
    Rule("long-path", "hint", long_path),
    Rule("no-way", "error", no_way),
)
