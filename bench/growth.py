"""How the cost of each stage of the build and of ``check`` grows with the entries of a made-up catalogue.

python -m bench.growth               1,000, 2,000 and 10,000 entries
python -m bench.growth 500 1000
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from errorbook.catalogue import ledger, publication, reader
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.checks import catalogue_rules
from errorbook.checks.rule import Context
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.site import (
    browser_files,
    cards,
    export,
    listings,
    markdown_pages,
    markers,
    outputs,
    pages,
    redirects,
    server_files,
)
from errorbook.site.api import endpoints
from errorbook.site.site_info import SiteFile, SiteInfo

Work = Callable[[], object]
SIZES = (1000, 2000, 10_000)
SITE = SiteInfo(guides={"a-guide": "A guide"})
WRITTEN = {"index.md": "# Home\n\n<!-- errorbook:ways-in -->\n", "guides/a-guide.md": "# A guide\n"}
SCRIPT = SiteFile("redirect.js", "")
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "ki",
    "lo",
    "mu",
    "ne",
    "pa",
    "qui",
    "ro",
    "sa",
    "te",
    "vo",
    "wi",
    "xa",
    "yo",
    "zu",
]
VOCABULARY = {
    "name": "Errors",
    "systems": {"xero": {"name": "Xero", "prefix": "XERO"}},
    "records": {"invoice": {"name": "Invoices"}},
}


def fields(number: int, size: int) -> dict[str, Any]:
    """Return an entry's fields: each has a code and links, and the second half was merged one by one."""
    merged = size // 2 <= number < size - 1
    first, second, third = (_word(3 * number + place) for place in range(3))
    # As in a real catalogue, errors share the common words and are told apart by words of their own.
    message = f"The {first} {second} of {{record}} cannot be saved: its {third} is locked"
    return {
        "id": f"XERO-{number:04}",
        "title": f"The {first} {second} is still in use",
        "messages": [message],
        "values": {"record": {"type": "document_number", "label": "record"}},
        "causes": [f"The {third} was changed."],
        "resolution": [f"Open the {first} in Xero."],
        "codes": [{"system": "xero", "code": str(number)}],
        "severity": "blocks-one",
        "fixable_by": ["you"],
        "records": ["invoice"],
        "former_slugs": [f"former-{number}"],
        "guides": ["a-guide"],
        "relations": [{"type": "see-also", "id": f"XERO-{(number + 1) % size:04}"}],
        "status": "superseded" if merged else "active",
        "superseded_by": [f"XERO-{number + 1:04}"] if merged else [],
        "examples": [message.replace("{record}", f"INV-{number}")],
    }


def make(size: int, **changes: Any) -> Catalogue:
    """Return a catalogue of so many entries, all with some fields changed."""
    entries = (
        Entry.model_validate({**fields(number, size), **changes, "system": "xero", "slug": f"error-{number}"})
        for number in range(size)
    )
    return Catalogue(vocabulary=Vocabulary.model_validate(VOCABULARY), entries=tuple(entries))


def write(folder: Path, size: int) -> None:
    """Write the same catalogue as files."""
    (folder / "xero").mkdir()
    (folder / "catalogue.yml").write_text(yaml.safe_dump(VOCABULARY), "utf-8")
    for number in range(size):
        text = yaml.dump(fields(number, size), Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper))
        (folder / "xero" / f"error-{number}.yml").write_text(text, "utf-8")


def _word(number: int) -> str:
    """Return a made-up word that no other number below 160,000 has, and that is not like its neighbours."""
    place = number * 7919 % len(SYLLABLES) ** 4
    return "".join(SYLLABLES[place // len(SYLLABLES) ** power % len(SYLLABLES)] for power in range(4))


def _look_ups(known: Catalogue) -> Work:
    return lambda: [(known.entry(each.id), publication.successor(each, known)) for each in known.entries]


def _matcher(known: Catalogue) -> Work:
    index = match_index.build(known)
    return lambda: Matcher(index)


def _ledger(known: Catalogue) -> Work:
    lines = ledger.extend((), known.entries)
    return lambda: (ledger.extend(lines, known.entries), list(ledger.compare("", lines, known.entries, {})))


def _rules(known: Catalogue, proofs: bool) -> Work:
    """Return the work of the rules that try the matcher, or of all others."""
    rules = [
        rule
        for rule in catalogue_rules.RULES
        if (rule.find.__module__ == "errorbook.checks.example_rules") == proofs
    ]
    context = Context(known, Matcher(match_index.build(known)), {"a-guide"})
    return lambda: [list(rule.find(entry, context)) for entry in known.entries for rule in rules]


def _blocks(known: Catalogue) -> Work:
    scripts = dict.fromkeys(("send", "lookup", "matcher", "playground", "batch"), "a.js")

    def work() -> None:
        for uri in WRITTEN:
            for block in markers.build(uri, known, SITE, "index.js", scripts, ()).values():
                block()

    return work


def _host_files(known: Catalogue) -> Work:
    plan = redirects.plan(known, SITE)
    return lambda: server_files.build(server_files.HOSTS, plan, SITE, "default-src 'self'")


def _plain_pages(known: Catalogue) -> Work:
    plan = redirects.plan(known, SITE)
    return lambda: list(markdown_pages.build(known, SITE, plan))


STAGES: dict[str, Callable[[Catalogue], Work]] = {
    "look-ups": _look_ups,
    "indexes": lambda known: lambda: listings.build(known, SITE),
    "match index": lambda known: lambda: match_index.build(known),
    "matcher": _matcher,
    "cards": lambda known: lambda: cards.build(known, SITE),
    "pages": lambda known: lambda: pages.build(known, SITE),
    "blocks": _blocks,
    "data": lambda known: lambda: browser_files.data(known, SITE),
    "redirects": lambda known: lambda: redirects.plan(known, SITE),
    "plain pages": _plain_pages,
    "api": lambda known: lambda: list(endpoints.build(known, SITE)),
    "served": lambda known: lambda: list(outputs.build(known, SITE, SCRIPT)),
    "host files": _host_files,
    "export": lambda known: lambda: export.build(known, WRITTEN, SITE),
    "ledger": _ledger,
    "rules": lambda known: _rules(known, proofs=False),
    "proofs": lambda known: _rules(known, proofs=True),
}
"""What each stage prepares from a catalogue, and then the work that is measured."""


def measure(size: int) -> dict[str, float]:
    """Return the seconds of each stage."""
    with TemporaryDirectory() as folder:
        write(Path(folder), size)
        found = {"reading": _seconds(lambda: reader.read(Path(folder)))}
    for name, prepare in STAGES.items():
        # A catalogue of its own: what another stage looked up is not there yet.
        found[name] = _seconds(prepare(make(size)))
        print(f"{size}: {name} {found[name]:.2f} s", file=sys.stderr, flush=True)
    return found


def _seconds(work: Work) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    """Print the seconds of each stage at each size."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    found = [measure(size) for size in sizes]
    print("| Stage, in seconds | " + " | ".join(f"{size:,}" for size in sizes) + " |")
    print("|---|" + "---:|" * len(sizes))
    for name in found[0]:
        print(f"| {name} | " + " | ".join(f"{each[name]:.2f}" for each in found) + " |")


if __name__ == "__main__":
    main()
