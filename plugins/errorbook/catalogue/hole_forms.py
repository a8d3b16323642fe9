"""The forms in which messages of other programs write their holes, and ours: ``{name}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Literal

from errorbook.common import latin
from errorbook.common.template import HOLE_NAME

HoleForm = Literal["{name}", "{0}", "%s", "%1", "${name}", "none"]
OURS: HoleForm = "{name}"
_LONGEST = 60
# Each finds a hole, with what names it as the first group that is there, or a doubled mark, without one.
_FORMS: Mapping[HoleForm, re.Pattern[str]] = {
    OURS: re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}"),
    # .NET, Java, Rust, Python, TypeScript: {0}, {0:N2}, {1,number}, {name}, {}.
    "{0}": re.compile(r"\{\{|\}\}|\{([A-Za-z0-9_.]*)(?:[,:!][^{}]*)?\}"),
    # C, gettext and its kin: %s, %1$s, %-5.2f, %(name)s, %%.
    "%s": re.compile(
        r"%%|%(?:\(([^()]+)\)|([0-9]+)\$)?[-+ #0']*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*)?)?"
        r"(?:hh|h|ll|l|q|j|z|t|L)?[diouxXeEfFgGaAcCsSpnm@]"
    ),
    # Qt and Windows: %1, %L1, %1!s!.
    "%1": re.compile(r"%%|%L?([0-9]{1,2})(?:![^!\s]*!)?"),
    "${name}": re.compile(r"\$\$|\$\{([^{}]+)\}"),
    "none": re.compile(r"(?!)"),
}


def unnamed(number: int | str) -> str:
    """Return the name of a hole that has none."""
    return f"value{number}"


def ours(text: str, form: HoleForm) -> str:
    """Return a message with its holes written in our form; ones without a name become value0, value1 …"""
    if form == OURS:
        return text
    pattern, parts, end = _FORMS[form], list[str](), 0
    name = _namer(form)
    for found in pattern.finditer(text):
        parts.append(_literal(text[end : found.start()]))
        doubled = found[0][0] == found[0][1]
        parts.append(_literal(found[0][0]) if doubled else f"{{{name(found)}}}")
        end = found.end()
    return "".join([*parts, _literal(text[end:])])


def spelled(text: str, form: HoleForm) -> set[str]:
    """Return the holes of a text as their form writes them: {0}, %s."""
    return {spelling for _, spelling in _found(text, form)}


def named(text: str, form: HoleForm) -> dict[str, str]:
    """Return the holes of a text, as we name them, with how their form writes them."""
    return dict(_found(text, form))


def form_with(text: str, names: Collection[str]) -> HoleForm | None:
    """Return the first form in which a text has a hole of one of some names."""
    return next((form for form in _FORMS if not named(text, form).keys().isdisjoint(names)), None)


def _found(text: str, form: HoleForm) -> Iterator[tuple[str, str]]:
    """Yield the holes of a text as we name them and as their form writes them."""
    name = _namer(form)
    for found in _FORMS[form].finditer(text):
        if found[0][0] != found[0][1]:
            yield found[1] if form == OURS else name(found), found[0]


def _namer(form: str) -> Callable[[re.Match[str]], str]:
    """Return what names the holes of one text, in the order of the text."""
    names = {"": 0}

    def name(found: re.Match[str]) -> str:
        given = next((group for group in found.groups() if group), "")
        if not given:
            names[""] += 1
            return unnamed(names[""] - 1)
        if given.isdecimal():
            # In C and Windows the first is 1, elsewhere 0.
            return unnamed(int(given) - (form in ("%s", "%1")))
        words = latin.words(re.sub(r"(?<=[^\W_A-Z])(?=[A-Z])", " ", given))
        plain = "_".join(words)[:_LONGEST]
        return plain if HOLE_NAME.match(plain) else f"value_{plain}"

    return name


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def usual_value(name: str) -> dict[str, Any]:
    """Return what is said of a value that only stands in a message of another form."""
    return {"type": "text", "label": re.sub(r"^value([0-9]+)$", r"value \1", name).replace("_", " ")}
