"""The figures of all runs as one Markdown page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from bench import figures
from bench.abstention import GROUPS
from bench.dataset import Dataset
from bench.metrics import BY_LINE, SLOTS, Closed
from bench.outcomes import Outcome, total
from bench.running import Figures, Run
from bench.tables import Cell, number, table
from errorbook.matching import SETTINGS

KINDS = (
    *("content", SLOTS, "raw", "raw_chain", "truncated", "quoted", "typos"),
    *("wrapped", "upper", "json", "multi", BY_LINE),
)
SHORT = {SLOTS: "content (slots)", BY_LINE: "multi by line"}
FORMS = {"clean": "content and raw lines", "noisy": "two typos, quoted in prose"}


def report(runs: Sequence[Run], sets: Sequence[Dataset], versions: Mapping[str, str], half: str) -> str:
    """Return the whole page."""
    runs = sorted(runs, key=lambda run: -_mean_top1(run))
    parts = [
        _head(versions, half),
        _data(sets),
        _targets(runs),
        _one_to_beat(runs, sets),
        *(part for data in sets for part in _set(runs, data)),
        _outcomes(runs),
        _cost(runs, sets),
        _options(runs),
        _notes(runs),
    ]
    return "\n".join(part for part in parts if part)


def _head(versions: Mapping[str, str], half: str) -> str:
    return (
        "# Results\n\nWritten by `make bench`; what is measured and how is in [README.md](README.md).\n\n"
        f"{half}\n\nOptions and thresholds of every contender are chosen on `dev` queries, figures are of "
        "`test` queries. Accuracy and index sizes are deterministic; **times are noisy**: two cores that "
        "other work shared, one run. The best of a column is bold; peers marked † are slow and were asked "
        "fewer queries.\n\n"
        "Versions: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + ".\n"
    )


def _data(sets: Sequence[Dataset]) -> str:
    rows: list[list[Cell]] = [
        ["entries", *(len(data.catalogue) for data in sets)],
        ["templates", *(sum(len(entry.templates) for entry in data.catalogue) for data in sets)],
        ["entries left when some are taken out", *(len(data.catalogue_open) for data in sets)],
        ["queries", *(len(data.queries) for data in sets)],
        ["labels with queries", *(len(set().union(*(q.labels for q in data.queries))) for data in sets)],
    ]
    return "## Data\n\n" + table(["", *(data.name for data in sets)], rows)


def _targets(runs: Sequence[Run]) -> str:
    """The figures of the design, ours and the best peer's."""
    ours = [run for run in runs if run.ours]
    if not ours:
        return ""
    reached = {run.name: {(t.set, t.what): t for t in figures.targets(run)} for run in ours}
    peers = [
        {(t.set, t.what): t for t in figures.targets(run)} for run in runs if not run.ours and not run.slow
    ]
    rows: list[list[Cell]] = []
    for key, target in reached[ours[0].name].items():
        mine = [reached[run.name].get(key) for run in ours]
        others = [peer[key].reached for peer in peers if key in peer and not target.what.startswith("'")]
        best = max((value for value in others if value is not None), default=None)
        met = [each.met for each in mine if each]
        verdict = "-" if None in met else "yes" if all(met) else "**no**"
        sign = "≤" if target.most else "≥"
        wanted = f"{sign} {target.wanted:g}"
        values = [each.reached if each else None for each in mine]
        rows.append([target.set, target.what, target.n, wanted, *values, best, verdict])
    head = ["set", "figure", "n", "wanted", *(run.name for run in ours), "best peer", "met"]
    return "## The design's figures\n\n" + table(head, rows)


def _one_to_beat(runs: Sequence[Run], sets: Sequence[Dataset]) -> str:
    public = [data.name for data in sets if data.index is None]
    rows: list[list[Cell]] = []
    for kind in KINDS:
        rated = []
        for run in runs:
            got = [closed[kind].top1 for name in public if kind in (closed := _closed(run, name))]
            if got and not run.slow:
                rated.append((sum(got) / len(got), run))
        if not rated:
            continue
        mine = [f"{run.name.removeprefix('errorbook ')} {value:.3f}" for value, run in rated if run.ours]
        others = sorted((-value, run.name) for value, run in rated if not run.ours)
        best = [f"{name} {-value:.3f}" for value, name in others[:3]]
        rows.append([SHORT.get(kind, kind), ", ".join(mine), *best, *[None] * (3 - len(best))])
    if not rows:
        return ""
    head = ["kind", "ours", "best peer", "second", "third"]
    return (
        "## Ours and the best peers, per kind of paste\n\nMean of the public data sets, top-1 (for `multi`: "
        "all three found), peers marked † left out.\n\n" + table(head, rows)
    )


def _set(runs: Sequence[Run], data: Dataset) -> Iterator[str]:
    runs = [run for run in runs if data.name in run.sets]
    kinds = [kind for kind in KINDS if any(kind in _closed(run, data.name) for run in runs)]
    counts = {kind: max(_closed(run, data.name).get(kind, Closed()).n for run in runs) for kind in kinds}
    for what, field, note in (
        ("top-1", "top1", "`multi`: share of pastes with all three messages in the first three. "),
        ("recall@3", "recall3", "`multi`: mean share of the three messages found in the first three. "),
    ):
        head = ["contender", *(f"{SHORT.get(kind, kind)} ({counts[kind]})" for kind in kinds)]
        rows: list[list[Cell]] = []
        for run in runs:
            closed = _closed(run, data.name)
            rows.append([_label(run), *(getattr(closed[k], field) if k in closed else None for k in kinds)])
        columns = range(1, len(head))
        text = f"{note}Number of queries in brackets."
        yield f"## {data.name}: {what}\n\n{text}\n\n{table(head, rows, columns)}"
    for group, forms in FORMS.items():
        yield _abstention(runs, data, group, forms)


def _abstention(runs: Sequence[Run], data: Dataset, group: str, forms: str) -> str:
    rows: list[list[Cell]] = []
    counted = None
    for run in runs:
        figures_open = run.sets[data.name].abstention
        if figures_open is None:
            rows.append([_label(run), "timed out", *[None] * 8])
            continue
        x = figures_open.groups[group]
        counted = counted or (x if not run.slow else None)
        confidence = "found or not" if run.no_score else figures_open.confidence
        values = [x.auroc_top_score, x.auroc, x.auroc_left_out, x.auroc_foreign, x.best_f1, x.dev_f1.f1]
        held = f"{x.dev_precision.precision:.2f} / {x.dev_precision.coverage:.2f}"
        alarms = number(x.dev_f1.false_alarm)
        rows.append([_label(run), confidence, *map(_float, values), alarms, _float(x.coverage), held])
    if counted is None:
        return ""
    head = ["contender", "confidence", "AUROC top score", "AUROC", "… left-out", "… elsewhere"]
    head += ["F1 best", "F1 dev", "false alarms", "cov@95P", "P / cov dev"]
    text = (
        f"{counted.known} queries with an entry, {counted.left_out} whose template was taken out, "
        f"{counted.foreign} from elsewhere. Columns: see README.md."
    )
    return f"## {data.name}: known against unknown, {group} ({forms})\n\n{text}\n\n" + table(
        head, rows, (2, 3, 4, 5, 6, 7, 9)
    )


def _outcomes(runs: Sequence[Run]) -> str:
    """What ours dares to say, one table for each data set; the twins say the same."""
    run = next((run for run in runs if run.ours and any(f.outcomes for f in run.sets.values())), None)
    if run is None:
        return ""
    thresholds = ", ".join(f"`{name}` {SETTINGS[name]}" for name in ("is", "whole", "lead", "like"))
    text = [
        f"## Outcomes ({run.name})\n\nThresholds: {thresholds}.\n\n"
        "`right`: of all findings called 'this is', those with a right label. "
        "`in first 3`: of all pastes with nothing surer than 'looks like', those that show a right entry "
        "among the first three; without a right label (`unknown`, other systems' lines …) every finding is "
        "wrong.\n"
    ]
    head = ["paste", "pastes", "'this is'", "right", "only 'looks like'", "in first 3", "nothing said"]
    for name, found in run.sets.items():
        rows = [_outcome(kind, outcome) for kind, outcome in found.outcomes.items()]
        rows.append(_outcome("all", total(found.outcomes.values())))
        text.append(f"### {name}\n\n" + table(head, rows))
        wrong = total(found.outcomes.values()).wrong
        if wrong:
            text.append(f"Wrongly called 'this is': {', '.join(f'`{each}`' for each in wrong[:40])}.\n")
    return "\n".join(text)


def _outcome(kind: str, outcome: Outcome) -> list[Cell]:
    right = None if outcome.precision_is is None else f"{outcome.precision_is:.4f}"
    like = None if outcome.precision_like is None else f"{outcome.precision_like:.3f}"
    return [kind, outcome.pastes, outcome.said_is, right, outcome.said_like, like, outcome.silent]


def _cost(runs: Sequence[Run], sets: Sequence[Dataset]) -> str:
    names = [data.name for data in sets]
    rows: list[list[Cell]] = []
    for run in runs:
        row: list[Cell] = [_label(run)]
        for name in names:
            found = run.sets.get(name, Figures())
            row += [found.index_gzip_bytes, number(found.build_ms, 0)]
            row += [number(found.p50_ms), number(found.p99_ms, 1)]
        rows.append(row)
    head = ["contender"] + [f"{name}: {c}" for name in names for c in ("index gz", "build", "p50", "p99")]
    return (
        "## Cost\n\nIndex: gzip bytes of what would be shipped (deterministic). Times in ms (noisy), over "
        "all queries of the whole catalogue. `make bench-cost` measures ours with more care.\n\n"
        + table(head, rows)
    )


def _options(runs: Sequence[Run]) -> str:
    lines = []
    for run in runs:
        tried = []
        for each in run.tuning:
            text = f"`{json.dumps(each.options)}` {each.top1:.3f}"
            tried.append(f"**{text}**" if each.options == run.options else text)
        if tried:
            lines.append(f"- {run.name}: {'; '.join(tried)}")
    return "## Options chosen on dev\n\n" + "\n".join(lines) + "\n" if lines else ""


def _notes(runs: Sequence[Run]) -> str:
    lines = [
        f"- {run.name}, {name}: {note}" for run in runs for name, f in run.sets.items() for note in f.notes
    ]
    return "## Not measured\n\n" + "\n".join(lines) + "\n" if lines else ""


def _closed(run: Run, name: str) -> dict[str, Closed]:
    found = run.sets.get(name)
    return (found.closed if found else None) or {}


def _label(run: Run) -> str:
    return run.name + (" †" if run.slow else "")


def _mean_top1(run: Run) -> float:
    found = [figure.top1 for name in run.sets for figure in _closed(run, name).values()]
    return sum(found) / max(1, len(found))


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


assert set(FORMS) == set(GROUPS)
