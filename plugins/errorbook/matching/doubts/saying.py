"""Tells whether a message is said, or only begins a sentence, names something in a program or is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.doubts.program_files import (
    change_in,
    heading_above,
    is_string,
    marked_by,
    quoted_by,
)
from errorbook.matching.doubts.speaking import FEW, set_apart, spoken_of, title_before, told_around
from errorbook.matching.index.index_shape import IndexValue
from errorbook.matching.values.extents import last_kind, left_edge, right_edge
from errorbook.matching.values.value_kinds import ASKING, is_any_text
from errorbook.matching.values.values import Value
from errorbook.matching.words.lines import beginning_of_line, line_before, text_around, tick_before
from errorbook.matching.words.tokens import Tokens

_BROKEN = re.compile(r"[ \t]*\n(?:> ?)*\Z")
"""A line break as mail programs make it, with the marks of a quotation."""
_COLONS = (": ", "=", " = ")
_KEY = re.compile(r"[)\]}.!?]{0,3}[\"'][ \t\n]*[:=]")
_QUOTED = re.compile(r"[\"'][^ \n]{0,2}\Z")
_JOINTS = frozenset("_-./")
_CLOSING = ")]}"
_FINAL_MARKS = ".,;:!?"
_ASIDE = re.compile(r" ?[(\[]| +[-/] ")
"""What may begin a remark behind a value, and may be a part of that."""
_ASKS = re.compile(rf"{ASKING}(?![a-z0-9])|(?:any|how|what|why)(?: [a-z']{{1,20}}){{1,8}} ?\?")
"""How somebody who pastes a message asks for help; no sentence of the message goes on with it."""


def beside(
    scored: ScoredAlignment, tokens: Tokens, values: Sequence[Value], kinds: Mapping[str, IndexValue]
) -> Iterator[str]:
    """Name the words that the sentence goes on with, or say that the message is only a name of something."""
    template, first = scored.alignment.template, scored.start
    holes, own = template.holes, template.after[-1]
    kind = last_kind(template, kinds)
    start, end = _start(scored, tokens), _end(scored, tokens, values, kind)
    if first > 0 and not holes[0] and _goes_on(first, first - 1, tokens):
        yield f"'{tokens.words[first - 1]}' is right before it."
    behind = _beyond(tokens.gaps[end], own)
    if end < len(tokens.words) and not tokens.explained[end]:
        clause = _is_clause(behind.lstrip(_CLOSING) if holes[-1] else behind, end, tokens)
        fenced = _is_fenced(tokens.gaps[end], own) and tokens.words[end][0] > "9"
        open_end = holes[-1] and is_any_text(kind)
        goes_on = fenced or (not open_end and _goes_on(end, end, tokens))
        if clause or (goes_on and not _ASKS.match(tokens.normalised.text, tokens.starts[end])):
            yield f"'{tokens.words[end]}' is right behind it."
    if _KEY.match(behind):
        yield "It is a key, not what is said."
    if _is_program_name(scored, tokens):
        yield "It is a name in a program, not what is said."
    if mention := _mention(scored, start, end, tokens):
        yield f"'{mention}' beside it: the text only speaks of a message."
    if is_string(start, _opening(scored, start, tokens), tokens):
        yield "It is a text to be translated, not what is said."


def _start(scored: ScoredAlignment, tokens: Tokens) -> int:
    """Return the first word of a message, or of the value or the number before it."""
    start = scored.start
    if scored.alignment.template.holes[0]:
        edge = left_edge(start, tokens)
        # No value goes over a colon that announces it.
        start = next((place for place in range(start, edge, -1) if tokens.gaps[place] in _COLONS), edge)
    whole = (start == 1 or (start > 1 and tokens.gaps[start - 1])) and "\n" not in tokens.gaps[start]
    listed = whole and tokens.words[start - 1][0] <= "9" and tokens.gaps[start][:1] in (":", ".", ")")
    return start - 1 if listed else start


def _opening(scored: ScoredAlignment, start: int, tokens: Tokens) -> int:
    """Return where a message begins in the plain text, with the marks that it begins with."""
    own = scored.alignment.template.before[0]
    return tokens.starts[start] - (len(own) if tokens.gaps[start].endswith(own) else 0)


def _end(scored: ScoredAlignment, tokens: Tokens, values: Sequence[Value], kind: IndexValue) -> int:
    """Return the word behind a message and the value that it ends with; no value goes on as a clause."""
    end, names = scored.end, scored.alignment.template.holes[-1]
    if not names:
        return end
    until = values[-1].end if values and values[-1].name == names[-1] else len(tokens.paste)
    last = right_edge(end - 1, tokens, kind) + 1
    while last > end + 1 and tokens.normalised.first(tokens.starts[last - 1]) >= until:
        last -= 1
    # A text may be a list of single words; a clause has more of them.
    for place in range(end + 1, last):
        gap, following = tokens.gaps[place : place + 2]
        if _is_clause(gap.lstrip(_CLOSING), place, tokens) and following == " ":
            return place
    return last


def _is_fenced(gap: str, own: str) -> bool:
    """Tell whether the marks that a message ends with stand in the middle of a sentence."""
    fence = own.rstrip(_FINAL_MARKS)
    return bool(fence) and gap == f"{fence} "


def _beyond(gap: str, own: str) -> str:
    """Return what stands in a gap behind a message's own last marks."""
    size = 0
    while size < min(len(gap), len(own)) and gap[size] == own[size]:
        size += 1
    return gap[size:]


def _goes_on(gap: int, word: int, tokens: Tokens) -> bool:
    """Return whether a word that nothing explains belongs to the same sentence as what is across a gap."""
    if tokens.explained[word] or tokens.words[word][0] <= "9":
        return False
    if tokens.boundaries[gap] == 1 and tokens.marks[gap] in ("", "'", "-"):
        return True
    # A line that was broken in the middle of a sentence goes on in small letters, and with another word.
    small = _is_small(gap, tokens) and tokens.gaps[gap + 1] == " "
    return small and bool(_BROKEN.match(tokens.gaps[gap]))


def _is_clause(gap: str, word: int, tokens: Tokens) -> bool:
    """Tell whether a sentence goes on in small letters behind a comma or a semicolon."""
    return gap in (", ", "; ") and _is_small(word, tokens)


def _is_small(word: int, tokens: Tokens) -> bool:
    begin = tokens.normalised.first(tokens.starts[word])
    return "a" <= tokens.paste[begin] <= "z"


def _is_program_name(scored: ScoredAlignment, tokens: Tokens) -> bool:
    """Tell whether the words are joined as in due_date_is_missing: marks that are not its own, no blank."""
    gaps = tokens.gaps[scored.start + 1 : scored.end]
    own = scored.alignment.template.gaps
    if any(" " in gap or "\n" in gap or "\t" in gap for gap in gaps):
        return False
    return any(
        tokens.gaps[place] in _JOINTS and own[word] != tokens.gaps[place]
        for place, word in scored.alignment.pairs[1:]
    )


def _mention(scored: ScoredAlignment, start: int, end: int, tokens: Tokens) -> str:
    """Return the word that says that a message is only quoted, as change logs and tests do, else nothing."""
    words, gaps = tokens.words, tokens.gaps
    first = beginning_of_line(start, tokens)
    line, follows = line_before(first, start, tokens)
    open_quotes = sum(gap.count('"') for gap in gaps[first : start + 1]) % 2
    quoted = bool(open_quotes or _QUOTED.search(gaps[start]))
    # A change stands where a message has the value that it begins with.
    changed = line_before(first, max(start, scored.start), tokens)
    if change := change_in(*changed, quoted) or heading_above(first, tokens):
        return change
    follow = words[end : end + FEW] if "\n" not in gaps[end] else []
    if "(" in gaps[end] and follow[1:2] == ["ms"]:
        return "ms"
    if "ok" in line[:2] and any(word[0] <= "9" for word in line[1:3]):
        return "ok"
    above, before, behind = text_around(first, _opening(scored, start, tokens), end, tokens)
    told = marked_by(above, before, behind) or set_apart(line, follows, quoted)
    told = told or title_before(line, follows) or told_around(above, before, behind)
    told = told or _aside(scored, end, tokens)
    if told or not quoted:
        return told
    return tick_before(first, tokens) or quoted_by(before) or spoken_of(line, behind, follow)


def _aside(scored: ScoredAlignment, end: int, tokens: Tokens) -> str:
    """Return the word of a remark that seems to belong to the value before it: '12.00 (resolved)'."""
    for place in range(scored.end + 1, end):
        if _ASIDE.match(tokens.gaps[place]):
            return told_around("", "", text_around(place, 0, place, tokens)[2])
    return ""
