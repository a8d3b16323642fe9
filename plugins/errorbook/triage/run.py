"""A triage from tickets to files: match every row, then count, put together and write."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from errorbook.authoring.speakers import Speakers
from errorbook.catalogue.model import Catalogue
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.triage import cluster, crews, judging, table_files
from errorbook.triage.clusters import Clusters
from errorbook.triage.columns import Row
from errorbook.triage.summary import Source, Summary, summarise
from errorbook.triage.table_files import Cells
from errorbook.triage.tables import TableError
from errorbook.triage.tally import Tally
from errorbook.triage.tickets import Tickets
from errorbook.triage.unfinished import Unfinished
from errorbook.triage.verdicts import Knowledge, Verdict

VERSION = 3
ADDED = (
    "errorbook_outcome",
    "errorbook_id",
    "errorbook_title",
    "errorbook_link",
    "errorbook_values",
    "errorbook_also",
    "errorbook_also_titles",
    "errorbook_also_links",
    "errorbook_suggested",
    "errorbook_group",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write, and how."""

    output: Path
    site: str = ""
    least: int = 3
    jobs: int = 1
    dask: str = ""
    """Address of a cluster's scheduler, which judges instead of processes here."""

    @property
    def crew(self) -> crews.OpenCrew:
        """Who judges the texts."""
        if self.dask:
            return cluster.workers(self.dask)
        return crews.alone if self.jobs == 1 else crews.processes(self.jobs)


class Run:
    """One triage; ``match`` until it is done, then ``finish``."""

    def __init__(self, tickets: Tickets, catalogue: Catalogue, plan: Plan, restart: bool = False) -> None:
        """Find out whether an interrupted run can go on; raises TableError for what cannot be done."""
        taken = [name for name in ADDED if name in tickets.columns]
        if taken:
            raise TableError(
                f"{tickets.tables[0].path}: has a column '{taken[0]}' already."
                " Give the export itself, not its triage"
            )
        self._tickets, self._catalogue, self._plan = tickets, catalogue, plan
        self._knowledge = Knowledge.of(catalogue)
        self._links = {
            entry.id: f"{plan.site.rstrip('/')}/e/{entry.id}/".lstrip("/") for entry in catalogue.entries
        }
        self._titles = {entry.id: entry.title for entry in catalogue.entries}
        self.notes = tickets.about()
        """What somebody should know before it begins."""
        try:
            self._clusters: Clusters | None = Clusters()
        except TableError as problem:
            self._clusters = None
            self.notes.append(str(problem))
        state = plan.output.with_name(f"{plan.output.name}.unfinished")
        if restart:
            state.unlink(missing_ok=True)
        self._unfinished = Unfinished(state, self._identity())
        if self.done:
            self.notes.append(
                f"Going on after {self.done:,} tickets of an interrupted run (--restart starts again)"
            )

    @property
    def done(self) -> int:
        """How many rows are matched."""
        return self._unfinished.done

    def match(self) -> Iterator[int]:
        """Match the rows that are left; yield how many each time."""
        texts = (part.text_of(row) for part, row in self._tickets.rows(self.done))
        return self._unfinished.append(judging.chunks(texts, self._knowledge, self._plan.crew))

    def finish(self) -> Summary:
        """Write the table and return what was found."""
        tally = Tally()
        form = table_files.form_of(self._tickets.tables, self._plan.output.suffix.lower())
        table_files.write(self._plan.output, self._tickets.columns, ADDED, self._rows(tally), form)
        proposals, scattered = None, 0
        if self._clusters:
            found, scattered = self._clusters.proposals(
                self._plan.least, Matcher(self._knowledge.index), Speakers(self._catalogue)
            )
            proposals = tuple(found)
        source = Source(
            self._tickets.files, self._tickets.text, self._tickets.dated, tuple(self._tickets.unread())
        )
        summary = summarise(tally, proposals, scattered, self._catalogue, self._links, source)
        self._unfinished.remove()
        return summary

    def give_up(self) -> None:
        """Forget what was matched: the same command would fail again."""
        self._unfinished.remove()

    def _rows(self, tally: Tally) -> Iterator[tuple[Row, Cells]]:
        for (part, row), verdict in zip(self._tickets.rows(), self._unfinished.verdicts(), strict=True):
            ticket = part.ticket_of(row)
            tally.add(verdict, part.day_of(row), ticket)
            clusters = self._clusters if verdict.message else None
            group = clusters.add(verdict.message, ticket, part.day_of(row)) if clusters else ""
            yield row, self._cells(verdict, str(group))

    def _cells(self, verdict: Verdict, group: str) -> Cells:
        found = verdict.findings
        first = next((finding for finding in found if finding.outcome == "is"), found[0] if found else None)
        texts = ("", "", "", "")
        if first:
            values = json.dumps(first.values, ensure_ascii=False) if first.values else ""
            texts = (first.id, self._titles[first.id], self._links[first.id], values)
        others = [finding.id for finding in found if finding is not first]
        also = (
            " ".join(others),
            "; ".join(self._titles[id_] for id_ in others),
            " ".join(self._links[id_] for id_ in others),
        )
        return dict(
            zip(ADDED, (verdict.kind, *texts, *also, " ".join(verdict.suggested), group), strict=True)
        )

    def _identity(self) -> dict[str, Any]:
        """Return what an interrupted run must share with this one to go on."""
        tickets = self._tickets
        descriptions = json.dumps(self._knowledge.descriptions)
        known = [match_index.dumps(self._knowledge.index), descriptions, *sorted(self._knowledge.words)]
        stats = [(table.path, table.path.stat()) for table in tickets.tables]
        return {
            "version": VERSION,
            "files": [[str(path.resolve()), stat.st_size, stat.st_mtime_ns] for path, stat in stats],
            "encoding": [table.encoding for table in tickets.tables],
            "text": [part.text for part in tickets.parts],
            "catalogue": hashlib.sha256("\n".join(known).encode("utf-8", "replace")).hexdigest(),
        }
