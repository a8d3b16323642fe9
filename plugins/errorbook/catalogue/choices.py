"""What entries choose from: how much an error holds up, who can fix it, what a step risks.

A catalogue lists its own; one that lists none has those below, which the tables of sentences name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, TypeVar

from errorbook.catalogue.value_types import Frozen, Line, Slug, short

SEVERITIES = ("blocks-all", "blocks-one", "warning", "info")
FIXERS = ("you", "admin", "support", "vendor")
RISKS = ("changes-data", "irreversible")


class Choice(Frozen):
    """Something that entries may choose."""

    name: Line | None = None
    """What readers are told: 'Stops the whole line', 'your foreman', 'This empties the tank.'."""


class Severity(Choice):
    """How much an error holds up."""

    stops: Line | None = None
    """What it stops, in a few words: 'the whole line'; without it, the name is shown there, too."""
    usual: bool = False
    """Whether it is that of entries that name none; else the first one is."""


class Fixer(Choice):
    """Somebody who can fix errors."""

    outside: bool = False
    """Whether it is none of the readers: a copied reply then says that the fix is for somebody else."""
    usual: bool = False
    """Whether they can fix entries that name nobody; else the first one can."""


Severities = dict[Slug, Annotated[Severity, short(Severity, "name")]]
Fixers = dict[Slug, Annotated[Fixer, short(Fixer, "name")]]
Risks = dict[Slug, Annotated[Choice, short(Choice, "name")]]
Kind = TypeVar("Kind", Severity, Fixer)


def usual_severities() -> Severities:
    """Return the severities of a catalogue that lists none."""
    return {slug: Severity(usual=slug == "blocks-one") for slug in SEVERITIES}


def usual_fixers() -> Fixers:
    """Return who can fix the errors of a catalogue that lists nobody."""
    return {slug: Fixer(outside=slug in ("support", "vendor")) for slug in FIXERS}


def usual_risks() -> Risks:
    """Return the risks of a catalogue that lists none."""
    return {slug: Choice() for slug in RISKS}


def usual(choices: Mapping[str, Kind]) -> str:
    """Return the choice of entries that make none."""
    return next((slug for slug, choice in choices.items() if choice.usual), next(iter(choices)))


def sentences(
    severities: Severities, fixers: Fixers, risks: Risks, known: Callable[[str], str]
) -> dict[str, str]:
    """Return what every choice is called, by the keys of the tables; ``known`` gives what a table says."""
    found: dict[str, str] = {}

    def add(group: str, slug: str, name: str | None) -> None:
        # A name is no sentence: braces in it are braces.
        found[f"{group}.{slug}"] = (
            name.replace("{", "{{").replace("}", "}}") if name else known(f"{group}.{slug}")
        )

    for slug, severity in severities.items():
        add("severity", slug, severity.name)
        add("stops", slug, severity.stops or severity.name)
    for slug, fixer in fixers.items():
        add("fixer", slug, fixer.name)
    for slug, risk in risks.items():
        add("risk", slug, risk.name)
    return found
