"""Rules that try the matcher: every example finds its own entry first, and no other paste does."""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.catalogue.model import Entry
from errorbook.catalogue.publication import successor
from errorbook.checks.rule import Context, Remark, Rule, share_text
from errorbook.matching import Finding


def not_found(entry: Entry, context: Context) -> Iterator[Remark]:
    """An example that finds nothing, or another entry first, or two alike."""
    if not _is_found(entry):
        return
    own = successor(entry, context.catalogue).id
    for index, example in enumerate(entry.examples):
        findings = context.match(example.paste).findings
        place = ("examples", index)
        mine = next((finding for finding in findings if finding.id == own), None)
        if mine is None:
            others = ", ".join(finding.id for finding in findings)
            what = f"finds {others}, not this entry" if findings else "finds nothing"
            yield place, what, "Add its wording to the messages, or correct the paste"
            continue
        alternatives_of = [finding for finding in findings if finding.id != own and _overlap(finding, mine)]
        tied = [rival for rival in alternatives_of if rival.score >= mine.score]
        if tied and not share_text(context.entries[own], context.entries[tied[0].id]):
            fix = "Tell the two messages apart, or relate the entries by same-text"
            yield place, f"finds {tied[0].id} as well, just as sure", fix
        elif not tied and findings[0].id != own:
            fix = "Make this entry's message the more exact one, or correct the paste"
            yield place, f"finds {findings[0].id} first", fix


def misread(entry: Entry, context: Context) -> Iterator[Remark]:
    """A value that is not read out of an example as declared."""
    if not _is_found(entry):
        return
    own = successor(entry, context.catalogue).id
    for index, example in enumerate(entry.examples):
        if not example.expect:
            continue
        found = [finding for finding in context.match(example.paste).findings if finding.id == own]
        for name, expected in example.expect.items():
            read = found[0].values.get(name) if found else expected
            if read != expected:
                what = f"is read as '{read}'" if read is not None else "is not read"
                yield (
                    ("examples", index, "expect", name),
                    what,
                    f"Expected '{expected}': correct one of the two",
                )


def found_wrongly(entry: Entry, context: Context) -> Iterator[Remark]:
    """A non-example that finds the entry."""
    for index, paste in enumerate(entry.non_examples):
        for finding in context.match(paste).findings:
            if finding.id == entry.id:
                words = "as sure" if finding.outcome == "is" else "as likely"
                fix = "Make the message more exact, or remove the non-example"
                yield ("non_examples", index), f"finds this entry ({words})", fix


def never_sure(entry: Entry, context: Context) -> Iterator[Remark]:
    """An entry with a whole message that no example finds for sure."""
    whole = [message for message in entry.messages if message.role == "full" and message.is_shown]
    if not whole or not entry.examples or not _is_found(entry):
        return
    own = successor(entry, context.catalogue).id
    findings = [each for example in entry.examples for each in context.match(example.paste).findings]
    if not any(finding.id == own and finding.outcome == "is" for finding in findings):
        others = dict.fromkeys(finding.id for finding in findings if finding.id != own)
        shared = ", ".join(others) or "other entries"
        fix = f"Add the bare message as an example, or look at what it shares with {shared}"
        yield ("examples",), "only ever find this entry as 'looks like'", fix


def asked_in_vain(entry: Entry, context: Context) -> Iterator[Remark]:
    """A question that suggests three other entries before its own."""
    if not _is_found(entry):
        return
    own = successor(entry, context.catalogue).id
    for index, question in enumerate(entry.questions):
        first = [each.id for each in context.suggester.suggest(question)][:3]
        if own not in first:
            what = f"suggests {', '.join(first)} before this entry" if first else "suggests nothing"
            yield ("questions", index), what, "Say what sets this trouble apart, or leave the question out"


RULES = (
    Rule("not-found", "error", not_found, "catalogue"),
    Rule("misread", "error", misread, "catalogue"),
    Rule("found-wrongly", "error", found_wrongly, "catalogue"),
    Rule("never-sure", "hint", never_sure, "catalogue"),
    Rule("asked-in-vain", "hint", asked_in_vain, "catalogue"),
)


def _is_found(entry: Entry) -> bool:
    """Tell whether the index holds the entry's messages."""
    return entry.status not in ("draft", "withdrawn")


def _overlap(one: Finding, other: Finding) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in one.spans for b in other.spans)
