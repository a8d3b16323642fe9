"""The paste cases of ``tests/cases/pastes/*.yml``: their catalogues, their pastes and what they expect."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import yaml

from errorbook.matching import SETTINGS, fold_table
from errorbook.matching.findings import ResultRecord
from errorbook.matching.index.index_shape import MatchIndex

CASES = Path(__file__).parents[1] / "tests/cases"
Case = dict[str, Any]


def read_cases(path: Path) -> Any:
    """Return what a file of cases says; scalars are texts."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


SMALL = read_cases(CASES / "pastes-catalogue.yml")
ALL: dict[str, Case] = {
    f"{path.stem} {case['case']}: {case['why']}": case
    for path in sorted((CASES / "pastes").glob("*.yml"))
    for case in read_cases(path)
}


_FOLD = fold_table()
_SYSTEMS = {"XERO": "xero", "QBO": "quickbooks", "CIN7": "cin7-core"}


def make_index(case: Case) -> MatchIndex:
    """Return the index of the case's catalogue."""
    own = [_written_short(*entry) for entry in case.get("catalogue", [])]
    index = {
        "version": 1,
        "matcher": SETTINGS,
        "fold": _FOLD,
        "spellings": case.get("spellings", SMALL["spellings"]),
        "systems": SMALL["systems"],
        "sources": SMALL["sources"],
        "entries": [
            {
                "system": _SYSTEMS.get(entry["id"].partition("-")[0], ""),
                **entry,
                "messages": [
                    text if isinstance(text, list) else [text, "full"] for text in entry["messages"]
                ],
                "values": {name: {"type": kind} for name, kind in entry.get("values", {}).items()},
            }
            for entry in own or SMALL["entries"]
        ],
    }
    return cast("MatchIndex", index)


def _written_short(
    id: str, messages: list[Any], values: dict[str, str] | None = None, codes: list[Any] | None = None
) -> Case:
    return {"id": id, "messages": messages, "values": values or {}, "codes": codes or []}


def make_paste(pieces: Any) -> str:
    """Return the text of a case's paste."""
    if isinstance(pieces, str):
        return pieces
    return "".join(
        piece
        if isinstance(piece, str)
        else "".join(piece["text"].replace("{n}", str(1000 + n)) for n in range(int(piece["times"])))
        for piece in pieces
    )


def view(result: ResultRecord, paste: str, expected: Case) -> Case:
    """Return of a result what is expected to be something, in the form in which cases say it."""
    findings: list[dict[str, Any]] = [{**finding} for finding in result["findings"]]
    wishes = expected["findings"]
    found: Case = {"findings": [finding["id"] for finding in findings]}
    if len(findings) == len(wishes):
        found["findings"] = [
            {name: _view(name, finding, paste, wish) for name in wish}
            for finding, wish in zip(findings, wishes, strict=True)
        ]
    if "nearest" in expected:
        found["nearest"] = [near["id"] for near in result["nearest"]]
    if "read" in expected:
        found["read"] = str(result["read"])
    return found


def _view(name: str, finding: dict[str, Any], paste: str, wish: Case) -> Any:
    match name:
        case "spans":
            cut = [(hole, paste[start:end]) for start, end, hole in finding["spans"]]
            return [{hole: text} if hole else text for hole, text in cut]
        case "values":
            return {hole: finding["values"].get(hole) for hole in wish["values"]}
        case "values_exactly":
            return finding["values"]
        case "documents_start":
            return finding["documents"][:3]
        case "documents_count":
            return str(len(finding["documents"]))
        case "count" | "message":
            return str(finding[name])
        case _:
            return finding[name]
