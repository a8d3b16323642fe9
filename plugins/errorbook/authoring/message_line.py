"""The part of a text that reads like an error message: what to make an entry of."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 400
_MOST_LINES = 200
_MOST_CHARACTERS = 20_000
_FEWEST_WORDS = 3
_LEAST = 4

_SIGNS = re.compile(
    r"\b(?:errors?|exception|fault|warning|fail(?:ed|s|ure)?|invalid|(?:is|are|was|were|has|have|been) not"
    r"|can ?not|could not|did not|does not|must|unable|missing|exceed\w*|not (?:found|allowed|valid|supported"
    r"|permitted|set)|no longer|already|denied|reject\w*|refused|unexpected|duplicate|timed? ?out|expired"
    r"|unauthori[sz]ed|forbidden|unsupported|locked|conflict|bad request|too (?:long|large|many|old)|required"
    r"|mismatch|does ?n.t|could ?n.t|can.t|is ?n.t|out of range|overflow|corrupt\w*|aborted|disconnected"
    r"|not of|do not|may not|mandatory|limit|maximum|unavailable|unrecogni[sz]ed|insufficient"
    r"|incorrect|blocked|offline)\b",
    re.IGNORECASE,
)
# Who writes an e-mail speaks of himself; a program rather speaks to somebody.
_PEOPLE = re.compile(
    r"\b(?:I|I.m|I.ve|we|we.re|my|our|us|thanks?|thank you|regards|hi|hello|hey|dear|anyone|somebody|someone"
    r"|cheers|best|sent from|wrote|me|I.d)\b",
    re.IGNORECASE,
)
# A line that says of a value what it is may be a message, too: "Barcode 4711 is assigned to two products".
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_VALUE = re.compile(r"\d|\"\S[^\"]*\"")
_POLITE = re.compile(r"\b(?:you|your|please|sorry)\b", re.IGNORECASE)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LOG_PREFIX = re.compile(
    r"^[\[(]?\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*\s+(?:[\[(]?(?:ERROR|WARN\w*|INFO|FATAL|DEBUG)[\])]?:?\s+)?"
    r"(?:[a-z][\w.-]*:\s+(?=[A-Z]))?"
)
_QUOTED = re.compile(
    r'"([^"\n]{25,400})"|\u201c([^\u201d\n]{25,400})\u201d|(?<!\w)\'([^\'\n]{25,400})\'(?!\w)'
)
_SAYS = re.compile(
    r"\b(?:says?|said|reads?|shows?|this|that|errors?|message|reason|fail(?:ed|s|ure)|sent|warning|is|it|text)"
    r"\W{0,3}:\s+(?=\S)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'\u201c(]?[A-Z])")


def message_line(text: str) -> str:
    """Return the part of a text that reads most like an error message, or nothing where none does."""
    best, most = "", _LEAST - 1
    for line in text[:_MOST_CHARACTERS].splitlines()[:_MOST_LINES]:
        for part, shown in _candidates(line):
            score = _score(part, shown, part == line.strip())
            if score > most or (score == most and best and len(part) > len(best)):
                best, most = part, score
    return best


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
            yield quoted[quoted.lastindex or 0], True
        for said in _SAYS.finditer(whole):
            yield whole[said.end() :], True
        # "It worked yesterday. …": what people put around a message goes.
        if _PEOPLE.search(whole):
            for sentence in _SENTENCE.split(whole):
                yield sentence, False


def _score(part: str, shown: bool, whole: bool) -> int:
    """Return how much a part reads like a message that a program wrote."""
    if len(part) > LONGEST or len(re.findall(r"[^\W\d_]{2,}", part)) < _FEWEST_WORDS:
        return 0
    states = whole and _STATES.search(part) and _VALUE.search(part)
    score = 6 if _SIGNS.search(part) else 4 if states else 0
    score += 4 * shown + part[:1].isupper()
    return score - 12 * bool(_PEOPLE.search(part)) - bool(_POLITE.search(part)) - 6 * part.endswith("?")
