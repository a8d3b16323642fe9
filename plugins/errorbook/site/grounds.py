"""How an entry is known, in two lines: where its message was seen, and where its fix comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal
from urllib.parse import urlsplit

from errorbook.catalogue import entry_texts, publication
from errorbook.catalogue.entry_parts import Reference
from errorbook.catalogue.model import Catalogue, Entry, Step
from errorbook.wording import Wording

_KINDS = ("vendor", "partner", "community", "code")
"""Who may say it, the closest to the product first."""


def message(entry: Entry, wording: Wording) -> str:
    """Return how the message is known: who shows it."""
    if entry.evidence == "verified":
        return wording.say("known.message.verified")
    if not entry.messages:
        return wording.say("known.message.none")
    shown = [one for one in entry.messages if one.is_shown]
    if entry.evidence == "inferred" or not shown:
        return wording.say("known.message.inferred")
    hosts = {_host(one.source) for one in shown if one.source}
    if not hosts:
        return wording.say("known.message.unsourced")
    found = (one for one in entry.references if _host(one.url) in hosts)
    return wording.say("known.message.shown", who=_who(found, wording))


def fix(entry: Entry, wording: Wording) -> str:
    """Return how the fix is known: who describes it, and how much of it is our conclusion."""
    total, inferred = share(entry)
    filling: dict[str, object] = {
        "who": _who(entry.references, wording),
        "inferred": inferred,
        "total": total,
    }
    return wording.say(f"known.fix.{_ground(entry)}", **filling)


def fix_in_short(entry: Entry, wording: Wording) -> str:
    """Return how the fix is known in a few words, as one of a page's facts."""
    return wording.say(f"known.fix.{_ground(entry)}.short")


def figures(catalogue: Catalogue, wording: Wording) -> list[str]:
    """Return how the pages of a catalogue are known, counted: their messages, their fixes, their steps."""
    entries = [entry for entry in catalogue.published if publication.is_listed(entry)]
    told = sum(bool(entry.messages) for entry in entries)
    cited = sum(any(one.is_shown and one.source for one in entry.messages) for entry in entries)
    fixes = Counter(map(_ground, entries))
    steps = [share(entry) for entry in entries]
    return [
        wording.say("known.count.messages", cited=cited, total=told),
        wording.say(
            "known.count.fixes",
            sourced=fixes["sourced"] + fixes["verified"],
            partly=fixes["partly"],
            inferred=fixes["inferred"],
        ),
        wording.say(
            "known.count.steps", inferred=sum(ours for _, ours in steps), total=sum(all_ for all_, _ in steps)
        ),
    ]


def share(entry: Entry) -> tuple[int, int]:
    """Return how many things to do an entry has, and how many of them no source confirms."""
    found = [step for _, step in entry_texts.steps(entry.resolution) if step.do]
    return len(found), sum(step.evidence == "inferred" for step in found)


def note(step: Step, wording: Wording) -> str | None:
    """Return the mark of a step that no source confirms, where a wrong one costs money or data."""
    return wording.say("evidence.step") if step.evidence == "inferred" and step.risk else None


def _ground(entry: Entry) -> Literal["verified", "inferred", "partly", "sourced"]:
    total, inferred = share(entry)
    if entry.evidence == "verified":
        return "verified"
    if not inferred:
        return "sourced"
    return "inferred" if inferred == total else "partly"


def _who(references: Iterable[Reference], wording: Wording) -> str:
    """Return who says it, each once."""
    found = {reference.kind for reference in references}
    kinds = [wording.say(f"known.who.{kind}") for kind in _KINDS if kind in found]
    return wording.any_of(kinds) if kinds else wording.say("known.who.page")


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")
