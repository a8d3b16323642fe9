"""The match index: all that a matcher needs to know of a catalogue, as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from errorbook import matching
from errorbook.catalogue.entry_parts import Code
from errorbook.catalogue.message import Message
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.own_types import OwnTypes
from errorbook.catalogue.vocabulary import System
from errorbook.indexing import everyday, product_names, value_shapes
from errorbook.matching.index.index_shape import IndexEntry, MatchIndex

VERSION = 1


def page_url(entry: Entry) -> str:
    """Return the address of an entry's page, relative to the site's root."""
    return f"errors/{entry.address}/"


def build(
    catalogue: Catalogue,
    url: Callable[[Entry], str] = page_url,
    card: Callable[[Entry], str] | None = None,
    foreign: Callable[[str], str] = lambda _: "",
) -> MatchIndex:
    """Return the index of every entry that may be found.

    ``card`` names an entry's card file, ``foreign`` its language where pages have to say it.
    """

    def entry(family: tuple[Entry, ...]) -> IndexEntry:
        there, shown, lang = url(family[0]), card(family[0]) if card else "", foreign(family[0].language)
        types = catalogue.vocabulary.value_types
        kind, sources = "index with cards" if card else "index", (family, there, shown, lang, types)
        make = partial(_entry, family, there, shown, lang, types)
        return catalogue.memory.keep_for_next(kind, family[0].id, sources, make)

    gone = {each.id: _gone(each, url, foreign) for each in catalogue.entries if each.status == "withdrawn"}
    index: MatchIndex = {
        "version": VERSION,
        "matcher": matching.SETTINGS,
        "fold": matching.fold_table(),
        "spellings": dict(catalogue.vocabulary.spellings),
        "systems": {slug: _names(system) for slug, system in catalogue.vocabulary.systems.items()},
        "sources": product_names.build(catalogue.vocabulary),
        "entries": [entry(family) for family in families(catalogue)],
    }
    return {**index, "withdrawn": gone} if gone else index


def _gone(entry: Entry, url: Callable[[Entry], str], foreign: Callable[[str], str]) -> list[str]:
    return [entry.title, url(entry), *filter(None, [foreign(entry.language)])]


def families(catalogue: Catalogue) -> list[tuple[Entry, ...]]:
    """Return the entries that may be found, each with those that were merged into it, in their order."""
    absorbed: dict[str, list[Entry]] = {}
    entries = [entry for entry in catalogue.entries if entry.status not in ("draft", "withdrawn")]
    found = {entry.id for entry in entries}
    own = []
    for entry in entries:
        heir = catalogue.heir(entry).id
        if heir in found and heir != entry.id:
            absorbed.setdefault(heir, []).append(entry)
        else:
            own.append(entry)
    return [(entry, *absorbed.get(entry.id, ())) for entry in own]


def dumps(index: Mapping[str, object]) -> str:
    """Return the index as compact JSON: the same bytes for the same catalogue."""
    return json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _entry(family: tuple[Entry, ...], url: str, card: str, lang: str, types: OwnTypes) -> IndexEntry:
    entry = family[0]
    values = {name: value for member in reversed(family) for name, value in member.values.items()}
    # Words for a line that only announces an error count as little as the line does.
    announces = entry.messages and all(message.role == "heading" for message in entry.messages)
    alias_role = "heading" if announces else "alias"
    messages = [message for member in family for message in member.messages]
    record: IndexEntry = {
        "id": entry.id,
        "merged": [member.id for member in family[1:]],
        "title": entry.title,
        "lang": lang,
        "url": url,
        "card": card,
        "severity": entry.severity,
        "system": entry.system,
        "with": list(entry.integrations),
        "codes": [_code(code) for member in family for code in member.codes],
        "messages": [
            *([message.text, _role(message, member)] for member in family for message in member.messages),
            *([_literal(alias), alias_role] for member in family for alias in member.aliases),
        ],
        "everyday": [place for place, message in enumerate(messages) if everyday.is_everyday(message.text)],
        "values": {name: value_shapes.shape(value, types) for name, value in values.items()},
        "same": [relation.id for relation in entry.relations if relation.type == "same-text"],
    }
    return cast("IndexEntry", {key: value for key, value in record.items() if value})


def _code(code: Code) -> list[str]:
    return [code.system, code.code, *([] if code.role == "error" else [code.role])]


def _names(system: System) -> list[str]:
    """Return what people write before one of a system's codes: 'POS 6240', 'Till error 6240'."""
    return sorted({*system.names, system.prefix})


def _role(message: Message, entry: Entry) -> str:
    # A heading stays one even if nobody has shown it: it counts for less than a likely wording.
    if not message.is_shown and message.role != "heading":
        return "inferred"
    short = message.role == "full" and entry.has_code and everyday.is_short(message.text)
    return "short" if short else message.role


def _literal(text: str) -> str:
    """Return a text without holes as a template."""
    return text.replace("{", "{{").replace("}", "}}")
