"""Rules about how people tell an error: in enough ways, and in ways that are its own."""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.catalogue.model import Entry
from errorbook.catalogue.yaml_source import Path
from errorbook.checks.rule import Context, Remark, Rule


def few_questions(entry: Entry, context: Context) -> Iterator[Remark]:
    """Fewer questions than the catalogue asks for."""
    fewest, there = context.catalogue.vocabulary.fewest_questions, len(entry.questions)
    if entry.status not in ("withdrawn", "superseded") and there < fewest:
        what = f"has {there or 'none'}, and catalogue.yml asks for {fewest}"
        fix = "Write how people tell the trouble in their own words, each in another way"
        yield ("questions",), what, fix


def same_telling(entry: Entry, context: Context) -> Iterator[Remark]:
    """A title that another entry has, too, or a question that is told already."""
    if entry.status in ("withdrawn", "superseded"):
        return
    said = context.catalogue.vocabulary.said
    texts: list[tuple[Path, list[str]]] = [(("title",), context.titled[said(entry.title)])]
    for index, question in enumerate(entry.questions):
        texts.append((("questions", index), context.told[said(question)]))
    for path, ids in texts:
        if others := [id_ for id_ in ids if id_ != entry.id]:
            yield path, f"is said of {others[0]}, too", "Say what is different here"
        elif len(ids) > 1:
            yield path, "is said here twice", "Say it in another way, or remove it"


RULES = (
    Rule("few-questions", "error", few_questions),
    Rule("same-telling", "hint", same_telling, "catalogue"),
)
