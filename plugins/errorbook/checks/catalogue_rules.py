"""Every rule for a whole catalogue: what entries say about each other, and all rules about one entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from datetime import date
from itertools import islice

from errorbook.catalogue import ledger, publication
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded
from errorbook.checks import entry_rules, example_rules, path_rules, place_rules, telling_rules, text_rules
from errorbook.checks.rule import Context, Remark, Rule, share_text
from errorbook.common.problems import Problem
from errorbook.matching import Matcher, Result
from errorbook.matching.codes.code_keys import key_of

MOST_NAMED = 5


def check(
    loaded: Loaded,
    matcher: Matcher,
    guides: Set[str] | None = None,
    today: date | None = None,
    pause: Callable[[], None] | None = None,
    results: dict[str, Result] | None = None,
) -> list[Problem]:
    """Return every problem of a catalogue, in file and line order; what waits, ``waiting`` names.

    ``pause`` is called between entries, and may end the work by raising. ``results`` are those that the
    matcher gave before, and get those that it gives now; without them, those of one entry are kept.
    """
    context = Context(loaded.catalogue, matcher, guides, today, {} if results is None else results)
    entries = loaded.catalogue.entries
    found, late = list(loaded.unread), waiting(loaded)
    rules = [rule for rule in RULES if rule.name not in late]
    for entry in entries:
        if pause:
            pause()
        source = loaded.sources[entry.id]
        found.extend(problem for rule in rules for problem in rule.problems(entry, source, context))
        if results is None:
            context.results.clear()
    for entry, source in loaded.doubtful:
        found.extend(problem for rule in OF_WORDS for problem in rule.problems(entry, source, context))
    found.extend(
        source.problem(
            (), "is a block that nothing includes", "Include it, or remove it", "warning", "unused"
        )
        for name, source in loaded.blocks.sources.items()
        if name not in loaded.blocks.used and "unused" not in late
    )
    if not any(problem.file == loaded.ledger_file for problem in loaded.unread):
        told = loaded.ledger_file, loaded.ledger_text, loaded.ledger, entries, loaded.sources
        found.extend(ledger.problems(*told, whole=not loaded.unread))
    return sorted(found)


def waiting(loaded: Loaded | None) -> list[str]:
    """Return the names of the rules that wait while entries are kept out, and without a catalogue all."""
    late = [rule.name for rule in RULES if loaded is None or rule.needs == "catalogue"]
    return [] if loaded and not loaded.unread else late + BEYOND


def broken_relation(entry: Entry, context: Context) -> Iterator[Remark]:
    """A relation that leads nowhere."""
    for index, relation in enumerate(entry.relations):
        place = ("relations", index, "id")
        target = context.entries.get(relation.id)
        if relation.id == entry.id:
            yield place, "is this entry itself", "Remove the relation"
        elif target is None:
            yield place, f"is {relation.id}, which does not exist", "Correct the id, or remove the relation"
        elif target.status == "draft" and entry.status != "draft":
            yield (
                place,
                f"is {relation.id}, a draft without a page",
                "Remove the relation until it is published",
            )


def unshown_relation(entry: Entry, context: Context) -> Iterator[Remark]:
    """A relation that readers are not shown: to an entry that is withdrawn or replaced."""
    for index, relation in enumerate(entry.relations):
        target = context.entries.get(relation.id)
        # The messages of a replaced one are still looked for, and same-message asks who may share them.
        shared = target and relation.type == "same-text" and target.status == "superseded"
        dead = target and target.status in ("superseded", "withdrawn")
        if target and dead and not shared and publication.is_listed(entry):
            heirs = " or ".join(target.superseded_by)
            fix = f"Name {heirs} instead, or remove the relation" if heirs else "Remove the relation"
            yield ("relations", index, "id"), f"is {relation.id}, which is {target.status}", fix


def broken_succession(entry: Entry, context: Context) -> Iterator[Remark]:
    """An entry replaced by nothing, by itself, by a draft or a withdrawn one, or in a circle."""
    if (entry.status == "superseded") != bool(entry.superseded_by):
        what = "is empty" if entry.status == "superseded" else "is only for 'status: superseded'"
        yield ("superseded_by",), what, "Name the entries that replaced this one, or correct the status"
    for index, id_ in enumerate(entry.superseded_by):
        named = context.entries.get(id_)
        if named is None:
            what, fix = f"is {id_}, which does not exist", "Name the entry that replaced this one"
            yield ("superseded_by", index), what, fix
        elif named.status == "draft" and entry.status != "draft":
            fix = "Name the entry that replaced this one, or publish that first"
            yield ("superseded_by", index), f"is {id_}, a draft without a page", fix
        elif named.status == "withdrawn":
            fix = "Name the entry that replaced this one, or withdraw it, too"
            yield ("superseded_by", index), f"is {id_}, which is withdrawn", fix
        elif context.circles[id_] == context.circles[entry.id]:
            yield ("superseded_by", index), "leads back to this entry", "Decide which entry remains"


def repeated_code(entry: Entry, _: Context) -> Iterator[Remark]:
    """A code that an entry has twice, in whatever form; two entries may share one."""
    first: dict[tuple[str, str], int] = {}
    for index, code in enumerate(entry.codes):
        same = first.setdefault((code.system, key_of(code.code)), index)
        if same != index:
            what = f"is a code of {code.system} a second time (first in codes[{same}])"
            yield ("codes", index), what, "Keep one of the two"


def missing_guide(entry: Entry, context: Context) -> Iterator[Remark]:
    """A guidance page that is not there."""
    for index, slug in enumerate(entry.guides):
        if context.guides is not None and slug not in context.guides:
            known = ", ".join(context.some_guides)
            fix = f"Write one of: {known}" if known else "Remove it, or write the page"
            yield ("guides", index), f"is '{slug}', and there is no such guide", fix


def same_message(entry: Entry, context: Context) -> Iterator[Remark]:
    """A message that another entry has too, apart from case, marks and the names of holes."""
    if entry.status == "withdrawn":
        return
    said = context.catalogue.vocabulary.said
    fix = "Merge the entries, tell the messages apart, or relate the two by same-text"
    for index, message in enumerate(entry.messages):
        others = (
            id_
            for id_ in context.not_told_from(entry, said(message.text))
            if id_ != entry.id
            and not share_text(entry, context.entries[id_])
            # Those that were merged are one entry.
            and context.catalogue.heir(entry) is not context.catalogue.heir(context.entries[id_])
        )
        # Where very many entries say the same, each would name all others.
        named = list(islice(others, MOST_NAMED + 1))
        for id_ in named[:MOST_NAMED]:
            yield ("messages", index, "text"), f"is a message of {id_} too", fix
        if named[MOST_NAMED:]:
            yield ("messages", index, "text"), "is a message of yet other entries", fix


RULES = (
    Rule("broken-relation", "error", broken_relation, "catalogue"),
    Rule("unshown-relation", "warning", unshown_relation, "catalogue"),
    Rule("broken-succession", "error", broken_succession, "catalogue"),
    Rule("repeated-code", "error", repeated_code, "words"),
    Rule("missing-guide", "error", missing_guide, "words"),
    Rule("same-message", "error", same_message, "catalogue"),
    *example_rules.RULES,
    *entry_rules.RULES,
    *text_rules.RULES,
    *place_rules.RULES,
    *path_rules.RULES,
    *telling_rules.RULES,
)
OF_WORDS = tuple(rule for rule in RULES if rule.needs == "words")
"""The rules that can be tried on an entry of which something cannot be read."""
BEYOND = ["unused", ledger.GONE, "redirect", "published"]
"""What is looked for beside the rules, and depends on every entry: lost ids and addresses, spare blocks."""
