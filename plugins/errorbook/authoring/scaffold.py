"""The beginning of an entry, made from a pasted error: what can be read off it, and a mark for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import yaml

from errorbook.authoring import slugs
from errorbook.authoring.infer_template import General, Value, generalise, of_template, words
from errorbook.authoring.message_line import message_of
from errorbook.authoring.neighbours import NEAR, Suggested, record_lines, relation_lines, suggested
from errorbook.catalogue import ids, ledger
from errorbook.catalogue.entry_texts import UNFINISHED
from errorbook.catalogue.hole_forms import OURS, HoleForm
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.vocabulary import System
from errorbook.catalogue.yaml_traps import visible
from errorbook.common import latin
from errorbook.common.problems import CatalogueError, Problem
from errorbook.matching import Matcher, Result

MODELINE = "# yaml-language-server: $schema=../entry.schema.json"
LONGEST_TITLE = 70
_FILLERS = re.compile(
    "a|an|and|are|at|be|been|by|for|from|has|have|in|into|is|it|of|on|or|that|the|this|to|was"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed entry and the entries that it may already be."""

    id: str
    system: str
    slug: str
    text: str
    nearest: tuple[Entry, ...]


def draft(
    paste: str,
    loaded: Loaded,
    matcher: Matcher,
    system: str,
    title: str | None = None,
    today: date | None = None,
    code: str | None = None,
    notes: str = "",
    template: str = "",
) -> Draft:
    """Return an entry proposed for a paste, in a system that the catalogue knows; its notes stay internal.

    ``template`` is the paste with holes for what varies, where that is known.
    """
    catalogue = loaded.catalogue
    notes, title = visible(notes), visible(title or "")
    result = matcher.match(paste)
    message, general = _said(paste, result, loaded, code or "", template)
    about = catalogue.vocabulary.systems[system]
    id_ = _id(about, code, loaded)
    fixed = words(general.template)
    near = dict.fromkeys([*(finding.id for finding in result.findings), *(id_ for id_, _ in result.nearest)])
    close = suggested(paste, entries_near(result, loaded), catalogue.vocabulary)
    return Draft(
        id=id_,
        system=system,
        slug=slugs.Slugs(system, loaded).of(_telling_words(title or fixed)),
        text=_render(
            id_,
            title or f"{UNFINISHED}: {_shorten(fixed)}",
            system,
            code,
            about,
            catalogue.vocabulary.holes,
            message,
            general,
            close,
            paste,
            today,
            notes,
        ),
        nearest=tuple(entry for id_ in near if (entry := catalogue.entry(id_))),
    )


def known_as(paste: str, loaded: Loaded, result: Result, code: str | None = None, template: str = "") -> str:
    """Return the entry that a paste is, or whose message its draft would have; nothing for something new."""
    for finding in result.findings:
        if finding.outcome == "is":
            return finding.id
    # Entries with the same message are told apart by their codes.
    if code:
        return ""
    said = loaded.catalogue.vocabulary.said
    message = said(_said(paste, result, loaded, "", template)[1].template)
    return next(
        (
            entry.id
            for entry in loaded.catalogue.entries
            if entry.status != "withdrawn" and any(said(each.text) == message for each in entry.messages)
        ),
        "",
    )


def _said(paste: str, result: Result, loaded: Loaded, code: str, template: str) -> tuple[str, General]:
    """Return the message of a paste, and the same with holes for what varies."""
    vocabulary = loaded.catalogue.vocabulary
    if template and (known := of_template(template, paste, vocabulary.language)):
        return paste, known
    message = visible(message_of(paste, result))
    own = {name: each.pattern for name, each in vocabulary.value_types.items()}
    return message, generalise(message, own, code, vocabulary.language)


def _id(system: System, code: str | None, loaded: Loaded) -> str:
    """Return the id of a new entry; raises CatalogueError where its code cannot be one, or was one before."""
    entries = loaded.catalogue.entries
    if system.ids == "numbers" or not code:
        return ledger.next_id(system.prefix, loaded.ledger, entries, loaded.ledger_file)
    id_ = ids.of_code(code)
    if not id_:
        what, fix = f"cannot hold '{code}' as an id", "Give the code its letters and digits: TS2322, 42P01"
        raise CatalogueError([Problem.of(loaded.ledger_file, what, fix, rule="ledger")])
    if id_ in {*(line.id for line in loaded.ledger), *(entry.id for entry in entries)}:
        what, fix = f"holds {id_} already", "Add the wording to that entry"
        raise CatalogueError([Problem.of(loaded.ledger_file, what, fix, rule="ledger")])
    return id_


def entries_near(result: Result, loaded: Loaded) -> list[Entry]:
    """Return the entries that a text shows, then those whose wording is too near for chance."""
    near = [finding.id for finding in result.findings]
    near += [id_ for id_, score in result.nearest if score >= NEAR]
    return [entry for id_ in dict.fromkeys(near) if (entry := loaded.catalogue.entry(id_))]


def _render(
    id_: str,
    title: str,
    slug: str,
    code: str | None,
    system: System,
    form: HoleForm,
    message: str,
    general: General,
    close: Suggested,
    paste: str,
    today: date | None,
    notes: str,
) -> str:
    """Return the text of the entry's file, its fields in the model's order."""
    expect = ", ".join(f"{value.name}: {_scalar(value.text)}" for value in general.values)
    lines = [
        MODELINE,
        f"id: {id_}",
        f"title: {_scalar(title)}",
        f"summary: {_scalar(f'{UNFINISHED}: what happened, and what it means')}",
        *record_lines(close),
        *([f"codes: [{{system: {slug}, code: {_scalar(code)}}}]"] if code else []),
        "questions:",
        f"  - {_scalar(f'{UNFINISHED}: how people tell it in their own words, best in eight ways')}",
        "messages:",
        f"  - text: {_scalar(general.template)}",
        *(["    holes: '{name}'"] if form != OURS else []),
        *(["values:"] if general.values else []),
        *(f"  {value.name}: {{{_fields(value)}}}" for value in general.values),
        "causes:",
        *(f"  - {_scalar(f'{UNFINISHED}: as {id_}? {text}')}" for id_, text in close.causes),
        *([] if close.causes else [f"  - {_scalar(f'{UNFINISHED}: why it happens, as one sentence')}"]),
        "resolution:",
        f"  - do: {_scalar(f'{UNFINISHED}: Check … in {system.name}.')}",
        f"    see: {_scalar(f'{UNFINISHED}: what the reader sees when it worked')}",
        f"verify: {_scalar(f'{UNFINISHED}: how the reader knows that it is fixed')}",
        *relation_lines(close),
        f"# {UNFINISHED}: where the facts come from, as in references: [{{title: …, url: https://…}}]",
        *([f"reviewed: {today.isoformat()}"] if today else []),
        *(["internal:", f"  notes: {_scalar(notes)}"] if notes else []),
        "examples:",
        f"  # {UNFINISHED}: replace names, addresses and amounts of real people.",
        *_example(paste, expect),
    ]
    if paste.strip() == message:
        second = "add a second paste, as really seen: in a log line, a table, an email."
        lines.append(f"  # {UNFINISHED}: {second}")
    else:
        lines += _example(message, expect)
    return "\n".join(lines) + "\n"


def _fields(value: Value) -> str:
    sensitive = ", sensitive: true" if value.sensitive else ""
    return f"type: {value.type}, label: {_scalar(value.label)}{sensitive}, example: {_scalar(value.text)}"


def _example(paste: str, expect: str) -> Iterable[str]:
    lines = paste.rstrip("\n").split("\n")
    # A block shows a paste as it was; a few pastes cannot stand in one and are quoted on one line.
    if (
        len(lines) > 1
        and not lines[0].startswith((" ", "\t"))
        and re.fullmatch(r"[\t\n\x20-\x7e\xa0-\ud7ff]*", paste)
    ):
        yield "  - paste: |-"
        yield from (f"      {line}" if line else "" for line in lines)
    else:
        yield f"  - paste: {_scalar(paste)}"
    if expect:
        yield f"    expect: {{{expect}}}"


def _scalar(text: str) -> str:
    """Return a text as YAML on one line that reads as this text, plain where that is possible."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 .'\u2019/()-]*[A-Za-z0-9.')]", text) and text.lower() not in (
        "null",
        "yes",
        "no",
    ):
        return text
    if text.isprintable() and ('"' in text or "\\" in text):
        # As a payload in JSON: readable in single quotes, all backslashes in double ones.
        return "'" + text.replace("'", "''") + "'"
    quoted: str = yaml.safe_dump(text, default_style='"', width=2**31, allow_unicode=True)
    return quoted.rstrip("\n")


def _shorten(text: str) -> str:
    """Return as many whole words as a title may have."""
    title = text[: LONGEST_TITLE + 1].rpartition(" ")[0] if len(text) > LONGEST_TITLE else text
    return title[:1].upper() + title[1:]


def _telling_words(text: str) -> Iterator[str]:
    """Yield the words that an address is made of."""
    for word in latin.words(re.sub("['\u2019]", "", text)):
        if not _FILLERS.fullmatch(word):
            yield word
