"""A concrete message to a template: the parts that vary become typed holes, for an author to correct."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from errorbook.authoring.value_words import BY_KIND, BY_NAME, BY_WORD, IN_ENGLISH, label_in
from errorbook.common.template import Hole, Part, TemplateError, parse


@dataclass(frozen=True, slots=True)
class Value:
    """What stood where a hole is now."""

    name: str
    type: str
    label: str
    text: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class General:
    """A template and the values that turn it back into the message."""

    template: str
    values: tuple[Value, ...]


_MONTH = "(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[a-zä]*"
_TIME = r"(?:,? (?:um |at )?\d{1,2}:\d\d(?::\d\d)?(?: Uhr\b)?)?"
_UNIT = r" ?(?:[%\u00b0]|Uhr\b|[mk\u00b5MG]?(?:m|s|g|l|h|A|V|W|B|Hz|Pa|bar)\b)"
"""What makes a figure with two decimals a measure, and no amount of money."""
_CURRENCIES = "AUD|CAD|CHF|CZK|DKK|EUR|GBP|JPY|NOK|NZD|PLN|SEK|USD|ZAR"
_CURRENCY = f"(?:[$€£¥]|(?<![A-Za-z])(?:{_CURRENCIES}))"
_CURRENCY_BEHIND = rf"(?:€|(?:{_CURRENCIES})\b)(?!\s?\d)"
_FIGURE = r"\d(?:[\d.,]*\d)?"
# The mark that opens a quotation and those that close it, in English, German and French.
_MARKS = (
    "\u2018\u2019",
    "\u201c\u201d",
    "\u201e\u201c\u201d",
    "\u201a\u2018\u2019",
    "\u00ab\u00bb",
    "\u00bb\u00ab",
    "\u2039\u203a",
    "\u203a\u2039",
)
_VARYING = re.compile(
    # Each part is tried once on a run of its characters: a long word costs no more than its length.
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s'\"<>)]+)"
    r"|(?P<id>\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b)"
    # Between quotes there is a value only where something stands.
    r"|(?<!\w)'(?P<quoted_single>(?!\s*')[^'\n]{1,80})'(?!\w)"
    r'|"(?P<quoted_double>(?!\s*")[^"\n]{1,80})"'
    + "".join(
        rf"|{marks[0]}[^\S\n]*(?P<quoted_{place}>(?![\s{marks}])[^{marks}\n]{{1,80}}?)[^\S\n]*[{marks[1:]}]"
        for place, marks in enumerate(_MARKS)
    )
    + r"|(?P<date>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|\b(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    rf"|\d{{1,2}}\.? {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}})\b{_TIME})"
    # An amount names its currency, or is written with two decimals: 1,234.50 or 1.234,50.
    rf"|(?P<money>{_CURRENCY}\s?{_FIGURE}|(?<![\d.,]){_FIGURE}\s?{_CURRENCY_BEHIND}"
    rf"|\b(?:\d[\d,]*\.|\d{{1,3}}(?:\.\d{{3}})+,)\d\d\b(?![.,]\d|{_UNIT}))"
    r"|(?P<document>\b[A-Z]{1,6}-?\d{2,}\b|\b[A-Z]{2,6}-[A-Z]*\d[A-Z0-9-]*\b)"
    r"|(?P<number>\b(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\.?\d)|\d[\d,]*(?:\.\d+)?)\b)"
)
_NEAR = 4
_OWN = "own_"


def generalise(
    message: str, own: Mapping[str, str] = MappingProxyType({}), code: str = "", language: str = "en"
) -> General:
    """Return a template of the message and what fills its holes, but for its code.

    ``own`` are patterns of further types; ``language`` is that of the labels.
    """
    varying, own_code = _with_own(own), _bare(code) or None
    template: list[str] = []
    values: dict[tuple[str, str], Value] = {}
    names: Counter[str] = Counter()
    near: deque[str] = deque(maxlen=_NEAR)
    end = read = 0
    for found in varying.finditer(message):
        kind = found.lastgroup or ""
        start, stop = found.span(kind)
        before = message[end:start]
        # Holes that touch cannot be told apart: what follows one stays literal. So does the error's own code.
        if (not before and template) or _bare(found[kind]) == own_code:
            continue
        # Only what came since the last value is read anew.
        told = re.findall("[a-zäöüß]+", message[read:start].lower())
        near.extendleft(IN_ENGLISH.get(word, word) for word in told)
        read = start
        if kind.startswith(_OWN):
            name = type_ = kind.removeprefix(_OWN)
            label = name.replace("_", " ")
        else:
            name, type_, label = _meaning(kind, found[kind], tuple(near))
        text = found[kind]
        value = values.get((type_, text))
        if value is None:
            names[name] += 1
            free = f"{name}_{names[name]}" if names[name] > 1 else name
            value = Value(free, type_, label_in(language, label), text, sensitive=type_ in ("name", "email"))
            values[type_, text] = value
        template += [_literal(before), f"{{{value.name}}}"]
        end = stop
    template.append(_literal(message[end:]))
    return General("".join(template), tuple(values.values()))


def of_template(template: str, text: str, language: str) -> General | None:
    """Return a known template with what fills its holes in a text; None where the text is not of it."""
    try:
        fillings = _fillings(parse(template), text)
    except TemplateError:
        return None
    if fillings is None:
        return None
    values = []
    for name, value in fillings.items():
        _, type_, label = BY_NAME.get(re.sub(r"_\d+$", "", name), ("value", "text", "value"))
        values.append(
            Value(name, type_, label_in(language, label), value, sensitive=type_ in ("name", "email"))
        )
    return General(template, tuple(values))


def _fillings(parts: Sequence[Part], text: str) -> dict[str, str] | None:
    """Return what stands in a text for each hole, up to where the words behind it stand first; else None.

    Nothing parts two holes that touch, and a hole that comes twice holds the same.
    """
    found: dict[str, str] = {}
    end, hole = 0, ""
    for place, part in enumerate(parts):
        if isinstance(part, Hole):
            if hole:
                return None
            hole = part.name
            continue
        is_last = place == len(parts) - 1
        at = text.find(part, end + 1) if hole else end
        if hole and is_last:
            at = len(text) - len(part)
        if at < end + bool(hole) or not text.startswith(part, at):
            return None
        if hole and found.setdefault(hole, text[end:at]) != text[end:at]:
            return None
        end, hole = at + len(part), ""
    rest = text[end:]
    if hole:
        return found if rest and found.setdefault(hole, rest) == rest else None
    return None if rest else found


def _with_own(own: Mapping[str, str]) -> re.Pattern[str]:
    """Return what finds values of all types, those of a catalogue's own first."""
    parts = [rf"(?P<{_OWN}{name}>(?<![\w-])(?:{pattern})(?![\w-]))" for name, pattern in own.items()]
    return re.compile("|".join([*parts, _VARYING.pattern])) if parts else _VARYING


def words(template: str) -> str:
    """Return the fixed words of a template."""
    literal = (part for part in parse(template) if not isinstance(part, Hole))
    runs = re.findall(r"[\w'\u2019-]+", " ".join(literal))
    return " ".join(word for run in runs if (word := run.rstrip("'\u2019-")))


def _meaning(kind: str, text: str, near: Sequence[str]) -> tuple[str, str, str]:
    """Return name, type and label of what stands in a message, by the words before it, the nearest first."""
    name, type_, label = BY_KIND.get(kind, ("value", "text", "value"))
    inner = _VARYING.fullmatch(text) if kind.startswith("quoted") else None
    if inner and inner.lastgroup in BY_KIND:
        name, type_, label = BY_KIND[inner.lastgroup]
    if type_ in ("text", "number", "document_number"):
        name, type_, label = next((BY_WORD[word] for word in near if word in BY_WORD), (name, type_, label))
        # "Account code '200'": the word before "code" says whose.
        if name in ("code", "id", "name"):
            name, type_, label = next(
                (BY_WORD[word] for word in near[1:2] if word in BY_WORD), (name, type_, label)
            )
    return name, type_, label


def _bare(text: str) -> str:
    """Return a code's letters and digits, which are the same in all its forms."""
    return re.sub(r"[\W_]", "", text).casefold()


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
