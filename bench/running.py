"""Ask a contender and work its figures out."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bench.abstention import Abstention, abstention
from bench.dataset import Dataset, Entry, Query
from bench.metrics import BY_LINE, Answer, Closed, by_line, closed, ids, quantile
from bench.outcomes import Outcome, outcomes
from bench.roster import Contender, environment


class AdapterError(Exception):
    """The contender gave no usable reply; the message says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of everybody."""

    test: int = 500
    open: int = 300
    multi: int = 300
    slow: int = 24
    """All of these, for a slow peer."""
    seconds: int = 600
    """Wall time for one reply."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """Options that were tried on development queries."""

    options: dict[str, Any]
    top1: float


@dataclass(slots=True)
class Figures:
    """What one contender reached on one data set; what is None was not answered in time."""

    data: str = ""
    """The data set's digest."""
    closed: dict[str, Closed] | None = None
    abstention: Abstention | None = None
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    index_gzip_bytes: int | None = None
    build_ms: float | None = None
    p50_ms: float | None = None
    p99_ms: float | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """All figures of a contender."""

    name: str
    ours: bool
    slow: bool
    no_score: bool
    options: dict[str, Any]
    tuning: list[Tuning]
    sets: dict[str, Figures]

    def save(self, folder: Path) -> None:
        """Keep the figures, for reports that other runs add to; those of other data sets stay."""
        folder.mkdir(parents=True, exist_ok=True)
        name = "".join(letter if letter.isalnum() else "-" for letter in self.name).strip("-")
        file = folder / f"{name}.json"
        if file.exists():
            self.sets = TypeAdapter(Run).validate_json(file.read_bytes()).sets | self.sets
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


def saved(folder: Path, sets: Sequence[Dataset]) -> list[Run]:
    """Return the figures kept in a folder, as far as they are of these data sets as they are now."""
    runs = [TypeAdapter(Run).validate_json(file.read_bytes()) for file in sorted(folder.glob("*.json"))]
    digests = {data.name: data.digest for data in sets}
    for run in runs:
        run.sets = {name: each for name, each in run.sets.items() if each.data == digests.get(name)}
    return [run for run in runs if run.sets]


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in the long form."""

    results: list[Answer]
    wall_ms: float
    build_ms: float | None
    query_ms: list[float] | None
    index_gzip_bytes: int | None


def ask(
    contender: Contender,
    data: Dataset,
    queries: Sequence[str],
    options: dict[str, Any],
    seconds: int,
    catalogue: Sequence[Entry] | None = None,
) -> Reply:
    """Return the reply of one adapter call; raises AdapterError."""
    request = {
        "catalogue": [asdict(entry) for entry in catalogue or data.catalogue],
        "queries": list(queries),
        "placeholder": data.placeholder,
        "top": 10,
        "options": options,
    }
    if contender.ours and data.index:
        request["index"] = data.index
    start = time.perf_counter()
    try:
        done = subprocess.run(
            contender.command,
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=seconds,
            env=os.environ | environment(),
        )
    except subprocess.TimeoutExpired:
        raise AdapterError(f"timed out after {seconds} s") from None
    except OSError as error:
        raise AdapterError(f"cannot be started: {error.strerror}") from None
    wall_ms = (time.perf_counter() - start) * 1000
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise AdapterError(f"failed: {lines[-1]}")
    reply = json.loads(done.stdout)
    if isinstance(reply, list):
        reply = {"results": reply}
    if len(reply["results"]) != len(queries):
        raise AdapterError(f"gave {len(reply['results'])} lists for {len(queries)} queries")
    return Reply(
        reply["results"],
        wall_ms,
        reply.get("build_ms"),
        reply.get("query_ms"),
        reply.get("index_gzip_bytes"),
    )


def texts(queries: Sequence[Query]) -> list[str]:
    """Return what is asked."""
    return [query.text for query in queries]


def run(
    contender: Contender,
    sets: Sequence[Dataset],
    limits: Limits,
    tell: Callable[[str], None],
    only: Collection[str] = (),
) -> Run:
    """Return the figures of a contender on all data sets, or on some; options are chosen on all."""
    options, tuning = _tune(contender, [data for data in sets if data.index is None], limits)
    found = Run(contender.name, contender.ours, contender.slow, contender.no_score, options, tuning, {})
    for data in (data for data in sets if not only or data.name in only):
        figures = found.sets[data.name] = Figures(data.digest)
        for part in (_closed, _open):
            try:
                part(contender, data, options, limits, figures)
            except AdapterError as failed:
                figures.notes.append(str(failed))
                tell(f"{contender.name}, {data.name}: {failed}")
    return found


def _tune(
    contender: Contender, sets: Sequence[Dataset], limits: Limits
) -> tuple[dict[str, Any], list[Tuning]]:
    """Return the options that did best on development queries, and all that were tried."""
    tuning: list[Tuning] = []
    for options in contender.grid if sets else ():
        top1: list[float] = []
        for data in sets:
            queries = data.pick("dev", 6 if contender.slow else 60, 0, 0)
            try:
                reply = ask(contender, data, texts(queries), options, limits.seconds)
            except AdapterError:
                top1.append(0.0)
                continue
            figures = closed(queries, reply.results)
            top1.extend(figure.top1 for kind, figure in figures.items() if "," not in kind)
        tuning.append(Tuning(options, sum(top1) / len(top1)))
    best = max(tuning, key=lambda each: each.top1, default=None)
    return (best.options if best else dict(contender.grid[0]) if contender.grid else {}), tuning


def _closed(
    contender: Contender, data: Dataset, options: dict[str, Any], limits: Limits, figures: Figures
) -> None:
    """Ask for pastes whose entry is in the catalogue; of ``multi``, each line alone as well."""
    most, multi = (limits.slow, limits.slow // 2) if contender.slow else (limits.test, limits.multi)
    if data.index and contender.ours:
        most = len(data.queries)
    queries = [query for query in data.pick("test", most, 0, multi) if query.kind != "open"]
    lines = [(query, line) for query in queries if query.kind == "multi" for line in query.text.split("\n")]
    asked = [*texts(queries), *(line for _, line in lines)]
    reply = ask(contender, data, asked, options, limits.seconds)
    answers = reply.results[: len(queries)]
    labelled = [pair for pair in zip(queries, answers, strict=True) if pair[0].labels]
    figures.closed = closed([query for query, _ in labelled], [answer for _, answer in labelled])
    if lines:
        firsts: dict[str, list[str]] = {}
        for (query, _), answer in zip(lines, reply.results[len(queries) :], strict=True):
            firsts.setdefault(query.id, []).extend(ids(answer)[:1])
        figures.closed[BY_LINE] = by_line([query for query in queries if query.kind == "multi"], firsts)
    if contender.ours:
        figures.outcomes |= outcomes(queries, answers)
    figures.index_gzip_bytes, figures.build_ms = reply.index_gzip_bytes, reply.build_ms
    if reply.query_ms:
        figures.p50_ms, figures.p99_ms = quantile(reply.query_ms, 0.5), quantile(reply.query_ms, 0.99)
    else:
        figures.p50_ms = reply.wall_ms / max(1, len(reply.results))


def _open(
    contender: Contender, data: Dataset, options: dict[str, Any], limits: Limits, figures: Figures
) -> None:
    """Ask for pastes of which the catalogue lacks some."""
    test, dev = (limits.slow, limits.slow // 2) if contender.slow else (limits.open, limits.open)
    if data.index and contender.ours:
        test = dev = len(data.queries)
    queries = [*data.pick("dev", 0, dev, 0), *data.pick("test", 0, test, 0)]
    queries = [query for query in queries if query.kind == "open"]
    reply = ask(contender, data, texts(queries), options, limits.seconds, data.catalogue_open)
    figures.abstention = abstention(queries, reply.results)
    if not contender.ours:
        return
    pairs = list(zip(queries, reply.results, strict=True))
    if data.index:
        # Its known pastes were among the closed ones already.
        pairs = [pair for pair in pairs if not pair[0].labels]
    figures.outcomes |= outcomes([query for query, _ in pairs], [answer for _, answer in pairs])
