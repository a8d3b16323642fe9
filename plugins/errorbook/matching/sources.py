"""Tells whose error a paste shows: the product that it names near a message, if that is another one's.

A product is named by a mention in the message's line, or where the text says that it is the source:
'Square:', 'error from NetSuite', 'the Vend API', 'provider: Adyen'. For the last three any name counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.matching.judging import Judgement
from errorbook.matching.lexicon import Lexicon
from errorbook.matching.reading import Reading

_SAYS = frozenset(
    [
        "api",
        "error",
        "errors",
        "exception",
        "failure",
        "fault",
        "rejected",
        "responded",
        "response",
        "returned",
        "said",
        "says",
    ]
)
_FROM = frozenset(("from", "by"))
_KEYS = frozenset(
    ["app", "application", "integration", "platform", "provider", "service", "source", "vendor"]
)
_GENERAL = frozenset(
    [
        "accounting",
        "admin",
        "an",
        "api",
        "app",
        "client",
        "core",
        "csv",
        "gateway",
        "http",
        "https",
        "import",
        "json",
        "manual",
        "online",
        "our",
        "public",
        "rest",
        "server",
        "sync",
        "system",
        "the",
        "their",
        "this",
        "user",
        "web",
        "your",
    ]
)
"""What stands before 'API' or behind 'source:' and is nobody's name."""


def foreign(judgement: Judgement, reading: Reading, lexicon: Lexicon) -> str:
    """Return the name of the product whose error it is, where that is not the entry's; else nothing.

    A wording as short as a status is anybody's, so for it a mere mention of another system counts.
    """
    entry = lexicon.entries[judgement.alignment.template.entry]
    own = {entry.get("system", ""), *entry.get("with", ())}
    found = ""
    for place, in_line in _around(judgement, reading, lexicon.settings["near_words"]):
        last = judgement.start if place < judgement.start else len(reading.words)
        end, name = lexicon.names.find(reading.words, place, last, _is_capital(place, reading))
        if not name:
            if not found and _is_unlisted(place, reading, lexicon):
                found = _text(place, place + 1, reading)
            continue
        if name.system in own:
            return ""
        if found or name.system in lexicon.names.neutral:
            continue
        mentioned = in_line and (not name.system or is_status(judgement, lexicon))
        said = _is_key(place, reading) or (in_line and _is_source(place, end, reading))
        if mentioned or said:
            found = _text(place, end, reading)
    return found


def is_named(judgement: Judgement, reading: Reading, lexicon: Lexicon) -> bool:
    """Tell whether the entry's system is named near a message, or shown by another message of its own."""
    system = lexicon.entries[judgement.alignment.template.entry].get("system", "")
    if system in reading.systems:
        return True
    for place, _ in _around(judgement, reading, lexicon.settings["near_words"]):
        last = judgement.start if place < judgement.start else len(reading.words)
        name = lexicon.names.find(reading.words, place, last, _is_capital(place, reading))[1]
        if name and name.system == system:
            return True
    return False


def is_status(judgement: Judgement, lexicon: Lexicon) -> bool:
    """Tell whether a wording is as short as a status: '401 Unauthorized' is said by every program."""
    return len(judgement.alignment.template.words) <= int(lexicon.settings["status_words"])


def _around(judgement: Judgement, reading: Reading, most: int) -> Iterator[tuple[int, bool]]:
    """Yield the words before and behind a message, and whether they are in its lines."""
    before: list[tuple[int, bool]] = []
    in_line = True
    for place in range(judgement.start - 1, max(-1, judgement.start - 1 - most), -1):
        in_line = in_line and "\n" not in reading.gaps[place + 1]
        before.append((place, in_line))
    yield from reversed(before)
    in_line = True
    for place in range(judgement.end, min(len(reading.words), judgement.end + most)):
        in_line = in_line and "\n" not in reading.gaps[place]
        yield place, in_line


def _is_unlisted(place: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Tell whether a word is a name by what it is said to do: no word of ours, and with a capital."""
    word = reading.words[place]
    if word in _GENERAL or word[0] <= "9" or lexicon.knows(word) or not _is_capital(place, reading):
        return False
    api = reading.words[place + 1 : place + 2] == ["api"] and not reading.marks[place + 1]
    return api or _is_from(place, reading) or _is_key(place, reading)


def _is_source(start: int, end: int, reading: Reading) -> bool:
    """Tell whether a text says that a name is where a message comes from."""
    behind = reading.marks[end][:1]
    says = end < len(reading.words) and not behind and reading.words[end] in _SAYS
    return behind in (":", "]", "-") or says or _is_from(start, reading)


def _is_from(place: int, reading: Reading) -> bool:
    """Tell whether 'error from' or 'returned by' stands before a word, with one word between at most."""
    for at in (place - 1, place - 2):
        if at >= 1 and reading.words[at] in _FROM and not reading.marks[at]:
            return any(word in _SAYS for word in reading.words[max(0, at - 2) : at])
    return False


def _is_key(place: int, reading: Reading) -> bool:
    """Tell whether a word is the value of a field that names a source."""
    mark = reading.marks[place]
    return place > 0 and reading.words[place - 1] in _KEYS and (":" in mark or "=" in mark)


def _is_capital(place: int, reading: Reading) -> bool:
    begin = reading.folded.span(reading.starts[place], reading.ends[place])[0]
    return "A" <= reading.paste[begin] <= "Z"


def _text(start: int, end: int, reading: Reading) -> str:
    begin = reading.folded.span(reading.starts[start], reading.ends[start])[0]
    return reading.paste[begin : reading.folded.span(reading.starts[end - 1], reading.ends[end - 1])[1]]
