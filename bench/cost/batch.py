"""What ours costs in Python: many lines in one process on one core."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass

from errorbook.matching import Matcher
from errorbook.matching.index.index_shape import MatchIndex


@dataclass(frozen=True, slots=True)
class Batch:
    """The cost of a batch."""

    ready_ms: float
    seconds: float
    """Time of the processor, which other work on the machine does not lengthen."""
    wall_seconds: float
    right: int
    most_memory: int
    """Bytes, of the whole process."""


def batch(index: MatchIndex, lines: Sequence[tuple[int, str]]) -> Batch:
    """Match all lines, one after the other."""
    start = time.process_time()
    matcher = Matcher(index)
    ready_ms = (time.process_time() - start) * 1000
    start, wall = time.process_time(), time.perf_counter()
    right = 0
    for number, text in lines:
        findings = matcher.match(text).findings
        right += bool(findings) and findings[0].id == f"GEN-{number:06}"
    seconds, wall_seconds = time.process_time() - start, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Batch(ready_ms, seconds, wall_seconds, right, memory)
