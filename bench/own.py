"""The third data set: our own catalogue, its examples, and pastes that show none of its errors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from bench import noise
from bench.dataset import Dataset, Entry, Query
from errorbook.catalogue import model as product
from errorbook.catalogue import reader
from errorbook.indexing import match_index

ROOT = Path(__file__).parent.parent
NEGATIVES = Path(__file__).parent / "negatives.txt"
NAME = "errorbook"
MOST_LINES = 2000
HOLE = r"\{[a-z][a-z0-9_]*\}"


def dataset(others: list[Dataset]) -> Dataset:
    """Return the catalogue of ``errors/`` as a data set; it must not know the others' lines."""
    loaded = reader.load(ROOT / "errors")
    index = json.loads(match_index.dumps(match_index.build(loaded)))
    entries = tuple(
        Entry(entry["id"], tuple(text for text, _ in entry["messages"]))
        for entry in index["entries"]
        if "messages" in entry
    )
    queries = (*_examples(loaded), *_non_examples(loaded), *_unknown(others))
    return Dataset(NAME, entries, entries, queries, HOLE, index)


def _examples(loaded: product.Catalogue) -> Iterator[Query]:
    """Give every example and its noisy variants: to be found, and to be told from unknown pastes.

    The first examples of all entries come before the second ones: peers are asked the first few hundred.
    """
    found = [entry for entry in loaded.entries if entry.status not in ("draft", "withdrawn")]
    examples = [(number, entry, each) for entry in found for number, each in enumerate(entry.examples, 1)]
    for number, entry, example in sorted(examples, key=lambda each: each[0]):
        name, labels = f"{entry.id}/{number}", _labels(loaded, entry)
        texts = {"content": example.paste} | noise.variants(example.paste)
        for kind, text in texts.items():
            yield Query(f"{name}/{kind}", kind, "test", text, labels)
            if kind in ("content", "raw", "typos", "quoted"):
                yield Query(f"{name}/open {kind}", "open", _split(entry.id), text, labels, form=kind)


def _labels(loaded: product.Catalogue, entry: product.Entry) -> tuple[str, ...]:
    """Return the entry a paste of this one leads to, and those that say to share its text."""
    own = loaded.heir(entry).id
    shared = [relation.id for relation in entry.relations if relation.type == "same-text"]
    sharing = [
        other.id
        for other in loaded.entries
        if any(relation.type == "same-text" and relation.id == entry.id for relation in other.relations)
    ]
    return tuple(dict.fromkeys([own, *shared, *sharing]))


def _non_examples(loaded: product.Catalogue) -> Iterator[Query]:
    """Give the pastes that must not find one entry; they may be another's."""
    for entry in loaded.entries:
        for number, paste in enumerate(entry.non_examples, 1):
            yield Query(f"{entry.id}/not {number}", "non-example", "test", paste, (), denied=entry.id)


def _unknown(others: list[Dataset]) -> Iterator[Query]:
    """Give pastes that show no error of ours: written ones clean and noisy, and other systems' log lines."""
    for group, pastes in _written().items():
        for number, paste in enumerate(pastes, 1):
            texts = {"content": paste} | noise.variants(paste)
            for form in ("content", "typos", "quoted"):
                yield _foreign(f"{group}/{number}", form, texts[form], group)
    for other in others:
        lines = {
            query.text: kind for kind in ("raw", "content") for query in other.queries if query.kind == kind
        }
        for number, (line, kind) in enumerate(list(lines.items())[:MOST_LINES], 1):
            yield _foreign(f"{other.name}/{number}", kind, line, f"lines of {other.name}")


def _foreign(name: str, form: str, text: str, group: str) -> Query:
    return Query(f"{name}/{form}", "open", _split(name), text, (), form=form, origin="foreign", group=group)


def _written() -> dict[str, list[str]]:
    """Return the pastes of the file by their groups; empty lines part them."""
    groups: dict[str, list[str]] = {}
    for block in NEGATIVES.read_text("utf-8").split("\n\n"):
        if block.startswith("== "):
            heading, _, block = block.partition("\n")
            groups[heading.removeprefix("== ")] = pastes = []
        pastes.append(block.strip("\n"))
    return groups


def _split(name: str) -> str:
    """Return the half of a name, the same for all its pastes: 30 % development."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] < 0.3 * 256 else "test"
