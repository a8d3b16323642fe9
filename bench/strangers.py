"""``python -m bench.strangers``: how often a text without one of our errors is 'this is'; none should be.

The texts: those written for it and those that are no sync trouble, other systems' log lines and messages,
and every whole message of our own where it is only a key, a name, a quotation or the beginning of a sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bench import dataset, own
from bench.descriptions import chatter
from bench.frames import GUESSED, NOT_SAID, sure_alone
from bench.tables import Cell, table
from errorbook.catalogue import reader
from errorbook.catalogue.model import Catalogue
from errorbook.indexing import match_index
from errorbook.matching import Matcher


def groups(
    known: Catalogue, matcher: Matcher, others: list[dataset.Dataset]
) -> Iterator[tuple[str, list[str]]]:
    """Give all texts, each once, by where they are from."""
    found: dict[str, list[str]] = {}
    for query in own.dataset(others).queries:
        if query.origin == "foreign":
            found.setdefault(query.group or "", []).append(query.text)
    found["no sync trouble"] = chatter()
    messages = sure_alone(matcher, known)
    for name in NOT_SAID.keys() - GUESSED:
        found.setdefault("own messages, not said", []).extend(NOT_SAID[name](text) for text in messages)
    for name, texts in sorted(found.items()):
        yield name, list(dict.fromkeys(texts))


def sure(matcher: Matcher, texts: list[str]) -> list[str]:
    """Return the texts that are 'this is' for any entry."""
    return [text for text in texts if any(each.outcome == "is" for each in matcher.match(text).findings)]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", "folder", metavar="FOLDER", default="", help="Where the public data sets are.")
def main(folder: str) -> None:
    """Print how many texts of each kind are 'this is', and end with 1 if any is."""
    known = reader.load(own.ROOT / "errors")
    matcher = Matcher(match_index.build(known))
    others = dataset.load(Path(folder)) if folder else []
    rows: list[list[Cell]] = []
    wrong: list[str] = []
    for name, texts in groups(known, matcher, others):
        said = sure(matcher, texts)
        rows.append([name, len(texts), len(said)])
        wrong += said
    rows.append(["all", sum(int(row[1] or 0) for row in rows), len(wrong)])
    print(table(["texts without our errors", "texts", "'this is'"], rows))
    for text in wrong:
        print(f"    {text!r}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
