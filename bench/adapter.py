#!/usr/bin/env python3
"""Our Python matcher behind the adapter protocol: one JSON object on standard input, one on standard output.

python bench/adapter.py < request.json > reply.json
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

# Runs with any Python 3.11, as other adapters do: the matcher itself needs no package.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from errorbook.matching import SETTINGS, Matcher, fold_table
from errorbook.matching.explaining import ranked


def index_of(catalogue: list[dict[str, Any]], placeholder: str) -> dict[str, Any]:
    """Return the match index of a catalogue that consists of ids and templates."""
    holes = re.compile(placeholder or r"\{[^{}]*\}")
    entries = [
        {"id": entry["id"], "messages": [[_message(text, holes), "full"] for text in entry["templates"]]}
        for entry in catalogue
    ]
    return {"version": 1, "matcher": SETTINGS, "fold": fold_table(), "entries": entries}


def _message(template: str, holes: re.Pattern[str]) -> str:
    """Return a template as the catalogue writes it: its placeholders as holes, its braces doubled."""
    literals = [text.replace("{", "{{").replace("}", "}}") for text in _between(template, holes)]
    parts = (f"{{hole_{number}}}{literal}" for number, literal in enumerate(literals[1:], 1))
    return literals[0] + "".join(parts)


def _between(template: str, holes: re.Pattern[str]) -> list[str]:
    ends = [hole.end() for hole in holes.finditer(template)]
    starts = [hole.start() for hole in holes.finditer(template)]
    return [template[end:start] for end, start in zip([0, *ends], [*starts, len(template)], strict=True)]


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return the reply to a request, in the long form with its costs."""
    index = request.get("index") or index_of(request["catalogue"], request.get("placeholder", ""))
    shipped = json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    start = time.perf_counter()
    matcher = Matcher(json.loads(shipped))
    build_ms = (time.perf_counter() - start) * 1000
    results, query_ms = [], []
    for query in request["queries"]:
        start = time.perf_counter()
        found = ranked(matcher, query)[: request.get("top", 10)]
        query_ms.append((time.perf_counter() - start) * 1000)
        results.append([list(item) if item[2] else list(item[:2]) for item in found])
    size = len(gzip.compress(shipped.encode(), 9))
    return {"results": results, "build_ms": build_ms, "query_ms": query_ms, "index_gzip_bytes": size}


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
