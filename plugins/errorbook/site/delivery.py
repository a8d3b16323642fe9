"""Data as classic scripts, which load from a file, too; `engine/delivery.js` receives them."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.indexing import match_index


def of(kind: str, value: Mapping[str, object]) -> str:
    """Return a script that delivers a value."""
    return f'errorbook.receive("{kind}",{match_index.dumps(value)});\n'


def of_text(kind: str, json: str) -> str:
    """Return a script that delivers JSON as a text, which a page can hand on to a worker unread."""
    text = json.replace("\\", r"\\").replace("'", r"\'")
    return f"errorbook.receive(\"{kind}\",'{text}');\n"
