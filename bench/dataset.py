"""The data: catalogues and labelled pastes, read from a folder outside the repository."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

FEW = 20
"""Of a kind with fewer held-out queries than this, the development queries are asked as well."""


class DataError(click.ClickException):
    """The folder is not what it should be; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Query:
    """A paste and what it shows."""

    id: str
    kind: str
    """How it was made: content, typos, truncated …; ``open`` for the test of abstention."""
    split: str
    """``dev`` for choosing options, ``test`` for figures."""
    text: str
    labels: tuple[str, ...]
    """The entries it shows; none: it has to be left unanswered."""
    slots: bool = False
    """Whether the template has placeholders."""
    form: str | None = None
    """For ``open``: the kind it was made as."""
    origin: str | None = None
    """For ``open`` without labels: ``loo``, its template was left out, or ``foreign``."""
    covered: bool = False
    """For ``open``: another template of the catalogue explains it, so it proves nothing."""
    group: str | None = None
    """What kind of text it is, where it shows no error."""
    denied: str | None = None
    """For ``non-example``: the entry it must not find."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's id and wordings."""

    id: str
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A catalogue with its queries."""

    name: str
    catalogue: tuple[Entry, ...]
    catalogue_open: tuple[Entry, ...]
    """What is left of the catalogue in the test of abstention."""
    queries: tuple[Query, ...]
    placeholder: str
    """The placeholders of the templates, as a regular expression of Python and JavaScript."""
    index: dict[str, Any] | None = field(default=None, repr=False)
    """The product's own index of the catalogue, where it knows more than the texts."""

    @property
    def digest(self) -> str:
        """A name for what is asked: figures of other data are not comparable."""
        whole = hashlib.sha256()
        for query in self.queries:
            whole.update(f"{query.id}\n{query.text}\n".encode())
        return whole.hexdigest()[:12]

    def pick(self, split: str, most: int, most_open: int, most_multi: int) -> list[Query]:
        """Return the first queries of every group: the file takes every label once before any twice."""
        seen: dict[tuple[str, str | None, str | None], int] = {}
        few = self._few()
        picked: list[Query] = []
        for query in self.queries:
            if query.split != split and not (split == "test" and query.kind in few):
                continue
            group = (query.kind, query.form, query.origin)
            limit = most_open if query.kind == "open" else most_multi if query.kind == "multi" else most
            seen[group] = seen.get(group, 0) + 1
            if seen[group] <= limit:
                picked.append(query)
        return picked

    def _few(self) -> set[str]:
        """Return the kinds that hardly any held-out query has."""
        counts: dict[str, int] = {}
        for query in self.queries:
            if query.kind != "open":
                counts[query.kind] = counts.get(query.kind, 0) + (query.split == "test")
        return {kind for kind, count in counts.items() if count < FEW}


def load(folder: Path) -> list[Dataset]:
    """Return the data sets of a folder, one for each folder in it; raises DataError."""
    if not folder.is_dir():
        raise DataError(f"{folder} is not a folder. Name the one that holds the data sets: DATA=folder")
    sets = [_dataset(path.parent) for path in sorted(folder.glob("*/meta.json"))]
    if not sets:
        raise DataError(
            f"{folder} holds no data set: there is no */meta.json. bench/README.md shows the format."
        )
    return sets


def commits(folder: Path) -> dict[str, str]:
    """Return the commits of the public sources, where the folder names them."""
    file = folder / "build.json"
    found: dict[str, str] = json.loads(file.read_text("utf-8")).get("commits", {}) if file.exists() else {}
    return found


def _dataset(folder: Path) -> Dataset:
    for name in ("catalogue.jsonl", "catalogue_open.jsonl", "queries.jsonl"):
        if not (folder / name).is_file():
            raise DataError(f"{folder / name} is missing. bench/README.md shows the format.")
    return Dataset(
        folder.name,
        _entries(folder / "catalogue.jsonl"),
        _entries(folder / "catalogue_open.jsonl"),
        tuple(_query(row) for row in _rows(folder / "queries.jsonl")),
        json.loads((folder / "meta.json").read_text("utf-8"))["placeholder"],
    )


def _entries(file: Path) -> tuple[Entry, ...]:
    return tuple(Entry(row["id"], tuple(row["templates"])) for row in _rows(file))


def _query(row: dict[str, Any]) -> Query:
    return Query(
        row["qid"],
        row["kind"],
        row["split"],
        row["query"],
        tuple(row["labels"]),
        row.get("slots", False),
        row.get("form"),
        row.get("neg"),
        row.get("covered", False),
    )


def _rows(file: Path) -> Iterable[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
