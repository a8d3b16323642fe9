"""The lines of a paste: where they begin, which are a log's, and which nothing explains yet."""

from __future__ import annotations

import re

from errorbook.matching.words.tags import TAG
from errorbook.matching.words.tokens import Tokens

_TICK = re.compile("([\u2713\u2714\u2716\u2717\u2718\u221a])[^\n]{0,4}\\Z")
"""What reports of tests put before a line; in the plain text it is a blank."""
_LONGEST_TICK = 5
_LONGEST_LINE = 60
_MOST_OPEN_LINES = 40
_NEAR = 120
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANNOUNCES = re.compile(r"[\]:)|>=-][ \"']{0,3}\Z")
_SENTENCE = re.compile(r"[.,;!?] [a-z]")
_FAR = 24


def open_lines(tokens: Tokens, most: int) -> list[tuple[int, int]]:
    """Return the first lines that nothing explains, if not too long: there a message may be cut off."""
    lines: list[tuple[int, int]] = []
    count, start = len(tokens.words), 0
    for place in range(1, count + 1):
        if place < count and "\n" not in tokens.gaps[place]:
            continue
        if place - start <= most and not any(tokens.explained[start:place]):
            lines.append((start, place))
            if len(lines) == _MOST_OPEN_LINES:
                break
        start = place
    return lines


def line_start(tokens: Tokens, place: int, least: int) -> int:
    """Return the first word of the line that a word is in, or the word itself when that is too far back."""
    start = place
    while start > least + 1 and place - start < _LONGEST_LINE and "\n" not in tokens.gaps[start]:
        start -= 1
    return start if "\n" in tokens.gaps[start] else place


def is_logged(start: int, tokens: Tokens, levels: frozenset[str]) -> bool:
    """Tell whether only the beginning of a log's line stands before a message: a time or a level."""
    words = tokens.words
    first = beginning_of_line(start, tokens)
    if first == start:
        return False
    text = tokens.normalised.text[tokens.starts[first] : tokens.starts[start]]
    leveled = [place for place in range(first, start) if words[place] in levels]
    if _SENTENCE.search(text) or not (leveled or _TIME.search(text)):
        return False
    return start - 1 in leveled or _ANNOUNCES.search(text) is not None


def beginning_of_line(start: int, tokens: Tokens) -> int:
    """Return the first word of a line before a message, or one that is far enough away."""
    first = start
    while first > max(0, start - _FAR) and "\n" not in tokens.gaps[first]:
        first -= 1
    return first


def line_before(first: int, start: int, tokens: Tokens) -> tuple[list[str], list[str]]:
    """Return the words of a line before a message as they were written, and what stands behind each."""
    line: list[str] = []
    behind: list[str] = []
    for place in range(first, start):
        if line and not tokens.gaps[place]:
            line[-1] += tokens.words[place]
            behind[-1] = tokens.gaps[place + 1]
        else:
            line.append(tokens.words[place])
            behind.append(tokens.gaps[place + 1])
    return line, behind


def tick_before(word: int, tokens: Tokens) -> str:
    """Return the tick or the cross right before the first word of a line, nothing where there is none."""
    begin = tokens.normalised.first(tokens.starts[word])
    found = _TICK.search(tokens.paste[max(0, begin - _LONGEST_TICK) : begin])
    return found[1] if found else ""


def text_around(first: int, opening: int, end: int, tokens: Tokens) -> tuple[str, str, str]:
    """Return the text above the line of a word, from there to ``opening``, and behind a message."""
    text, begin = tokens.normalised.text, tokens.starts[first] - len(tokens.gaps[first].rpartition("\n")[2])
    last = tokens.ends[end - 1]
    before = text[begin:opening].lstrip(" \t" + TAG)
    return text[max(0, begin - _NEAR) : begin], before, text[last : last + _NEAR]


def written(start: int, end: int, tokens: Tokens) -> str:
    """Return the words from one to another as they stand in the paste."""
    return tokens.paste[slice(*tokens.normalised.span(tokens.starts[start], tokens.ends[end - 1]))]
