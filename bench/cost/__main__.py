"""``python -m bench.cost``: bytes, time and memory of ours, written to bench/cost.md."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bench import dataset, own
from bench.cost import browser, generate, hostile
from bench.cost.batch import batch
from bench.cost.report import Cost, report
from errorbook.indexing import index_shards
from errorbook.indexing.match_index import dumps
from errorbook.site import browser_files

HERE = Path(__file__).parent
NODE = HERE / "node.mjs"
SMALL, LARGE = 2_000, 100_000
LINES, BATCH, LOG, HOSTILE = 1_000, 10_000, 1_000_000, 400_000
FRESH = 5
"""How many processes are started to see how soon an index is ready."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", "folder", metavar="FOLDER", default="", help="Where the public data sets are.")
@click.option("--large", default=LARGE, help="Templates of the large catalogue; 0 to leave it out.")
@click.option("--half", default="", help="A sentence that says which data this is, for the report.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=HERE.parent / "cost.md",
    help="The report.",
)
def main(folder: str, large: int, half: str, out: Path) -> None:
    """Measure what ours costs: the index, getting ready, lines, a log, hostile pastes and memory."""
    sets = dataset.load(Path(folder)) if folder else [own.dataset([])]
    if not folder:
        click.echo("No data folder given: the templates are made from our own catalogue. Else: DATA=folder")
    cost = Cost(
        SMALL, half or ("Templates from the data folder." if folder else "Templates from our own catalogue.")
    )
    _shipped(cost)
    _small(cost, sets)
    if large:
        _large(cost, sets, large)
    text = report(cost)
    out.write_text(text, "utf-8")
    click.echo(f"\n{text}\nWritten to {out}")


def _shipped(cost: Cost) -> None:
    """Note what our own site sends."""
    index = own.dataset([]).index or {}
    code = browser_files.code()
    cost.own = {
        "entries": len(index["entries"]),
        "match index": _zipped(dumps(index)),
        "script": sum(_zipped(code.bundles[name].content) for name in ("errorbook", "lookup", "matcher")),
    }


def _small(cost: Cost, sets: Sequence[dataset.Dataset]) -> None:
    made = generate.templates(sets, SMALL)
    index: Any = generate.index(made)
    shipped = dumps(index)
    short, long = hostile.pastes(made, HOSTILE), hostile.pastes(made, 2 * HOSTILE)
    work: dict[str, Any] = {
        "lines": generate.lines(made, LINES),
        "logs": {
            "every line known": generate.log(made, LOG, 1),
            "one line in ten known": generate.log(made, LOG, 10),
        },
        "hostile": {name: [paste, long[name]] for name, paste in short.items()},
    }
    cost.index_gzip = _zipped(shipped)
    cost.batch_lines = BATCH
    click.echo(f"Python: {BATCH:,} lines against {SMALL:,} templates")
    cost.python = batch(index, generate.lines(made, BATCH))
    click.echo("Node: getting ready, lines, logs, hostile pastes")
    nothing: dict[str, Any] = {"lines": work["lines"][:1], "logs": {}, "hostile": {}}
    cost.ready = sorted(_node(shipped, nothing)["ready"] for _ in range(FRESH))
    cost.node = _node(shipped, work)
    click.echo("Node: lines and logs beside regular expressions")
    cost.beside = _node(shipped, {**work, "hostile": {}, "templates": made, "hole": generate.HOLE})
    click.echo("Chromium: the same in the product's worker")
    cost.browser = browser.measure(shipped, work)


def _large(cost: Cost, sets: Sequence[dataset.Dataset], size: int) -> None:
    click.echo(f"Node: {size:,} templates")
    made = generate.templates(sets, size)
    index: Any = generate.index(made)
    shipped = dumps(index)
    cost.large = size
    cost.large_gzip = _zipped(shipped)
    work: dict[str, Any] = {"lines": generate.lines(made, LINES), "logs": {}, "hostile": {}}
    cost.large_node = _node(shipped, work)
    click.echo(f"Node: {size:,} templates, the index in parts")
    parts = index_shards.split(index)
    texts = [dumps({"id": str(number), "entries": entries}) for number, entries in enumerate(parts.shards)]
    cost.parts_node = _node(dumps(parts.head), {**work, "shards": texts})
    sizes = [_zipped(text) for text in texts]
    cost.parts = len(texts)
    cost.head_gzip = _zipped(dumps(parts.head))
    cost.needed_gzip = [sum(sizes[number] for number in needed) for needed in cost.parts_node["needed"]]


def _node(index: str, work: dict[str, Any]) -> dict[str, Any]:
    request = json.dumps({**work, "index": index}).encode()
    done = subprocess.run(["node", str(NODE)], input=request, stdout=subprocess.PIPE)
    if done.returncode:
        raise click.ClickException("Node could not measure, see above.")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _zipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


if __name__ == "__main__":
    main()
