"""The parts of an error as programs read them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from errorbook.catalogue.value_types import Evidence, Likelihood


class Public(BaseModel):
    """A published value: takes what it names from richer ones and leaves the rest behind."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", from_attributes=True, use_attribute_docstrings=True
    )


class Code(Public):
    """A native error code and whose it is."""

    system: str
    """The system that issues the code."""
    code: str
    """The code as that system writes it."""


class Message(Public):
    """One wording of the error."""

    text: str
    """The text as people see it, with {name} holes; {{ and }} are literal braces."""
    role: Literal["full", "fragment", "heading"]
    """full: the whole message. fragment: a part of it. heading: only announces that details follow."""
    evidence: Evidence
    """inferred: a likely wording that nobody has shown."""
    lang: str
    """Language of the text, such as en."""
    source: str | None = None
    """Where this exact wording was seen."""
    wording_of: str | None = None
    """Another app whose own words these are, where no source says that they are shown here as well."""


class Value(Public):
    """What fills a hole."""

    type: str
    """What kind of thing it is: text, name, money, or a type of the catalogue's own."""
    pattern: str | None = None
    """How a value of such a type is written, from its first character to its last."""
    label: str
    """What to call it when the value is missing."""
    sensitive: bool
    """Whether copied replies hide it."""


class Block(Public):
    """What goes below a cause or a step. Its texts are written as those of causes; code has only holes."""

    kind: Literal["text", "code", "table", "note", "warning"]
    """text: a paragraph. note and warning: a box."""
    text: str | None = None
    """The text; a table has none."""
    language: str | None = None
    """What code is written in."""
    rows: list[list[str]] | None = None
    """A table's cells; the first row is its heading."""


class Cause(Public):
    """One reason for the error. Texts may have **bold**, `code` and {name} holes."""

    anchor: str
    """Its place on the page: url#anchor."""
    text: str
    """The reason, as one sentence."""
    more: list[Block] | None = None
    """What goes below it."""
    likelihood: Likelihood | None = None
    """How often this is the reason, where that is known."""
    evidence: Evidence
    """inferred: likely, but no source says so."""


class Step(Public):
    """Something to do, or a question whose answers lead on. Texts are written as those of causes."""

    anchor: str
    """Its place on the page: url#anchor."""
    do: str | None = None
    """What to do."""
    path: list[str] | None = None
    """Where to click, menu by menu; not there where no source states it."""
    more: list[Block] | None = None
    """What goes below it."""
    see: str | None = None
    """What one sees when it worked."""
    risk: str | None = None
    """What the reader must be warned of before, as the catalogue calls it."""
    undo: str | None = None
    """How to take the step back."""
    ask: str | None = None
    """A question about one's own records."""
    answers: list[Answer] | None = None
    """The possible answers; only questions have them."""
    evidence: Evidence | None = None
    """inferred: likely right, but no source says so; not there otherwise."""


class Answer(Public):
    """One answer to a question."""

    answer: str
    """The answer."""
    steps: list[Step]
    """What to do then."""


class Escalation(Public):
    """When to stop trying, and what support needs."""

    when: str
    """The sign that it is time to ask: it goes on 'Ask for help if …'."""
    collect: list[str] = []
    """What to have at hand."""


class Relation(Public):
    """Another error the reader may need."""

    type: str
    """How they are related, such as confused-with or caused-by."""
    id: str
    """Its id."""
    title: str
    """What went wrong there."""
    url: str
    """Its page."""


class Guide(Public):
    """A guidance page."""

    title: str
    """Its title."""
    url: str
    """Its address."""


class Reference(Public):
    """A public source of the facts."""

    title: str
    """What the page is."""
    url: str
    """Its address."""
    kind: str
    """Who says it: vendor, partner, community or code."""
