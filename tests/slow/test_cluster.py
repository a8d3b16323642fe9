"""A triage on a real cluster of worker processes, of which one is killed in the middle."""

from __future__ import annotations

import csv
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import own
import pytest
import tickets as made_up
from distributed import LocalCluster

from errorbook.triage import tickets
from errorbook.triage.run import Plan, Run
from errorbook.triage.tables import TableError

ROWS = 600


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[LocalCluster]:
    """Two workers, each a process with a guard that starts it again."""
    # Workers start in this folder and import what is tested here.
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", str(root / "plugins"))
    monkeypatch.chdir(tmp_path)
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as started:
        yield started


def write(path: Path) -> Path:
    """Write tickets of which some repeat, some are known, and some share a message without an entry."""
    examples = [entry.examples[0].paste for entry in own.known().entries if entry.examples]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(made_up.COLUMNS)
        for number in range(ROWS):
            _, day, text = made_up.TICKETS[number % len(made_up.TICKETS)]
            text = f"Hello, {examples[number % len(examples)]} ({number})" if number % 2 else text
            writer.writerow([number, day, text])
    return path


def triage(source: Path, name: str, address: str = "", killed: Sequence[int] = ()) -> tuple[bytes, object]:
    """Triage tickets; kill processes when the first verdicts are there. Return table and summary."""
    output = source.with_name(f"{name}.csv")
    run = Run(
        tickets.choose([source], None, (), None),
        own.known(),
        Plan(output, jobs=1, dask=address),
    )
    for _ in run.match():
        for process in killed:
            os.kill(process, signal.SIGKILL)
        killed = ()
    summary = run.finish()
    return output.read_bytes(), summary


def test_a_cluster_that_loses_a_worker_finds_the_same_as_one_machine(cluster: LocalCluster) -> None:
    source = write(Path("many.csv"))
    alone = triage(source, "alone")
    victim = next(iter(cluster.workers.values())).pid
    assert triage(source, "cluster", cluster.scheduler_address, [victim]) == alone
    # It was one of the cluster's, and it is gone.
    assert victim not in [worker.pid for worker in cluster.workers.values()]


def test_a_cluster_whose_workers_are_all_started_again_goes_on(cluster: LocalCluster) -> None:
    source = write(Path("many.csv"))
    alone = triage(source, "alone")
    # With them goes every copy of what they were given.
    victims = [worker.pid for worker in cluster.workers.values()]
    assert len(victims) == 2
    assert triage(source, "cluster", cluster.scheduler_address, victims) == alone


def test_a_cluster_without_a_worker_is_told(cluster: LocalCluster) -> None:
    source = write(Path("many.csv"))
    cluster.scale(0)
    with cluster.get_client() as client:
        until = time.monotonic() + 60
        while client.nthreads() and time.monotonic() < until:
            time.sleep(0.1)
    with pytest.raises(TableError, match="the cluster has no worker"):
        triage(source, "none", cluster.scheduler_address)
