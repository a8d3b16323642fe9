"""Finds words of an entry that its catalogue does not know, and ids of another form."""

from __future__ import annotations

from collections.abc import Iterator, Set

from errorbook.catalogue import entry_texts, ids
from errorbook.catalogue.model import Entry
from errorbook.catalogue.vocabulary import VOCABULARY, Vocabulary
from errorbook.catalogue.yaml_source import Path, Source
from errorbook.common.problems import Problem


def problems(
    entry: Entry, source: Source, words: Vocabulary, lost: Set[str] = frozenset()
) -> Iterator[Problem]:
    """Yield words of an entry that its catalogue does not know; ``lost`` fields could not be read."""
    system = words.systems.get(entry.system)
    if system and lost.isdisjoint(("id", "codes")):
        codes = [code.code for code in entry.codes]
        for fault in ids.faults(entry.id, system.prefix, system.name, system.ids, codes):
            yield source.problem(("id",), *fault)
    systems, records = tuple(words.systems), tuple(words.records)
    used: list[tuple[Path, str, tuple[str, ...]]] = [
        *((("shown_in", index), word, systems) for index, word in enumerate(entry.shown_in)),
        *((("integrations", index), word, systems) for index, word in enumerate(entry.integrations)),
        *((("codes", index, "system"), code.system, systems) for index, code in enumerate(entry.codes)),
        *(
            (("fixable_by", index), word, tuple(words.fixable_by))
            for index, word in enumerate(entry.fixable_by)
        ),
        *((("severity",), word, tuple(words.severities)) for word in (entry.severity,) if word),
        *(
            ((*path, "risk"), step.risk, tuple(words.risks))
            for path, step in entry_texts.steps(entry.resolution)
            if step.risk
        ),
        *((("records", index), word, records) for index, word in enumerate(entry.records)),
    ]
    for path, word, known in used:
        if word not in known:
            what = f"is '{word}', which {VOCABULARY} does not list"
            fix = (
                f"Write one of: {', '.join(known)}"
                if known
                else f"List it there under {path[0]}, or remove it"
            )
            yield source.problem(path, what, fix)
