"""The tables of sentences, one file for each language: the same keys and the same holes in each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from errorbook.common.template import TemplateError, holes

Text = str | Mapping[str, str]
"""A sentence with holes; or one for each kind of number, by its name in the Unicode plural rules."""
USUAL = "en"
_FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


@cache
def table(language: str) -> Mapping[str, Text]:
    """Return the sentences of a language that has a table."""
    found: dict[str, Text] = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
    return found


KEYS = frozenset(table(USUAL))


def nearest(language: str) -> str:
    """Return the language to word a site in: its own, else that without its country, else English."""
    wanted = language.replace("_", "-")
    plain = wanted.partition("-")[0].lower()
    return wanted if wanted in LANGUAGES else plain if plain in LANGUAGES else USUAL


def forms(text: Text) -> tuple[str, ...]:
    """Return every form of a sentence."""
    return (text,) if isinstance(text, str) else tuple(text.values())


def fault(key: str, text: Text) -> tuple[str, str] | None:
    """Return what keeps a text from being the sentence of a key, and how to mend it; nothing where it may."""
    known = set(holes(forms(table(USUAL)[key])[-1]))
    for form in forms(text):
        try:
            unknown = set(holes(form)) - known
        except TemplateError as error:
            return error.what, error.fix
        if unknown:
            names = ", ".join(f"{{{name}}}" for name in sorted(known))
            fix = f"Use only {names}" if names else "Remove it"
            return f"has the hole {{{min(unknown)}}}, which nothing fills", fix
    return None
