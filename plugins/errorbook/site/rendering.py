"""The templates and the filters they share; every text of an entry is escaped on its way out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape as escaped
from pathlib import Path
from types import FunctionType
from typing import Any

from jinja2 import Environment, PackageLoader, Template, Undefined
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from errorbook.catalogue import markup
from errorbook.catalogue.model import HoleValue
from errorbook.catalogue.publication import connections
from errorbook.common.template import Hole, parse
from errorbook.wording import Wording

_TAGS = {"bold": "strong", "code": "code"}
_LOADER = PackageLoader("errorbook.site")
_TICKS = re.compile("`+")
_FOLDER = Path(__file__).parent / "templates"
_read: dict[Path, int] = {}
"""When the templates that are in use were written."""
_METHODS = frozenset(dir(dict))
_SPECIAL = re.compile(r"[^\w ,.]|_")


class _Calling(Context):
    """Values of a template that calls functions and macros without asking what of it they want."""

    def call(self, called: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what a function or a macro of ours gives, or whatever else is called."""
        if type(called) is Macro:
            args = (self.eval_ctx, *args)
        elif type(called) is not FunctionType:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class _OfMappings(Environment):
    """Templates whose values are mostly mappings: what these hold, or lack, is found at once.

    Jinja tries attributes first, and makes an object for each key that is not there.
    """

    context_class = _Calling

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._missing: dict[str, Undefined] = {}

    def make_globals(self, d: Mapping[str, Any] | None) -> dict[str, Any]:
        """Return what every template knows as one mapping: each use of a template copies it."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an item of a mapping, or else an attribute; a method also where a key has its name."""
        if type(obj) is not dict or attribute in _METHODS:
            return super().getattr(obj, attribute)
        if attribute in obj:
            return obj[attribute]
        if attribute not in self._missing:
            self._missing[attribute] = self.undefined(name=attribute)
        return self._missing[attribute]


def render(template: str, wording: Wording, **values: Any) -> str:
    """Return a template of the package filled with values, its sentences said in a wording."""

    def say(key: str, **parts: object) -> Markup:
        if not parts:
            return _sentence(wording.text(key))
        return Markup("".join(map(Markup.escape, wording.filled(key, parts))))

    return _ENVIRONMENT.get_template(template).render(values, say=say)


def render_plain(template: str, wording: Wording, **values: Any) -> str:
    """Return a template of the package filled with values that are no HTML and stay as they are."""
    return _PLAIN.get_template(template).render(values, say=wording.say)


def refresh() -> bool:
    """Forget the templates that were read, and tell whether a file of theirs has changed since."""
    now = {path: path.stat().st_mtime_ns for path in sorted(_FOLDER.rglob("*.jinja"))}
    changed = _read != now
    if changed:
        _read.clear()
        _read.update(now)
        for environment in (_ENVIRONMENT, _PLAIN):
            if environment.cache is not None:
                environment.cache.clear()
    return changed


def plain_blocks(source: str, wording: Wording, **values: Any) -> dict[str, str]:
    """Return each block of a plain template, given by its text, filled with values."""
    template = _compiled(source)
    context = template.new_context({**values, "say": wording.say})
    return {name: "".join(block(context)).strip() for name, block in template.blocks.items()}


def source(template: str) -> str:
    """Return the text of a template of the package."""
    return _LOADER.get_source(_PLAIN, template)[0]


def marked(text: str, labels: Mapping[str, str]) -> str:
    """Return a text as Markdown: bold and code as they are, a hole as what belongs there, in braces."""
    return "".join(_marked(run, labels) for run in markup.runs(text))


def unfilled(text: str, labels: Mapping[str, str]) -> str:
    """Return a message as people see it, with what belongs there in each hole's place, in braces."""
    parts = parse(text)
    return "".join(f"{{{labels[part.name]}}}" if isinstance(part, Hole) else part for part in parts)


def worded(text: str, labels: Mapping[str, str], lang: str = "") -> Markup:
    """Return a message's HTML: every mark is its own, a hole a blank with its label, in its language."""
    parts, own = parse(text), in_language(lang)
    return Markup("".join(_blank(p.name, labels, own) if isinstance(p, Hole) else escape(p) for p in parts))


def rich(text: str, labels: Mapping[str, str]) -> Markup:
    """Return a text's HTML: bold and code as elements, a hole as a blank that says what belongs there."""
    if markup.is_bare(text):
        return escape(text)
    return Markup("".join(_element(run, labels) for run in markup.runs(text)))


def markdown_block(block: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """Return a block of a card as Markdown; code gets a fence that it does not have itself."""
    match block["kind"]:
        case "code":
            code = unfilled(block["text"], labels)
            fence = "`" * max(3, *(len(ticks) + 1 for ticks in _TICKS.findall(code)), 3)
            return f"{fence}{block.get('language', '')}\n{code}\n{fence}"
        case "table":
            rows = [[marked(cell, labels).replace("|", "\\|") for cell in row] for row in block["rows"]]
            rows.insert(1, ["---"] * len(rows[0]))
            return "\n".join(f"| {' | '.join(row)} |" for row in rows)
        case "note" | "warning":
            return f"> **{block['words']}** {marked(block['text'], labels)}"
        case _:
            return marked(block["text"], labels)


def heading(text: str) -> Markup:
    """Return a text as Markdown that reads the same and means nothing: all but words become entities."""
    plain = text.unescape() if isinstance(text, Markup) else text
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", plain))


def front_matter(text: str) -> Markup:
    """Return a text as a JSON string, which is YAML; escaped, because themes print it as it is."""
    return Markup(json.dumps(escaped(text), ensure_ascii=False))


def one_line(text: str) -> Markup:
    """Return a text for an attribute, its line breaks written out: Markdown reads every line that it sees."""
    return Markup(str(Markup.escape(text)).replace("\n", "&#10;"))


def labels(values: Mapping[str, HoleValue]) -> dict[str, str]:
    """Return what to call each of an entry's values."""
    return {name: value.label for name, value in values.items()}


def blanks(values: Mapping[str, HoleValue]) -> dict[str, str]:
    """Return what stands for each of an entry's values in plain text: its label in braces."""
    return {name: f"{{{value.label}}}" for name, value in values.items()}


@cache
def _sentence(text: str) -> Markup:
    """Return a sentence without values, which many pages say."""
    return escape("".join(map(str, parse(text))))


def _blank(name: str, labels: Mapping[str, str], own: str = "") -> str:
    return f'<span class="eb-hole" data-hole="{escape(name)}"{own}>{escape(labels[name])}</span>'


def _element(run: markup.Run, labels: Mapping[str, str]) -> str:
    kind, text = (
        (run.within, _blank(run.text, labels)) if run.kind == "hole" else (run.kind, escape(run.text))
    )
    if run.url:
        return f'<a href="{escape(run.url)}" rel="noopener">{text}</a>'
    return f"<{_TAGS[kind]}>{text}</{_TAGS[kind]}>" if kind in _TAGS else text


def in_language(language: str | None) -> Markup:
    """Return the attribute that says a text's language; nothing where none is given."""
    return Markup(' lang="{}"').format(language) if language else Markup()


def _marked(run: markup.Run, labels: Mapping[str, str]) -> str:
    kind, text = (run.within, f"{{{labels[run.text]}}}") if run.kind == "hole" else (run.kind, run.text)
    if run.url:
        return f"[{text}]({run.url})"
    if kind == "code":
        return f"`{text}`"
    return f"**{text}**" if kind == "bold" else text.replace("<", "\\<").replace("](", "]\\(")


@cache
def _compiled(source: str) -> Template:
    return _PLAIN.from_string(source)


def _environment(autoescape: bool) -> Environment:
    environment = _OfMappings(
        loader=_LOADER,
        auto_reload=False,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        blanks=blanks,
        connections=connections,
        front_matter=front_matter,
        heading=heading,
        in_language=in_language,
        labels=labels,
        markdown_block=markdown_block,
        marked=marked,
        one_line=one_line,
        rich=rich,
        unfilled=unfilled,
        worded=worded,
        unmarked=markup.plain,
    )
    return environment


# Most templates write HTML, also those that end in .md: Markdown keeps the HTML as it is.
_ENVIRONMENT = _environment(autoescape=True)
_PLAIN = _environment(autoescape=False)
