"""What the matcher's rules are measured on: small samples of the benchmark, our catalogue and the cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import adapter, dataset, frames, kinds, own, paste_cases
from bench.dataset import Dataset, Query
from bench.metrics import auroc
from errorbook.catalogue import reader
from errorbook.catalogue.model import Catalogue
from errorbook.describing import Suggester
from errorbook.indexing import description_index, match_index
from errorbook.matching import Matcher
from errorbook.matching.explaining import ranked
from errorbook.matching.index.index_shape import Settings

ROOT = Path(__file__).resolve().parent.parent
OWN = 2
"""How many times as many queries are asked of our own catalogue."""
MOST_FRAMED = 20
"""Every so many-th message of the catalogue is put in the frames."""


@dataclass
class Figures:
    """Shares and counts by column, and the names of the cases that fail."""

    shares: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sample:
    """All that is asked with each setting."""

    sets: tuple[tuple[Dataset, tuple[Query, ...]], ...]
    silent: tuple[str, ...]
    """Pastes of which nothing may be said."""
    said: tuple[str, ...]
    not_said: tuple[str, ...]
    described: Mapping[str, str]
    """Of each paste of the kinds the entry that its words describe: no constant of the matcher changes it."""


def load(folder: str, most: int) -> Sample:
    """Return the samples: of each kind the first ``most`` queries, which are of as many entries."""
    public = dataset.load(Path(folder)) if folder else []
    ours = own.dataset([])
    picked = [(each, tuple(each.pick("test", most, most, most // 2))) for each in public]
    picked.append((ours, tuple(_spread(ours.pick("test", 10**6, 10**6, 0), OWN * most))))
    loaded = reader.load(ROOT / "errors")
    whole = [text for _, text in frames.whole_messages(loaded)][::MOST_FRAMED]
    said = tuple(frame(text) for text in whole for frame in frames.SAID.values())
    not_said = tuple(frame(text) for text in whole for frame in frames.NOT_SAID.values())
    return Sample(tuple(picked), tuple(_silent()), said, not_said, _described(loaded))


def _described(loaded: Catalogue) -> dict[str, str]:
    suggester = Suggester(match_index.build(loaded), description_index.build(loaded))
    pastes = [paste for kind in kinds.ROWS.values() for paste, _ in kind["inputs"]]
    return {paste: first.id for paste in pastes for first in suggester.suggest(paste)[:1]}


def _spread(queries: list[Query], most: int) -> Iterator[Query]:
    """Give of each kind so many queries, from all over the catalogue."""
    kinds: dict[tuple[str, str | None, bool], list[Query]] = {}
    for query in queries:
        if query.labels or query.kind == "open":
            kinds.setdefault((query.kind, query.form, bool(query.labels)), []).append(query)
    for group in kinds.values():
        yield from group[:: max(1, len(group) // most)][:most]


def _silent() -> Iterator[str]:
    for file in sorted((ROOT / "tests" / "cases" / "negatives").glob("*.txt")):
        text = file.read_text("utf-8")
        yield from dict.fromkeys((text, *text.split("\n\n"), *filter(None, text.split("\n"))))
    yield from (query.text for query in own.dataset([]).queries if query.group and query.form == "content")


def measure(sample: Sample, settings: Settings) -> Figures:
    """Return the figures of the matcher as it is now, with some settings."""
    figures = Figures()
    for data, queries in sample.sets:
        _measure_set(data, queries, settings, figures)
    matcher = Matcher(_index(sample.sets[-1][0].index or {}, settings))
    answered = [bool(matcher.match(paste).findings) for paste in sample.silent]
    figures.shares["answered"] = float(sum(answered))
    for name, pastes in (("said: is", sample.said), ("not said: is", sample.not_said)):
        figures.shares[name] = sum(frames.matcher_says(matcher, text) for text in pastes) / len(pastes)
    figures.shares["wrong frames"] = round(figures.shares["not said: is"] * len(sample.not_said))
    figures.shares["kinds"] = float(sum(_wrong_kinds(matcher, sample.described)))
    figures.failed = list(_failing_cases(settings))
    figures.shares["cases"] = float(len(figures.failed))
    return figures


def _index(index: Mapping[str, Any], settings: Settings) -> Any:
    return {**json.loads(json.dumps(index)), "matcher": settings}


def _measure_set(data: Dataset, queries: tuple[Query, ...], settings: Settings, figures: Figures) -> None:
    matchers: dict[bool, Matcher] = {}
    for is_open in (False, True):
        index = data.index or adapter.index_of(
            [
                {"id": entry.id, "templates": entry.templates}
                for entry in (data.catalogue_open if is_open else data.catalogue)
            ],
            data.placeholder,
        )
        matchers[is_open] = Matcher(_index(index, settings))
    first: dict[str, list[float]] = {}
    known: list[float] = []
    unknown: list[float] = []
    sure, wrong = 0, 0
    for query in queries:
        rows = ranked(matchers[query.kind == "open"], query.text)
        found = [item[0] for item in rows]
        if query.kind == "open":
            if not query.covered:
                (known if query.labels else unknown).append(float(rows[0][1]) if rows else 0.0)
        elif query.labels:
            shown = found[: len(query.labels)] if query.kind == "multi" else found[:1]
            right = (
                set(query.labels) <= set(shown) if query.kind == "multi" else set(shown) & set(query.labels)
            )
            first.setdefault(query.kind, []).append(float(bool(right)))
            said = [item[0] for item in rows if item[2] == "is"]
            sure += any(entry in query.labels for entry in said)
            wrong += query.kind != "raw_chain" and any(entry not in query.labels for entry in said)
    asked = sum(map(len, first.values()))
    for kind, right_ones in first.items():
        figures.shares[f"{data.name} {kind}"] = sum(right_ones) / len(right_ones)
    figures.shares[f"{data.name} first"] = sum(map(sum, first.values())) / asked
    figures.shares[f"{data.name} is"] = sure / asked
    figures.shares[f"{data.name} wrong"] = float(wrong)
    figures.shares[f"{data.name} auroc"] = auroc(known, unknown) or 0.0


def _wrong_kinds(matcher: Matcher, described: Mapping[str, str]) -> Iterator[bool]:
    for kind in kinds.ROWS.values():
        for paste, wish in kind["inputs"]:
            found = [(each.id, str(each.outcome)) for each in matcher.match(paste).findings]
            if not found and paste in described:
                found = [(described[paste], "describes")]
            yield not kinds.is_right(wish, found)


def _failing_cases(settings: Settings) -> Iterator[str]:
    small = Matcher(_index(paste_cases.make_index({}), settings))
    for name, case in paste_cases.ALL.items():
        special = {"catalogue", "spellings"} & case.keys()
        matcher = Matcher(_index(paste_cases.make_index(case), settings)) if special else small
        paste = paste_cases.make_paste(case["paste"])
        expected = case["today"] if "known" in case else case["expect"]
        if paste_cases.view(matcher.match(paste).to_json(), paste, expected) != expected:
            yield name
