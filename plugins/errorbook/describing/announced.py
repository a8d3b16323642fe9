"""What a heading announces, looked up as a description; ``assets/describing/announced.js`` is its twin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from errorbook.describing.suggester import Suggester, Suggestion
from errorbook.matching.findings import Finding
from errorbook.matching.index.index_shape import IndexEntry


def announced(
    text: str, findings: Sequence[Finding], entries: Mapping[str, IndexEntry], suggester: Suggester
) -> tuple[Suggestion, ...]:
    """Return entries of the same system that a text may tell of, where only headings were found in it."""
    if not all(_is_heading(finding, entries[finding.id]) for finding in findings):
        return ()
    suggestions = suggester.suggest(_unexplained(text, findings))
    found = {finding.id for finding in findings}
    # Where the best is what was found, the text behind the heading only says it again.
    if any(best.id in found for best in suggestions[:1]):
        return ()
    theirs = {entries[id_].get("system") for id_ in found}
    return tuple(
        Suggestion(each.id, "perhaps", each.score)
        for each in suggestions
        if each.id not in found and not theirs.isdisjoint(_systems(entries[each.id]))
    )


def _systems(entry: IndexEntry) -> list[str | None]:
    return [entry.get("system"), *entry.get("with", ())]


def _is_heading(finding: Finding, entry: IndexEntry) -> bool:
    if finding.message < 0:
        return False
    _, role = entry["messages"][finding.message]
    return role == "heading"


def _unexplained(text: str, findings: Sequence[Finding]) -> str:
    """Return what the findings leave of a text."""
    parts = []
    end = 0
    for start, stop, _ in sorted(span for finding in findings for span in finding.spans):
        parts.append(text[end:start])
        end = max(end, stop)
    return "\n".join([*parts, text[end:]])
