"""The part of a text that reads like an error message: what to make an entry of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook.authoring.message_words import PEOPLE, POLITE, SAYS, SIGNS
from errorbook.matching import Result

LONGEST = 400
_MOST_LINES = 200
_MOST_CHARACTERS = 20_000
_FEWEST_WORDS = 3
_LEAST = 4

# A line that says of a value what it is may be a message, too: "Barcode 4711 is assigned to two products".
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_VALUE = re.compile(r"\d|\"\S[^\"]*\"")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LOG_PREFIX = re.compile(
    r"^[\[(]?\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*\s+(?:[\[(]?(?:ERROR|WARN\w*|INFO|FATAL|DEBUG)[\])]?:?\s+)?"
    r"(?:[a-z][\w.-]*:\s+(?=[A-Z]))?"
)
_QUOTED = re.compile(
    r'"([^"\n]{25,400})"|\u201c([^\u201d\n]{25,400})\u201d|(?<!\w)\'([^\'\n]{25,400})\'(?!\w)'
    r"|\u201e([^\u201c\n]{25,400})\u201c|\u00bb([^\u00ab\n]{25,400})\u00ab"
)
_CELL = re.compile(r"\s[|;]\s")
_TITLES = "\u201e\u00bb"
"""The marks that German puts around titles as well: what they quote has to read like a message."""
# No sentence ends in "am 3. Mai".
_SENTENCE = re.compile(
    r"(?<=[.!?])(?:(?<!\d\.)|(?! (?:Jan|Feb|März|Apr|Mai|Ju[nl]i|Aug|Sep|Okt|Nov|Dez|Quartal|Mal)))"
    r"\s+(?=[\"'\u201c\u201e\u00bb(]?[A-ZÄÖÜ])"
)


def message_line(text: str) -> str:
    """Return the part of a text that reads most like an error message, or nothing where none does."""
    best, most = "", _LEAST - 1
    for line in text[:_MOST_CHARACTERS].splitlines()[:_MOST_LINES]:
        for part, shown in _candidates(line):
            score = _score(part, shown, part == line.strip())
            if score > most or (score == most and best and len(part) > len(best)):
                best, most = part, score
    return best


def message_of(paste: str, result: Result) -> str:
    """Return the part of a paste that is the message: what nobody explains, else what was found."""
    if result.unknown:
        said = [part for line in result.unknown for part in parts(line)]
        message = max(said, key=lambda part: len(re.findall(r"[^\W\d_]{2,}", part)))
    elif result.findings:
        spans = result.findings[0].spans
        message = _around(paste, min(span[0] for span in spans), max(span[1] for span in spans))
    else:
        message = max(paste.splitlines(), key=len)
    return " ".join(message.split())


def _around(text: str, start: int, end: int) -> str:
    """Return the sentence in which something stands: what is known of it may be its beginning alone."""
    found, last = text[start:end], text.find("\n", end)
    lines = text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]
    whole = next((part for part in parts(lines) if found in part), found)
    for quoted in _QUOTED.finditer(whole):
        whole = next((inner for inner in quoted.groups() if inner and found in inner), whole)
    at = whole.index(found)
    breaks = [each.span() for mark in (_CELL, _SENTENCE, SAYS) for each in mark.finditer(whole)]
    begin = max((after for _, after in breaks if after <= at), default=0)
    return whole[
        begin : min((before for before, _ in breaks if before >= at + len(found)), default=len(whole))
    ]


def parts(line: str) -> list[str]:
    """Return what may be the message in a line: a cell, a string of JSON, the text of an XML element."""
    if re.search(r'"\s*:', line):
        found = [string.replace('\\"', '"').replace("\\n", " ") for string in _STRING.findall(line)]
    elif re.search(r"</\w+>", line):
        found = re.findall(r">([^<>]+)<", line)
    else:
        found = [_LOG_PREFIX.sub("", cell) for cell in line.split("\t")]
    return [part for part in found if part.strip()] or [line]


def _candidates(line: str) -> Iterator[tuple[str, bool]]:
    """Yield what may be the message in a line, and whether something around it shows it as a program's."""
    found = parts(line.lstrip("> "))
    apart = found != [line]
    for part in found:
        whole = " ".join(part.split())
        yield whole, apart
        for quoted in _QUOTED.finditer(whole):
            yield quoted[quoted.lastindex or 0], quoted[0][0] not in _TITLES
        for said in SAYS.finditer(whole):
            yield whole[said.end() :], True
        # "It worked yesterday. …": what people put around a message goes.
        if PEOPLE.search(whole):
            for sentence in _SENTENCE.split(whole):
                yield sentence, False


def _score(part: str, shown: bool, whole: bool) -> int:
    """Return how much a part reads like a message that a program wrote."""
    if len(part) > LONGEST or len(re.findall(r"[^\W\d_]{2,}", part)) < _FEWEST_WORDS:
        return 0
    states = whole and _STATES.search(part) and _VALUE.search(part)
    score = 6 if SIGNS.search(part) else 4 if states else 0
    score += 4 * shown + part[:1].isupper()
    return score - 12 * bool(PEOPLE.search(part)) - bool(POLITE.search(part)) - 6 * part.endswith("?")
