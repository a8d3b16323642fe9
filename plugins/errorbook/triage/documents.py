"""The text of an Atlassian document, which Jira's API gives in place of a text: nodes in nodes.

Nodes of a line are joined as they are; every other node begins a line, and so does a break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

# What stands in a line; each but text says in its attributes what readers see of it.
_IN_LINE = (
    *("date", "emoji", "hardBreak", "inlineCard", "inlineExtension", "mediaInline", "mention", "placeholder"),
    *("status", "text"),
)
_SAYING = ("text", "title", "name", "alt", "shortName", "url")
_MILLISECONDS = re.compile("[0-9]{1,14}")
_DEEPEST_NODE = 40


def is_document(value: dict[str, Any]) -> bool:
    """Tell whether an object is a document."""
    return value.get("type") == "doc" and isinstance(value.get("content"), list)


def blocks(node: dict[str, Any], deepest: int = _DEEPEST_NODE) -> Iterator[str]:
    """Yield the texts of a node: what it says of itself, as the title of what unfolds, and its blocks."""
    yield _said(node)
    line, content = "", node.get("content")
    for child in content if isinstance(content, list) else ():
        if not isinstance(child, dict):
            continue
        if child.get("type") in _IN_LINE:
            line += _in_line(child)
        elif deepest:
            yield line
            line = ""
            yield from blocks(child, deepest - 1)
    yield line


def _in_line(node: dict[str, Any]) -> str:
    match node:
        case {"type": "text", "text": str(text)}:
            return text
        case {"type": "hardBreak"}:
            return "\n"
        case {"type": "date", "attrs": {"timestamp": str(time)}} if _MILLISECONDS.fullmatch(time):
            return datetime.fromtimestamp(int(time) // 1000, UTC).date().isoformat()
        case {"type": "placeholder"}:
            # It asks an author to write, and no reader sees it.
            return ""
    return _said(node)


def _said(node: dict[str, Any]) -> str:
    """Return what the attributes of a node say, or of a card what its data do."""
    attributes = _record(node.get("attrs"))
    for where in (attributes, _record(attributes.get("data"))):
        for name in _SAYING:
            if isinstance(said := where.get(name), str) and said:
                return said
    return ""


def _record(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
