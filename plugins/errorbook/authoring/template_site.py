"""Drafts a site to begin with: configuration, a page, a catalogue with one entry, and how it is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from errorbook import __version__
from errorbook.common import latin
from errorbook.common.writing import GUARD

_FOLDER = "template_site"
_PLACES = {
    "mkdocs.yml": "mkdocs.yml",
    "index.md": "docs/index.md",
    "catalogue.yml": "errors/catalogue.yml",
    "entry.yml": "errors/@SYSTEM@/file-too-large.yml",
    "pages.yml": ".github/workflows/pages.yml",
}
"""Where each file of the template goes."""
_REQUIRED = f"""\
# Where the workflow takes Errorbook from. If no package index of yours has it, put its wheel beside this file
# ('make package' in a checkout of Errorbook writes it to dist/), and name that in place of the line below:
# ./errorbook-{__version__}-py3-none-any.whl
errorbook=={__version__}
"""
_IGNORED = f"/site/\n/urls.json\n/errors/{GUARD}\n"
_LONGEST_PREFIX = 8
NAME = re.compile(r"[^\W_][\w .&+/()-]{0,59}")
"""What a product may be called here: what needs no quotes in YAML and no escape in Markdown."""


def system_of(name: str) -> str:
    """Return the folder for the errors of a product; nothing where its name has no Latin letters."""
    words = latin.words(name)
    return "-".join(words) if re.search("[a-z]", "".join(words)) else ""


def prefix_of(system: str) -> str:
    """Return what the ids of a folder's errors begin with: two to eight capitals and digits."""
    letters = re.sub(r"^[0-9]+", "", system.replace("-", "")).upper()[:_LONGEST_PREFIX]
    return letters if len(letters) > 1 else f"{letters}ERR"


def build(name: str, system: str) -> Mapping[str, str]:
    """Return the files of the site for a product, by path."""
    words = {"@NAME@": name, "@SYSTEM@": system, "@PREFIX@": prefix_of(system)}
    found = {}
    for source, place in _PLACES.items():
        text = (files("errorbook.authoring") / _FOLDER / source).read_text("utf-8")
        found[_filled(place, words)] = _filled(text, words)
    return {**found, "requirements.txt": _REQUIRED, ".gitignore": _IGNORED}


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"@[A-Z]+@", lambda found: words[found[0]], text)
