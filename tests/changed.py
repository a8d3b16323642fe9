"""A small site with what this one lacks: entries renamed and merged, the index in parts, feedback."""

from __future__ import annotations

from pathlib import Path

from browsing import OWED, OWED_TITLE
from builders import build_site, saying, write_errors

OTHERS = 60
WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty"]
PLACES = [
    "list",
    "page",
    "file",
    "table",
    "note",
    "till",
    "shop",
    "bank",
    "road",
    "port",
    "yard",
    "barn",
    "mill",
    "well",
]
"""Each entry tells its error for each of these places, so that the index has several parts."""


def build(folder: Path) -> Path:
    """Build the site; return where it is."""
    content = folder / "content"
    content.mkdir(parents=True)
    (content / "playground.md").write_text("# Playground\n\n<!-- errorbook:playground -->\n", "utf-8")
    write_errors(
        folder / "errors",
        payment_exceeds_amount_outstanding={
            **saying(OWED),
            "title": OWED_TITLE,
            "former_slugs": ["paid-too-much"],
        },
        merged={
            **saying("Overpaid by a customer, says the bank"),
            "id": "XERO-0056",
            "title": "The customer paid too much",
            "status": "superseded",
            "superseded_by": ["XERO-0001"],
        },
        **{f"other_{number}": _other(number) for number in range(OTHERS)},
    )
    feedback = {"endpoint": "/feedback"}
    plugin = {"split_index": True, "feedback": feedback, "lookup_page": "index.md"}
    return build_site(folder, plugin, site_name="Changed")


def _other(number: int) -> dict[str, object]:
    first, second = WORDS[number % 10], WORDS[number // 10]
    kind = f"{first}{second}"
    messages = [
        f"The {kind} of this {kind}{place} is not the {second}{first} of its {first}{first}"
        for place in PLACES
    ]
    return {
        **saying(messages[0]),
        "messages": messages,
        "id": f"XERO-{1000 + number}",
        "title": f"The {kind} differs",
    }
