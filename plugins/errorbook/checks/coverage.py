"""What a catalogue covers, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from errorbook.catalogue.model import Catalogue
from errorbook.site.choice_labels import counted


def count(catalogue: Catalogue) -> dict[str, Any]:
    """Return how much a catalogue holds, by system, status and evidence; zeros are left out."""
    entries = catalogue.entries
    by_system = Counter(entry.system for entry in entries)
    return {
        "entries": len(entries),
        "by_system": {
            system: by_system[system] for system in catalogue.vocabulary.systems if by_system[system]
        },
        "by_status": _most_first(Counter(entry.status for entry in entries)),
        "by_evidence": _most_first(Counter(entry.evidence for entry in entries)),
        "messages": sum(len(entry.messages) for entry in entries),
        "examples": sum(len(entry.examples) for entry in entries),
        "non_examples": sum(len(entry.non_examples) for entry in entries),
        "first_steps_with_a_place": sum(bool(entry.resolution[0].path) for entry in entries),
        "reviewed": sum(entry.reviewed is not None for entry in entries),
    }


def words(catalogue: Catalogue) -> str:
    """Return the counts as lines for people."""
    counts = count(catalogue)
    names = {slug: system.name for slug, system in catalogue.vocabulary.systems.items()}
    systems = {names[slug]: number for slug, number in counts["by_system"].items()}
    rows = (
        ("Entries", f"{counts['entries']} ({_listed(counts['by_status'])})"),
        ("By system", _listed(systems)),
        ("By evidence", _listed(counts["by_evidence"])),
        ("Messages", f"{counts['messages']}"),
        ("Examples", f"{counts['examples']}, and {counted(counts['non_examples'], 'non-example')}"),
        ("First steps", f"{counts['first_steps_with_a_place']} of {counts['entries']} say where to click"),
        ("Reviewed", f"{counts['reviewed']} of {counts['entries']}"),
    )
    return "\n".join(f"{label + ':':<13}{text}" for label, text in rows if text)


def _listed(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in numbers.items())


def _most_first(counter: Counter[Any]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
