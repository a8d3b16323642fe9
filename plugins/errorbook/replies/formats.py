"""The tools that replies can be exported for, by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from errorbook.common.spreadsheets import harmless
from errorbook.replies import desks, snippets
from errorbook.replies.choosing import Reply
from errorbook.replies.marks import apart
from errorbook.replies.writing import html_text, plain_text
from errorbook.site.packing import Files, Package, encoded

COLUMNS = ("key", "id", "title", "text", "html", "link", "support_notes")


def _table(replies: Iterable[Reply], package: Package) -> Files:
    """Return a table for whatever else reads one; no cell is a formula."""
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    for reply in replies:
        bodies = (write(reply.blocks, desks.DESK) for write in (plain_text, html_text))
        notes = "\n".join(reply.entry.support_notes)
        cells = (reply.key, reply.entry.id, apart(reply.title), *bodies, reply.link, notes)
        rows.writerow(map(harmless, cells))
    # A name of its own, beside the table of TextExpander.
    return {f"{package.slug('replies-table')}.csv": encoded(table.getvalue())}


_WRITERS: dict[str, Callable[[Sequence[Reply], Package], Files]] = {
    "espanso": snippets.espanso,
    "zendesk": desks.zendesk,
    "zendesk-app": desks.zendesk_app,
    "freshdesk": desks.freshdesk,
    "textexpander": snippets.textexpander,
    "csv": _table,
}
NAMES = tuple(_WRITERS)
NOTES = "support-notes.md"
_WITH_NOTES = ("zendesk", "zendesk-app", "csv")
"""Formats that have a place for what only agents read."""


def write(name: str, replies: Sequence[Reply], package: Package) -> Files:
    """Return the files of a format; what only agents read lies beside where it has no place for that."""
    files = _WRITERS[name](replies, package)
    notes = "" if name in _WITH_NOTES else _notes(replies, package)
    return {**files, NOTES: encoded(notes)} if notes else files


def _notes(replies: Iterable[Reply], package: Package) -> str:
    entries = {reply.entry.id: reply.entry for reply in replies if reply.entry.support_notes}
    parts = (
        "\n".join((f"## {entry.id} {entry.title}", "", *(f"- {note}" for note in entry.support_notes), ""))
        for entry in entries.values()
    )
    say = package.wording.say
    head = f"# {say('replies.notes')}\n\n{say('replies.notes_why')}\n"
    return "\n".join((head, *parts)) if entries else ""
