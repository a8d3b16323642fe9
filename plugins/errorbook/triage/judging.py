"""Many texts to their verdicts, in the order of the texts; what was said before is not judged again."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field

from errorbook.triage.crews import Crew, OpenCrew, Result
from errorbook.triage.verdicts import Knowledge, Verdict

CHUNK = 40
"""How many texts are judged at a time."""
MOST_ROWS = 400
"""How many rows wait for each other, where most of them say what was said before."""
MOST_REMEMBERED = 20_000
"""Texts whose verdicts are kept: exports repeat automatic mails, and memory is to stay the same."""


@dataclass(slots=True)
class _Batch:
    """Rows in their order: each with its verdict, or its place among the texts that are asked for."""

    rows: list[Verdict | int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    places: dict[bytes, int] = field(default_factory=dict)


def chunks(
    texts: Iterable[str], knowledge: Knowledge, open_crew: OpenCrew
) -> Generator[list[Verdict], None, None]:
    """Yield the verdicts of texts, some at a time."""
    remembered: dict[bytes, Verdict] = {}
    with open_crew(knowledge) as crew:
        for batch, result in _asked(_batches(texts, remembered), crew):
            verdicts = result() if result else []
            for key, place in batch.places.items():
                remembered[key] = verdicts[place]
            while len(remembered) > MOST_REMEMBERED:
                del remembered[next(iter(remembered))]
            yield [verdicts[row] if isinstance(row, int) else row for row in batch.rows]


def _asked(batches: Iterable[_Batch], crew: Crew) -> Iterator[tuple[_Batch, Result | None]]:
    """Yield batches with what waits for their verdicts, having asked for some more ahead of time."""
    running: deque[tuple[_Batch, Result | None]] = deque()
    for batch in batches:
        running.append((batch, crew.ask(batch.texts) if batch.texts else None))
        if len(running) >= crew.ahead:
            yield running.popleft()
    yield from running


def _batches(texts: Iterable[str], remembered: dict[bytes, Verdict]) -> Iterator[_Batch]:
    batch = _Batch()
    for text in texts:
        key = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
        known = remembered.get(key)
        if known is None:
            place = batch.places.setdefault(key, len(batch.texts))
            if place == len(batch.texts):
                batch.texts.append(text)
            batch.rows.append(place)
        else:
            batch.rows.append(known)
        if len(batch.texts) == CHUNK or len(batch.rows) == MOST_ROWS:
            yield batch
            batch = _Batch()
    if batch.rows:
        yield batch
