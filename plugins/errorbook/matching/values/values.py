"""What fills a message's holes: where it stands in the paste, and whether it is of the declared kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from errorbook.matching.candidates.alignment import Alignment
from errorbook.matching.index.index_shape import IndexValue
from errorbook.matching.index.inverted_index import HOLE
from errorbook.matching.values.extents import (
    extend,
    inch_mark,
    is_symbol,
    last_kind,
    left_edge,
    number_edge,
    past_fence,
    plain_quotes,
    right_edge,
)
from errorbook.matching.values.value_kinds import PLAIN_TEXT, fits, is_request, own_part, own_start
from errorbook.matching.words.normalising import without_entities
from errorbook.matching.words.tags import TAG
from errorbook.matching.words.tokens import Tokens

_BLANKS = " \t\n\r" + TAG
# What people paste from documentation, or what a tool put in place of the value.
_PLACEHOLDER = re.compile(
    r"[<{\[(%$]*(?:[xX]{3,}|\*{3,}|[_.]{3,}|redacted|REDACTED|%[sd]"
    r"|\{[A-Za-z0-9_]{0,40}\}|[{<\[][A-Za-z0-9_ ]{1,40}[}>\]])[>}\])%]*\Z"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A hole's content; the offsets are those of the paste."""

    name: str
    text: str
    start: int
    end: int


def read_values(alignment: Alignment, tokens: Tokens, declared: Mapping[str, IndexValue]) -> list[Value]:
    """Return the values of all holes whose neighbours are there, in the order of the paste."""
    template, text = alignment.template, tokens.normalised.text
    values: list[Value] = []
    places = {word: place for place, word in alignment.pairs}
    for gap, names in enumerate(template.holes):
        if not names:
            continue
        before, after = places.get(gap - 1), places.get(gap)
        if gap == 0 and after is not None:
            start, end = tokens.starts[left_edge(after, tokens)], tokens.starts[after]
        elif gap == len(template.words) and before is not None:
            edge = right_edge(before, tokens, last_kind(template, declared))
            start, end = tokens.ends[before], past_fence(edge, template.after[gap], tokens)
        elif before is not None and after is not None:
            start, end = tokens.ends[before], tokens.starts[after]
        else:
            continue
        # Beyond the message's own words, a value takes in what belongs to it.
        room = (0 if gap == 0 else start, len(text) if gap == len(template.words) else end)
        found = _share_out(names, template.gaps[gap], start, end, room, tokens, declared)
        if found and gap == 0:
            found[0] = _narrowed(found[0], declared, at_end=True)
        elif found and gap == len(template.words):
            found[-1] = _narrowed(found[-1], declared, at_end=False)
        values.extend(found)
    # Last of all: where a value was narrowed, its length told where it stands.
    return [replace(value, text=without_entities(plain_quotes(value.text))) for value in values]


def _share_out(
    names: list[str],
    gap: str,
    start: int,
    end: int,
    room: tuple[int, int],
    tokens: Tokens,
    declared: Mapping[str, IndexValue],
) -> list[Value]:
    """Return the values of the holes in one gap; the marks between them, or a number, tell them apart."""
    values: list[Value] = []
    text = tokens.normalised.text
    inside = room == (start, end)
    fences = gap.split(HOLE)
    start = _skip(text, start, end, fences[0])
    for index, name in enumerate(names):
        fence, kind = fences[index + 1], declared.get(name, PLAIN_TEXT)
        last = index == len(names) - 1
        stop = text.rfind(fence, start, end) if last else text.find(fence, start, end) if fence else end
        if stop == -1 or (last and not fence):
            stop = end
        if not fence and not last:
            following = declared.get(names[index + 1], PLAIN_TEXT)
            stop = _touching_edge(start, end, kind, following, tokens)
        # Where the hole's own marks close it, a full stop before them is the value's.
        ends = _BLANKS + "\"'" + ("" if fence and text.startswith(fence, stop) else ".,;")
        first, after = start, stop
        while first < after and text[first] in _BLANKS + "\"'" and not is_symbol(first, tokens, kind):
            first += 1
        while after > first and text[after - 1] in ends and not is_symbol(after - 1, tokens, kind):
            after -= 1
        if first < after:
            least = start if index or fences[0] else room[0]
            most = room[1] if last and not fence else stop
            first, after = extend(first, after, (least, most), tokens)
            after += inch_mark(first, after, (start, stop), tokens) if inside else 0
            span = tokens.normalised.span(first, after)
            content = tokens.paste[span[0] : span[1]].strip(_BLANKS)
            asks = is_request(kind, content)
            if content and not asks and not _PLACEHOLDER.match(content):
                values.append(Value(name, content, *span))
        start = min(end, stop + len(fence))
    return values


def _touching_edge(start: int, end: int, left: IndexValue, right: IndexValue, tokens: Tokens) -> int:
    """Return where the first of two values ends that touch: by its pattern, or where one is a number."""
    text = tokens.normalised.text
    if "pattern" not in left:
        return number_edge(text, start, end, left["type"], right["type"])
    while start < end and text[start] in _BLANKS:
        start += 1
    # A pattern is of what was written: the plain text has small letters.
    written = "".join(tokens.paste[tokens.normalised.first(place)] for place in range(start, end))
    own = own_start(written, left["pattern"])
    return start + len(own) if own else end


def _narrowed(value: Value, declared: Mapping[str, IndexValue], at_end: bool) -> Value:
    """Return a value at the edge of a message without the words that its pattern does not let in."""
    pattern = declared.get(value.name, PLAIN_TEXT).get("pattern", "")
    if not pattern or fits(value.text, pattern):
        return value
    text = own_part(value.text, pattern, at_end)
    start = value.start + (len(value.text) - len(text) if at_end else 0)
    return Value(value.name, text, start, start + len(text)) if text else value


def _skip(text: str, start: int, end: int, fence: str) -> int:
    """Return where a hole begins behind the marks that open it; at a message's edge they may stand before."""
    if text.endswith(fence, 0, start):
        return start
    for mark in fence:
        found = text.find(mark, start, end)
        if found == -1:
            break
        start = found + 1
    return start


def conflicts(values: list[Value]) -> bool:
    """Return whether one hole was filled with two different contents."""
    seen: dict[str, str] = {}
    return any(seen.setdefault(value.name, value.text) != value.text for value in values)
