"""The templates and the filters they share; every text of an entry is escaped on its way out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from errorbook import inline, words
from errorbook.listings import connections
from errorbook.model import HoleValue

_TAGS = {"bold": "strong", "code": "code"}
_SPECIAL = re.compile(r"[^\w ,.]|_")


def render(template: str, **values: Any) -> str:
    """Return a template of the package filled with values."""
    return _ENVIRONMENT.get_template(template).render(values)


def rich(text: str, labels: Mapping[str, str]) -> Markup:
    """Return a text's HTML: bold and code as elements, a hole as a blank that says what belongs there."""
    return Markup("").join(_element(run, labels) for run in inline.runs(text))


def heading(text: str) -> Markup:
    """Return a text as Markdown that reads the same and means nothing: all but words become entities."""
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text))


def front_matter(text: str) -> Markup:
    """Return a text as a JSON string, which is YAML; escaped, because themes print it as it is."""
    return Markup(json.dumps(escape(text), ensure_ascii=False))


def one_line(text: str) -> Markup:
    """Return a text for an attribute, its line breaks written out: Markdown reads every line that it sees."""
    return Markup(str(Markup.escape(text)).replace("\n", "&#10;"))


def labels(values: Mapping[str, HoleValue]) -> dict[str, str]:
    """Return what to call each of an entry's values."""
    return {name: value.label for name, value in values.items()}


def _element(run: inline.Run, labels: Mapping[str, str]) -> Markup:
    text = run.text
    kind = run.kind
    if kind == "hole":
        text = Markup('<span class="eb-hole">{}</span>').format(labels[run.text])
        kind = run.within
    return Markup("<{0}>{1}</{0}>").format(_TAGS[kind], text) if kind in _TAGS else Markup.escape(text)


def _environment() -> Environment:
    # Every template writes HTML, also those that end in .md: Markdown keeps the HTML as it is.
    environment = Environment(
        loader=PackageLoader("errorbook"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        connections=connections,
        counted=words.counted,
        front_matter=front_matter,
        heading=heading,
        labels=labels,
        one_line=one_line,
        rich=rich,
    )
    return environment


_ENVIRONMENT = _environment()
