"""Where an error shows: the products, records, codes and versions that its page and its plain text name."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.catalogue.entry_parts import Code
from errorbook.catalogue.model import Entry
from errorbook.catalogue.vocabulary import Record, System, Vocabulary
from errorbook.site.site_info import SiteInfo

Place = dict[str, str]


def rows(entry: Entry, words: Vocabulary, site: SiteInfo) -> list[tuple[str, list[Place]]]:
    """Return the places an error turns up in, each kind with its heading; those with an index lead to it."""
    systems, records = words.systems, words.records
    say = site.wording.say

    def index(slug: str, names: Mapping[str, System | Record], *path: str) -> Place:
        return {"text": _name(slug, names), "url": site.url(site.index_uri(*path, slug))}

    # Another app may word what a system refuses.
    worded_elsewhere = all(message.wording_of for message in entry.messages)
    by = ("refused_by" if worded_elsewhere else "comes_from") if entry.messages else "fails_in"
    found: list[tuple[str, list[Place]]] = [
        (say("place.seen_in"), [{"text": _name(slug, systems), "url": ""} for slug in entry.shown_in]),
        (say(f"place.{by}"), [index(entry.system, systems)]),
        (say("place.together"), [index(slug, systems) for slug in entry.integrations]),
        (say("place.records"), [index(slug, records, "records") for slug in entry.records]),
        (
            say("place.codes"),
            [{"text": _code(code, systems), "url": ""} for code in entry.codes],
        ),
        *(
            (say(f"place.{field}"), [{"text": version, "url": ""}])
            for field in ("since", "until", "fixed_in")
            if (version := getattr(entry, field))
        ),
    ]
    return [row for row in found if row[1]]


def _code(code: Code, systems: Mapping[str, System]) -> str:
    """Return a code behind its system's name, and what its family is called."""
    family = systems[code.system].family(code.code) if code.system in systems else ""
    return f"{_name(code.system, systems)} {code.code}" + (f" ({family})" if family else "")


def _name(slug: str, names: Mapping[str, System | Record]) -> str:
    return names[slug].name if slug in names else slug
