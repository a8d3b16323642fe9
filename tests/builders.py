"""Catalogues and sites as small as a test needs them; only what matters to it has to be said."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from errorbook.catalogue import ledger
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common.problems import CatalogueError

Source = TypeVar("Source")
SYSTEMS = {
    "cin7-core": {"name": "Cin7 Core", "prefix": "CIN7"},
    "xero": {"name": "Xero", "prefix": "XERO"},
    "quickbooks": {"name": "QuickBooks Online", "prefix": "QBO"},
}
RECORDS = {"invoice": {"name": "Invoices"}, "payment": {"name": "Payments"}}
CHOICES = {
    "severities": {
        "blocks-sync": {"name": "Stops the whole sync", "stops": "the whole sync"},
        "blocks-record": {"name": "Holds up this record", "stops": "its record", "usual": True},
        "warning": {"name": "Shows a warning, but holds nothing up", "stops": "nothing"},
        "info": {"name": "Holds nothing up", "stops": "nothing"},
    },
    "fixable_by": {
        "shop": "you",
        "bookkeeper": {"name": "your bookkeeper", "usual": True},
        "admin": "an administrator",
        "support": {"name": "a support team", "outside": True},
        "vendor": {"name": "whoever runs the service", "outside": True},
    },
    "risks": {
        "changes-books": "This changes figures in the books.",
        "irreversible": "This cannot be undone.",
    },
}
VOCABULARY = {"name": "sync errors", "systems": SYSTEMS, "records": RECORDS, **CHOICES}
FIELDS: dict[str, Any] = {
    "id": "XERO-0001",
    "title": "The payment is too large",
    "messages": ["Payment exceeds the amount due"],
    "causes": ["Somebody mistyped it."],
    "resolution": ["Correct the payment in Cin7 Core."],
    "examples": ["Payment exceeds the amount due"],
}


SOUND = {
    "references": [{"title": "Xero on payments", "url": "https://example.com/payments"}],
    "examples": ["Payment exceeds the amount due", "Failed: Payment exceeds the amount due"],
}
"""What a plain entry lacks to be published without a word."""


def picture(width: int, height: int, grey: int = 200) -> bytes:
    """Return a grey PNG of a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\x00" + bytes([grey] * 3 * width)) * height
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def saying(message: str) -> dict[str, list[str]]:
    """Return the fields of a sound entry with a message of its own."""
    return {"messages": [message], "examples": [message, f"Failed: {message}"]}


def make_entry(**changes: Any) -> Entry:
    """Return an entry that differs from a plain one as said."""
    placed = {"system": "xero", "slug": "payment-too-large"}
    usual = {"severity": "blocks-record", "fixable_by": ["bookkeeper"]}
    return Entry.model_validate({**FIELDS, **placed, **usual, **changes})


def make_catalogue(*entries: Entry, words: Mapping[str, Any] | None = None) -> Catalogue:
    """Return a catalogue of these entries, with some of its words changed."""
    return Catalogue(Vocabulary.model_validate({**VOCABULARY, **(words or {})}), entries)


def write_errors(folder: Path, **files: Mapping[str, Any]) -> None:
    """Write a catalogue's folder: a file for each slug, its fields as they differ from a sound entry's."""
    (folder / "xero").mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.yml").write_text(yaml.safe_dump(VOCABULARY, sort_keys=False), "utf-8")
    promised = folder / ledger.FILE
    lines = set(ledger.parse("", promised.read_text("utf-8")) if promised.exists() else ())
    for slug, changes in files.items():
        fields = {**FIELDS, **SOUND, **changes}
        retired = fields.get("status") in ledger.RETIRED
        lines.add(ledger.Line(fields["id"], f"xero/{slug.replace('_', '-')}", retired=retired))
        text = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)
        (folder / "xero" / f"{slug.replace('_', '-')}.yml").write_text(text, "utf-8")
    promised.write_text(ledger.render(lines), "utf-8")


def build_site(
    folder: Path,
    plugin: Mapping[str, Any] | None = None,
    command: Literal["build", "serve"] = "build",
    **settings: Any,
) -> Path:
    """Build the site of a folder that has ``errors`` and ``content``; return where it is.

    A warning fails the build; not so that of ``serve``, which an author runs with entries half written.
    """
    content = folder / "content"
    if not (content / "index.md").exists():
        content.mkdir(exist_ok=True)
        (content / "index.md").write_text("# Look up\n\n<!-- errorbook:lookup -->\n", "utf-8")
    values = {
        "site_name": "Help",
        "docs_dir": "content",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"errorbook": dict(plugin or {})}],
        **settings,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(values), "utf-8")
    config = load_config(str(folder / "mkdocs.yml"), strict=command != "serve")
    config.plugins.run_event("startup", command=command, dirty=False)
    build(config)
    return folder / "site"


def links(html: str) -> list[str]:
    """Return where a page's links, scripts, styles and pictures lead."""
    return re.findall(r"""(?:href|src|data-(?:to|index|assets|root|errors|lookup))="?([^"\s>]*)""", html)


def options(lines: str) -> str:
    """Return an mkdocs.yml whose plugin has some options, each on a line with six blanks before it."""
    return f"site_name: x\nplugins:\n  - errorbook:\n{lines}"


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what a build warned of."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def refused(read: Callable[[Source], object], files: Source) -> list[str]:
    """Return the problems for which files, or their folder, are refused as a catalogue."""
    with pytest.raises(CatalogueError) as caught:
        read(files)
    return [str(problem) for problem in caught.value.problems]
