"""Known errors as constants of a program: id, title, permanent link and codes, each text as plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from errorbook.constants.known import Known
from errorbook.site.rendering import render_plain
from errorbook.wording import ENGLISH

VERSION = "1.0"


def _json(known: Known) -> str:
    fields = {"id", "title", "permalink", "codes"}
    errors = [error.model_dump(mode="json", include=fields) for error in known.errors]
    return json.dumps({"schema_version": VERSION, "errors": errors}, ensure_ascii=False, indent=1) + "\n"


def _module(template: str, escape: str) -> Callable[[Known], str]:
    """Return what fills a template; ``escape`` writes a character that nobody can see by its number."""

    def text(value: str) -> str:
        # What JSON escapes, both languages read alike; its pairs of halves only one of them does.
        quoted = json.dumps(value, ensure_ascii=False)
        return re.sub(".", lambda found: _visible(found[0], escape), quoted, flags=re.DOTALL)

    return lambda known: render_plain(template, ENGLISH, known=known, text=text)


def _visible(letter: str, escape: str) -> str:
    return letter if letter.isprintable() else escape.format(ord(letter))


_WRITERS: dict[str, Callable[[Known], str]] = {
    "python": _module("constants.py.jinja", "\\U{:08x}"),
    "typescript": _module("constants.ts.jinja", "\\u{{{:x}}}"),
    "json": _json,
}
NAMES = tuple(_WRITERS)
ENDINGS = {"python": (".py",), "typescript": (".ts", ".mts", ".cts"), "json": (".json",)}
"""What a file of each language may end in."""


def write(name: str, known: Known) -> str:
    """Return the errors in a language, by its name."""
    return _WRITERS[name](known)
